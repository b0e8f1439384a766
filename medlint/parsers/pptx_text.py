"""The paragraphs of a slide's text: their words, links and bullets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from medlint.model import Kind
from medlint.parsers.chunk import Mark

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_BULLETS = ("buChar", "buAutoNum", "buBlip")


@dataclass(slots=True)
class Text:
    """A paragraph before it has a place: its words, and where its links begin and end."""

    kind: Kind
    words: str
    links: list[tuple[int, int, str]] = field(default_factory=list)
    level: int = 0
    marker: str = ""
    indent: int = 0  # of a list item
    group: int = 0
    row: int = 0

    def marks(self, start: int) -> tuple[Mark, ...]:
        """Return its links, given where its words begin."""
        found: list[Mark] = []
        for first, last, url in self.links:
            found += [
                Mark(start + first, start + first, "open", url),
                Mark(start + last, start + last, "close"),
            ]
        return tuple(found)


def paragraphs(body: Any, part: Any, kind: Kind = "paragraph", *, is_list: bool = False) -> Iterator[Text]:
    """Yield the paragraphs of a text body.

    Args:
        body: The element that holds them.
        part: Of the file, that knows where links lead.
        kind: What they are, unless they have bullets.
        is_list: Whether the layout gives them bullets.
    """
    numbers: dict[int, int] = {}  # the last of each level
    for paragraph in body.iterchildren(f"{_A}p"):
        text = Text(kind, "")
        for child in paragraph:
            _add(text, child, part)
        if not text.words.strip():
            continue
        properties = paragraph.find(f"{_A}pPr")
        if kind == "paragraph" and _has_bullet(properties, is_list=is_list):
            text.kind, text.indent = "list-item", _level(properties)
            text.marker = _marker(properties, text.indent, numbers)
        yield text


def plain(element: Any) -> str:
    """Return all words under an element."""
    return "".join(each.text or "" for each in element.iter(f"{_A}t"))


def _add(text: Text, child: Any, part: Any) -> None:
    """Add a run, a field or a line break."""
    if child.tag == f"{_A}br":
        text.words += "\v"
        return
    words = "".join(each.text or "" for each in child.iterchildren(f"{_A}t"))
    properties = child.find(f"{_A}rPr")
    start = len(text.words)
    if properties is not None and _is_raised(properties):
        words = words.translate(_RAISED)
    text.words += words
    link = properties.find(f"{_A}hlinkClick") if properties is not None else None
    if link is not None and words and (url := _address(part, link.get(f"{_R}id"))):
        text.links.append((start, len(text.words), url))


def _is_raised(properties: Any) -> bool:
    value = properties.get("baseline", "0").rstrip("%")
    return value.isdigit() and int(value) > 0


def _address(part: Any, key: str | None) -> str:
    """Return where a link leads; it is told and never opened."""
    relation = part.rels.get(key) if key else None
    return str(relation.target_ref) if relation is not None and relation.is_external else ""


def _has_bullet(properties: Any, *, is_list: bool) -> bool:
    if properties is not None:
        if properties.find(f"{_A}buNone") is not None:
            return False
        if any(properties.find(_A + name) is not None for name in _BULLETS):
            return True
    return is_list


def _level(properties: Any) -> int:
    level = properties.get("lvl", "0") if properties is not None else "0"
    return int(level) if level.isdigit() else 0


def _marker(properties: Any, level: int, numbers: dict[int, int]) -> str:
    """Return the bullet, or the number that follows on that of the item before."""
    bullet = properties.find(f"{_A}buChar") if properties is not None else None
    number = properties.find(f"{_A}buAutoNum") if properties is not None else None
    if number is None:
        numbers.pop(level, None)
        return "•" if bullet is None else str(bullet.get("char", "•"))
    first = number.get("startAt", "1")
    numbers[level] = numbers[level] + 1 if level in numbers else int(first) if first.isdigit() else 1
    return f"{numbers[level]}."
