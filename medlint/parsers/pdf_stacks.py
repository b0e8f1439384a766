"""Lines one below the other: what a writer put out in one go, a paragraph or the cell of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from medlint.parsers.pdf_pieces import Line

# Parts of the size of the type: our own judgement.
_HIGHEST_GAP = 2.6  # between the base lines of one stack
_USUAL_PITCH, _WIDEST_PITCH = 1.2, 1.65
_WIDER = 1.25  # a gap so much wider than the page's pitch parts stacks
_SAME_SIZE = 1.1

Edges = tuple[float, float]
"""Left and right."""


@dataclass(slots=True)
class Stack:
    """Lines one below the other."""

    lines: list[Line]
    rows: list[list[Stack]] = field(default_factory=list)  # of a table, which has no lines of its own
    edges: Edges = (0.0, 0.0)  # of the column it stands in

    @property
    def left(self) -> float:
        """The left edge."""
        return min(line.left for line in self.all_lines())

    @property
    def right(self) -> float:
        """The right edge."""
        return max(line.right for line in self.all_lines())

    @property
    def top(self) -> float:
        """The upper edge."""
        return max(line.top for line in self.all_lines())

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return min(line.bottom for line in self.all_lines())

    @property
    def size(self) -> float:
        """The largest type."""
        return max(line.size for line in self.all_lines())

    @property
    def order(self) -> int:
        """When the first of it was written."""
        return min(line.order for line in self.all_lines())

    def all_lines(self) -> Iterator[Line]:
        """Yield the lines, those of a table cell by cell."""
        yield from self.lines
        for row in self.rows:
            for cell in row:
                yield from cell.lines


def stacks(lines: Sequence[Line]) -> list[Stack]:
    """Return the lines of a page in stacks, in the order in which they were written."""
    falls = [(one.base - other.base) / one.size for one, other in pairwise(lines) if _is_below(one, other)]
    # Of tables and lists with wide rows the lines of a paragraph are not the most, but the nearest.
    narrow = [fall for fall in falls if fall < _WIDEST_PITCH] or falls
    counts = Counter(round(fall, 1) for fall in narrow)
    pitch = max(sorted(counts), key=counts.__getitem__, default=_USUAL_PITCH)
    found: list[Stack] = []
    for line in lines:
        if found and _goes_on(found[-1].lines[-1], line, pitch):
            found[-1].lines.append(line)
        else:
            found.append(Stack([line]))
    return found


def _is_below(before: Line, line: Line) -> bool:
    fall = before.base - line.base
    is_near = 0.4 * line.size < fall < _HIGHEST_GAP * line.size
    return is_near and line.left < before.right and before.left < line.right


def _goes_on(before: Line, line: Line, pitch: float) -> bool:
    size = min(before.size, line.size)
    is_same_size = max(before.size, line.size) <= _SAME_SIZE * size
    return is_same_size and _is_below(before, line) and before.base - line.base <= _WIDER * pitch * size
