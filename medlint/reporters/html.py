"""The report for people who sign: one self-contained page for screen, telephone and paper."""

from __future__ import annotations

from medlint.model import Report
from medlint.reporters import RenderOptions
from medlint.reporters.html_report import build, dossier, drawing


def render(report: Report, options: RenderOptions) -> str:
    """Return the report as one HTML page, the same bytes for the same report."""
    given = options.dossier or dossier.of_report(report)
    return drawing.draw(build.view(report, given, options))
