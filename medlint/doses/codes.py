"""Codes of a prescription in a text for people: QD, b.i.d., PO. Which are there, and are they meant so?

Most have other meanings (a firm, a degree, an overdose, a bid), so a code counts only beside a dose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from medlint.doses.setting import amount_before, is_own_words
from medlint.doses.vocabulary import any_of, pairs
from medlint.lazy import MARKS, lazily, stand_on
from medlint.matchers.trie import alternation
from medlint.model import Document, Region

_BEFORE, _BEHIND = 80, 40  # characters in which a word of dosing stands
_TOUCHING = 4  # characters between an amount and its code
_WORDS = frozenset(("bid", "ud", "os", "ad", "as", "in", "it", "ou", "au", "ij", "qam", "qpm"))
"""Codes that are words, names or parts of others in small letters: there they need their stops."""

_NAME_FOLLOWS = lazily(r" (?!(?:As|For|If|With|Until)\b)[A-Z][a-z]+")
_NAMED = lazily(r"\b(?:the|an?|our|this|at|by|from|dr|ltd|inc)\.? $|[A-Z][a-z]+, $", re.IGNORECASE)
_DEGREE = lazily(r"[A-Z][a-z]+, $")
_NOUN_FOLLOWS = lazily(
    r" (?:dosing|doses?|dosages?|regimens?|schedules?|basis|administration|injections?|infusions?|routes?)\b"
)


@dataclass(frozen=True)
class Code:
    """A code, where it stands, and what is meant."""

    region: Region
    key: str  # in small letters, without stops
    safe: str


def codes(document: Document, table: str) -> Iterator[Code]:
    """Yield the codes of a table that stand on the page as its own words and are not part of a name."""
    if not stand_on(document, _plain_forms(table)):
        return
    meanings = pairs(table)
    for found in _expression(table).finditer(document.text):
        region = _without_last_stop(document, found)
        key = found[0].lower().replace(".", "")
        if _may_be(document, region) and is_own_words(document, region):
            yield Code(region, key, meanings[key])


def is_beside_dose(document: Document, code: Code) -> bool:
    """Say whether a word of dosing or an amount stands near, and no name around."""
    start, end = code.region.start, code.region.end
    if is_behind_amount(document, code):
        return True
    line = document.text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    if _is_shouted(document, code.region) or _NAMED().search(line):
        return False
    block = document.block_at(start).region
    near = (max(block.start, start - _BEFORE), min(block.end, end + _BEHIND))
    return any_of("dosing").search(document.folded, *near) is not None or _amount_near(document, start)


def is_behind_amount(document: Document, code: Code) -> bool:
    """Say whether the code follows a number with its unit at once."""
    return amount_before(document, code.region.start, within=_TOUCHING) is not None


def fitted(document: Document, code: Code) -> str:
    """Return what is meant, in the form that fits before a noun or alone."""
    if _NOUN_FOLLOWS().match(document.folded, code.region.end):
        return code.safe.replace(" ", "-")
    return code.safe


def is_before_noun(document: Document, code: Code) -> bool:
    """Say whether the code stands before what it describes: SC injection."""
    return _NOUN_FOLLOWS().match(document.folded, code.region.end) is not None


def _amount_near(document: Document, offset: int) -> bool:
    return amount_before(document, offset, within=_BEFORE) is not None


def _may_be(document: Document, region: Region) -> bool:
    text = document.text
    if _NAME_FOLLOWS().match(text, region.end):
        return False
    return _DEGREE().search(text, max(0, region.start - _BEHIND), region.start) is None


def _is_shouted(document: Document, region: Region) -> bool:
    """Say whether all around is in capitals, where a code looks like any word."""
    rest = document.sentence_at(region.start).text.replace(document.text[region.start : region.end], "")
    return rest.isupper()


def _without_last_stop(document: Document, found: re.Match[str]) -> Region:
    """Leave a stop to the sentence that ends with the code."""
    start, end = found.span()
    behind = document.text[end : end + 2]
    ends = not behind.strip() or (behind[:1] == " " and behind[1:].isupper()) or behind[:1] == "\n"
    return Region(start, end - 1 if found[0].endswith(".") and ends else end)


@cache
def _plain_forms(table: str) -> frozenset[str]:
    return frozenset(form.strip(MARKS) for form in _forms(table))


@cache
def _expression(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w./@&'’-])(?:{alternation(_forms(table))})(?![\w/@&'’-]|\.\w)")


@cache
def _forms(table: str) -> frozenset[str]:
    forms: set[str] = set()
    for key in pairs(table):
        is_plain = key.isalpha()
        dotted = ".".join(key) if is_plain else key
        forms |= {key.upper(), dotted, dotted.upper()} | (
            {dotted + ".", dotted.upper() + "."} if is_plain else set()
        )
        if key not in _WORDS:
            forms |= {key, key.capitalize(), key[:-1].capitalize() + key[-1].upper()}  # qd, Qd, SubQ
    return frozenset(forms)
