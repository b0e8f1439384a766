"""Which short form stands for which words: "contact lens (CL)", "CL (contact lens)".

A bracket with a short form is read against the words before it, one behind a short form against the
words inside it. `benchmarks/terminology.md` says how well that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medlint.expansions._alignment import longest_fit, whole_fit
from medlint.expansions._brackets import brackets, short_form
from medlint.expansions._shared_head import shared_head
from medlint.expansions._words import Word, words_before, words_in
from medlint.model import Document, Region

__all__ = [
    "Expansion",
    "Word",
    "in_document",
    "in_text",
    "longest_fit",
    "whole_fit",
    "words_before",
    "words_in",
]

_LONGER = 2.5  # times the letters of the short form, the least that words behind it are
_WINDOW = 24  # characters before a bracket in which a short form and one noun have room
_LOCANT = re.compile(r"(?<![\w-])(?:\d[\d',]*(?:-[A-Z])?|[a-z]|alpha-\d|beta-\d|anti|non|[A-Z])-\Z")
_LAST_PART = re.compile(r"[,;] ([A-Z][\w-]{1,7})\Z")
_SHORT_BEFORE = re.compile(r"(?<![\w-])([A-Za-z][\w+/-]{1,9})(?: [a-z]{4,9})? ?\Z")
_SEVERAL = re.compile(r"([A-Z][\w-]{1,8}) (?:and|or) ([A-Z][\w-]{1,8})")
_HALVES = re.compile(r"[- ]")


@dataclass(frozen=True, slots=True)
class Expansion:
    """A short form, the words that it stands for, and where both stand."""

    short: str
    long: str
    short_region: Region
    long_region: Region  # of its own part, where terms share their last words


def in_document(document: Document) -> tuple[Expansion, ...]:
    """Return the expansions of a page, in reading order."""
    return tuple(in_text(document.text))


def in_text(text: str) -> Iterator[Expansion]:
    """Yield the expansions that a text gives in brackets, in reading order."""
    for inside in brackets(text):
        yield from _short_inside(text, inside) or _long_inside(text, inside) or _both_inside(text, inside)


def _short_inside(text: str, inside: Region) -> list[Expansion]:
    """Read "long form (SF)", "long form (SF; more)", "long form (SF1 and SF2)"."""
    several = _SEVERAL.fullmatch(text, inside.start, inside.end)
    parts = [Region(*several.span(group)) for group in (1, 2)] if several else [inside]
    return [found for part in parts for found in _behind_long(text, inside, part)]


def _behind_long(text: str, inside: Region, part: Region) -> list[Expansion]:
    short = short_form(text, part)
    if short is None:
        return []
    form, left = text[short.start : short.end], words_before(text, inside.start - 1)
    long = _best_order(form, left)
    if long is None:
        shared = shared_head(text, short, inside, left)
        return [Expansion(form, shared[0], short, shared[1])] if shared else []
    if _is_repeated(form, text[long.start : long.end]):
        return []
    return [_expansion(text, short, _whole(text, long))]


def _long_inside(text: str, inside: Region) -> list[Expansion]:
    """Read "SF (long form)" and "SF cream (long form)"."""
    start = max(0, inside.start - 1 - _WINDOW)
    before = _SHORT_BEFORE.search(text[start : inside.start - 1])
    words = words_in(text, inside.start, inside.end)
    if before is None or sum(letter.isupper() for letter in before[1]) < 2 or len(words) < 2:
        return []
    short = Region(start + before.start(1), start + before.end(1))
    long = whole_fit(before[1], words)
    if long is None or long.end - long.start < _LONGER * len(before[1]):
        return []
    return [] if _is_repeated(before[1], text[long.start : long.end]) else [_expansion(text, short, long)]


def _both_inside(text: str, inside: Region) -> list[Expansion]:
    """Read "(long form, SF)"."""
    found = _LAST_PART.search(text, inside.start, inside.end)
    if found is None or sum(letter.isupper() for letter in found[1]) < 2:
        return []
    long = whole_fit(found[1], words_in(text, inside.start, found.start()))
    return [_expansion(text, Region(*found.span(1)), long)] if long else []


def _best_order(short: str, words: Sequence[Word]) -> Region | None:
    """Return the long form of a short form, or of its halves turned: "IFN-gamma" is "gamma-interferon"."""
    long = longest_fit(short, words)
    halves = _HALVES.split(short)
    if long or len(halves) != 2 or min(map(len, halves)) < 2:
        return long
    return longest_fit("".join(reversed(halves)), words)


def _is_repeated(short: str, long: str) -> bool:
    """Tell "Zelo current (Zelo current)" and "GM1 ganglioside (GM1)" from a long form."""
    words = long.split()
    return short in words or (" " in short and short.split()[0] in words)


def _whole(text: str, long: Region) -> Region:
    """Return the long form with the locant before it and the closing bracket behind it."""
    locant = _LOCANT.search(text, max(0, long.start - 14), long.start)
    inner = text[long.start : long.end]
    is_open = inner.count("(") > inner.count(")") and text[long.end : long.end + 1] == ")"
    return Region(locant.start() if locant else long.start, long.end + is_open)


def _expansion(text: str, short: Region, long: Region) -> Expansion:
    return Expansion(text[short.start : short.end], text[long.start : long.end], short, long)
