"""A space inside a bracket lets the bracket stand alone at the end or the beginning of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION, is_running_text, told_once

_OPENED = re.compile(r"\((?<![:;=8-]\() (?=\w)[^\s()]{1,30}")
_CLOSED = re.compile(r" \)(?<=\w \))")
_WORD_BEFORE = re.compile(r"[\w’'.-]{1,30}$")
_LONGEST = 30  # characters of the word before that are shown


@rule(
    id="grammar.space-in-brackets",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    message="“{text}” has a space inside the bracket{repeat}.",
    advice="Delete the space.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=("Take two tablets [[( white]] ones) a day.", "Take two tablets (white [[ones )]] a day."),
    good=(
        "Take two tablets (white ones) a day.",
        "We are sad :( but the nurse is back.",
        "[ ] I have read the leaflet. ( ) Yes ( ) No",
        "The score is (see below).",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield brackets that are set off from their words."""
    text = document.text
    slips = [("(", found.start(), found.end()) for found in _OPENED.finditer(text)]
    for found in _CLOSED.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, found.start() - _LONGEST), found.start())
        slips.append((")", word.start() if word else found.start(), found.end()))
    yield from told_once(
        [
            (bracket, Match(Region(start, end), suggestions=(text[start:end].replace(" ", ""),)))
            for bracket, start, end in slips
            if is_running_text(document, start)
        ]
    )
