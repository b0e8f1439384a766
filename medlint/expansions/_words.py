"""The words beside a bracket, as the letters of a short form are read against them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from medlint.model import Region

FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "can", "may", "will"})
"""Verbs over which no long form reaches."""

SMALL = frozenset(
    {
        *("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or"),
        *("per", "that", "the", "their", "to", "via", "with", "without"),
    }
)
"""Words that a short form leaves out."""

LONGEST = 160  # characters of a long form
_MOST = 28  # words
_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff]+(?:['’][a-z]+)?")
_SENTENCE_END = re.compile(r"[.?!]\s+(?=[A-Z])|[;:]\s|\n")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a part of one between hyphens."""

    text: str  # in lower case
    start: int
    end: int
    is_joined: bool  # by a hyphen or another mark to the word before
    is_aside: bool = False  # in brackets of its own

    @property
    def is_small(self) -> bool:
        """Say whether a short form may leave it out at hardly any cost."""
        return self.is_aside or self.text in SMALL or self.text.isdigit()

    @property
    def ends_phrase(self) -> bool:
        """Say whether no term goes on over it."""
        return self.text in SMALL or self.text in FINITE


def words_in(text: str, start: int, end: int) -> list[Word]:
    """Return the words of a stretch of text."""
    return [
        Word(
            found[0].lower(),
            found.start(),
            found.end(),
            found.start() > start and text[found.start() - 1] not in " \n\t",
        )
        for found in _WORD.finditer(text, start, end)
    ]


def words_before(text: str, end: int) -> list[Word]:
    """Return the last words of the sentence, or of the bracket around it, before a character."""
    start = max(0, end - LONGEST)
    for stop in _SENTENCE_END.finditer(text, start, end):
        start = stop.end()
    start, asides = _asides(text, start, end)
    return [
        replace(word, is_aside=any(aside.start <= word.start < aside.end for aside in asides))
        for word in words_in(text, start, end)[-_MOST:]
    ]


def _asides(text: str, start: int, end: int) -> tuple[int, list[Region]]:
    """Return where the bracket around the words before `end` opens, and brackets that stand free in them."""
    closed: list[int] = []
    asides: list[Region] = []
    for at in range(end - 1, start - 1, -1):
        if text[at] in ")]":
            closed.append(at)
        elif text[at] in "([":
            if not closed:
                return at + 1, asides
            closing = closed.pop()
            if at and text[at - 1] == " ":
                asides.append(Region(at, closing))
    return start, asides
