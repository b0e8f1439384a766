"""Where anchors stand on a page: a table of their first words, which one walk over the page's words asks.

A table, unlike an automaton, can be kept between runs, and what belongs to a word is read when a page
first holds it: so it costs nearly the same to begin with a hundred anchors or a hundred thousand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress
from operator import itemgetter
from typing import Any

from medlint import compiled

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"([^\W_]+)")
_WORDS = re.compile(r"(?: [^\W_]+)+")

Numbers = tuple[int, ...]
"""Of the probes that have an anchor."""

_Behind = dict[str, tuple[int, dict[str, Numbers]]]
"""Second word → how many words anchors have at most behind the first, and what stands there."""

_Entry = tuple[Numbers, _Behind, tuple[tuple[str, Numbers], ...]]
"""Anchors with one first word: the word alone, with more words behind a space each, and the others."""

Table = dict[str, _Entry | bytes]
"""First word of the anchors → the anchors, as bytes until it is first asked; "" for those that begin
with a sign."""

Hit = tuple[int, int, Numbers]
"""End and start of an anchor on the page, and the probes that have it."""


def table(anchors: Sequence[Sequence[str]]) -> Table:
    """Return the table of the anchors of each probe."""
    key = [compiled.digest_of(*("\0".join(each) for each in anchors))]
    kept: Table | None = compiled.get("anchors", key)
    if kept is not None:
        return kept
    made = _made(anchors)
    compiled.put("anchors", key, {word: compiled.packed(entry) for word, entry in made.items()})
    return {**made}


def hits(known: Table, text: str) -> list[Hit]:
    """Return where anchors stand in `text` as whole words, by their ends."""
    # Signs and words in turn, and where each ends: the only work that every word costs is done in C.
    parts = _PART.split(text)
    ends = list(accumulate(map(len, parts)))
    parts.append("")  # behind a sign at the end stands no word
    found: list[Hit] = []
    for number in compress(range(1, len(ends), 2), map(known.__contains__, parts[1::2])):
        alone, behind, others = _entry(known, parts[number])
        start, end = ends[number - 1], ends[number]
        if alone:
            found.append((end, start, alone))
        if behind and parts[number + 1] == " " and parts[number + 2] in behind:
            most, rests = behind[parts[number + 2]]
            for last in ends[number + 2 : number + 2 + 2 * most : 2]:
                if numbers := rests.get(text[end:last]):
                    found += ((last, start, numbers),)
        if others:
            found += _standing(text, start, end, others)
    if "" in known:
        found += _signs(text, _entry(known, "")[2])
    found.sort(key=itemgetter(0))
    return found


def _made(anchors: Sequence[Sequence[str]]) -> dict[str, _Entry]:
    by_anchor: dict[str, list[int]] = {}
    for number, each in enumerate(anchors):
        for anchor in dict.fromkeys(each):
            by_anchor.setdefault(anchor, []).append(number)
    by_first: dict[str, list[tuple[str, Numbers]]] = {}
    for anchor, numbers in by_anchor.items():
        first = _WORD.match(anchor)
        word = first[0] if first else ""
        by_first.setdefault(word, []).append((anchor[len(word) :], tuple(numbers)))
    return {word: _sorted(word, rests) for word, rests in by_first.items()}


def _sorted(word: str, rests: Iterable[tuple[str, Numbers]]) -> _Entry:
    alone: Numbers = ()
    behind: _Behind = {}
    others: list[tuple[str, Numbers]] = []
    for rest, numbers in rests:
        if word and not rest:
            alone = numbers
        elif word and _WORDS.fullmatch(rest):
            second = rest.split(" ", 2)[1]
            most, same = behind.get(second, (0, {}))
            behind[second] = max(most, rest.count(" ")), {**same, rest: numbers}
        else:
            others.append((rest, numbers))
    return alone, behind, tuple(others)


def _entry(known: Table, word: str) -> _Entry:
    entry: Any = known[word]
    if isinstance(entry, bytes):
        known[word] = entry = compiled.unpacked(entry)
    own: _Entry = entry
    return own


def _standing(text: str, start: int, end: int, rests: Sequence[tuple[str, Numbers]]) -> Iterator[Hit]:
    """Yield the anchors that go on behind `end` and end with a word."""
    for rest, numbers in rests:
        if text.startswith(rest, end):
            last = end + len(rest)
            if not (text[last : last + 1].isalnum() and text[last - 1].isalnum()):
                yield last, start, numbers


def _signs(text: str, rests: Sequence[tuple[str, Numbers]]) -> Iterator[Hit]:
    """Yield the anchors that begin with a sign: they are few, and each is looked for by itself."""
    for anchor, numbers in rests:
        start = text.find(anchor)
        while start >= 0:
            yield from _standing(text, start, start, ((anchor, numbers),))
            start = text.find(anchor, start + 1)
