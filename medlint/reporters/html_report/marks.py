"""Where findings stand in the text of a page, and the page cut up along their edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from medlint.model import Document, Finding, Passage, Region, Severity
from medlint.reporters.html_report.view import Page, Piece, Segment
from medlint.rule import SEVERITIES

_LISTS = {"list-item": "list", "table-cell": "table"}


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of a finding in the text."""

    number: int
    severity: Severity
    region: Region


def region_of(document: Document, finding: Finding) -> Region | None:
    """Return where the words of a finding stand in the text; None where they stand nowhere in it."""
    if finding.position is None:
        return None
    if finding.start is not None:
        start = document.text_offset(finding.start)
        candidates = [] if start is None else [start]
    else:
        candidates = [*_of_sentence(document, finding)]
    for start in candidates:
        region = Region(start, start + len(finding.text))
        if document.text[region.start : region.end] == finding.text:
            return region
    return None


def _of_sentence(document: Document, finding: Finding) -> Iterator[int]:
    """Yield where the words stand, for a format whose places are no characters of a file."""
    found = document.text.find(finding.sentence)
    while finding.sentence and found >= 0:
        start = found + finding.in_sentence[0]
        if document.position(start) == finding.position:
            yield start
        found = document.text.find(finding.sentence, found + 1)


def page(file: str, document: Document, marks: Sequence[Mark], whole: Iterable[int]) -> Page:
    """Return the page with its marks.

    Args:
        file: Its key.
        document: What its reader sees.
        marks: Words of findings, in any order.
        whole: Numbers of the findings that stand nowhere in it.
    """
    ordered = sorted(marks, key=lambda mark: (mark.region, mark.number))
    pieces = tuple(_pieces(document, ordered))
    return Page(file, document.path, str(document.meta.get("language", "")), pieces, tuple(whole))


def _pieces(document: Document, marks: Sequence[Mark]) -> Iterator[Piece]:
    for (kind, group), members in groupby(document.blocks, key=_together):
        parts = [_piece(document, block, marks) for block in members]
        if not group:
            yield from parts
        elif kind == "table-cell":
            yield Piece("table", parts=tuple(_rows(parts)))
        else:
            yield Piece("list", parts=tuple(parts))


def _together(block: Passage) -> tuple[str, int]:
    return block.kind, block.group if block.kind in _LISTS else 0


def _rows(cells: Iterable[Piece]) -> Iterator[Piece]:
    # `level` of a cell is the number of its row.
    for _, row in groupby(cells, key=lambda cell: cell.level):
        yield Piece("row", parts=tuple(row))


def _piece(document: Document, block: Passage, marks: Sequence[Mark]) -> Piece:
    level = block.row if block.kind == "table-cell" else block.level
    here = [mark for mark in marks if _touches(block.region, mark.region)]
    return Piece(block.kind, level, block.marker, tuple(_segments(document.text, block.region, here)))


def _touches(block: Region, words: Region) -> bool:
    is_place = words.start == words.end  # where something is missing there are no words
    return block.start <= words.start <= block.end if is_place else block.overlaps(words)


def _segments(text: str, block: Region, marks: Sequence[Mark]) -> Iterator[Segment]:
    edges = {block.start, block.end}
    for mark in marks:
        edges |= {max(block.start, mark.region.start), min(block.end, mark.region.end)}
    places = sorted(edges)
    for start, end in zip(places, [*places[1:], block.end], strict=True):
        if missing := [mark for mark in marks if mark.region.start == start == mark.region.end]:
            yield _segment("", missing, missing, missing)
        if start < end:
            here = [mark for mark in marks if mark.region.start < mark.region.end]
            yield _segment(
                text[start:end],
                [mark for mark in here if mark.region.start <= start and end <= mark.region.end],
                [mark for mark in here if mark.region.start == start],
                [mark for mark in here if mark.region.end == end],
            )


def _segment(
    text: str, covering: Sequence[Mark], opening: Sequence[Mark], closing: Sequence[Mark]
) -> Segment:
    worst = min(covering, key=_worth, default=None)
    return Segment(
        text=text,
        finding=worst.number if worst else 0,
        severity=worst.severity if worst else None,
        opens=tuple(mark.number for mark in opening),
        closes=tuple((mark.number, mark.severity) for mark in closing),
    )


def _worth(mark: Mark) -> tuple[int, int, int]:
    """Return what sorts marks on the same words: the worst, then the shortest, is the one to follow."""
    return SEVERITIES.index(mark.severity), mark.region.end - mark.region.start, mark.number
