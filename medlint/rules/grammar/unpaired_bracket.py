"""A bracket that opens and never closes leaves the reader waiting; one that only closes has lost words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION

_PAIRS = {")": "(", "]": "["}
_BRACKET = re.compile(r"[()\[\]]")
# "a)" and "2)" of a list inside a sentence, and faces.
_MARKER = re.compile(r"(?:^|[\s;,.(])(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$")
_FACE = re.compile(r"[:;=8]['-]?$")
_LOOK_BACK = 6  # characters of the longest marker, with what stands before it
_INTERVAL = re.compile(r"[\[(]\s?-?\d[^()\[\]]*$")
_DEEPEST = 20  # brackets inside brackets that are looked at
_KINDS = ("table-cell", "reference", "alt-text")


@rule(
    id="grammar.unpaired-bracket",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    message="“{text}” has no partner.",
    advice="Put the missing bracket, or delete this one.",
    sources=(PUNCTUATION,),
    scope="block",
    bad=(
        "Take two tablets [[(]]white ones a day.",
        "Take two tablets white ones[[)]] a day.",
        "It treats fever (also at night [[[]]see below).",
    ),
    good=(
        "Take two tablets (white ones) a day [see below].",
        "You may a) rest, b) walk or 3) swim.",
        "Thank you :) and sorry :-(",
        "a) Rest at home.",
        "The interval [0, 1) is half open.",
        "Ask first (for example:\n\n- before surgery\n- before travel)",
    ),
)
def check(document: Document, block: Passage) -> Iterator[Match]:
    """Yield brackets without a partner in a block."""
    text = block.text
    if text.count("(") == text.count(")") and text.count("[") == text.count("]"):
        return
    if block.kind in _KINDS or document.derived(_is_paired_across_blocks):
        return
    for place in sorted(_alone(text)):
        start = block.region.start + place
        yield Match(Region(start, start + 1))


def _alone(text: str) -> Iterator[int]:
    """Yield the places of brackets without a partner."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        place = found.start()
        if _FACE.search(text, max(0, place - 2), place):
            continue
        if found[0] in "([":
            opened.append(place)
        elif opened and _INTERVAL.match(text, opened[-1], place):
            opened.pop()
        elif any(text[other] == _PAIRS[found[0]] for other in opened[-_DEEPEST:]):
            while text[opened[-1]] != _PAIRS[found[0]]:
                yield opened.pop()
            opened.pop()
        elif not _MARKER.search(text, max(0, place - _LOOK_BACK), place):
            yield place
    yield from opened


def _is_paired_across_blocks(document: Document) -> bool:
    """A bracket may hold a list; then the page as a whole has as many of each."""
    text = document.text
    return all(text.count(closing) == text.count(opening) for closing, opening in _PAIRS.items())
