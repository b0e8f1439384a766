"""In English no space stands before a comma, a full stop, a colon, a question or an exclamation mark.

The mark may otherwise begin the next line on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION, is_running_text, told_once

_MARK = re.compile(r" (?:,(?!\d)|\.(?= |\n|\Z)(?! \.)|;(?![-)(DP])|:(?![-:)(DPp/3|\w])|[!?](?![=\w]))")
_WORD_BEFORE = re.compile(r"\S+$")
_LABEL = 2  # words of a label at most
_LONGEST_LABEL = 60  # characters
_LONGEST = 30  # characters of the word before that are shown


@rule(
    id="grammar.space-before-mark",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    message="“{text}” has a space before the mark{repeat}.",
    advice="Delete the space.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=(
        "Rest at [[home ,]] and drink water.",
        "Is it [[safe ?]] Ask the nurse.",
        "The clinic is open on [[Monday .]]",
        "These are the [[symptoms :]] fever and cough.",
    ),
    good=(
        "The scale is 1 : 20 and the dose .5 of the usual, or 1 , 000 in old books.",
        "Thank you :) We will call ;-) soon.",
        "Opening hours : 9 to 5.",
        "Well ... it depends . . . on you.",
        "Name the file .htaccess and ask about .NET here.",
        "Rest, drink water; sleep.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield words with a space between them and their mark."""
    text = document.text
    slips = []
    for found in _MARK.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, found.start() - _LONGEST), found.start())
        if word is None or not _is_word(word[0]) or not is_running_text(document, found.start()):
            continue
        mark = found[0].strip()
        if mark != ":" or not _is_label(document, found.start()):
            slips.append((mark, Match(Region(word.start(), found.end()), suggestions=(word[0] + mark,))))
    yield from told_once(slips)


def _is_word(before: str) -> bool:
    """Not a number (a ratio), not a mark that stands alone."""
    return before[-1] not in ".:;,!?" and any(letter.isalpha() for letter in before)


def _is_label(document: Document, end: int) -> bool:
    """Say whether one or two words open a block and end with a colon: "Opening hours : 9 to 5"."""
    block = document.block_at(end)
    if end - block.region.start > _LONGEST_LABEL:
        return False
    return document.text.count(" ", block.region.start, end) < _LABEL
