"""Make the word lists of `config/words/spelling/` from lists that may be shipped, and from our own.

    python models/spelling/build.py FOLDER

FOLDER holds what `models/spelling/README.md` says how to fetch. Two runs write the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml
from dialects import british_forms, dialect_pairs
from sources import (
    diagnoses,
    medicines,
    plain_words,
    scowl,
    scowl_dialects,
    scowl_names,
    wordnet,
    wordnet_nouns,
)

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
OWN = HERE / "own.yaml"  # words of medicine and of the trade
EVERYDAY = HERE / "everyday.yaml"  # words of the genre, and what is misspelt in it
WORDS = ROOT / "config" / "words"
TARGET = WORDS / "spelling"
GENRE = 1  # levels that a word gains because texts of medicine have it
TOP = 9
COMMON = 8  # the level from which a word is so common that it is looked up first


def main() -> None:
    """Write the lists and say how long they are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    misspelt = _misspelt()
    levels = {word: level for word, level in _levels(folder).items() if word not in misspelt}
    pairs = {**dialect_pairs(*scowl_dialects(folder), levels), **_grammar()["british-american"]}
    TARGET.mkdir(exist_ok=True)
    common = sorted(word for word, level in levels.items() if level >= COMMON)
    _write("known.txt", _by_start(levels))
    _write("common.txt", common)
    _write("misspelt.txt", [f"{wrong} = {right}" for wrong, right in sorted(misspelt.items())])
    _write("dialects.txt", [f"{british} {american}" for british, american in sorted(pairs.items())])
    _write_licences(folder)
    print(f"{len(levels):,} words, {len(misspelt):,} misspelt ones, {len(pairs):,} pairs of dialects")


def _levels(folder: Path) -> Mapping[str, int]:
    """Return how common each word is, 9 for the thousand most common ones."""
    levels = dict(scowl(folder))
    medical: dict[str, int] = {}
    for words, level in ((wordnet(folder), 3), *medicines(folder), *diagnoses(folder), *_own()):
        for word in words:
            medical[word] = max(level, medical.get(word, 0))
    genre = set().union(*(words for words, _ in (*diagnoses(folder), *_own())))
    for word, level in medical.items():
        levels[word] = min(
            TOP, max(level, levels[word] + GENRE * (word in genre)) if word in levels else level
        )
    names = scowl_names(folder)
    for word in names:
        levels.setdefault(word, 2)
    for word in _cut_off(medical, levels):
        del levels[word]
    for other_rule in ("wrong-pasts", "wrong-plurals"):  # known, and never meant: `cutted` is told elsewhere
        for wrong in _grammar()[other_rule]:
            levels.setdefault(wrong, 1)
    _grow(levels, (wordnet_nouns(folder) | genre) - plain_words(_load(OWN)["halves"]))
    return {
        word: level for word, level in levels.items() if word.isascii() and word.isalpha() and len(word) > 2
    }


def _cut_off(medical: Iterable[str], levels: Mapping[str, int]) -> list[str]:
    """Return words of databases that lost their first letter: rrigation."""
    return [
        word
        for word in medical
        if len(word) > 7
        and levels[word] == 4
        and any(letter + word in levels for letter in "abcdefghijklmnopqrstuvwxyz")
    ]


def _grow(levels: dict[str, int], nouns: Iterable[str]) -> None:
    """Add plurals of technical nouns, and the British forms of American words of medicine."""
    for noun in sorted(nouns):
        level = levels.get(noun, 0)
        for form in _plurals(noun) if 0 < level < COMMON and len(noun) > 4 else ():
            levels.setdefault(form, max(2, level - 1))
    for word, level in sorted(levels.items()):
        for form in british_forms(word):
            levels.setdefault(form, level)


def _plurals(noun: str) -> Iterable[str]:
    for ending, plurals in (
        ("is", ("es",)), ("um", ("a", "ums")), ("us", ("i", "uses")), ("oma", ("omas", "omata")),
        ("a", ("ae", "as")), ("y", ("ies",)), ("x", ("ces", "xes")), ("s", ("",)), ("on", ("ons", "a")),
    ):  # fmt: skip
        if noun.endswith(ending):
            return [noun.removesuffix(ending) + plural for plural in plurals if plural]
    return (f"{noun}es",) if noun.endswith(("ch", "sh", "z")) else (f"{noun}s",)


def _own() -> Iterable[tuple[set[str], int]]:
    """Yield the words of this project: those that its rules of grammar know, and own lists."""
    lexicon, classes = _load(WORDS / "grammar-lexicon.yaml"), _load(WORDS / "grammar-classes.yaml")
    spelling = _load(EVERYDAY)
    yield plain_words(" ".join(lexicon.values())), 5
    yield plain_words(" ".join(classes.values())), 4
    yield plain_words(spelling["everyday"]), 7
    yield plain_words(spelling["look-alikes"]), 3
    yield plain_words(" ".join(_load(OWN).values())), 5


def _misspelt() -> Mapping[str, str]:
    """Return forms that are wrong everywhere, with the right ones."""
    grammar = _grammar()
    pairs = dict(pair.split(" = ", 1) for pair in _load(EVERYDAY)["misspelt"].split("; "))
    specialists = {
        f"{stem}logyst{ending}": f"{stem}logist{ending}"
        for stem in grammar["specialties"].split()
        for ending in ("", "s")
    }
    return {**pairs, **grammar["misspellings"], **specialists}


def _by_start(levels: Mapping[str, int]) -> Iterable[str]:
    """Yield a line for each three letters that words begin with: these, then what follows, with its level."""
    for start, words in groupby(sorted(levels), key=lambda word: word[:3]):
        yield " ".join((start, *(f"{word[3:]}{levels[word]}" for word in words)))


def _grammar() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load((WORDS / "grammar.yaml").read_text(encoding="utf-8"))
    return loaded


def _load(path: Path) -> Mapping[str, str]:
    loaded: Mapping[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def _write_licences(folder: Path) -> None:
    """Put the terms of the lists beside them, word by word, as they ask."""
    parts = (
        (HERE / "notice.txt"),
        next(folder.rglob("scowl/copyright")),
        next(folder.rglob("package/LICENSE")),
    )
    texts = [part.read_text(encoding="utf-8").rstrip() for part in parts]
    (TARGET / "LICENSES.txt").write_text(f"\n\n{'=' * 78}\n\n".join(texts) + "\n", encoding="utf-8")


def _write(name: str, lines: Iterable[str]) -> None:
    (TARGET / name).write_text("".join(f"{line}\n" for line in lines), encoding="ascii")


if __name__ == "__main__":
    main()
