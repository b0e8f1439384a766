"""HTML that stands in a Markdown file on lines of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from medlint.model import Kind
from medlint.parsers import tags
from medlint.parsers.chunk import Chunk, Mark, Span, without

_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    }
)
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "col", "link", "meta", "!"})
_KINDS: dict[str, Kind] = {
    "li": "list-item",
    "td": "table-cell",
    "th": "table-cell",
    "blockquote": "quote",
    "caption": "caption",
    "figcaption": "caption",
    **{f"h{level}": "heading" for level in range(1, 7)},
}
# What an opening tag closes that was left open, and the tags beyond which it does not look.
_CLOSES = {
    "li": ({"li", "p"}, {"ul", "ol"}),
    "tr": ({"tr", "td", "th", "p"}, {"table"}),
    "td": ({"td", "th", "p"}, {"table", "tr"}),
    "th": ({"td", "th", "p"}, {"table", "tr"}),
}


@dataclass(frozen=True, slots=True)
class _Element:
    """A tag that is open."""

    name: str
    kind: Kind | None = None
    level: int = 0
    group: int = 0
    row: int = 0


@dataclass
class Elements:
    """The tags that are open, also from one piece of HTML to the next, and the numbers of groups."""

    groups: Iterator[int] = field(default_factory=lambda: count(1))
    stack: list[_Element] = field(default_factory=list)

    def open(self, name: str) -> None:
        """Put a tag on the stack, and take off what it ends."""
        closes, limits = _CLOSES.get(name, ({"p"}, set[str]()))
        while self.stack and self.stack[-1].name in closes and self.stack[-1].name not in limits:
            self.stack.pop()
        above = self.stack[-1] if self.stack else _Element("")
        element = _Element(name, _KINDS.get(name), above.level, above.group, above.row)
        if name in ("ul", "ol"):
            element = replace(element, group=next(self.groups), level=_depth(self.stack) + 1, row=0)
        elif name == "table":
            element = replace(element, group=next(self.groups), level=0, row=0)
        elif name == "tr":
            self._count_row()
            element = replace(element, row=self._row())
        self.stack.append(element)

    def close(self, name: str) -> None:
        """Take a tag off the stack, and what was left open inside it."""
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index].name == name:
                del self.stack[index:]
                return

    def block(self) -> Chunk:
        """Return an empty block of the kind that the open tags make."""
        for element in reversed(self.stack):
            if element.kind == "heading":
                return Chunk("heading", (), level=int(element.name[1]))
            if element.kind:
                level = element.level if element.kind == "list-item" else 0
                row = element.row if element.kind == "table-cell" else 0
                group = element.group if element.kind in ("list-item", "table-cell") else 0
                return Chunk(element.kind, (), level=level, row=row, group=group)
        return Chunk("paragraph", ())

    def _count_row(self) -> None:
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index].name == "table":
                self.stack[index] = replace(self.stack[index], row=self.stack[index].row + 1)
                return

    def _row(self) -> int:
        return next((element.row for element in reversed(self.stack) if element.name == "table"), 1)


def parse(
    source_text: str, place: Span, holes: Sequence[Span], elements: Elements
) -> tuple[list[Chunk], list[Span]]:
    """Return the blocks of a piece of HTML, and where the words of its images stand."""
    chunks: list[Chunk] = []
    images: list[Span] = []
    spans: list[Span] = []
    marks: list[Mark] = []
    for piece in tags.pieces(source_text, *place):
        if piece.what == "text":
            spans += without([(piece.start, piece.end)], holes)
            marks += tags.references(source_text, piece.start, piece.end)
        elif piece.what == "comment" or piece.name in _INLINE:
            raised = tags.raised(source_text, piece.start)
            marks += [*tags.marks(piece), *([raised] if raised else [])]
            if piece.name == "img":
                images.append(tags.alternative(source_text, piece))
        else:
            chunks += _block(source_text, elements, spans, marks)
            spans, marks = [], []
            _follow(elements, piece)
    return chunks + _block(source_text, elements, spans, marks), images


def _follow(elements: Elements, piece: tags.Piece) -> None:
    if piece.what == "close":
        elements.close(piece.name)
    elif piece.name not in _VOID:
        elements.open(piece.name)


def _block(source_text: str, elements: Elements, spans: Sequence[Span], marks: Sequence[Mark]) -> list[Chunk]:
    if any(not source_text[start:end].isspace() for start, end in spans):
        text = "".join(source_text[start : min(end, start + 200)] for start, end in spans[:3]).strip()
        return [replace(elements.block(), spans=tuple(spans), marks=tuple(marks), text=text)]
    comments = tuple(mark for mark in marks if mark.what == "comment")
    return [Chunk(None, (), comments)] if comments else []


def _depth(stack: Sequence[_Element]) -> int:
    return sum(element.name in ("ul", "ol") for element in stack)
