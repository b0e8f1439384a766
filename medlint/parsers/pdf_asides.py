"""What a PDF says beside its printed text: alternative texts of tagged pictures, and form fields."""

from __future__ import annotations

from collections.abc import Sequence

from medlint.parsers.pdf_blocks import Written
from medlint.parsers.pdf_glyphs import Page
from medlint.parsers.pdf_pieces import Line


def add(written: Written, pages: Sequence[Page]) -> None:
    """Write the asides of all pages, each at the place of what it is about."""
    for page in pages:
        for what, words, edges in page.asides:
            if text := " ".join(words.split()):
                line = _line(page, text, edges)
                written.block([line], "alt-text" if what == "alt-text" else "paragraph")


def _line(page: Page, text: str, edges: Sequence[float]) -> Line:
    """Return words whose every character stands where the picture or field does."""
    glyph = _place(page, edges)
    left, bottom, right, _ = edges
    return Line(text, [glyph] * len(text), left, right, bottom, size=0.0, order=glyph, page=page.number)


def _place(page: Page, edges: Sequence[float]) -> int:
    """Return the number of one more character on the page, that is as large as the edges.

    The page is laid out by then, so that it changes nothing that is printed.
    """
    left, bottom, right, top = edges
    given = {"left": left, "bottom": bottom, "right": right, "top": top, "x": left, "y": bottom}
    for name, column in page.columns.items():
        column.append(given.get(name, 0))
    return len(page) - 1
