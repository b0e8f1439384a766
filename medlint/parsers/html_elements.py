"""HTML's elements: what holds inside of them, and what they show by themselves."""

from __future__ import annotations

from medlint.parsers import html_furniture
from medlint.parsers.chunk import Span
from medlint.parsers.html_attributes import Attributes, listed, marks, role, says, with_attributes
from medlint.parsers.html_context import Context
from medlint.parsers.html_enters import ENTERS
from medlint.parsers.html_reading import Reading

_LABELLED = frozenset({"a", "button", "img", "input", "svg", "span", "i"})
_EMBEDDED = {"iframe": "embedded page", "object": "embedded page", "video": "video", "audio": "sound"}
_SHOWS = frozenset({"br", "q", "img", *_EMBEDDED})


def enter(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    """Return what holds inside of an element."""
    if not attributes and name not in ENTERS:
        return context
    source_text = reading.source_text
    named = marked = ""
    if attributes:
        named, marked = role(source_text, attributes), marks(source_text, attributes)
        context = with_attributes(source_text, context, attributes)
        if sources := listed(f"{named} {marked}"):
            context = context._replace(listed=sources)
    if named or marked or name in html_furniture.ELEMENTS:
        furniture = html_furniture.recognise(
            name, named, marked, context.furniture, in_section=context.is_section, in_main=context.is_main
        )
        if furniture is not context.furniture:
            context = context._replace(furniture=furniture)
    if named == "main":
        context = ENTERS["main"](reading, context, "main", attributes)
    enters = ENTERS.get(name)
    return enters(reading, context, name, attributes) if enters else context


def show(reading: Reading, context: Context, name: str, attributes: Attributes, place: Span) -> None:
    """Read what an element shows by itself: an image, a break, its label."""
    if context.hidden or not (attributes or name in _SHOWS):
        return
    source_text = reading.source_text
    if name == "br":
        reading.line_break(*place, context)
    elif name == "q":
        reading.sign("\u201c", *place, context)
    elif name in _EMBEDDED:
        reading.unread[_EMBEDDED[name]] += 1
    if name in ("img", "area") or (name == "input" and says(source_text, attributes, "type") == "image"):
        has_text = bool(says(source_text, attributes, "alt"))
        reading.pictures.append((context, has_text))
        if has_text:
            reading.aside("alt-text", attributes["alt"], context)
    elif _is_labelled(source_text, name, attributes):
        reading.aside("alt-text", attributes["aria-label"], context)


def _is_labelled(source_text: str, name: str, attributes: Attributes) -> bool:
    """Say whether an element has a label that is read in its place: of a list or a form it is no text."""
    if not says(source_text, attributes, "aria-label"):
        return False
    return name in _LABELLED or role(source_text, attributes) in ("img", "button", "link")
