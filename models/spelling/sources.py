"""Words of each source, all in small letters. What may be shipped and why stands in README.md."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

LEVELS = {10: 9, 20: 8, 35: 7, 40: 6, 50: 5, 55: 5, 60: 4, 70: 3}
"""SCOWL's sizes, and how common their words are to us. Size 80 has words of a list with terms of its own."""

_NAMES = (35, 40, 50)  # sizes of SCOWL's lists of names whose words are accepted in small letters too
_DIALECTS = (
    "english",
    "american",
    "british",
    "british_z",
    "canadian",
    "australian",
    "british_variant_1",
    "variant_1",
)
_WORD = re.compile(r"[a-z]{3,}")
_WHOLE = re.compile(r"(?<![\w'-])[a-z]{3,}(?![\w-])")
_OFFICIAL = re.compile(r"\[(?:INN|USAN|BAN|JAN|USP|VANDF|ORANGE BOOK|GREEN BOOK|MART\.|USP-RS)\b")
_CHEMISTRY = re.compile(r"\d,|\(\d|\.(?:ALPHA|BETA|GAMMA|DELTA|OMEGA)")
_BRACKETS = re.compile(r"\[.*?\]")
_TAG = re.compile(r"<[^>]*>")
_OFTEN = 5
_TABLES = (
    ("icd10cm.db", "select long_name from cm_codes"),
    ("icd10pcs.db", "select long_name from pcs_codes"),
    ("icd10pcs.db", "select description from gems_i9_desc"),
)


def plain_words(text: str) -> set[str]:
    """Return the words of a text."""
    return set(_WORD.findall(text.lower()))


def scowl(folder: Path) -> Mapping[str, int]:
    """Return SCOWL's words of all dialects, each with how common it is."""
    levels: dict[str, int] = {}
    for size, level in LEVELS.items():
        for dialect in _DIALECTS:
            for word in _lines(folder, f"{dialect}-words.{size}"):
                levels.setdefault(word, level)
    return levels


def scowl_names(folder: Path) -> set[str]:
    """Return words that are written with a capital: names, months, abbreviations."""
    kinds = ("english-proper-names", "english-upper", "english-abbreviations")
    names = (word for kind in kinds for size in _NAMES for word in _lines(folder, f"{kind}.{size}"))
    return {word.lower() for word in names if len(word) > 3}


def scowl_dialects(folder: Path) -> tuple[set[str], set[str]]:
    """Return the words that are British alone, and those that are American alone."""
    sizes = tuple(LEVELS)
    british, american, neutral = (
        {word for size in sizes for word in _lines(folder, f"{dialect}-words.{size}")}
        for dialect in ("british", "american", "english")
    )
    return british - american - neutral, american - british - neutral


def wordnet(folder: Path) -> set[str]:
    """Return the words of WordNet's four indexes."""
    return {word for part in ("noun", "verb", "adj", "adv") for word in _index(folder, part)}


def wordnet_nouns(folder: Path) -> set[str]:
    """Return the words of WordNet's nouns."""
    return set(_index(folder, "noun"))


def diagnoses(folder: Path) -> Iterator[tuple[set[str], int]]:
    """Yield the words of ICD-10-CM, ICD-10-PCS and ICD-9-CM: those found often, then all."""
    counts = Counter[str]()
    for name, query in _TABLES:
        with sqlite3.connect(next(folder.rglob(name))) as connection:
            for (text,) in connection.execute(query):
                counts.update(plain_words(text or ""))
    tabular = next(folder.rglob("icd10c-tabular-*.xml")).read_text(encoding="utf-8")
    counts.update(_WORD.findall(_TAG.sub(" ", tabular).lower()))
    yield {word for word, count in counts.items() if count >= _OFTEN}, 5
    yield set(counts), 4


def medicines(folder: Path) -> Iterator[tuple[set[str], int]]:
    """Yield the words of official names of substances, then those of brands, from FDA's UNII list."""
    official: set[str] = set()
    brands: set[str] = set()
    with next(folder.rglob("UNII_Names.txt")).open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            name, kind, *_ = line.split("\t")
            if kind == "bn":
                brands.update(_WHOLE.findall(name.lower()))
            elif (kind == "of" or _OFFICIAL.search(name)) and not _CHEMISTRY.search(name):
                official.update(_WHOLE.findall(_BRACKETS.sub("", name).lower()))
    yield official, 4
    yield brands, 2


def _lines(folder: Path, name: str) -> list[str]:
    path = next(folder.rglob("american-words.10")).parent / name
    return path.read_text(encoding="latin-1").split() if path.is_file() else []


def _index(folder: Path, part: str) -> Iterator[str]:
    for line in next(folder.rglob(f"index.{part}")).read_text(encoding="ascii").splitlines():
        if not line.startswith(" "):
            yield from _WORD.findall(line.partition(" ")[0].replace("_", " "))
