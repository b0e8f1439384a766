"""How common words are in medical English: which word of a phrase is worth looking for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from medlint import config

_UNLISTED = 20.0  # per million words, for a word that is not among the frequent ones


def occurrences(literal: str) -> float:
    """Return roughly how often `literal` (one or more words) occurs in a million words."""
    known = _frequent()
    rarest = min(known.get(word, _UNLISTED) for word in literal.split())
    return rarest / len(literal.split())


@cache
def _frequent() -> Mapping[str, float]:
    tiers = config.data("frequent-words.yaml")
    return {str(word): float(count) for count, words in tiers.items() for word in words}
