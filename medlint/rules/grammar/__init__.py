"""Errors of language that need no model, and what these rules share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from medlint import config
from medlint.model import Document, Match, Region

_OWL = "https://owl.purdue.edu/owl/general_writing"
GRAMMAR = f"{_OWL}/grammar/index.html"
AGREEMENT = f"{_OWL}/grammar/subject_verb_agreement.html"
ARTICLES = f"{_OWL}/grammar/articles_a_versus_an.html"
COUNTING = f"{_OWL}/grammar/count_and_noncount_nouns.html"
FRAGMENTS = f"{_OWL}/mechanics/sentence_fragments.html"
CAPITALS = f"{_OWL}/mechanics/help_with_capitals.html"
PUNCTUATION = f"{_OWL}/punctuation/index.html"
STYLE_GUIDE = "https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style"

CLAUSE_START = r"(?:\A|(?<=\n)|(?<=[.!?:;] )|(?<=[.!?][\"')] ))"
"""The place before the first word of a block, a sentence or what follows a colon, in `Document.folded`."""

_SLIPS = 3  # of one kind on a page; more of them are one habit and are told once
_TIMES = {1: "once", 2: "twice"}
_ADDRESS = re.compile(
    r"://|www\.|@|[/\\=_#]|\.(?:com|org|net|gov|edu|info|html?|php|pdf|docx?|jpe?g|png)\b", re.IGNORECASE
)

_LONGEST = 200  # characters of an address that are looked at
_SPACE = re.compile(r"\s")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_SMALL_WORD = re.compile(r"(?<![\w.@/-])[a-z]+(?![\w@/-])")


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of `config/words/grammar.yaml`."""
    text = _lists()[name]
    if not isinstance(text, str):
        raise TypeError(f"{name} is a mapping")
    return frozenset(text.split())


@cache
def pairs(name: str) -> Mapping[str, str]:
    """Return a mapping of `config/words/grammar.yaml`."""
    mapping = _lists()[name]
    if not isinstance(mapping, Mapping):
        raise TypeError(f"{name} is a list")
    return mapping


@cache
def _lists() -> Mapping[str, str | Mapping[str, str]]:
    lists: Mapping[str, str | Mapping[str, str]] = config.data("words/grammar.yaml")
    return lists


def told_once(slips: Sequence[tuple[str, Match]]) -> Iterator[Match]:
    """Yield each slip; where the page makes one again and again, those behind the first are repeats.

    The word `repeat` of a match says how often. Slips are (kind, match), in reading order.
    """
    counts = Counter(kind for kind, _ in slips)
    told: set[str] = set()
    for kind, match in slips:
        is_habit = counts[kind] > _SLIPS
        repeat = f" ({times(counts[kind])} on this page)" if is_habit else ""
        words = {**match.words, "repeat": repeat}
        yield replace(match, words=words, is_repeat=is_habit and kind in told)
        told.add(kind)


def times(number: int) -> str:
    """Return "once", "twice", "3 times"."""
    return _TIMES.get(number, f"{number} times")


def is_address(document: Document, region: Region) -> bool:
    """Say whether the unbroken run of characters around `region` is a web address, a file, a tag."""
    left = document.text[max(0, region.start - _LONGEST) : region.start]
    right = document.text[region.end : region.end + _LONGEST]
    run = left[max(left.rfind(" "), left.rfind("\n")) + 1 :] + document.text[region.start : region.end]
    return _ADDRESS.search(run + _SPACE.split(right, maxsplit=1)[0]) is not None


def is_running_text(document: Document, offset: int) -> bool:
    """Say whether a character stands in what somebody wrote as text: no table, no reference list."""
    return document.block_at(offset).kind not in ("table-cell", "reference")


def small_words(document: Document) -> frozenset[str]:
    """Return the words that the page writes with small letters."""
    return frozenset(_SMALL_WORD.findall(document.text))


def different_words(document: Document) -> frozenset[str]:
    """Return the runs of three letters or more that a page has, folded, each once."""
    return frozenset(_LETTERS.findall(document.folded))


def like(word: str, model: str) -> str:
    """Return `word` with a capital if `model` has one."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def third_person(verb: str) -> str:
    """Return the form of a verb for he, she, it."""
    if verb == "go" or verb.endswith(("s", "ch", "sh", "x")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}s"


def before(document: Document, offset: int, *, limit: int = 40) -> list[str]:
    """Return the words of the same block in front of a character, folded, within `limit` characters."""
    text = document.folded[max(0, offset - limit) : offset]
    return text.rpartition("\n")[2].split()
