"""Capitals and rows of exclamation marks shout. A screen reader may spell capitals letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule

_WORDS = re.compile(r"(?<![\w.@/-])(?:[A-Z]{2,}(?:['’][A-Z]+)?[ ,-]{1,2}){2,}[A-Z]{2,}(?![\w@/-])")
_WORD = re.compile(r"[A-Z]+")
_MARKS = re.compile(r"(?:!\s?){2,}|\?!+\?*|!\?+")
_LEAST_LETTERS = 14  # shorter rows are short forms: "MRI, CT or PET"
_WARNING = re.compile(r"\b(?:CALL|STOP|DO NOT|NEVER|EMERGENCY|WARNING|DANGER|POISON|KEEP OUT)\b")


@rule(
    id="plain-language.shouting",
    severity="note",
    not_for=("professional",),
    needs="wording",
    message="“{text}” shouts.",
    advice="Write it in small letters, with one full stop or exclamation mark.",
    sources=("us-plain", "uk-nhsaz"),
    scope="block",
    bad=("[[BOOK YOUR PLACE TODAY]] and sleep well.", "We are open[[!!!]]"),
    good=(
        "Book your place today.",
        "We are open!",
        "You may need an MRI, CT or PET scan.",
        "IF YOU CANNOT BREATHE, CALL 112.",
        "# OUR ROOMS AND PRICES",
    ),
)
def check(_: Document, passage: Passage) -> Iterator[Match]:
    """Yield rows of words in capitals, and of exclamation marks."""
    if passage.kind in ("heading", "table-cell", "reference"):
        return
    for found in _WORDS.finditer(passage.text):
        is_long = sum(len(word) for word in _WORD.findall(found[0])) >= _LEAST_LETTERS
        is_spoken = sum(len(word) > len("ABCD") for word in _WORD.findall(found[0])) > 1
        if is_long and is_spoken and not _WARNING.search(passage.text):
            yield _match(passage, found)
    for found in _MARKS.finditer(passage.text):
        yield Match(
            Region(
                passage.region.start + found.start(),
                passage.region.start + len(passage.text[: found.end()].rstrip()),
            )
        )


def _match(passage: Passage, found: re.Match[str]) -> Match:
    start = passage.region.start
    return Match(Region(start + found.start(), start + found.end()))
