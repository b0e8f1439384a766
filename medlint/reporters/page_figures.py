"""The figures of each page for `--statistics`: length, sentences, and the grades of five formulas."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Report
from medlint.readability import figures


def page_figures(report: Report) -> Iterator[tuple[str, str]]:
    """Yield path and figures of each page that was kept, in the order of the report."""
    for checked in report.documents:
        if checked.document:
            yield checked.path, _told(checked.document)


def _told(document: Document) -> str:
    words, found = f"{document.words:,} words", figures(document)
    if not found.sentences:
        return f"{words}, no sentences"
    formulas = ", ".join(f"{name} {value:.1f}" for name, value in found.grades.items())
    hard = 100 * found.long_words / found.words
    return (
        f"{words}, {found.sentences:,} sentences of {found.words_a_sentence:.1f} words, "
        f"{hard:.0f} % of words with three syllables or more, reading grade {found.grade:.1f} ({formulas})"
    )
