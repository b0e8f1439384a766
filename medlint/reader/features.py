"""A sentence as the second reader sees it: hashed n-grams of its words and of their letters.

Every feature belongs to a word, so that a sentence's score is the sum of its words' shares and the
words that tip it can be shown. Word shares of letters are counted once per word and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

BITS = 17
SIZE = 1 << BITS
"""Buckets of the hash; a collision costs a little precision and no more."""

_TOKEN = re.compile(r"[a-z0-9']+|[%£$€!?]")
_LETTERS = (3, 4, 5)
_LETTER_WEIGHT = 0.4
_SKIP_WEIGHT = 0.5
_TRIGRAM_WEIGHT = 0.7
_COMPANY_WEIGHT = 0.3
_SHORTEST = 4  # words: a shorter sentence is weighed as if it had so many

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


def features(words: Sequence[str]) -> Iterator[tuple[int, Sequence[Feature]]]:
    """Yield the features that each word brings, by the word's number; not yet weighed by length."""
    padded = ("<s>", *words, "</s>")
    for number, word in enumerate(words):
        before, after = padded[number], padded[number + 2]
        found = [
            (bucket(f"w{word}"), 1.0),
            (bucket(f"b{before} {word}"), 1.0),
            (bucket(f"t{before} {word} {after}"), _TRIGRAM_WEIGHT),
            (bucket(f"s{before} * {after}"), _SKIP_WEIGHT),
            *((feature, _LETTER_WEIGHT) for feature in _letters(word)),
        ]
        if number == len(words) - 1:
            found.append((bucket(f"b{word} </s>"), 1.0))
        yield number, found


def company(sentences: Sequence[Sequence[str]]) -> Iterator[Feature]:
    """Yield the features that the words of the neighbouring sentences bring."""
    for words in sentences:
        for word in sorted(set(words)):
            yield bucket(f"x{word}"), _COMPANY_WEIGHT


def length_weight(words: Sequence[str]) -> float:
    """Return what the sum of a sentence's features is divided by."""
    return float(max(_SHORTEST, len(words)) ** 0.5)


def bucket(feature: str) -> int:
    """Return the bucket of a feature."""
    return crc32(feature.encode()) & (SIZE - 1)


@lru_cache(maxsize=65_536)
def _letters(word: str) -> tuple[int, ...]:
    marked = f"^{word}$"
    return tuple(
        bucket(f"c{marked[start : start + size]}")
        for size in _LETTERS
        for start in range(len(marked) - size + 1)
    )
