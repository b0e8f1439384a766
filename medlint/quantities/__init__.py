"""Numeric claims as objects, told from doses, dates, ages, prices, scores and thresholds.

`find` looks only at sentences that hold a digit or a word of number; rules ask the quantities it
returns through `document.derived(quantities.find)`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ahocorasick_rs import AhoCorasick

from medlint.expressions import expression
from medlint.model import Document, Passage
from medlint.quantities import amounts, changes, counts, fractions, numerals, percents, ratios
from medlint.quantities.company import complete
from medlint.quantities.innocent import is_innocent
from medlint.quantities.line import Draft, Line
from medlint.quantities.quantity import Bound, Quantity, Unit

__all__ = ["Bound", "Quantity", "Unit", "find"]

_SILENT = ("reference", "footnote")
"""Kinds of block that support claims and make none."""

_OTHER_WORDS = (
    *(
        "half",
        "third",
        "quarter",
        "fifth",
        "majority",
        "fold",
        "twice",
        "doubl",
        "halv",
        "tripl",
        "quadrupl",
        "stone",
    ),
    *("nearly all", "almost all", "virtually all", "practically all", "nearly every", "almost every"),
    *("every second", "every third", "every fourth", "every fifth", "every tenth", "every other"),
)
_READERS = (
    percents.percents,
    ratios.ratios,
    changes.multiples,
    fractions.fractions,
    changes.parts,
    amounts.amounts,
    counts.counts,
    fractions.majorities,
    ratios.every_so_many,
)
_LONGEST = 1000
"""Characters of one sentence; our own judgement."""

_NEAR = 8
"""Figures before and behind a relative change among which its absolute size is looked for."""

_FROM_TO = expression(r"\bfrom [^.;]{0,40}?\bto\b")
_DIGIT = expression(r"\d")


def find(document: Document) -> tuple[Quantity, ...]:
    """Return the numeric claims of a document, in reading order."""
    found: list[Quantity] = []
    sentences = document.sentences
    for number in _places(document):
        sentence = sentences[number]
        block = document.block_at(sentence.region.start)
        if block.kind in _SILENT:
            continue
        earlier = sentences[number - 1] if number and sentence.region.start > block.region.start else None
        found += _in_sentence(document, sentence, block, earlier)
    return tuple(_with_partners(document, found))


def _places(document: Document) -> Iterator[int]:
    """Yield the numbers of the sentences that may hold a figure."""
    starts = [sentence.region.start for sentence in document.sentences]
    text = document.folded
    places = {bisect_right(starts, found.start()) - 1 for found in _DIGIT.finditer(text)}
    for _, start, end in _automaton().find_matches_as_indexes(text):
        if not text[start - 1 : start].isalpha() or text[start:end] == "fold":
            places.add(bisect_right(starts, start) - 1)
    return iter(sorted(place for place in places if place >= 0))


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick([*numerals.WORDS, *_OTHER_WORDS])


def _in_sentence(
    document: Document, sentence: Passage, block: Passage, earlier: Passage | None
) -> Iterator[Quantity]:
    before = document.folded[earlier.region.start : earlier.region.end][-_LONGEST:] if earlier else ""
    for start, end in _pieces(document.folded, sentence.region.start, sentence.region.end):
        line = Line(document.folded[start:end], document.text[start:end], before, block.kind)
        for draft in _drafts(line):
            if not is_innocent(line, draft):
                yield complete(line, draft, start)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield stretches of a sentence that a sentence can be: what is longer is a table or a list."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _drafts(line: Line) -> list[Draft]:
    """Return the figures of a line, in reading order; where two readers claim one, the first keeps it."""
    taken: list[Draft] = []
    for read in _READERS:
        for draft in read(line):
            if not any(_overlap(draft, other) for other in taken):
                taken.append(draft)
    return sorted(taken, key=_number)


def _number(draft: Draft) -> tuple[int, int]:
    return draft.number


def _overlap(one: Draft, other: Draft) -> bool:
    return one.number[0] < other.region[1] and other.region[0] < one.number[1]


def _with_partners(document: Document, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, each relative change with what is known of its absolute size."""
    for place, quantity in enumerate(found):
        near = found[max(0, place - _NEAR) : place + _NEAR + 1]
        is_known = quantity.is_relative and _has_absolute(document, quantity, near)
        yield replace(quantity, has_absolute=True) if is_known else quantity


def _has_absolute(document: Document, quantity: Quantity, near: Sequence[Quantity]) -> bool:
    """Say whether both risks stand in the same sentence or the one beside it."""
    block = document.block_at(quantity.region.start)
    sentences = document.sentences
    place = bisect_right(sentences, quantity.region.start, key=_start) - 1
    for sentence in sentences[max(0, place - 1) : place + 2]:
        if not block.region.contains(sentence.region):
            continue
        absolute = [other for other in near if _is_absolute(other) and sentence.region.contains(other.number)]
        text = document.folded[sentence.region.start : sentence.region.end]
        if len(absolute) >= 2 or (absolute and _FROM_TO.search(text)):
            return True
    return False


def _is_absolute(quantity: Quantity) -> bool:
    return not quantity.is_relative and quantity.unit in ("percent", "ratio")


def _start(passage: Passage) -> int:
    return passage.region.start
