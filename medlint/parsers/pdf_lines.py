"""From the characters of a page to its lines, in the order in which they were written.

A line is what stands on one base line without a gap that a reader would take for the edge of a column.
Smaller raised numbers belong to it, as raised numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from medlint.parsers.pdf_child import SKEW
from medlint.parsers.pdf_glyphs import Page
from medlint.parsers.pdf_pieces import LARGEST_STEP_BACK, SAME_LINE, Line, aslant, pieces

# Parts of the size of the type: our own judgement, from pages of many writers.
_WIDEST_AFTER_MARKER = 5.0
_SMALL = 0.86  # a raised number is smaller than this
_RAISED = (0.12, 0.85)  # and stands so much above the base line
_LOWERED = 0.4
_TOUCHING = 0.45
_SPACE = 0.18

_RAISED_DIGITS = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_MARKER = re.compile(r"[^\w\s\"'(\[]|o|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\[\d{1,3}\]|\d{1,2}")


def lines(page: Page) -> tuple[list[Line], list[Line]]:
    """Return the lines of a page, and those that are written across the others."""
    flags = page.columns["flags"]
    directions = Counter(flag & 3 for flag in flags if not flag & SKEW)
    main = max(sorted(directions), key=directions.__getitem__, default=0)
    upright = [index for index, flag in enumerate(flags) if flag & (3 | SKEW) == main]
    found = _joined(_lines(page, upright, main))
    across = [index for index, flag in enumerate(flags) if flag & (3 | SKEW) != main]
    asides = [*aslant(page, [index for index in across if flags[index] & SKEW])]
    for turn in range(4):
        asides += _lines(page, [index for index in across if flags[index] & (3 | SKEW) == turn], turn)
    return found, asides


def _lines(page: Page, indices: Sequence[int], direction: int) -> list[Line]:
    found: list[Line] = []
    seen: set[tuple[str, int, int]] = set()  # a shadow, or bold type made by writing twice
    line: Line | None = None
    for piece in pieces(page, indices, direction):
        key = (piece.text, round(piece.left / 2), round(piece.base / 2))
        if key in seen and len(piece.text) > 1:
            continue
        seen.add(key)
        if line is None or not _extend(line, piece):
            line = piece
            found.append(line)
    return found


def _extend(line: Line, piece: Line) -> bool:
    """Add a piece to the line it goes on with; say whether it does."""
    size = max(line.size, piece.size)
    gap, rise = piece.left - line.right, piece.base - line.base
    if not -LARGEST_STEP_BACK * size <= gap:
        return False
    # A bare number may be a marker; beside another number it is the cell of a table.
    is_marker = bool(_MARKER.fullmatch(line.text)) and not (line.text + piece.text[0]).isdigit()
    widest = _WIDEST_AFTER_MARKER if is_marker else _TOUCHING * 2
    if abs(rise) <= SAME_LINE * size * (1 + 2 * is_marker) and gap <= widest * size:
        # An emoji, or a bullet of another face, says nothing of the line's own type.
        if is_marker or len(piece.text) > len(line.text):
            line.base, line.size = piece.base, piece.size
        _append(line, piece, gap)
        return True
    if gap > _TOUCHING * size:
        return False
    if piece.size < _SMALL * line.size and -_LOWERED * line.size < rise < _RAISED[1] * line.size:
        if rise > _RAISED[0] * line.size:
            piece.text = piece.text.translate(_RAISED_DIGITS)
        _append(line, piece, gap)
        return True
    if line.size < _SMALL * piece.size and _RAISED[0] * piece.size < -rise < _RAISED[1] * piece.size:
        # A note begins with its raised number.
        line.text = line.text.translate(_RAISED_DIGITS)
        _append(line, piece, gap)
        line.base, line.size = piece.base, piece.size
        return True
    return False


def _append(line: Line, piece: Line, gap: float) -> None:
    # A raised number touches its word; all else is parted by what a reader takes for a space.
    if gap > _SPACE * max(line.size, piece.size):
        line.text += " "
        line.glyphs.append(line.glyphs[-1])
    line.text += piece.text
    line.glyphs += piece.glyphs
    line.right = max(line.right, piece.right)
    line.bold += piece.bold
    line.ends_hyphenated = piece.ends_hyphenated


def _joined(found: Iterable[Line]) -> list[Line]:
    """Return the lines, with the parts of one that were not written one after the other put together."""
    done: list[Line] = []
    last: Line | None = None
    for line in sorted(found, key=lambda line: (-round(line.base), line.left)):
        if (
            last is not None
            and abs(last.base - line.base) <= SAME_LINE * line.size
            and abs(last.size - line.size) <= SAME_LINE * line.size
            and -0.2 * line.size <= line.left - last.right <= _TOUCHING * line.size
        ):
            last.order = min(last.order, line.order)
            _append(last, line, line.left - last.right)
        else:
            done.append(line)
            last = line
    return sorted(done, key=lambda line: line.order)
