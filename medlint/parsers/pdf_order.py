"""The order in which a reader takes the stacks of a page: columns, and what lies across them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from medlint.parsers import pdf_stacks, pdf_tables
from medlint.parsers.pdf_pieces import Line
from medlint.parsers.pdf_stacks import Edges, Stack

_GUTTER = 0.7  # the least between two columns, in the size of the type: our own judgement
_MOST_DEEP = 60  # cuts inside each other


@dataclass(frozen=True, slots=True)
class _Box:
    """A stack with its edges, which are asked for often."""

    left: float
    right: float
    top: float
    bottom: float
    size: float
    stack: Stack


def ordered(lines: Sequence[Line]) -> list[Stack]:
    """Return the lines of a page as stacks and tables, in reading order."""
    stacks = [*pdf_tables.found(pdf_stacks.stacks(lines))]
    boxes = [_Box(each.left, each.right, each.top, each.bottom, each.size, each) for each in stacks]
    return [box.stack for box in _cut(boxes, _edges(boxes), 0)]


def _cut(boxes: list[_Box], edges: Edges, depth: int) -> list[_Box]:
    """Return boxes in reading order: column by column where they stand in columns, else from above."""
    if len(boxes) > 1 and depth < _MOST_DEEP:
        if columns := _columns(boxes):
            return [box for column in columns for box in _cut(column, _edges(column), depth + 1)]
        groups = [*_grouped(_bands(boxes))]
        if len(groups) > 1:
            return [box for group in groups for box in _cut(group, edges, depth + 1)]
    for box in boxes:
        _set_edges(box.stack, edges)
    return sorted(boxes, key=lambda box: (-box.top, box.left))


def _edges(boxes: Sequence[_Box]) -> Edges:
    return min((box.left for box in boxes), default=0.0), max((box.right for box in boxes), default=0.0)


def _set_edges(stack: Stack, edges: Edges) -> None:
    stack.edges = edges
    for row in stack.rows:
        for cell in row:
            cell.edges = (cell.left, cell.right)


def _columns(boxes: Sequence[_Box]) -> list[list[_Box]]:
    """Return the boxes in columns, from left to right; nothing where something lies across."""
    columns: list[list[_Box]] = []
    edge = float("-inf")
    for box in sorted(boxes, key=lambda box: box.left):
        if not columns or box.left > edge + _GUTTER * box.size:
            columns.append([])
        columns[-1].append(box)
        edge = max(edge, box.right)
    return columns if len(columns) > 1 and not _written_across(columns) else []


def _written_across(columns: Sequence[Sequence[_Box]]) -> bool:
    """Say whether columns were written in turn, as labels with what they stand beside are."""
    owners = sorted((box.stack.order, number) for number, column in enumerate(columns) for box in column)
    turns = sum(one[1] != other[1] for one, other in pairwise(owners))
    if turns <= 2 * len(columns):
        return False
    first = sorted(columns[0], key=lambda box: -box.top)[1:]
    goes_on = sum(line.text[:1].islower() for box in first for line in [*box.stack.all_lines()][:1])
    return goes_on * 2 < len(first)


def _bands(boxes: Sequence[_Box]) -> list[list[_Box]]:
    """Return the boxes in bands, from above, with nothing that reaches from one into another."""
    bands: list[list[_Box]] = []
    edge = float("inf")
    for box in sorted(boxes, key=lambda box: (-box.top, box.left)):
        if not bands or box.top <= edge + 0.1 * box.size:
            bands.append([])
        bands[-1].append(box)
        edge = min(edge, box.bottom)
    return bands


def _grouped(bands: Sequence[list[_Box]]) -> Iterator[list[_Box]]:
    """Yield the boxes of bands together that share a gutter: their columns go on."""
    group: list[list[_Box]] = []
    taken: list[Edges] = []  # what the group covers, from left to right
    for band in bands:
        covered = _covered(taken, band)
        if group and len(covered) == 1:
            kept, following = _parted(group)
            yield _flat(kept)
            yield from following
            group, covered = [], _covered([], band)
        group.append(band)
        taken = covered
    if group:
        kept, following = _parted(group)
        yield _flat(kept)
        yield from following


def _covered(taken: Sequence[Edges], band: Iterable[_Box]) -> list[Edges]:
    """Return the stretches of the page's width that something stands in."""
    new = ((box.left, box.right + _GUTTER * box.size) for box in band)
    covered: list[Edges] = []
    for left, right in sorted((*taken, *new)):
        if covered and left <= covered[-1][1]:
            covered[-1] = covered[-1][0], max(covered[-1][1], right)
        else:
            covered.append((left, right))
    return covered


def _flat(bands: Iterable[Iterable[_Box]]) -> list[_Box]:
    return [box for band in bands for box in band]


def _parted(group: list[list[_Box]]) -> tuple[list[list[_Box]], list[list[_Box]]]:
    """Part what ends a group and belongs below it: a heading, or what was written after all else."""
    body = min(box.size for box in _flat(group))
    latest = [*accumulate((max(box.stack.order for box in band) for band in group), max)]
    end = len(group)
    while end > 1 and len(group[end - 1]) == 1:
        (box,) = group[end - 1]
        if box.size <= 1.1 * body and box.stack.order < latest[end - 2]:
            break
        end -= 1
    return group[:end], group[end:]
