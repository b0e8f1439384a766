"""Which section of the page words stand in, told from the heading above: stories, prices, risks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from medlint.context._cues import has
from medlint.model import Document, Passage, Region

SECTIONS = ("stories", "prices", "risks", "people", "sources")
"""Kinds of section; `section-…` in the lexicons has the words of their headings."""

_LONGEST_HEADING = 70  # characters; a longer one says something and names no section


def section(document: Document, region: Region) -> str | None:
    """Return the kind of section that holds the region; a heading belongs to what is above it."""
    starts = document.derived(_starts)
    place = bisect_right(starts, region.start, key=lambda start: start[0]) - 1
    return starts[place][1] if place >= 0 else None


def _starts(document: Document) -> Sequence[tuple[int, str | None]]:
    """Return where sections begin and of which kind they are; a smaller heading inside one stays in it."""
    found: list[tuple[int, str | None]] = []
    outer_kind, outer_level = None, 0
    for block in document.blocks:
        if block.kind != "heading":
            continue
        kind = _kind(document, block)
        if kind or block.level <= outer_level or not outer_kind:
            outer_kind, outer_level = kind, block.level
        found.append((block.region.end, outer_kind))
    return tuple(found)


def _kind(document: Document, heading: Passage) -> str | None:
    start, end = heading.region.start, heading.region.end
    if end - start > _LONGEST_HEADING:
        return None
    return next((kind for kind in SECTIONS if has(document, (f"section-{kind}",), start, end)), None)
