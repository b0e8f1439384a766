"""The word lists of `config/words/quantities.yaml`, as sets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import yaml

from medlint import config, lexicons


@cache
def words(name: str) -> frozenset[str]:
    """Return all forms of the words of one list, in the form of `Document.plain`."""
    return frozenset(_lists()[name])


@cache
def _lists() -> Mapping[str, lexicons.Lexicon]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (config.folder() / "words" / "quantities.yaml").read_text(encoding="utf-8")
    return lexicons.expand(yaml.load(text, Loader=loader), lexicons.irregular_verbs())  # noqa: S506 - safe loaders
