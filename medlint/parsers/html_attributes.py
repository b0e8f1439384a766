"""What the attributes of an element say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from medlint.model import Kind
from medlint.parsers.chunk import Span
from medlint.parsers.html_context import Context
from medlint.parsers.html_tokens import value

Attributes = Mapping[str, Span]
"""Where the values of attributes stand in the file, by name."""

_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NO_LANGUAGE = frozenset({"", "und", "zxx", "mul", "mis", "art"})
_LISTS_OF_SOURCES: Mapping[str, Kind] = {
    **dict.fromkeys(
        ("references", "referencelist", "reflist", "bibliography", "docbibliography", "docbiblioentry"),
        "reference",
    ),
    **dict.fromkeys(
        ("footnotes", "footnote", "endnotes", "docendnotes", "docfootnote", "docendnote"), "footnote"
    ),
}  # fmt: skip


def says(source_text: str, attributes: Attributes, name: str) -> str:
    """Return what an attribute says, in lower case; "" where there is none."""
    if name not in attributes:
        return ""
    return value(source_text, attributes[name]).strip().lower()


def role(source_text: str, attributes: Attributes) -> str:
    """Return what an element says that it is."""
    return says(source_text, attributes, "role") or says(source_text, attributes, "epub:type")


def marks(source_text: str, attributes: Attributes) -> str:
    """Return class and id, where people tell what a part of a page is."""
    spans = [attributes[name] for name in ("class", "id") if name in attributes]
    return " ".join(source_text[slice(*span)] for span in spans)


@lru_cache(maxsize=4096)
def listed(marks: str) -> Kind | None:
    """Return which kind of sources an element holds by its role, class and id, if any."""
    kinds = (_LISTS_OF_SOURCES.get(_letters(mark)) for mark in marks.split())
    return next((kind for kind in kinds if kind), None)


def _letters(mark: str) -> str:
    return re.sub(r"[^a-z]", "", mark.lower())


def with_attributes(source_text: str, context: Context, attributes: Attributes) -> Context:
    """Return what holds inside of an element in another language, or hidden."""
    for name in ("xml:lang", "lang"):
        code = says(source_text, attributes, name).replace("_", "-").partition("-")[0]
        if code not in _NO_LANGUAGE:
            context = context._replace(language=code)
    if not context.hidden and _is_hidden(source_text, attributes):
        context = context._replace(hidden="hidden word")
    return context


def _is_hidden(source_text: str, attributes: Attributes) -> bool:
    if "hidden" in attributes:
        # A browser unfolds "until-found" when its reader looks for it.
        return says(source_text, attributes, "hidden") != "until-found"
    if says(source_text, attributes, "aria-hidden") == "true":
        return True
    return "style" in attributes and _INVISIBLE.search(source_text, *attributes["style"]) is not None
