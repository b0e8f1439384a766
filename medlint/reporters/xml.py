"""XML as text, the same bytes each time, with no character that XML forbids."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from medlint.reporters.characters import visible

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
"""The first line of a file."""


def opened(name: str, attributes: Mapping[str, str | int | None], indent: int = 0) -> str:
    """Return a line with the start of an element; attributes that are None are left out."""
    return " " * indent + f"<{name}{_attributes(attributes)}>\n"


def closed(name: str, indent: int = 0) -> str:
    """Return a line with the end of an element."""
    return " " * indent + f"</{name}>\n"


def empty(name: str, attributes: Mapping[str, str | int | None], indent: int = 0) -> str:
    """Return a line with an element that holds nothing."""
    return " " * indent + f"<{name}{_attributes(attributes)}/>\n"


def holding(name: str, attributes: Mapping[str, str | int | None], text: str, indent: int = 0) -> str:
    """Return an element that holds text."""
    return " " * indent + f"<{name}{_attributes(attributes)}>{escape(_allowed(text))}</{name}>\n"


def _attributes(attributes: Mapping[str, str | int | None]) -> str:
    given = ((key, str(value)) for key, value in attributes.items() if value is not None)
    return "".join(f" {key}={quoteattr(_allowed(value))}" for key, value in given)


def _allowed(text: str) -> str:
    """Return the text line by line without characters that XML forbids; they are written out."""
    return "\n".join(
        visible(line).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff") for line in text.split("\n")
    )
