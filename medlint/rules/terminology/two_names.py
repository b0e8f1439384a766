"""A page that changes the name of a treatment makes readers think that there are two.

One name, tied to the other once, is enough for both readers and search engines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from medlint import mentions, taxonomy
from medlint.mentions import Mention
from medlint.model import Document, Match
from medlint.rule import rule

_BRANCHES = frozenset({"treatment", "test", "device", "endoscopy", "condition"})
_TIED = 50  # characters between two names that stand side by side
_TIE = re.compile(
    r"[()/=:\u2013\u2014]|,"
    r"|\b(?:or|also|called|known|aka|i\.e|ie|named|term|means|that is|formerly|brand|trade)\b"
)

_HEPATECTOMY = "We offer hepatectomy at Hollowbrook Hospital. A hepatectomy takes hours."


@rule(
    id="terminology.two-names",
    label="terminology.inconsistent",
    severity="note",
    needs="wording",
    message="“{text}” is “{other}” elsewhere on this page, and nothing says that the two are one.",
    advice="Choose one name; where it is first used, give the other one in brackets.",
    sources=("uk-nhsaz", "us-ama-11"),
    scope="document",
    bad=(
        f"{_HEPATECTOMY}\n\nAfter a [[liver resection]] you stay for a week.",
        "Take paracetamol. Paracetamol is common. Never take more [[acetaminophen]] than you are told.",
    ),
    good=(
        "Liver resection (hepatectomy) removes part of the liver. The hepatectomy takes hours.",
        "A tummy tuck, or abdominoplasty, removes skin. After the abdominoplasty you rest.",
        "Total knee replacement takes an hour. A knee replacement lasts for years.",
        "Radiotherapy uses rays. RFA does not.",
        "Fever is a high temperature. The high temperature falls.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the rarer of two names of one treatment, test or device that nothing ties together."""
    known = taxonomy.load()
    for thing, places in mentions.by_thing(mentions.terms(document)).items():
        if not known.kinds_of(thing) & _BRANCHES:
            continue
        named = mentions.by_name(each for each in places if each.way in ("name", "brand"))
        if len(named) < 2 or _are_tied(document, places):
            continue
        usual, *others = sorted(named.values(), key=lambda each: (-len(each), each[0].region))
        for other in others:
            if _are_unlike(usual[0], other[0]):
                yield Match(other[0].region, {"other": usual[0].name})


def _are_unlike(one: Mention, other: Mention) -> bool:
    """Tell "hepatectomy" from "liver resection", but not "knee replacement" from "total knee replacement"."""
    if "brand" in (one.way, other.way):
        return False
    words, others = (_beginnings(each.name) for each in (one, other))
    return not words & others


def _beginnings(name: str) -> set[str]:
    return {word[:4] for word in name.lower().replace("-", " ").split()}


def _are_tied(document: Document, places: Sequence[Mention]) -> bool:
    """Find two names side by side with a bracket, a comma, "or", "also called" between them."""
    for first, other in pairwise(places):
        between = document.plain[first.region.end : other.region.start]
        if first.name != other.name and len(between) <= _TIED and _TIE.search(between):
            return True
    return False
