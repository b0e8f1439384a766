"""Blocks into requests, answers back to blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from medlint.languagetool import annotate
from medlint.languagetool.annotate import Annotated
from medlint.languagetool.hits import Annotation, Answer, Hit

LARGEST_REQUEST = 20_000
"""Characters; some seconds' work. One longer block goes alone."""

_GAP = "\n\n"

Ask = Callable[[Annotation], Sequence[Answer]]


def requests(blocks: Sequence[Annotated]) -> Iterator[tuple[Annotated, ...]]:
    """Yield blocks in heaps that are asked about together."""
    heap: list[Annotated] = []
    size = 0
    for block in blocks:
        length = len(block.block.text) + len(_GAP)
        if heap and size + length > LARGEST_REQUEST:
            yield tuple(heap)
            heap, size = [], 0
        heap.append(block)
        size += length
    if heap:
        yield tuple(heap)


def asked(blocks: Sequence[Annotated], ask: Ask) -> tuple[tuple[Hit, ...], ...]:
    """Return what is found in each of some blocks that are asked about together."""
    annotation: list[Mapping[str, str]] = []
    for block in blocks:
        annotation += [*block.annotation, {"markup": _GAP, "interpretAs": _GAP}]
    found: list[list[Hit]] = [[] for _ in blocks]
    starts = annotate.starts([block.block.text for block in blocks], len(_GAP))
    for answer in ask(annotation):
        number = bisect_right(starts, answer.start) - 1
        if number >= 0 and (hit := _hit(blocks[number], answer, starts[number])):
            found[number].append(hit)
    return tuple(tuple(sorted(hits, key=_order)) for hits in found)


def _hit(annotated: Annotated, answer: Answer, shift: int) -> Hit | None:
    """Return the answer in code points of its block; none where it is about more, or about a word of ours."""
    points = annotate.from_utf16(annotated.block.text)
    if not 0 <= answer.start - shift < answer.end - shift < len(points):
        return None
    start, end = points[answer.start - shift], points[answer.end - shift]
    if annotated.touches_substitute(start, end):
        return None
    suggestions = () if annotated.holds_markup(start, end) else answer.suggestions
    return Hit(answer.rule, answer.category, start, end, answer.message, suggestions)


def _order(hit: Hit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.rule
