"""Two decimals pretend a precision that readers cannot use, and that few studies have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule

_SHARE = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{2,}\s?(?:%|per ?cent\b)")
_SCIENCE = re.compile(
    r"\b(?:ci|confidence|hazard|odds|ratio|p\s?[<=>]|alcohol|solution|chlorhexidine|cream|gel|ointment"
    r"|drops|sodium|saline|fluoride|hba1c)\b"
)


@rule(
    id="plain-language.needless-decimals",
    severity="note",
    not_for=("professional",),
    needs="wording",
    message="“{text}” is more precise than a reader can use.",
    advice="Round it, or say it in people: “about 7 in 100”.",
    sources=("us-cci", "uk-nhsnum", "int-gig08"),
    scope="sentence",
    anchors=("percent", "per cent", "cent", "%"),
    bad=("It helped [[67.38%]] of the users.", "Bleeding is seen in [[0.034 percent]] of people."),
    good=(
        "It helped 67% of the users.",
        "Use a 0.12% solution of chlorhexidine.",
        "The odds ratio rose by 12.45%.",
    ),
)
def check(document: Document, passage: Passage) -> Iterator[Match]:
    """Yield shares with two decimals or more."""
    folded = document.folded[passage.region.start : passage.region.end]
    if _SCIENCE.search(folded):
        return
    for found in _SHARE.finditer(folded):
        yield Match(Region(passage.region.start + found.start(), passage.region.start + found.end()))
