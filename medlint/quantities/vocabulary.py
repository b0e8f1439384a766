"""The word lists of `config/words/quantities.yaml`, as sets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from medlint import compiled, config, lexicons


@cache
def words(name: str) -> frozenset[str]:
    """Return all forms of the words of one list, in the form of `Document.plain`."""
    return frozenset(_lists()[name])


@cache
def _lists() -> Mapping[str, lexicons.Lexicon]:
    key = (config.digest(),)
    kept: Mapping[str, lexicons.Lexicon] | None = compiled.get("quantities", key)
    if kept is None:
        kept = lexicons.expand(config.data("words/quantities.yaml"), lexicons.irregular_verbs())
        compiled.put("quantities", key, kept)
    return kept
