"""Pages of an invented clinic with their findings, ready for the HTML report."""

from __future__ import annotations

from pathlib import Path

from medlint import checking, parsers
from medlint.model import Document, Failure, Report
from medlint.reporters import RenderOptions
from medlint.reporters.html_report import build, dossier
from medlint.reporters.html_report.view import View
from medlint.settings import Settings, default, read

CLINIC = """# Zelpax at Hollowbrook

Zelpax is completely safe.

Up to 70 percent of the people who take it sleep better [1].

- Our highly experienced specialists greet you
- Open since 2009, from 25 euros

| Group | Slept |
| --- | --- |
| Zelpax | 6 of 10 |
| Sugar pill | 5 of 10 |

> “I was healed in a week,” says a guest.

## References

1. Miller A. A study of Zelpax. J Invented Sleep 2021.
"""
SOBER = "Take one tablet with water.\n"
AS_OF = "2026-11-24"


def checker(settings: Settings | None = None) -> checking.Checker:
    """Return a checker, with the defaults if no settings are given."""
    return checking.checker(settings or default(Path.cwd()), AS_OF)


def run(
    texts: dict[str, str], settings_text: str = "", tmp_path: Path | None = None
) -> tuple[Report, dossier.Dossier]:
    """Return the report on texts by path, and its dossier."""
    settings = None
    if settings_text and tmp_path:
        path = tmp_path / "medlint.yaml"
        path.write_text(settings_text, encoding="utf-8")
        settings = read(path)
    made = checker(settings)
    pages: list[Document | Failure] = [parsers.parse(path, text.encode()) for path, text in texts.items()]
    report = checking.check_documents(made, pages, is_whole=settings is not None)
    documents = [page for page in pages if isinstance(page, Document)]
    return report, dossier.gather(report, made, ("page.md", "--as-of", AS_OF), documents)


def view(texts: dict[str, str], settings_text: str = "", tmp_path: Path | None = None) -> View:
    """Return what the report on texts shows."""
    return build.view(*run(texts, settings_text, tmp_path), RenderOptions())


def html(texts: dict[str, str], settings_text: str = "", tmp_path: Path | None = None) -> str:
    """Return the report on texts."""
    from medlint.reporters.html import render

    report, given = run(texts, settings_text, tmp_path)
    return render(report, RenderOptions(dossier=given))
