"""Words that no list has and that are made of known parts: nonsurgical, neuroimaging, painless-like."""

from __future__ import annotations

import re
from functools import cache

from medlint import spelling

_ENDINGS = ("free", "less", "like", "wide", "ness", "related", "based", "wise", "ish")
_LEAST = 4  # how common the rest must be
_SHORTEST = 4
_PLURAL = 7  # letters of a word of which a plural is believed that no list has
_SMALL = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "has", "if", "in", "is", "it", "of", "on")
)
_SMALL |= {"or", "per", "the", "to", "was", "with"}
_GLUED_LEVEL = 5  # how common the word is to which a small one is glued
_PART = 5  # letters of each half of a compound
_PART_LEVEL = 6


def is_made_of_known(word: str) -> bool:
    """Say whether a word is a known one with something medical before it, or with an ending."""
    rest = rest_of(word)
    if rest and spelling.level(rest) >= _LEAST:
        return True
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(len(stem) >= _SHORTEST and spelling.level(stem) >= _LEAST for stem in stems)


def is_plural(word: str) -> bool:
    """Say whether a word is the plural of a known one, for no list has all of them: maintenances."""
    is_long = word.endswith("s") and len(word) > _PLURAL
    return is_long and word[-2] not in "isxzy" and spelling.level(word[:-1]) >= _LEAST


def is_two_words(word: str) -> bool:
    """Say whether a word is two common words in one: bloodstream, eyecare."""
    return any(
        spelling.level(word[:i]) >= _PART_LEVEL and spelling.level(word[i:]) >= _PART_LEVEL
        for i in range(_PART, len(word) - _PART + 1)
    )


def unglued(word: str) -> str | None:
    """Return a word and a small one that lost the space between them: whiteor, ahumidifier."""
    for cut in range(1, len(word)):
        parts = word[:cut], word[cut:]
        for small, other in (parts, parts[::-1]):
            if small in _SMALL and len(other) >= _SHORTEST and spelling.level(other) >= _GLUED_LEVEL:
                return " ".join(parts)
    return None


def rest_of(word: str) -> str:
    """Return what follows the beginning of a word that medicine puts before others, or nothing."""
    found = _beginning().match(word)
    return word[found.end() :] if found else ""


@cache
def _beginning() -> re.Pattern[str]:
    longest_first = sorted(spelling.beginnings(), key=lambda start: (-len(start), start))
    return re.compile(rf"(?:{'|'.join(longest_first)})(?=\w{{4}})")
