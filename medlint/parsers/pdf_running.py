"""Headers, footers and page numbers: what stands at the edge of many pages is read once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from medlint.parsers.pdf_pieces import Line

_ROWS = 3  # from the edge of a page, that may be running: our own judgement
_DIGITS = re.compile(r"\d{1,9}")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|slide)\s*)?(?:#|[ivxl]{1,6})(?:\s*(?:of|/|\||-)\s*#)?\W*", re.IGNORECASE
)

Key = tuple[bool, str]
"""Whether it stands at the top, and what stands there, each number as "#"."""


def parted(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """Return the pages without what runs through them, and that once; page numbers are dropped."""
    edges = [[*_edge(page, is_top=True), *_edge(page, is_top=False)] for page in pages]
    running = _running(edges)
    dropped: list[set[int]] = []  # of each page, the ids of its lines that go
    once: dict[Key, Line] = {}
    for edge in edges:
        outer = [*_outer(edge, running)]
        dropped.append({id(line) for _, line in outer})
        for key, line in outer:
            if not _PAGE_NUMBER.fullmatch(key[1]):
                once.setdefault(key, line)
    bodies = [
        [line for line in page if id(line) not in gone] for page, gone in zip(pages, dropped, strict=True)
    ]
    return bodies, sorted(once.values(), key=lambda line: (line.page, -line.base, line.left))


def _edge(page: Sequence[Line], *, is_top: bool) -> Iterator[list[tuple[Key, Line]]]:
    """Yield the rows at one edge of a page, the outermost first."""
    sign = -1 if is_top else 1
    rows = groupby(sorted(page, key=lambda line: sign * line.base), key=lambda line: round(line.base / 3))
    for (_, row), _ in zip(rows, range(_ROWS), strict=False):
        yield [((is_top, _normal(line.text)), line) for line in row]


def _normal(text: str) -> str:
    return " ".join(_DIGITS.sub("#", text).lower().split())


def _running(edges: Iterable[Iterable[list[tuple[Key, Line]]]]) -> set[Key]:
    """Return what stands at the edge of two pages or more, and differs by the page's number alone."""
    seen: dict[Key, list[Line]] = defaultdict(list)
    for edge in edges:
        for key, line in {key: line for row in edge for key, line in row}.items():
            seen[key].append(line)
    return {key for key, lines in seen.items() if len(lines) > 1 and _counts_pages(lines)}


def _counts_pages(lines: Sequence[Line]) -> bool:
    """Say whether each number in what runs is the same on all pages, or rises with them."""
    rows = [[int(number) for number in _DIGITS.findall(line.text)] for line in lines]
    if len(set(map(len, rows))) > 1:
        return False  # one has the sign that stands for numbers here
    for numbers in zip(*rows, strict=True):
        shifts = {number - line.page for number, line in zip(numbers, lines, strict=True)}
        if len(set(numbers)) > 1 and len(shifts) > 1:
            return False
    return True


def _outer(edge: Iterable[list[tuple[Key, Line]]], running: set[Key]) -> Iterator[tuple[Key, Line]]:
    """Yield what runs, from each edge up to the first row in which something does not."""
    blocked: set[bool] = set()
    for row in edge:
        is_alone = len(row) == 1  # not a figure in the last row of a table
        goes = [key in running or (is_alone and _is_number(key, line)) for key, line in row]
        for (key, line), goes_here in zip(row, goes, strict=True):
            if goes_here and key[0] not in blocked:
                yield key, line
        if not all(goes):
            blocked.add(row[0][0][0])


def _is_number(key: Key, line: Line) -> bool:
    """Say whether a line is the number of its page, on whatever single page it stands."""
    numbers = _DIGITS.findall(line.text)
    return bool(_PAGE_NUMBER.fullmatch(key[1])) and numbers[:1] == [str(line.page)]
