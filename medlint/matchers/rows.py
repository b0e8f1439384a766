"""The words of each sentence in a row, with their places: read once for all tables that walk along them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from medlint import config
from medlint.model import Document, Passage, Region

WORD = re.compile(r"\w+")
"""A word of `Document.plain`."""

_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[^\w\s]")


@dataclass(frozen=True)
class Row:
    """Words and marks of a sentence, folded, and where they stand."""

    words: tuple[str, ...]
    text: str  # of the whole document, folded
    sentence: Region

    def region(self, first: int, last: int) -> Region:
        """Return the characters from one word to another, which is included."""
        return Region(self.spans[first][0], self.spans[last][1])

    def at(self, index: int) -> str:
        """Return a word, "" where there is none."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Start and end of each word in the document."""
        return [found.span() for found in _TOKEN.finditer(self.text, self.sentence.start, self.sentence.end)]

    @cached_property
    def known(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.words)

    def numbers(self, word: str) -> Iterator[int]:
        """Yield where in the row a word stands."""
        return (number for number, each in enumerate(self.words) if each == word)


def plain_words(document: Document, sentence: Passage) -> frozenset[str]:
    """Return the words of `Document.plain` in a sentence: those that a hyphen joins are two."""
    known, region = document.derived(_plain_words), sentence.region
    if region.start not in known:
        known[region.start] = frozenset(WORD.findall(document.plain, region.start, region.end))
    return known[region.start]


def row_of(document: Document, sentence: Passage) -> Row:
    """Return the words of a sentence."""
    rows, start = document.derived(_rows), sentence.region.start
    if start not in rows:
        rows[start] = _row(document, sentence.region)
    return rows[start]


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of `config/words/rows.yaml`."""
    return _lists()[name]


def is_adverb(word: str) -> bool:
    """Say whether a word may stand between a verb and its preposition without changing either."""
    return word in listed("adverbs") or (word.endswith("ly") and word not in listed("no-adverbs"))


def _rows(_: Document) -> dict[int, Row]:
    return {}  # by start of a sentence, filled when asked for


def _plain_words(_: Document) -> dict[int, frozenset[str]]:
    return {}  # in the same way


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    lists: Mapping[str, str] = config.data("words/rows.yaml")
    return {name: frozenset(words.split()) for name, words in lists.items()}


def _row(document: Document, region: Region) -> Row:
    return Row(tuple(_TOKEN.findall(document.folded, region.start, region.end)), document.folded, region)
