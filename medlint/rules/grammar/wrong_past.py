"""Irregular verbs take no -ed: given, taken, taught. Readers notice the regular form at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR, like, pairs

_RIGHT = pairs("wrong-pasts")
_WORD = re.compile(rf"(?<![\w'.@/-])(?:{alternation(_RIGHT)})(?![\w'@/-]|\.\w)")


@rule(
    id="grammar.wrong-past",
    label="grammar.verb",
    severity="warning",
    needs="wording",
    message="“{text}” is no form of the verb.",
    advice="Use the irregular form.",
    sources=(GRAMMAR,),
    scope="sentence",
    anchors=tuple(_RIGHT),
    bad=("The drug is [[gived]] by a nurse.", "The scar was [[cutted]] out, and the wound [[bleeded]]."),
    good=(
        "The drug is given by a nurse.",
        "The scar was cut out, and the wound bled.",
        "The needed tablets and the seeded capsule are here.",
    ),
)
def check(document: Document, sentence: Passage) -> Iterator[Match]:
    """Yield irregular verbs with a regular ending."""
    for found in _WORD.finditer(document.folded, sentence.region.start, sentence.region.end):
        shown = document.text[found.start() : found.end()]
        yield Match(Region(found.start(), found.end()), suggestions=(like(_RIGHT[found[0]], shown),))
