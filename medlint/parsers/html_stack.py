"""The elements of HTML that are open, closed as browsers close them where the file does not.

Opening and closing take the same time however many are open: each stretch in which a name can be
closed counts the names that are open in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from medlint.parsers.html_names import ITEMS, LISTS, TABLE_PARTS, ends, is_inline

T = TypeVar("T")

DEEPEST = 4_000
"""Elements in each other: our own judgement. What lies deeper is read, but its tags mean nothing."""

_INLINE, _BLOCK, _ITEM, _TABLE = range(4)


class _Open(NamedTuple, Generic[T]):
    name: str
    context: T
    counts: tuple[dict[str, int], ...]  # of inline, block, item and table names that can be closed here
    home: dict[str, int]  # the count that this element is in


@dataclass
class Stack(Generic[T]):
    """The open elements, each with what it means for what stands in it."""

    root: T

    def __post_init__(self) -> None:
        self._open: list[_Open[T]] = [_Open("", self.root, ({}, {}, {}, {}), {})]
        self._too_deep = 0
        self.context = self.root  # what the open elements mean together

    def make_room(self, name: str) -> None:
        """Close what a tag ends by beginning."""
        if not self._too_deep:
            for other in ends(name):
                self.close(other)

    def open(self, name: str, context: T) -> None:
        """Put an element on the stack."""
        if len(self._open) >= DEEPEST:
            self._too_deep += 1
            return
        above = self._open[-1].counts
        sort = _sort(name)
        counts, home = above, above[sort]
        if name == "table":
            home = {}
            counts = ({}, {}, {}, home)
        elif name in ("template", "noscript"):
            home = {}
            counts = ({}, home, {}, {})
        elif name in ("td", "th", "caption"):
            counts = ({}, {}, {}, above[_TABLE])
        elif name in LISTS:
            counts = ({}, above[_BLOCK], {}, above[_TABLE])
        elif sort != _INLINE:
            counts = ({}, *above[1:])
        home[name] = home.get(name, 0) + 1
        self._open.append(_Open(name, context, counts, home))
        self.context = context

    def close(self, name: str) -> bool:
        """Take an element off the stack, and what is open in it; say whether it was open."""
        if self._too_deep:
            self._too_deep -= 1
            return False
        if not self._open[-1].counts[_sort(name)].get(name):
            return False
        while True:
            each = self._open.pop()
            each.home[each.name] -= 1
            if each.name == name:
                self.context = self._open[-1].context
                return True


@cache
def _sort(name: str) -> int:
    if name in TABLE_PARTS:
        return _TABLE
    if name in ITEMS:
        return _ITEM
    return _INLINE if is_inline(name) else _BLOCK
