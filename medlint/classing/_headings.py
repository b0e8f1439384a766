"""Lists under the name of a kind: the heading "Surgical methods", then As as items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint import mentions
from medlint.classing._statement import Statement, terms_between
from medlint.mentions import Mention
from medlint.model import Document, Passage

_REST = re.compile(
    r"(?:(?:the|our|main|common|types?|kinds?|forms?|of|options?|available|most|used|usual|different"
    r"|frequent|list|we|offer|treat|methods?|techniques?"
    r"|are|include|following|these|examples?|all|\d+)\W*)*"
)
_ITEM_BEHIND = re.compile(r"\s*(?:\Z|[.,;:(\n]|- |\(|is\b|are\b)")


def statements(document: Document) -> Iterator[Statement]:
    """Yield the items of lists that stand below the name of a kind."""
    above: Passage | None = None
    for block in document.blocks:
        if block.kind != "list-item":
            above = block
        elif above is not None and (kind := _kind_of(document, above)):
            item = next(iter(terms_between(document, block.region.start, block.region.start + 1)), None)
            if item and _ITEM_BEHIND.match(document.plain, item.region.end, block.region.end):
                yield Statement(item, kind, item.region)


def _kind_of(document: Document, block: Passage) -> Mention | None:
    """Return the kind that a heading, or a line that ends with a colon, names and nothing else."""
    is_lead = block.kind == "heading" or block.text.rstrip().endswith(":")
    if not is_lead or len(block.text) > 80:
        return None
    inside = [kind for kind in mentions.kinds(document) if block.region.contains(kind.region)]
    if len(inside) != 1:
        return None
    kind = inside[0]
    before = document.plain[block.region.start : kind.region.start]
    behind = document.plain[kind.region.end : block.region.end]
    is_alone = _REST.fullmatch(before.strip()) and _REST.fullmatch(behind.strip(" :.?"))
    return kind if is_alone and "?" not in behind else None
