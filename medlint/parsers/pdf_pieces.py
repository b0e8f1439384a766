"""From the characters of a page to stretches with one size, one base line and no wide gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medlint.parsers.pdf_child import BOLD, HYPHEN
from medlint.parsers.pdf_glyphs import Page

# Parts of the size of the type: our own judgement, from pages of many writers.
SAME_LINE = 0.12  # how far two base lines may be apart
LARGEST_STEP_BACK = 0.6  # of kerning and of words drawn in another order
_WIDEST_GAP = 1.5  # between words of a justified line, with a space
_WIDEST_WITHOUT_SPACE = 0.9  # some writers move the pen instead

# What symbol fonts have in the places of letters: bullets, ticks, arrows.
_PRIVATE = range(0xF000, 0xF100)
_PRIVATE_MEANINGS = {0xF0FC: "✓", 0xF0FE: "✓", 0xF02D: "-", 0xF0E0: "→", 0xF0D8: "➢"}


@dataclass(slots=True)
class Line:
    """Characters on one base line, upright, whatever the direction of the page."""

    text: str
    glyphs: list[int]  # of the page, one for each character of the text
    left: float
    right: float
    base: float  # rises up the page
    size: float
    order: int  # in which it was written
    page: int
    bold: int = 0  # characters
    ends_hyphenated: bool = False

    @property
    def top(self) -> float:
        """The upper edge, about."""
        return self.base + 0.8 * self.size

    @property
    def bottom(self) -> float:
        """The lower edge, about."""
        return self.base - 0.2 * self.size

    @property
    def is_bold(self) -> bool:
        """Whether most of it is in a heavy face."""
        return self.bold * 2 > len(self.text.replace(" ", ""))


def pieces(page: Page, indices: Sequence[int], direction: int) -> Iterator[Line]:
    """Yield stretches of characters with one size, one base line and no wide gaps."""
    columns = page.columns
    codes, flags, sizes = columns["codes"], columns["flags"], columns["size"]
    lefts, rights, bases = _upright(page, direction)
    piece: Line | None = None
    parts: list[str] = []
    space = -1
    for index in indices:
        character = _character(codes[index], flags[index])
        if not character:
            continue
        if character.isspace():
            space = index if space < 0 else space
            continue
        size, left, base = sizes[index] or 1.0, lefts[index], bases[index]
        # PDFium makes up spaces that are not there, and those have no size.
        widest = _WIDEST_GAP if space >= 0 and sizes[space] else _WIDEST_WITHOUT_SPACE
        if (
            piece is None
            or abs(base - piece.base) > SAME_LINE * piece.size
            or abs(size - piece.size) > SAME_LINE * piece.size
            or not (
                -LARGEST_STEP_BACK * size <= left - piece.right <= widest * size
                or left == lefts[piece.glyphs[-1]]  # the letters of a ligature share its place
            )
        ):
            if piece is not None:
                piece.text = "".join(parts)
                yield piece
            piece, parts = Line("", [], left, left, base, size, index, page.number), []
        elif space >= 0:
            parts.append(_spaced(codes[space]))
            piece.glyphs.append(space)
        space = -1
        parts.append(character)
        piece.glyphs.append(index)
        piece.right, piece.size = max(piece.right, rights[index]), max(piece.size, size)
        piece.bold += bool(flags[index] & BOLD)
        piece.ends_hyphenated = bool(flags[index] & HYPHEN)
    if piece is not None:
        piece.text = "".join(parts)
        yield piece


def _spaced(code: int) -> str:
    return "\u00a0" if code == 0xA0 else " "


def _upright(page: Page, direction: int) -> tuple[Sequence[float], Sequence[float], Sequence[float]]:
    """Return left and right edges and base lines as they are when the page is turned to be read."""
    columns = page.columns
    if direction == 0:
        return columns["left"], columns["right"], columns["y"]
    if direction == 1:
        return columns["bottom"], columns["top"], [-x for x in columns["x"]]
    lefts, rights = ("right", "left") if direction == 2 else ("top", "bottom")
    bases = [-y for y in columns["y"]] if direction == 2 else columns["x"]
    return [-edge for edge in columns[lefts]], [-edge for edge in columns[rights]], bases


def _character(code: int, flag: int) -> str:
    """Return what a code means; nothing for what no reader sees."""
    if flag & HYPHEN:
        return "-"
    if code in _PRIVATE:
        return _PRIVATE_MEANINGS.get(code, "•")
    if code in (0xFFFE, 0xFFFF) or code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return "\ufffd"
    character = chr(code)
    return "" if code < 0x20 or 0x7F <= code < 0xA0 else character


def aslant(page: Page, indices: Sequence[int]) -> Iterator[Line]:
    """Yield what is written aslant, such as "Draft" across a page: what was written in one go."""
    line: Line | None = None
    for before, index in zip((-2, *indices), indices, strict=False):
        character = _character(page.columns["codes"][index], page.columns["flags"][index])
        if line is None or index > before + 2:
            if line is not None:
                yield line
            columns = page.columns
            left, base = columns["left"][index], columns["y"][index]
            line = Line("", [], left, left, base, columns["size"][index] or 1.0, index, page.number)
        line.text += character
        line.glyphs += [index] * len(character)
        line.right = max(line.right, page.columns["right"][index])
    if line is not None:
        yield line
