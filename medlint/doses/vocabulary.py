"""The word lists of `config/words/doses.yaml`, read when a rule first needs one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from medlint import config
from medlint.matchers.trie import alternation


@cache
def words(name: str) -> tuple[str, ...]:
    """Return a list, in the order of the file."""
    return tuple(_lists()[name].split())


@cache
def pairs(name: str) -> Mapping[str, str]:
    """Return a mapping of what is written to what is safe."""
    return {str(key): str(value) for key, value in _lists()[name].items()}


@cache
def sets(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a list of rows."""
    return tuple(tuple(row.split()) for row in _lists()[name])


@cache
def any_of(name: str) -> re.Pattern[str]:
    """Return an expression for the words of a list, as whole words of a folded text."""
    return re.compile(rf"(?<!\w)(?:{alternation(words(name))})(?!\w)")


@cache
def _lists() -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (config.folder() / "words" / "doses.yaml").read_text(encoding="utf-8")
    lists: Mapping[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - safe loaders
    return lists
