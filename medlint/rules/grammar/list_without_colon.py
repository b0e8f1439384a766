"""A sentence that leads into a list ends with a colon: it tells the reader that the rest is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION

_WRONG = re.compile(
    r"(?:(?P<semicolon>;)|\b(?:include|includes|including|are|is|cause|causes|following|follows|such as"
    r"|example|with|of|to|for|have|by) ?(?P<stop>[.,]))\s*$"
)
_END = 20  # characters of a paragraph that tell


@rule(
    id="grammar.list-without-colon",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    message="“{text}” stands before a list where a colon belongs.",
    advice="End the line before a list with a colon.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=(
        "Zelpax may cause[[;]]\n\n- fever\n- cough",
        "Common signs are[[.]]\n\n- fever\n- cough",
    ),
    good=(
        "Zelpax may cause:\n\n- fever\n- cough",
        "Ask the nurse about pain.\n\n- Fever\n- Cough",
        "We have rooms to rest; they are quiet.\n\n- fever\n- cough",
        "It hurts;\n\nask the nurse.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the mark of a paragraph that should introduce the list behind it."""
    for block, following in pairwise(document.blocks):
        if following.kind != "list-item" or block.kind != "paragraph":
            continue
        if found := _WRONG.search(block.text[-_END:]):
            group = "semicolon" if found["semicolon"] else "stop"
            shift = block.region.end - len(block.text[-_END:])
            yield Match(Region(shift + found.start(group), shift + found.end(group)), suggestions=(":",))
