"""Plain text: paragraphs parted by empty lines, and what their lines show of lists and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document
from medlint.parsers.builder import Builder
from medlint.parsers.chunk import Chunk, write
from medlint.parsers.lines import Line, split
from medlint.parsers.outline import arrange

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_AROUND = "\r\n \t\f\v\u00a0\u200b\ufeff\u2003\u2002\u2009\u202f\u3000\x1c\x1d\x1e\x1f\x85\u2028\u2029"


def parse(path: str, source_text: str, sha256: str) -> Document:
    """Return a plain text as its reader sees it.

    A line `medlint: …` is a `Comment` whose text is the whole line, as in `<!-- medlint: … -->`.
    """
    builder = Builder(source_text)
    for chunk in arrange(tuple(_chunks(source_text))):
        write(builder, chunk)
    return builder.build(path, sha256)


def _chunks(source_text: str) -> Iterator[Chunk]:
    for paragraph in paragraphs(source_text, 0, len(source_text)):
        yield from split(paragraph)


def paragraphs(source_text: str, start: int, end: int) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph of a stretch of the file; none is empty."""
    lines: list[Line] = []
    for found in _LINE.finditer(source_text, start, end):
        whole = found[0]
        text = whole.strip(_AROUND)
        if not text:
            if lines:
                yield lines
            lines = []
            continue
        indent = len(whole) - len(whole.lstrip(_AROUND))
        first = found.start() + indent
        lines.append(Line(text, first, first + len(text), indent))
    if lines:
        yield lines
