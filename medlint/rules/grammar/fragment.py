"""“Because the muscles are not cut.” is half a sentence; what it explains stands before it or is missing.

Advertising breaks sentences so for effect; in information about health the link of cause and effect must
be plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Passage
from medlint.rule import rule
from medlint.rules.grammar import FRAGMENTS

_BEGINS = re.compile(r"(?:because (?!of\b)|such as |which (?:is why|means)\b)")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|may|might|must|will|would|should|do|does|did|isn't|aren't"
    r"|don't|doesn't|can't|won't)\b"
)
_LONGEST = 14  # words; a longer one may hold its main clause without a comma


@rule(
    id="grammar.fragment",
    label="grammar.fragment",
    severity="note",
    needs="wording",
    message="“{text}” is not a whole sentence.",
    advice="Join it to the sentence it belongs to.",
    sources=(FRAGMENTS,),
    scope="sentence",
    anchors=("because", "such as", "which means", "which is why"),
    bad=(
        "You can walk on the same day. [[Because the muscles are not cut.]]",
        "We treat many diseases. [[Such as asthma and eczema.]]",
    ),
    good=(
        "You can walk on the same day because the muscles are not cut.",
        "Why rest? Because the wound needs it.",
        "Because the muscles are not cut, you can walk.",
        "It is new. Because of this we ask you to wait.",
        "It is new. Because the drug is new we will ask you to wait.",
        "It is new. Such as it is, the room is free.",
        "- Because the muscles are not cut.",
    ),
)
def check(document: Document, sentence: Passage) -> Iterator[Match]:
    """Yield subordinate clauses that stand alone."""
    region = sentence.region
    words = document.folded[region.start : region.end]
    if not _BEGINS.match(words) or not words.endswith((".", "!")) or "," in words or "(" in words:
        return
    block = document.block_at(region.start)
    if block.kind != "paragraph" or region.start == block.region.start or len(words.split()) > _LONGEST:
        return
    is_answer = document.text[block.region.start : region.start].rstrip().endswith("?")
    if not is_answer and len(_VERB.findall(words)) < 2:
        yield Match(region)
