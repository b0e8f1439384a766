"""The sources that a page lists, by the key that its text points to them with."""

from __future__ import annotations

import re

from medlint.expressions import expression
from medlint.model import Document, Passage
from medlint.references.citations import RAISED, SUPERSCRIPTS, YEAR

_REFERENCE_HEADING = expression(
    r"(?:\w+ )?(?:references?|sources?|bibliography|literature|works cited|citations?|footnotes?|notes)\s*:?",
    re.IGNORECASE,
)
_ENTRY = expression(
    rf"(?:\[\^?(?P<square>\w{{1,20}})\]:?|(?P<dotted>\d{{1,3}})[.)]|(?P<raised>[{RAISED}]+)"
    rf"|(?P<sign>[*\u2020\u2021\u00a7]{{1,3}}))\s*\S"
)
_NO_SOURCE = expression(
    r"data on file|on file with|internal (?:data|document|report)|(?:results|individual \w+) (?:may|can"
    r"|will)? ?(?:vary|differ)"
    r"|have not been evaluated|terms and conditions|unpublished",
    re.IGNORECASE,
)
_TRACEABLE = expression(
    rf"\b{YEAR}\b|https?:|www\.|\bdoi\b|\b10\.\d{{4,9}}/|\bpmid\b|\bpmc\d|\bet al\b|\bisbn\b", re.IGNORECASE
)


def references(document: Document) -> frozenset[str]:
    """Return the keys of the sources that the page lists: "1", "2", "smith2019", "*"."""
    return document.derived(_references)


def _references(document: Document) -> frozenset[str]:
    keys: set[str] = set()
    is_listing = False
    for block in document.blocks:
        if block.kind == "heading":
            is_listing = _REFERENCE_HEADING.fullmatch(block.text.strip()) is not None
            continue
        key = _key(block, is_listing=is_listing)
        if key:
            keys.add(key)
    return frozenset(keys)


def _key(block: Passage, *, is_listing: bool) -> str:
    """Return the key of a block that names a source, or nothing."""
    if _NO_SOURCE.search(block.text):
        return ""
    marker = block.marker.strip("[]^().:")
    if block.kind == "reference" and marker:
        return marker
    if (
        block.kind in ("footnote", "list-item")
        and marker
        and (is_listing or block.kind == "footnote" or not marker.isalnum())
    ):
        return marker if is_listing or _TRACEABLE.search(block.text) else ""
    found = _ENTRY.match(block.text)
    if found is None or not (
        is_listing or block.kind in ("reference", "footnote") or _is_line_of_source(found, block)
    ):
        return ""
    name = found.lastgroup or ""
    return found[name].translate(SUPERSCRIPTS)


def _is_line_of_source(found: re.Match[str], block: Passage) -> bool:
    """Say whether a line outside a list of sources is one: "[1] Author. Journal 2019", "* Census 2021"."""
    is_numbered = found["square"] is not None and found["square"].isdigit()
    return (is_numbered or not found["dotted"]) and _TRACEABLE.search(block.text) is not None
