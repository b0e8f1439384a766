"""An HTML file in pieces: tags, text and comments, each with its place in the file.

A reader of its own, because `html.parser` tells neither where a character reference ends in the file
nor stays linear on tags and comments that never end. Tags are read as browsers read them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from enum import IntEnum
from html.entities import html5
from typing import NamedTuple

from medlint.parsers.chunk import Mark, Span

# Quotation marks count behind "=" only; one that never closes makes the pattern fail.
_TAG = re.compile(
    r"<(/?)([A-Za-z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])))*+)>",
)
_LOOSE_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)([^>]*+)>")
_BEGINS_TAG = re.compile(r"</?[A-Za-z]")
_SUBSET = re.compile(r"<!\w+[^>\[]{0,400}\[")
_ATTRIBUTE = re.compile(
    r"([^\s=/>][^\s=/>]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>][^\s>]*+)))?+"
)
_REFERENCE = re.compile(
    r"&(?:#\d{1,7}(?!\d)|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F])|[A-Za-z][A-Za-z0-9]{1,31});?"
)
_LEFTOVER = re.compile(
    r"\{\{(?P<value>[^{}]{0,400})\}\}|\{%[^%]{0,400}%\}|\{#[^#]{0,400}#\}|<%=(?P<shown>[^%]{0,400})%>"
    r"|<%[^%]{0,400}%>"
)
_VALUE = "\u2026"
"""Stands for what a template would put there."""

# What these hold is no markup, and all but the title is nothing that is read.
_OPAQUE = frozenset(
    {
        "title", "script", "style", "svg", "math", "iframe", "noembed", "noframes", "select", "datalist",
        "textarea", "video", "audio", "canvas", "object",
    }
)  # fmt: skip
_TO_THE_END = frozenset({"script", "style"})
"""If these never end, all that follows is theirs."""


class Sort(IntEnum):
    """What a piece is."""

    TEXT = 0
    OPEN = 1
    CLOSE = 2
    COMMENT = 3


class Token(NamedTuple):
    """A piece of the file."""

    sort: Sort
    start: int  # code points of the file
    end: int  # end excluded
    name: str = ""  # of a tag, in lower case
    inside: Span = (0, 0)  # attributes of a tag, words of a comment


def tokens(source_text: str, *, is_xml: bool = False) -> Iterator[Token]:
    """Yield the pieces of a file, in order; what a script, a style or a drawing holds is left out.

    The words of `<title>` are a text of that name, without tags around it.
    """
    place = text_start = 0
    last_close = source_text.rfind(">")
    pattern = _TAG
    unclosed: set[str] = set()
    while (place := source_text.find("<", place)) >= 0:
        found = pattern.match(source_text, place) if place < last_close else None
        if found is None and pattern is _TAG and place < last_close and _BEGINS_TAG.match(source_text, place):
            # A quotation mark that never closes: from here on none is believed.
            pattern = _LOOSE_TAG
            found = pattern.match(source_text, place)
        token = _tag(found) if found else _other(source_text, place, unclosed)
        if token is None:
            place += 1
            continue
        if text_start < place:
            yield Token(Sort.TEXT, text_start, place)
        place = text_start = token.end
        is_empty = source_text[token.end - 2] == "/" and (is_xml or token.name in ("svg", "math"))
        is_opaque = token.name in _OPAQUE and token.sort is Sort.OPEN and not is_empty
        if not is_opaque or token.name != "title":
            yield token
        if is_opaque:
            inside, place = _opaque(source_text, token, unclosed)
            text_start = place
            if token.name == "title" and inside[0] < inside[1]:
                yield Token(Sort.TEXT, *inside, "title")
        elif is_empty and token.sort is Sort.OPEN:
            yield Token(Sort.CLOSE, token.end, token.end, token.name)
    if text_start < len(source_text):
        yield Token(Sort.TEXT, text_start, len(source_text))


def attributes(source_text: str, token: Token) -> Mapping[str, Span]:
    """Return where the values of a tag's attributes stand, by name; of two the first counts."""
    spans: dict[str, Span] = {}
    for found in _ATTRIBUTE.finditer(source_text, *token.inside):
        name, group = found[1].lower(), found.lastindex or 1
        if name not in spans:
            spans[name] = found.span(group) if group > 1 else (found.end(), found.end())
    return spans


