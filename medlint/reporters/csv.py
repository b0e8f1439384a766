"""A table for spreadsheets: one row a finding. No cell can act as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from medlint.model import CheckedDocument, Finding, Report
from medlint.reporters import RenderOptions
from medlint.reporters.characters import on_one_line
from medlint.reporters.listing import FAILURE, documents, shown, unchecked
from medlint.reporters.where import beside_line

COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "severity", "rule", "label", "needs", "message",
    "text", "sentence", "advice", "suggestions", "sources", "fingerprint", "place",
)  # fmt: skip

# With these a spreadsheet takes a cell for a formula; the wide ones are typed on East Asian keyboards.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(report: Report, options: RenderOptions) -> str:
    """Return the findings as CSV (RFC 4180) with a row of names first."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for document in documents(report):
        writer.writerows(_rows(document, options))
    for path, message in unchecked(report):
        row = {"path": path, "severity": "error", "rule": FAILURE, "message": message}
        writer.writerow([cell(row.get(name, "")) for name in COLUMNS])
    return text.getvalue()


def _rows(document: CheckedDocument, options: RenderOptions) -> Iterator[list[str | int]]:
    for finding in shown(document, options):
        yield [cell(document.path), *_places(finding), *map(cell, _words(finding))]


def _places(finding: Finding) -> list[str | int]:
    start, end = finding.position, finding.end_position
    if start is None or end is None:
        return ["", "", "", ""]
    return [start.line, start.column, end.line, end.column]


def _words(finding: Finding) -> list[str]:
    return [
        finding.severity,
        finding.rule,
        finding.label or "",
        finding.needs,
        finding.message,
        finding.text,
        finding.sentence,
        finding.advice,
        " | ".join(finding.suggestions),
        " ".join(source.url for source in finding.sources),
        finding.fingerprint,
        beside_line(finding.position),
    ]


def cell(text: str) -> str:
    """Return the text as a cell that is text in every spreadsheet."""
    # White space in front does not keep a spreadsheet from seeing a formula.
    is_formula = text.lstrip(" \u00a0\ufeff\u200b").startswith(_FORMULA)
    return f"'{on_one_line(text)}" if is_formula else on_one_line(text)
