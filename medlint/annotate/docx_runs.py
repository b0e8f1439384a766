"""Runs of a Word file parted at the edges of findings, so that each can be commented on alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import NamedTuple, Protocol

from medlint.parsers.docx_names import Element, W
from medlint.parsers.docx_story import Story
from medlint.parsers.docx_walk import Piece

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HOSTS = frozenset(
    f"{W}{name}"
    for name in (
        "p",
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "sdtContent",
        "fldSimple",
        "customXml",
        "dir",
        "bdo",
    )
)


class Span(NamedTuple):
    """Characters of a story's text, from 0, end excluded."""

    start: int
    end: int


class Placed(Protocol):
    """Something to be said about words, or about what an element of the body leads to."""

    @property
    def span(self) -> Span | None:
        """The words."""

    @property
    def anchor(self) -> Element | None:
        """The element; without words and element, the beginning of the text is meant."""


def split(story: Story, root: Element, placed: Sequence[Placed]) -> tuple[tuple[Element, ...], ...]:
    """Part the runs; return, for each thing to be said, the elements beside which its marks can stand.

    They are the first and the last of what is meant, and all runs between them; never none.
    """
    spans = [each.span for each in placed if each.span is not None]
    pieces = _parted(story, {edge for span in spans for edge in span})
    starts = {piece.start: index for index, piece in enumerate(pieces)}
    beginning = _beginning(story, pieces, root)
    found: list[tuple[Element, ...]] = []
    for each in placed:
        if each.span is not None:
            hosts = _hosts(pieces, starts, each.span)
        else:
            hosts = (host(each.anchor),) if each.anchor is not None else ()
        found.append(hosts or beginning)
    return tuple(found)


def host(element: Element) -> Element:
    """Return the element itself or the one around it beside which the marks of a comment may stand."""
    while element.getparent() is not None and element.getparent().tag not in _HOSTS:
        element = element.getparent()
    return element


def _beginning(story: Story, pieces: Sequence[Piece], root: Element) -> tuple[Element, ...]:
    """Return the runs of the first paragraph that shows something; of an empty file, a new run."""
    for paragraph in story.paragraphs:
        shown = [piece for piece in pieces if paragraph.start <= piece.start < paragraph.end]
        if not paragraph.place and shown:
            return _unique(host(piece.element) for piece in shown)
    body = root.find(f"{W}body")
    around = root if body is None else body
    first = next(around.iterchildren(f"{W}p"), None)
    if first is None:
        first = root.makeelement(f"{W}p")
        around.insert(0, first)
    run = root.makeelement(f"{W}r")
    first.append(run)
    return (run,)


def _hosts(pieces: Sequence[Piece], starts: Mapping[int, int], span: Span) -> tuple[Element, ...]:
    first = _index(pieces, starts, span.start)
    last = first
    while last < len(pieces) and pieces[last].start < span.end:
        last += 1
    return _unique(host(piece.element) for piece in pieces[first:last])


def _index(pieces: Sequence[Piece], starts: Mapping[int, int], offset: int) -> int:
    """Return which piece begins at an offset, or holds it, or is the first behind it."""
    if offset in starts:
        return starts[offset]
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if pieces[middle].end <= offset else (low, middle)
    return low


def _unique(elements: Iterable[Element]) -> tuple[Element, ...]:
    return tuple(dict.fromkeys(elements))


def _parted(story: Story, edges: set[int]) -> list[Piece]:
    """Part runs at the edges; return all pieces of the text as they then are."""
    by_run: dict[Element, list[Piece]] = defaultdict(list)
    for piece in story.pieces:
        by_run[piece.run].append(piece)
    pieces: list[Piece] = []
    for run, own in by_run.items():
        inside = edges & {edge for piece in own for edge in (piece.start, *_within(piece, edges))}
        pieces += _split_run(run, own, inside) if inside and _can_be_parted(run, own) else own
    return sorted(pieces, key=lambda piece: piece.start)


def _within(piece: Piece, edges: set[int]) -> set[int]:
    if piece.end - piece.start < len(edges):
        return edges.intersection(range(piece.start + 1, piece.end))
    return {edge for edge in edges if piece.start < edge < piece.end}


def _can_be_parted(run: Element, pieces: Sequence[Piece]) -> bool:
    is_plain = run.tag == f"{W}r" and host(run) is run
    return is_plain and all(piece.element.getparent() is run for piece in pieces)


def _split_run(run: Element, pieces: Sequence[Piece], edges: set[int]) -> list[Piece]:
    """Make several runs of one, each beginning at an edge; formatting is the same in all."""
    by_element = {piece.element: piece for piece in pieces}
    children = [child for child in run if child.tag != f"{W}rPr"]
    current, is_empty = run, True
    result: list[Piece] = []
    for child in children:
        piece = by_element.get(child)
        for part in [None] if piece is None else _split_text(piece, edges):
            if part is not None and part.start in edges and not is_empty:
                current = _next_run(run, current)
            element = child if part is None else part.element
            current.append(element)
            is_empty = False
            if part is not None:
                result.append(part._replace(run=current))
    return result


def _next_run(run: Element, current: Element) -> Element:
    following = run.makeelement(f"{W}r", dict(run.attrib))
    properties = run.find(f"{W}rPr")
    if properties is not None:
        following.append(deepcopy(properties))
    current.addnext(following)
    return following


def _split_text(piece: Piece, edges: set[int]) -> list[Piece]:
    """Return a piece in parts; the first keeps its element."""
    element, text = piece.element, piece.element.text or ""
    cuts = sorted(_within(piece, edges))
    if element.tag != f"{W}t" or not cuts or len(text) != piece.end - piece.start:
        return [piece]
    parts = []
    for start, end in zip((piece.start, *cuts), (*cuts, piece.end), strict=True):
        part = element if start == piece.start else element.makeelement(f"{W}t")
        part.text = text[start - piece.start : end - piece.start]
        part.set(_SPACE, "preserve")
        parts.append(Piece(start, end, part, piece.run))
    return parts
