"""A page of HTML: what its reader reads, and what is left out and counted."""

from __future__ import annotations

import re
from typing import Any

from medlint.parsers import html_elements
from medlint.parsers.html_attributes import Attributes
from medlint.parsers.html_context import Context
from medlint.parsers.html_names import VOID, is_inline
from medlint.parsers.html_reading import Reading
from medlint.parsers.html_stack import Stack
from medlint.parsers.html_tokens import Sort, Token, attributes, tokens, value

_FACTS = {
    "author": "author",
    "article:modified_time": "date",
    "article:published_time": "date",
    "last-modified": "date",
    "date": "date",
    "dcterms.modified": "date",
    "dc.date": "date",
    "content-language": "language",
}
"""What a page says of itself in `<meta>`, and what we call it."""

_SPACE = re.compile(r"\s+")


def read(source_text: str, *, is_xml: bool) -> Reading:
    """Return the drafts of a page, in the order of the file."""
    reading = Reading(source_text)
    stack = Stack(Context())
    for token in tokens(source_text, is_xml=is_xml):
        sort = token.sort
        if sort is Sort.TEXT:
            if token.name:
                _read_title(reading, token)
            else:
                reading.text(token.start, token.end, stack.context)
        elif sort is Sort.OPEN:
            _open(reading, stack, token)
        elif sort is Sort.CLOSE:
            _close(reading, stack, token)
        else:
            reading.comment(token.start, token.end, token.inside, stack.context)
    reading.flush()
    return reading


def _open(reading: Reading, stack: Stack[Context], token: Token) -> None:
    name = token.name
    found = attributes(reading.source_text, token) if token.inside[0] < token.inside[1] else {}
    if not is_inline(name) or name == "button":
        reading.flush()
    stack.make_room(name)
    context = html_elements.enter(reading, stack.context, name, found)
    html_elements.show(reading, context, name, found, (token.start, token.end))
    if name in ("meta", "link", "html"):
        _read_fact(reading, name, found)
    if name not in VOID:
        stack.open(name, context)


def _close(reading: Reading, stack: Stack[Context], token: Token) -> None:
    context, name = stack.context, token.name
    if stack.close(name):
        if name == "q":
            reading.sign("\u201d", token.start, token.end, context)
        elif not is_inline(name) or name == "button":
            reading.flush()
    elif name == "br":
        reading.line_break(token.start, token.end, context)


def _read_title(reading: Reading, token: Token) -> None:
    title = _SPACE.sub(" ", value(reading.source_text, (token.start, token.end))).strip()
    if title and "title" not in reading.meta:
        reading.meta["title"] = title
        reading.title = reading.aside("caption", (token.start, token.end), Context())


def _read_fact(reading: Reading, name: str, found: Attributes) -> None:
    says: dict[str, Any] = {key: value(reading.source_text, span).strip() for key, span in found.items()}
    if name == "html":
        if code := says.get("lang") or says.get("xml:lang"):
            reading.meta.setdefault("language", code)
        return
    if name == "link":
        if says.get("rel", "").lower() == "canonical" and says.get("href"):
            reading.meta.setdefault("url", says["href"])
        return
    kind = (says.get("name") or says.get("property") or says.get("http-equiv") or "").lower()
    content = _SPACE.sub(" ", says.get("content", ""))
    if kind == "description" and content:
        reading.meta.setdefault("description", content)
        reading.aside("caption", found["content"], Context())
    elif kind in _FACTS and content:
        reading.meta.setdefault(_FACTS[kind], content)
