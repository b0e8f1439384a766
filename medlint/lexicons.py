"""Word lists that rules and contexts share by name: `config/lexicons.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from medlint import compiled, config
from medlint.inflection import noun_forms, verb_forms

Lexicon = tuple[str, ...]
"""Entries in the form of `Document.plain`: lower case, plain apostrophes, a space for a hyphen."""

FORMS = ("words", "nouns", "verbs")
"""How a list's entries are written: as they stand, as singulars, as base forms."""


class Lexicons(dict[str, Lexicon]):
    """Lexicons by name, with a hash of all they are made of: expressions made of them are kept by it."""

    def __init__(self, lists: Mapping[str, Lexicon], digest: str) -> None:
        """Hold `lists`."""
        super().__init__(lists)
        self.digest = digest


def digest_of(lists: Mapping[str, Lexicon]) -> str | None:
    """Return the hash of all that lexicons are made of, None where nobody knows it."""
    return lists.digest if isinstance(lists, Lexicons) else None


@cache
def shipped() -> Mapping[str, Lexicon]:
    """Return the shipped lexicons by name, all forms written out."""
    key = (config.digest(),)
    kept = compiled.get("lexicons", key)
    if kept is None:
        kept = expand(config.data("lexicons.yaml"), irregular_verbs())
        compiled.put("lexicons", key, kept)
    return Lexicons(kept, config.digest())


@cache
def irregular_verbs() -> Mapping[str, tuple[str, ...]]:
    """Return base form → past forms."""
    entries = config.data("irregular.yaml")
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
    return expand(config.data(path.name), irregular_verbs())


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
