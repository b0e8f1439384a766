"""Sentences word by word with their tags, and the noun phrases that end before a word.

A phrase is read from its end: the head, what describes it, and the word that opens it. Where a phrase
hangs on a preposition, the phrase before it is the one that counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from medlint.model import Region
from medlint.part_of_speech.tagger import Tag
from medlint.word_codes import letters_of

_INSIDE = frozenset("jvgn#Er")
_NOUNS = frozenset("nsE")
_OPENERS = frozenset("DO")
_MOST_WORDS = 7  # of a phrase without what hangs on it


@dataclass(frozen=True, eq=False)
class Sentence:
    """The words of a sentence, marks among them."""

    words: Sequence[str]  # folded
    tags: Sequence[Tag]
    places: Sequence[tuple[int, int]]  # in the document
    names: frozenset[int]  # numbers of words with a capital that is not the sentence's

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """Return a word, "" where there is none."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def tag(self, index: int) -> str:
        """Return the best tag of a word, "" where there is none."""
        return self.tags[index][0] if 0 <= index < len(self.words) else ""

    def may_be(self, index: int, tags: str) -> bool:
        """Say whether the best or a close second tag of a word is one of these."""
        if not 0 <= index < len(self.words):
            return False
        best, second = self.tags[index]
        return best in tags or (second != "" and second in tags)

    def is_surely(self, index: int, tags: str) -> bool:
        """Say whether all likely tags of a word are among these."""
        if not 0 <= index < len(self.words):
            return False
        best, second = self.tags[index]
        return best in tags and (not second or second in tags)

    @cached_property
    def letters(self) -> Sequence[str]:
        """What each word can be, by the lexicon; "" for an unknown one."""
        return [letters_of(word) for word in self.words]

    def region(self, first: int, last: int) -> Region:
        """Return the characters of the words from `first` to `last`, which is included."""
        return Region(self.places[first][0], self.places[last][1])


@dataclass(frozen=True)
class Phrase:
    """A noun phrase of a sentence, as numbers of words."""

    first: int
    head: int
    opener: str  # the determiner, owner or number that opens it, or ""


def phrase_before(sentence: Sentence, end: int) -> Phrase | None:
    """Return the phrase whose last word stands right before `end`."""
    head = end - 1
    if head < 0 or not sentence.may_be(head, "nsE") or sentence.tag(head) in "DOIPTCWXm.":
        return None
    first = head
    while first > 0 and head - first < _MOST_WORDS and _is_inside(sentence, first - 1):
        first -= 1
    opener = ""
    if first > 0 and sentence.tag(first - 1) in _OPENERS:
        first -= 1
        opener = sentence.words[first]
    while first < head and sentence.tag(first) == "r":
        first += 1
    if not opener and sentence.tag(first) == "#":
        opener = sentence.words[first]
    return Phrase(first, head, opener)


def _is_inside(sentence: Sentence, index: int) -> bool:
    tag = sentence.tag(index)
    if tag not in _INSIDE:
        return False
    return tag != "r" or (sentence.may_be(index + 1, "jvg#r") and sentence.tag(index + 1) in "jvg#r")
