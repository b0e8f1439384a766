"""A sentence as the second reader sees it: hashed n-grams of its words, their letters and their classes.

A class is a list of words that do the same work in a claim (verbs of cure, parts of the body); what is
learnt of one of them serves for all. Every feature belongs to a word, so that a sentence's score is the
sum of its words' shares and the words that tip it can be shown. What a word brings by itself is counted
once per word and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

BITS = 19
SIZE = 1 << BITS
"""Buckets of the hash; a collision costs a little precision and no more."""

Classes = Mapping[str, str]
"""Word → its class, which begins with an @."""

_TOKEN = re.compile(r"[a-z0-9']+|[%£$€!?]")
_LETTERS = (3, 4, 5)
_LETTER_WEIGHT = 0.4
_SKIP_WEIGHT = 0.5
_TRIGRAM_WEIGHT = 0.7
_CLASS_WEIGHT = 0.7
COMPANY_WEIGHT = 0.3
_SHORTEST = 4  # words: a shorter sentence is weighed as if it had so many

_MASK = SIZE - 1
_OF_LETTERS = crc32(b"c")

Token = tuple[str, int, int]
"""A word with its start and end (excluded) in the sentence."""

Feature = tuple[int, float]
"""Bucket and value."""


def tokens(folded: str) -> tuple[Token, ...]:
    """Return the words of a sentence, which is in the form of `Document.folded`; numbers are one word."""
    return tuple(
        ("0" if found[0].isdigit() else found[0], found.start(), found.end())
        for found in _TOKEN.finditer(folded)
    )


def words_of(folded: str) -> tuple[str, ...]:
    """Return the words of a sentence without their places."""
    return tuple("0" if word[0].isdigit() else word for word in _TOKEN.findall(folded))


def features(words: Sequence[str], classes: Classes) -> Iterator[tuple[int, Sequence[Feature]]]:
    """Yield the features that each word brings, by the word's number; not yet weighed by length."""
    for number, (word, joints) in enumerate(zip(words, neighbours(words, classes), strict=True)):
        yield number, (*of_word(word, classes.get(word)), *joints)


@lru_cache(maxsize=65_536)
def of_word(word: str, kind: str | None = None) -> tuple[Feature, ...]:
    """Return the features of a word by itself: the word, its class, and runs of its letters."""
    marked = f"^{word}$".encode()
    # Of bytes, and begun with the sum of their "c": this is most of what the reader costs.
    letters = [
        (crc32(marked[start : start + size], _OF_LETTERS) & _MASK, _LETTER_WEIGHT)
        for size in (_LETTERS if word.isascii() else ())  # all others are signs, shorter than a run
        for start in range(len(marked) - size + 1)
    ]
    if not word.isascii():
        letters = [(bucket(f"c^{word}$"), _LETTER_WEIGHT)]
    named = ((bucket(f"q{kind}"), _CLASS_WEIGHT),) if kind else ()
    return ((bucket(f"w{word}"), 1.0), *named, *letters)


def neighbours(words: Sequence[str], classes: Classes) -> Iterator[tuple[Feature, ...]]:
    """Yield for each word the features of it and the words beside it, and of their classes."""
    padded = ("<s>", *words, "</s>")
    named = tuple(classes.get(word, word) for word in padded)
    last = len(words) - 1
    for number, word in enumerate(words):
        before, after = padded[number], padded[number + 2]
        found = (
            (bucket(f"b{before} {word}"), 1.0),
            (bucket(f"t{before} {word} {after}"), _TRIGRAM_WEIGHT),
            (bucket(f"s{before} * {after}"), _SKIP_WEIGHT),
            *_of_classes(*named[number : number + 3]),
        )
        yield (*found, (bucket(f"b{word} </s>"), 1.0)) if number == last else found


def _of_classes(before: str, word: str, after: str) -> list[Feature]:
    """Return what three neighbours are like, where one of them has a class."""
    found: list[Feature] = []
    first, middle, last = before[0] == "@", word[0] == "@", after[0] == "@"
    if first or middle:
        found.append((bucket(f"B{before} {word}"), _CLASS_WEIGHT))
    if first or last:
        found.append((bucket(f"S{before} * {after}"), _CLASS_WEIGHT * _SKIP_WEIGHT))
    if first or middle or last:
        found.append((bucket(f"T{before} {word} {after}"), _CLASS_WEIGHT * _TRIGRAM_WEIGHT))
    return found


def company(words: Iterable[str]) -> Iterator[Feature]:
    """Yield the features that the words of a neighbouring sentence bring, each once."""
    for word in sorted(set(words)):
        yield bucket(f"x{word}"), COMPANY_WEIGHT


def length_weight(words: Sequence[str]) -> float:
    """Return what the sum of a sentence's features is divided by."""
    return float(max(_SHORTEST, len(words)) ** 0.5)


def bucket(feature: str) -> int:
    """Return the bucket of a feature."""
    return crc32(feature.encode()) & _MASK
