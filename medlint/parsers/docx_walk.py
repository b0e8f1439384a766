"""What is known of a Word file while it is read: its text so far, and where each character stands."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from medlint.model import Kind
from medlint.parsers.chunk import Mark
from medlint.parsers.docx_names import OWN_AUTHOR, Element, W
from medlint.parsers.docx_numbering import Numbering
from medlint.parsers.docx_styles import Facts, Styles
from medlint.parsers.view import View

Role = Literal["body", "table", "box", "alt", "footnote", "header", "footer"]
"""In what a paragraph stands."""

PLAIN_SPACES = str.maketrans("\r\n\t\v\f\x1c\x1d\x1e\x85\u2028\u2029", " " * 11)
"""For text of an element, whose line breaks Word shows as spaces."""

_ADDED = frozenset({f"{W}ins", f"{W}moveTo", f"{W}cellIns"})


class Piece(NamedTuple):
    """Characters of the text that stand in one element of the file."""

    start: int  # code points of the text, from 0
    end: int  # end excluded
    element: Element  # a `w:t`, with one character for each; or what is shown as a whole
    run: Element


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text, and what it is."""

    start: int
    end: int  # end excluded, without the line break
    role: Role
    kind: Kind
    level: int = 0
    group: int = 0
    row: int = 0
    marker: str = ""
    is_bold: bool = False  # or underlined, all through
    marks: tuple[Mark, ...] = ()
    breaks: tuple[int, ...] = ()  # of lines inside
    languages: tuple[tuple[str, int, int], ...] = ()  # what is not marked as English: language, start, end
    anchor: Element | None = None  # what in the body leads here; None in the body, and where nothing does
    place: str = ""  # "Footnote 2"; "" in the body


@dataclass
class Field:
    """A field that is open: its code, then its result."""

    code: str = ""
    is_result: bool = False
    is_hidden: bool = False
    is_link: bool = False


@dataclass
class Waiting:
    """Something beside the text, read when the paragraph that it is anchored in ends."""

    role: Role
    element: Element
    anchor: Element  # the drawing that holds it
    text: str = ""


@dataclass
class Line:
    """The paragraph that is being read."""

    facts: Facts = field(default_factory=Facts)
    start: int = 0
    is_bold: bool = True
    marks: list[Mark] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    languages: list[tuple[str, int, int]] = field(default_factory=list)
    open_links: int = 0


@dataclass
class Walk:
    """Everything so far."""

    view: View
    styles: Styles
    numbering: Numbering
    parts: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)  # characters by language
    comments: dict[str, list[int]] = field(default_factory=dict)  # id → start and end
    notes: dict[tuple[str, str], tuple[int, Element | None]] = field(default_factory=dict)  # by kind and id
    note_texts: dict[tuple[str, str], tuple[Any, Element]] = field(default_factory=dict)  # part and text
    notes_to_read: dict[str, deque[str]] = field(default_factory=lambda: defaultdict(deque))  # ids by kind
    waiting: list[Waiting] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    has_fields: bool = True  # whether their ends can be trusted
    line: Line = field(default_factory=Line)
    part: Any = None  # of the package, for the addresses of links
    role: Role = "body"
    anchor: Element | None = None
    place: str = ""
    row: int = 0
    group: int = 0  # of the table around
    groups: int = 0  # taken so far
    last_list: tuple[str, int] = ("", 0)  # id and group of the list that is open

    def write(self, text: str, element: Element, run: Element) -> None:
        """Add characters of the paragraph that is being read."""
        if not text:
            return
        self.pieces.append(Piece(self.length, self.length + len(text), element, run))
        self.parts.append(text)
        self.length += len(text)

    def take_group(self) -> int:
        """Return a new number for a list or table."""
        self.groups += 1
        return self.groups

    def stands(self, change: Element) -> bool:
        """Say whether what a tracked change added or took away is part of the text.

        What we suggested ourselves counts only when somebody has accepted it.
        """
        is_accepted = self.view == "final" and change.get(f"{W}author") != OWN_AUTHOR
        return (change.tag in _ADDED) == is_accepted
