"""From paragraphs, headings and tables to blocks: the text that they make, and what is special in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from medlint.model import Kind
from medlint.parsers import pdf_hyphens
from medlint.parsers.chunk import Chunk, Mark
from medlint.parsers.lines import Line as TextLine
from medlint.parsers.lines import split
from medlint.parsers.pdf_boxes import Boxes
from medlint.parsers.pdf_glyphs import Page
from medlint.parsers.pdf_pieces import Line
from medlint.parsers.pdf_text import Part

_HYPHENS = ("-", "\u2010")  # a soft hyphen is known to the builder
_STEPS = 2  # of indentation, in the size of the type


@dataclass
class Written:
    """The text of the parts so far, with its blocks and the place of each character."""

    boxes: Boxes
    words: Collection[str]  # of the document, to tell hyphens
    parts: list[str] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    length: int = 0
    tables: int = 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self.parts)

    def add(self, part: Part) -> None:
        """Write a paragraph, heading or table."""
        if part.what == "table":
            self.tables += 1
            for number, row in enumerate(part.rows, 1):
                for cell in row:
                    self.block(cell.lines, "table-cell", group=self.tables, row=number)
        elif part.what == "heading":
            self.block(part.lines, "heading", level=part.level)
        elif part.what == "note":
            self.block(part.lines, "footnote", marker=part.marker, skip=part.skip)
        else:
            self._paragraph(part)

    def block(
        self,
        lines: Sequence[Line],
        kind: Kind,
        *,
        level: int = 0,
        group: int = 0,
        row: int = 0,
        marker: str = "",
        skip: int = 0,
    ) -> None:
        """Write lines as one block, but the `skip` characters of its marker."""
        written, marks = self._lines(lines)
        span = (written[0].start + skip, written[-1].end)
        text = " ".join(line.text for line in written)[skip:]
        self.chunks.append(
            Chunk(kind, (span,), marks, text=text, marker=marker, level=level, group=group, row=row)
        )

    def _paragraph(self, part: Part) -> None:
        written, marks = self._lines(part.lines)
        for chunk in split(written, parts_sentences=False):
            if not chunk.spans:
                self.chunks.append(chunk)
                continue
            start, end = chunk.spans[0]
            own = (mark for mark in marks if start <= mark.start <= end)
            # Size and weight tell headings here, not that a line stands alone.
            self.chunks.append(replace(chunk, marks=tuple(sorted((*chunk.marks, *own))), is_alone=False))

    def _lines(self, lines: Sequence[Line]) -> tuple[list[TextLine], tuple[Mark, ...]]:
        """Write lines and an empty one; return them, and the hyphens and breaks that are not shown."""
        size = max(1.0, *(line.size for line in lines))
        written: list[TextLine] = []
        marks: list[Mark] = []
        for line, following in zip(lines, (*lines[1:], None), strict=True):
            start = self.length
            text = line.text
            self._write(line, text)
            end = self.length
            marks += self._links(line, start)
            written.append(TextLine(text, start, end, round(_STEPS * line.left / size)))
            self._write(line, "\n")
            if following is not None and _is_parted(text):
                is_own = pdf_hyphens.is_own(text, following.text, self.words)
                marks.append(Mark(end if is_own else end - 1, end + 1))
        self._write(lines[-1], "\n")
        return written, tuple(sorted(marks))

    def _links(self, line: Line, start: int) -> Iterator[Mark]:
        """Yield where links begin and end in a line, given where it begins."""
        page = self.boxes.pages[line.page - 1]
        for edges, address in page.links:
            inside = [place for place, glyph in enumerate(line.glyphs) if _is_inside(page, glyph, edges)]
            if inside:
                yield Mark(start + inside[0], start + inside[0], "open", address)
                yield Mark(start + inside[-1] + 1, start + inside[-1] + 1, "close")

    def _write(self, line: Line, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
        glyphs: Iterable[int] = line.glyphs if text == line.text else (-1 for _ in text)
        for glyph in glyphs:
            self.boxes.add(line.page - 1, glyph)


def _is_inside(page: Page, glyph: int, edges: Sequence[float]) -> bool:
    """Say whether the middle of a character lies within edges: left, bottom, right, top."""
    columns = page.columns
    x = (columns["left"][glyph] + columns["right"][glyph]) / 2
    y = (columns["bottom"][glyph] + columns["top"][glyph]) / 2
    return bool(edges[0] <= x <= edges[2] and edges[1] <= y <= edges[3])


def _is_parted(text: str) -> bool:
    """Say whether a line ends in the middle of a word."""
    return text.endswith(_HYPHENS) and len(text) > 1 and text[-2].isalnum()
