"""The items of one list begin alike, with a capital or without. One that differs looks pasted in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import CAPITALS, small_words

_WORD = re.compile(r"(?:[A-Z][a-z]+|[a-z]+)(?:['’-][a-z]+)*(?![\w.@/-])")
_FEWEST = 4  # items from which a list has a habit
_SHARE = 4  # one odd item to so many, at most


@rule(
    id="grammar.list-capital",
    label="grammar.capitalisation",
    severity="note",
    needs="wording",
    fix="unsafe",
    message="“{text}” begins this item of the list {found}, the others {habit}.",
    advice="Begin all items of a list alike.",
    sources=(CAPITALS,),
    scope="document",
    bad=(
        "- Fever\n- Cough\n- [[rash]]\n- Hiccups\n- Sweating",
        "- a fever\n- cough at night\n- [[Rash]]\n- hiccups\n- sweating\n\nThe rash may itch.",
    ),
    good=(
        "- Fever\n- Cough\n- Rash\n- Hiccups\n- Sweating",
        "- fever\n- Parkinson disease\n- rash\n- hiccups\n- sweating",
        "- Fever\n- pH above 7\n- mRNA vaccines\n- 3 days of rest\n- Rash\n- iPads",
        "- fever\n- Cough\n- rash\n- Hiccups",
        "- Fever\n- e-mail hollowbrook\n- Rash\n- Cough\n- Hiccups",
    ),
    misses=("- fever\n- cough\n- [[Rash]]\n- hiccups\n- sweating",),
)
def check(document: Document) -> Iterator[Match]:
    """Yield first words of items that differ from the habit of their list."""
    lists: dict[tuple[int, int], list[Passage]] = {}
    for block in document.blocks:
        if block.kind == "list-item" and block.group:
            lists.setdefault((block.group, block.level), []).append(block)
    for items in lists.values():
        if len(items) >= _FEWEST:
            yield from _odd(document, items)


def _odd(document: Document, items: Sequence[Passage]) -> Iterator[Match]:
    first = [(item, found[0]) for item in items if (found := _WORD.match(item.text))]
    capitals = [each for each in first if each[1][0].isupper()]
    small = [each for each in first if each[1][0].islower() and not each[1].startswith("e-")]
    odd, habit = (capitals, small) if len(capitals) < len(small) else (small, capitals)
    if not odd or len(odd) * _SHARE > len(habit):
        return
    for item, word in odd:
        # A capital among small letters may be a name, unless the page also writes the word small.
        if word[0].islower() or word.lower() in document.derived(small_words):
            yield _match(item, word)


def _match(item: Passage, word: str) -> Match:
    names = ("with a capital", "with a small letter")
    found, habit = names if word[0].isupper() else names[::-1]
    region = Region(item.region.start, item.region.start + len(word))
    return Match(region, words={"found": found, "habit": habit}, suggestions=(word[0].swapcase() + word[1:],))
