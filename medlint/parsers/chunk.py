"""A block before it is built: which stretches of the file it shows, and what is special in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from medlint.model import Kind
from medlint.parsers.builder import Builder

Span = tuple[int, int]
"""Start and end (excluded) in code points of the decoded file."""


class Mark(NamedTuple):
    """A stretch of the file that is not shown as it stands."""

    start: int
    end: int
    what: Literal["shown", "open", "close", "comment"] = "shown"
    text: str = ""  # shown in its place; the address of a link that opens; the words of a comment


@dataclass(frozen=True, slots=True)
class Chunk:
    """One block to be."""

    kind: Kind | None  # None: nothing to show, only remarks
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...] = ()  # by place
    text: str = ""  # its first line, roughly as the reader sees it, to tell what it is
    marker: str = ""
    level: int = 0
    group: int = 0
    row: int = 0
    indent: int = 0  # of a list item in plain text
    is_alone: bool = False  # a single line between empty lines


def write(builder: Builder, chunk: Chunk) -> None:
    """Add a chunk to the document."""
    if chunk.kind is None:
        builder.end()
    else:
        builder.begin(chunk.kind, level=chunk.level, group=chunk.group, row=chunk.row, marker=chunk.marker)
    marks = list(chunk.marks)
    place = taken = 0
    for start, end in chunk.spans:
        place = max(place, start)
        while taken < len(marks) and marks[taken].start < end:
            place = _apply(builder, marks[taken], place)
            taken += 1
        if place < end:
            builder.copy(place, end)
            place = end
    for mark in marks[taken:]:
        place = _apply(builder, mark, max(place, mark.start))


def visible(source_text: str, spans: Sequence[Span], marks: Sequence[Mark], limit: int) -> str:
    """Return the first line of a chunk, about as its reader sees it, cut at `limit` characters."""
    start = min(span[0] for span in spans) if spans else 0
    parts, place = [], start
    for mark in marks:
        if mark.start - start > limit:
            break
        if mark.what in ("shown", "comment") and mark.end > place:
            parts += [source_text[place : mark.start], mark.text if mark.what == "shown" else ""]
            place = mark.end
    end = max(span[1] for span in spans) if spans else 0
    parts.append(source_text[place : min(end, place + limit)])
    return "".join(parts).strip()


def without(spans: Iterable[Span], holes: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of `spans`; both by place."""
    index = 0
    for start, end in spans:
        place = start
        while index < len(holes) and holes[index][0] < end:
            if holes[index][0] > place:
                yield place, holes[index][0]
            place = max(place, holes[index][1])
            index += 1
        if place < end:
            yield place, end


def _apply(builder: Builder, mark: Mark, place: int) -> int:
    """Show what stands before a mark and then the mark; return where the file goes on."""
    if mark.start > place:
        builder.copy(place, mark.start)
    if mark.what == "open":
        builder.open_link(mark.text)
    elif mark.what == "close":
        builder.close_link()
    elif mark.what == "comment":
        builder.comment(mark.text, mark.start, mark.end)
    elif mark.text and mark.start >= place:
        builder.replace(mark.text, mark.start, mark.end)
    return max(place, mark.end)
