"""What the open elements of HTML make of the text in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from medlint.model import Kind
from medlint.parsers.html_furniture import Furniture


@dataclass(slots=True)
class Table:
    """A table, or a list of terms, while it is read."""

    group: int
    row: int = 0
    cells: int = 0  # of the row that is open
    widest: int = 0  # cells of a row
    is_list: bool = False  # of terms
    is_layout: bool = False  # it puts things side by side, as far as is known

    @property
    def is_table(self) -> bool:
        """Whether it is a table to its reader."""
        return self.is_list or (self.widest > 1 and not self.is_layout)


@dataclass(slots=True)
class Count:
    """The numbers of a list."""

    is_ordered: bool
    number: int = 0  # of the last item


@dataclass(slots=True)
class Item:
    """An entry of a list: its first block has the marker."""

    marker: str

    def take(self) -> str:
        """Return the marker, once."""
        marker, self.marker = self.marker, ""
        return marker


class Context(NamedTuple):
    """What holds for the text at one place."""

    kind: Kind = "paragraph"
    level: int = 0
    group: int = 0
    row: int = 0
    table: Table | None = None
    outside: Kind = "paragraph"  # what a cell's text is if its table is none
    numbers: Count | None = None
    item: Item | None = None
    hidden: str = ""  # why it is not read
    language: str = "en"  # two letters
    furniture: Furniture | None = None
    is_main: bool = False
    is_section: bool = False  # a header or footer here is not the page's
    is_bold: bool = False
    is_raised: bool = False
    is_code: bool = False  # in <pre>
    link: str = ""
    listed: Kind | None = None  # "reference" or "footnote" in a list of them
