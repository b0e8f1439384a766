"""Names of illnesses change: because the old one was wrong, hurts, or means something else by now.

Readers search and ask under the name their doctor uses today; the old one may stand behind it in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from medlint import config
from medlint.lexicons import normalised
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.terminology import is_mentioned

_TOLD_BEFORE = re.compile(
    r"\b(?:formerly|previously|once|used to be|earlier|historically|old(?:er)? (?:name|term)|also"
    r"|sometimes|still|now|was) "
    r"(?:be )?(?:known|called|named|termed|referred)?(?: (?:as|to as))?\W*(?:the |a |\w+ (?:or|and) )*\Z"
    r"|\b(?:called|known as|referred to as|or|aka|term|name|formerly|previously)\W*(?:the )?\Z"
)
_TOLD_BEHIND = re.compile(
    r"\W{0,2} ?(?:,|\()?\s?(?:(?:is|was|has been|are|were) )?(?:now|today|since)\b"
    r"|[^.]{0,40}\b(?:renamed|new name|old name)\b"
)


@cache
def _names() -> Mapping[str, tuple[str, int]]:
    """Return an outdated name, as in `Document.plain` → the name in use and the year of the change."""
    entries: list[dict[str, Any]] = config.data("words/outdated-names.yaml")
    return {normalised(old): (each["new"], each["since"]) for each in entries for old in each["old"]}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(_names())})\b")


@rule(
    id="terminology.outdated-name",
    label="terminology.misuse",
    severity="note",
    needs="wording",
    message="“{text}” is an old name; today it is {new} (since {since}).",
    advice="Use the name of today; put the old one in brackets if readers search for it.",
    sources=("us-ama-masld", "us-dsm5", "us-rosa", "int-ilae", "int-chcc", "int-pbc", "us-ada"),
    scope="document",
    bad=(
        "Our diet treats [[NAFLD]] within weeks.",
        "[[Juvenile diabetes]] begins in childhood.",
        "The leaflet is for people with [[Wegener's granulomatosis]].",
        "He had a [[grand mal seizure]] after the visit.",
    ),
    good=(
        "Metabolic dysfunction-associated steatotic liver disease (MASLD, formerly NAFLD) is common.",
        "Type 1 diabetes, once called juvenile diabetes, can begin at any age.",
        "Bipolar disorder (manic depression) has two poles.",
        "Nash Street is behind the clinic.",
        "Do not write “mental retardation”.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield old names, the first place of each, that are not told as old on a page without the new one."""
    told: set[str] = set()
    for found in _pattern().finditer(document.plain):
        region = Region(*found.span())
        new, since = _names()[found[0]]
        if new in told or _is_sound(document, region, new):
            continue
        told.add(new)
        yield Match(region, {"new": new, "since": str(since)}, (new.partition(" or ")[0].partition(" (")[0],))


def _is_sound(document: Document, region: Region, new: str) -> bool:
    text = document.text[region.start : region.end]
    if len(text) < 6 and not text.isupper():
        return True
    sentence = document.sentence_at(region.start).region
    if _TOLD_BEFORE.search(document.plain[sentence.start : region.start]):
        return True
    if _TOLD_BEHIND.match(document.plain, region.end, sentence.end) or is_mentioned(document, region):
        return True
    return any(_names_it(document, each) for each in new.split(" or "))


def _names_it(document: Document, new: str) -> bool:
    words, _, short = new.partition(" (")
    return normalised(words) in document.plain or (bool(short) and short.rstrip(")") in document.text)
