"""Word lists that rules and contexts share by name: `config/lexicons.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from medlint import config
from medlint.inflection import noun_forms, verb_forms

Lexicon = tuple[str, ...]
"""Entries in the form of `Document.plain`: lower case, plain apostrophes, a space for a hyphen."""

FORMS = ("words", "nouns", "verbs")
"""How a list's entries are written: as they stand, as singulars, as base forms."""


@cache
def shipped() -> Mapping[str, Lexicon]:
    """Return the shipped lexicons by name, all forms written out."""
    return expand(_read(config.folder() / "lexicons.yaml"), irregular_verbs())


@cache
def irregular_verbs() -> Mapping[str, tuple[str, ...]]:
    """Return base form → past forms."""
    entries = _read(config.folder() / "irregular.yaml")
    return {base: tuple(str(past).split()) for base, past in entries.items()}


def of_family(path: Path) -> Mapping[str, Lexicon]:
    """Return the lists that shipped packs of one family share.

    `lexicons-x.yaml` is for `x.yaml` and all `x-….yaml`.
    """
    family = path.stem.partition("-")[0]
    shared = config.folder() / f"lexicons-{family}.yaml"
    return _expanded(shared) if path.resolve().parent == shared.parent and shared.is_file() else {}


@cache
def _expanded(path: Path) -> Mapping[str, Lexicon]:
    return expand(_read(path), irregular_verbs())


def lexicon(name: str) -> Lexicon:
    """Return one shipped lexicon.

    Raises:
        KeyError: there is none of that name.
    """
    return shipped()[name]


def expand(
    lists: Mapping[str, Sequence[str] | Mapping[str, Sequence[str]]],
    irregular: Mapping[str, tuple[str, ...]],
) -> dict[str, Lexicon]:
    """Return the lists with all forms written out, in the form of `Document.plain`, longest first.

    An entry `{name}` stands for all entries of a list written above.
    """
    expanded: dict[str, Lexicon] = {}
    for name, entries in lists.items():
        sections = entries if isinstance(entries, Mapping) else {"words": entries}
        forms: dict[str, None] = {}
        for kind, words in sections.items():
            for word in words:
                for form in _forms(kind, str(word), expanded, irregular):
                    forms[normalised(form)] = None
        expanded[name] = tuple(sorted(forms, key=lambda form: (-len(form), form)))
    return expanded


def normalised(phrase: str) -> str:
    """Return `phrase` as it would stand in `Document.plain`."""
    folded = phrase.replace("\u0130", "I").lower()
    for mark, plain in (("\u2019", "'"), ("\u2018", "'"), ("\u2013", " "), ("\u2014", " "), ("-", " ")):
        folded = folded.replace(mark, plain)
    return " ".join(folded.split())


def _forms(
    kind: str, word: str, earlier: Mapping[str, Lexicon], irregular: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    if word.startswith("{") and word.endswith("}"):
        return earlier[word[1:-1]]
    if kind == "nouns":
        return noun_forms(word)
    if kind == "verbs":
        return verb_forms(word, irregular)
    return (word,)


def _read(path: Path) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - safe loaders
    return loaded
