"""HTML inside a text: tags, comments and what stands between them, with exact places.

A reader of its own, because `html.parser` tells lines and columns of tags but not where a character
reference or a piece of text ends in the file. It keeps to that module's behaviour and is linear.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from medlint.parsers.chunk import Mark

_TAG = re.compile(r"</?([A-Za-z][^\s/<>\"']*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>")
_DECLARATION = re.compile(r"<[!?][^>]*>")
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_RAISED_TAG = re.compile(r"<sup>([\d\s,\u2013-]{1,20})</sup>", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_OPAQUE = frozenset({"script", "style", "template", "noscript", "svg", "title", "head"})
_ALTERNATIVE = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag, a comment or text."""

    what: Literal["open", "close", "comment", "text"]
    start: int
    end: int
    name: str = ""  # of a tag, in lower case
    text: str = ""  # of a comment
    attributes: dict[str, str] = field(default_factory=dict)


def pieces(source_text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield what a stretch of HTML holds, in order; what scripts and styles hold is left out."""
    place = text_start = start
    last_close = source_text.rfind(">", start, end)
    while (place := source_text.find("<", place, end)) >= 0:
        piece = _piece(source_text, place, end, last_close)
        if piece is None:
            place += 1
            continue
        if text_start < place:
            yield Piece("text", text_start, place)
        yield piece
        place = piece.end
        if piece.what == "open" and piece.name in _OPAQUE:
            place = _closing(source_text, piece, end)
        text_start = place
    if text_start < end:
        yield Piece("text", text_start, end)


def marks(piece: Piece) -> Iterator[Mark]:
    """Yield what a tag or a comment means for the text around it."""
    if piece.what == "comment":
        yield Mark(piece.start, piece.end, "comment", piece.text)
    elif piece.what != "text":
        yield Mark(piece.start, piece.end, text=" " if piece.name == "br" else "")
        if piece.name == "a":
            what: Literal["open", "close"] = piece.what
            yield Mark(piece.end, piece.end, what, piece.attributes.get("href", ""))


def raised(source_text: str, start: int) -> Mark | None:
    """Return the mark of `<sup>1</sup>`: the number would run into the word before it."""
    found = _RAISED_TAG.match(source_text, start)
    return Mark(found.start(1), found.end(1), text=found[1].translate(_RAISED)) if found else None


def references(source_text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield what to show for each character reference such as `&amp;`."""
    for found in _REFERENCE.finditer(source_text, start, end):
        meaning = html.unescape(found[0])
        if meaning != found[0]:
            yield Mark(found.start(), found.end(), text=meaning)


def alternative(source_text: str, piece: Piece) -> tuple[int, int]:
    """Return where the alternative text of an `<img>` stands; an empty stretch if it has none."""
    found = _ALTERNATIVE.search(source_text, piece.start, piece.end)
    if not found or not found.lastindex:
        return piece.start, piece.start
    return found.span(found.lastindex)


def _piece(source_text: str, place: int, end: int, last_close: int) -> Piece | None:
    """Return the tag or comment at a "<", or None where the character means itself."""
    if source_text.startswith("<!--", place):
        close = source_text.find("-->", place + 4, end)
        if close < 0:
            return Piece("comment", place, end, text=source_text[place + 4 : end].strip())
        return Piece("comment", place, close + 3, text=source_text[place + 4 : close].strip())
    if place > last_close:
        return None  # asked before the patterns, which would look for a ">" to the end each time
    if found := _TAG.match(source_text, place, end):
        what: Literal["open", "close"] = "close" if source_text[place + 1] == "/" else "open"
        return Piece(what, place, found.end(), found[1].lower(), attributes=_attributes(found[2]))
    if found := _DECLARATION.match(source_text, place, end):
        return Piece("open", place, found.end(), "!")
    return None


def _attributes(text: str) -> dict[str, str]:
    return {
        found[1].lower(): html.unescape(
            next((value for value in found.groups()[1:] if value is not None), "")
        )
        for found in _ATTRIBUTE.finditer(text)
    }


def _closing(source_text: str, piece: Piece, end: int) -> int:
    """Return where what a script or style holds ends: at its closing tag, or at the end."""
    found = re.compile(rf"</{piece.name}\s*>", re.IGNORECASE).search(source_text, piece.end, end)
    return found.end() if found else end
