"""Small documents for tests: text in, Document out, no file needed."""

from __future__ import annotations

import re

from medlint.model import Anchors, Document, Passage, Region

MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


def document(*blocks: str | Passage, path: str = "page.txt") -> Document:
    """Return a document of paragraphs, whose file is its text."""
    passages: list[Passage] = []
    text = ""
    for block in blocks:
        given = block if isinstance(block, Passage) else Passage("paragraph", block, Region(0, 0))
        text += "\n\n" if text else ""
        region = Region(len(text), len(text) + len(given.text))
        passages.append(
            Passage(given.kind, given.text, region, given.level, given.group, given.row, given.marker)
        )
        text += given.text
    anchors = Anchors((0,), (0,), (len(text),), len(text))
    return Document(path, text, tuple(passages), anchors, text, "0" * 64)


def passage(kind: str, text: str, **fields: int | str) -> Passage:
    """Return a passage for `document`, which sets its region."""
    return Passage(kind, text, Region(0, 0), **fields)  # type: ignore[arg-type]


def marked(example: str) -> tuple[str, tuple[Region, ...]]:
    """Return the text without its `[[…]]` marks, and the regions they held."""
    regions: list[Region] = []
    for found in MARK.finditer(example):
        start = found.start() - 4 * len(regions)
        regions.append(Region(start, start + len(found[1])))
    return MARK.sub(r"\1", example), tuple(regions)
