"""Where the characters of a PDF's text are printed."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from medlint.parsers.pdf_glyphs import Page
from medlint.parsers.placed import Box, Place

_FARTHEST = 20  # characters of white space between words and the printed one that stands for their place


@dataclass(frozen=True)
class Boxes:
    """Page and character on it for each character of the text; -1 for what is printed nowhere."""

    pages: Sequence[Page]
    page_indices: array[int] = field(default_factory=lambda: array("i"))
    glyphs: array[int] = field(default_factory=lambda: array("i"))

    def add(self, page: int, glyph: int) -> None:
        """Say where the next character of the text is printed."""
        self.page_indices.append(page)
        self.glyphs.append(glyph)

    def at(self, start: int, end: int) -> Place:
        """Return the page on which words begin, and the box around all of them that stand on it."""
        boxes = [*self.lines(start, end)] or self._nearest(start)
        if not boxes:
            return Place(page=1)
        number = boxes[0][0]
        lefts, tops, rights, bottoms = zip(*(box for page, box in boxes if page == number), strict=True)
        return Place(page=number, box=(min(lefts), max(tops), max(rights), min(bottoms)))

    def lines(self, start: int, end: int) -> Iterator[tuple[int, Box]]:
        """Yield page and box of each stretch of words on one line."""
        number, box = 0, None
        for offset in range(max(0, start), min(end, len(self.glyphs))):
            if self.glyphs[offset] < 0:
                continue
            page = self.pages[self.page_indices[offset]]
            if chr(page.columns["codes"][self.glyphs[offset]]).isspace():
                continue  # flat in some files, and then on no line
            here = _box(page, self.glyphs[offset])
            if box is not None and number == page.number and _touch(box, here):
                box = _around(box, here)
                continue
            if box is not None:
                yield number, box
            number, box = page.number, here
        if box is not None:
            yield number, box

    def _nearest(self, offset: int) -> list[tuple[int, Box]]:
        """Return the place of a printed character around an offset where nothing is printed."""
        for distance in range(_FARTHEST):
            for near in (offset + distance, offset - distance):
                if found := [*self.lines(near, near + 1)] if near >= 0 else []:
                    return found
        return []


def _box(page: Page, index: int) -> Box:
    columns = page.columns
    left, top, right, bottom = (columns[name][index] for name in ("left", "top", "right", "bottom"))
    base, size, direction = columns["y"][index], columns["size"][index], columns["flags"][index] & 3
    if direction == 0 and size:
        # As high as its line, whatever the letter: a mark over words looks like one.
        bottom, top = min(bottom, base - 0.2 * size), max(top, base + 0.75 * size)
    left, right, bottom, top = (*sorted((left, right)), *sorted((bottom, top)))
    return round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)


def _touch(one: Box, other: Box) -> bool:
    """Say whether two boxes stand on one line, or one column of turned text, without a gap."""
    height, width = min(one[1] - one[3], other[1] - other[3]), min(one[2] - one[0], other[2] - other[0])
    across = min(one[1], other[1]) - max(one[3], other[3])
    along = min(one[2], other[2]) - max(one[0], other[0])
    is_line = across > 0.4 * height and along > -3 * (one[1] - one[3])
    return is_line or (along > 0.6 * width and across > -0.5 * height and height < width)


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), max(one[1], other[1]), max(one[2], other[2]), min(one[3], other[3])
