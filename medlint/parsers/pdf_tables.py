"""Tables: stacks that follow each other sidewards, several times over, with their edges in line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from medlint.parsers.pdf_stacks import Stack

# Parts of the size of the type: our own judgement.
_HIGHEST_ROW_GAP = 2.5  # between the rows of a table
_ALIGNED = 0.6  # how far the edges of one column of a table may be apart
_MOST_COLUMNS = 40
# Of a cell of a table.
_MOST_WORDS = 30
_MOST_LINES = 6
_PROSE_WORDS = 4  # in the lines of two columns that were written line by line
_PROSE_ROWS = 4


def found(stacks: Iterable[Stack]) -> Iterator[Stack]:
    """Yield the stacks, with those that are the cells of a table as one."""
    rows: list[list[Stack]] = []
    widest: list[Stack] = []
    for row in _rows(stacks):
        if rows and not _fit(rows[-1], widest, row):
            yield from _table(rows)
            rows, widest = [], []
        rows.append(row)
        widest = max(widest, row, key=len)
    yield from _table(rows)


def _rows(stacks: Iterable[Stack]) -> Iterator[list[Stack]]:
    """Yield stacks that were written one after the other from left to right at one height."""
    row: list[Stack] = []
    for stack in stacks:
        if row and not _beside(row[-1], stack):
            yield row
            row = []
        row.append(stack)
    if row:
        yield row


def _beside(before: Stack, stack: Stack) -> bool:
    overlap = min(before.top, stack.top) - max(before.bottom, stack.bottom)
    least = min(before.top - before.bottom, stack.top - stack.bottom)
    return stack.left >= before.right and overlap > 0.5 * least


def _fit(last: Sequence[Stack], widest: Sequence[Stack], row: Sequence[Stack]) -> bool:
    """Say whether a row goes on a table: below its last row, its cells in line with the widest row's."""
    size = row[0].size
    lowest = min(cell.bottom for cell in last)
    if not -0.5 * size <= lowest - max(cell.top for cell in row) <= _HIGHEST_ROW_GAP * size:
        return False
    if min(len(widest), len(row)) == 1 or max(len(widest), len(row)) > _MOST_COLUMNS:
        return False
    if not (_are_cells(last) and _are_cells(row)):
        return False
    in_line = sum(any(_aligned(cell, other, size) for other in widest) for cell in row)
    return in_line >= min(len(row), len(widest))


def _are_cells(row: Sequence[Stack]) -> bool:
    """Say whether no stack of a row is too long for a cell: those are columns of text."""
    return all(
        len(cell.lines) <= _MOST_LINES and sum(len(line.text.split()) for line in cell.lines) <= _MOST_WORDS
        for cell in row
    )


def _aligned(cell: Stack, other: Stack, size: float) -> bool:
    """Say whether two cells share an edge or their middle."""
    middle, other_middle = cell.left + cell.right, other.left + other.right
    apart = (abs(cell.left - other.left), abs(cell.right - other.right), abs(middle - other_middle) / 2)
    return min(apart) <= _ALIGNED * size


def _table(rows: list[list[Stack]]) -> Iterator[Stack]:
    if not _is_table(rows):
        for row in rows:
            yield from row
        return
    first, others = rows[0][0], rows[0][1:]
    top = max(cell.top for cell in others) if others else first.top
    title = [line for line in first.lines if line.bottom >= top - 0.2 * line.size]
    if title and len(title) < len(first.lines):
        yield Stack(title)
        rows[0][0] = Stack(first.lines[len(title) :])
    yield Stack([], rows)


def _is_table(rows: Sequence[Sequence[Stack]]) -> bool:
    cells = [cell for row in rows for cell in row]
    if len(rows) < 2 or len(cells) < 4:
        return False
    words = [sum(len(line.text.split()) for line in cell.lines) for cell in cells]
    is_prose = len(rows) >= _PROSE_ROWS and sum(words) >= _PROSE_WORDS * len(cells)
    # Some programs write the lines of two columns in turn; each of them goes on in the line below.
    goes_on = sum(row[0].lines[0].text[:1].islower() for row in rows)
    return not (is_prose and max(map(len, rows)) == 2 and goes_on * 2 >= len(rows))
