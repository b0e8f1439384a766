"""What a sentence says around a figure: for how long, for whom, and of what it is the share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from medlint.evidence.registry import DAYS, Registry
from medlint.matchers.trie import alternation

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LARGE = {"fifteen": 15.0, "twenty": 20.0, "thirty": 30.0}
_TIME = re.compile(
    rf"(?<![\w.,])(\d+(?:\.\d+)?|{'|'.join((*_NUMBERS, *_LARGE))})[ -](day|week|month|year)s?\b"
    r"(?! old\b| of (?:age|experience))"
)
_AGED = re.compile(
    r"\b(?:aged?|older than|younger than|over the age of|under the age of|more than|since|ages?)\s$"
)
_SAME = 0.12  # share by which two times may differ and be the same: 12 months and one year


def times(plain: str) -> tuple[float, ...]:
    """Return the times that a sentence gives, in days; ages are none."""
    return tuple(
        _number(found[1]) * DAYS[found[2]]
        for found in _TIME.finditer(plain)
        if not _AGED.search(plain[: found.start()])
    )


def is_same_time(one: float, other: float) -> bool:
    """Say whether two times, in days, are the same but for rounding."""
    return abs(one - other) <= _SAME * max(one, other)


def people(plain: str, registry: Registry) -> Mapping[str, frozenset[str]]:
    """Return by dimension whom a sentence speaks of: {"sex": {"women"}}."""
    found: dict[str, frozenset[str]] = {}
    for dimension, members in registry.dimensions.items():
        named = frozenset(name for name, words in members.items() if stands(plain, words))
        if named:
            found[dimension] = named
    return found


def stands(plain: str, words: Iterable[str]) -> bool:
    """Say whether one of the words stands in the text as a whole word."""
    return pattern(tuple(words)).search(plain) is not None


@lru_cache(maxsize=4096)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return an expression for these words as whole words."""
    return re.compile(rf"(?<!\w)(?:{alternation(words)})(?!\w)") if words else re.compile(r"(?!)")


def _number(word: str) -> float:
    if word in _NUMBERS:
        return float(_NUMBERS.index(word) + 1)
    return _LARGE.get(word) or float(word)