def value(source_text: str, span: Span) -> str:
    """Return what an attribute says."""
    return unescaped(source_text[span[0] : span[1]])


def unescaped(written: str) -> str:
    """Return a text with its character references resolved."""
    if "&" not in written:
        return written
    parts, place = [], 0
    for mark in references(written, 0, len(written)):
        parts += [written[place : mark.start], mark.text]
        place = mark.end
    return "".join((*parts, written[place:]))


def references(source_text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield what to show for each character reference, such as `&nbsp;` or `&#128512;`."""
    for found in _REFERENCE.finditer(source_text, start, end):
        written = found[0]
        if written[1] == "#" or (written.endswith(";") and written[1:] in html5):
            yield Mark(found.start(), found.end(), text=html.unescape(written))
            continue
        # The oldest names do without a semicolon, whatever follows.
        name = next((written[1:stop] for stop in range(len(written), 2, -1) if written[1:stop] in html5), "")
        if name:
            yield Mark(found.start(), found.start() + 1 + len(name), text=html5[name])


def leftovers(source_text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield what to show for what a template has left: a sign for a value, nothing for a command."""
    for found in _LEFTOVER.finditer(source_text, start, end):
        yield Mark(found.start(), found.end(), text=_VALUE if found.lastgroup else "")


def _tag(found: re.Match[str]) -> Token:
    slash, name = found.group(1, 2)
    return Token(Sort.CLOSE if slash else Sort.OPEN, found.start(), found.end(), name.lower(), found.span(3))


def _other(source_text: str, place: int, unclosed: set[str]) -> Token | None:
    """Return the comment or declaration at a "<", or None where the character means itself."""
    if source_text.startswith("<!--", place):
        return _comment(source_text, place)
    end = -1
    if source_text.startswith("<?", place):
        end = _behind(source_text, "?>", place, unclosed)  # code of a server's page may hold a ">"
    elif source_text[place + 1 : place + 9].lower() == "!doctype" and _SUBSET.match(source_text, place):
        end = _behind(source_text, "]", place, unclosed)
        end = source_text.find(">", end) + 1 if end >= 0 else -1
    elif not source_text.startswith(("<!", "</"), place):
        return None
    end = end if end > 0 else source_text.find(">", place) + 1
    return Token(Sort.COMMENT, place, end or len(source_text))


def _behind(source_text: str, mark: str, place: int, unclosed: set[str]) -> int:
    """Return where a mark ends, -1 if there is none; none is looked for twice."""
    found = -1 if mark in unclosed else source_text.find(mark, place)
    if found < 0:
        unclosed.add(mark)
        return -1
    return found + len(mark)


def _comment(source_text: str, place: int) -> Token:
    for empty in ("<!-->", "<!--->"):
        if source_text.startswith(empty, place):
            return Token(Sort.COMMENT, place, place + len(empty))
    close = source_text.find("-->", place + 4)
    end = close if close >= 0 else len(source_text)
    return Token(Sort.COMMENT, place, min(end + 3, len(source_text)), "", (place + 4, end))


def _opaque(source_text: str, token: Token, unclosed: set[str]) -> tuple[Span, int]:
    """Return what an element without markup holds, and where the file goes on behind it."""
    name = token.name
    if name not in unclosed:
        found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source_text, token.end)
        if found:
            end = source_text.find(">", found.end()) + 1
            return (token.end, found.start()), end or len(source_text)
        unclosed.add(name)
    end = len(source_text) if name in _TO_THE_END else token.end
    return (token.end, token.end), end
