"""Do the words stand inside quotation marks or in a block quotation?

A mark without its partner quotes nothing, unless it opens the block: long quotations open every
paragraph and close only the last.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from medlint.expressions import expression
from medlint.model import Document, Passage, Region

_CLOSERS = {
    "\u201c": "\u201d",
    "\u201e": "\u201c\u201d",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    "\u2018": "\u2019",
    "\u201a": "\u2018\u2019",
    '"': '"',
    "'": "'",
}
_OPENER = expression(r"[\u201c\u201e\u00ab\u00bb\u201a\u2018\"'](?=\S)")
# An apostrophe stands behind a letter and often before one; a closing mark never stands before one.
_CLOSES = {mark: expression(rf"(?<=\S)[{re.escape(marks)}](?!\w)") for mark, marks in _CLOSERS.items()}
_OPENS_AT_ONCE = expression(r"[\u201c\u201e\u00ab\"]")


def holds(document: Document, region: Region) -> bool:
    """Say whether the words are quoted."""
    return document.block_at(region.start).kind == "quote" or quotation(document, region) is not None


def quotation(document: Document, region: Region) -> Region | None:
    """Return the quotation that holds the region, its marks included."""
    quotes = document.derived(_quotations)
    last = bisect_right(quotes, Region(region.start, len(document.text))) - 1
    return quotes[last] if last >= 0 and quotes[last].contains(region) else None


def _quotations(document: Document) -> tuple[Region, ...]:
    """Return the quotations of all blocks, in reading order, none inside another."""
    return tuple(quote for block in document.blocks for quote in _within(block))


def _within(block: Passage) -> list[Region]:
    found: list[Region] = []
    text, shift = block.text, block.region.start
    position = 0
    unclosed: set[str] = set()
    while opener := _OPENER.search(text, position):
        mark, start = opener.group(), opener.start()
        position = start + 1
        if mark in unclosed or not _may_open(text, start):
            continue
        closer = _CLOSES[mark].search(text, position)
        if closer:
            position = closer.end()
            found.append(Region(shift + start, shift + position))
        else:
            unclosed.add(mark)
            if start == 0 and _OPENS_AT_ONCE.match(mark):
                return [block.region]
    return found


def _may_open(text: str, start: int) -> bool:
    """Tell an opening mark from an apostrophe and from inches."""
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in ".,%")
