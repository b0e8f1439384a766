"""The items of one list end alike: all with a comma or a semicolon, or all with none.

One that differs is left over from an earlier order of the list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from medlint.model import Document, Match, Passage, Region
from medlint.noun_phrases import Sentence
from medlint.rule import rule
from medlint.rules.grammar import STYLE_GUIDE
from medlint.tagging import tagged_in

_SEPARATOR = re.compile(r"\s?([,;])(?: (?:and|or|and/or|as well as))?\s*$")
_END_MARK = re.compile(r"\s?([,;.])(?: (?:and|or|and/or|as well as))?\s*$")
_LAST_WORD = re.compile(r"[^\s]{1,40}$")
_FEWEST = 3  # items from which a list has a habit
_SHARE = 3  # one odd item to so many, at most


@rule(
    id="grammar.list-mark",
    label="grammar.list",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” ends this item of the list {found}, the others {habit}.",
    advice="End all items of a list alike; the last may have a full stop.",
    sources=(STYLE_GUIDE,),
    scope="document",
    bad=(
        "- Fever\n- Cough\n- Upper belly pain[[,]]\n- Rash\n- Hiccups",
        "- Rest in bed.\n- Drink tea at night.\n- Sleep on your back[[,]]\n- Keep it dry.",
        "- Blood test\n- Scan of the liver[[.]]\n- Urine test\n- Visit of the nurse",
        "- a letter,\n- a list of [[tablets]]\n- a towel,\n- warm socks,\n- a book.",
        "- one cup;\n- two spoons[[,]]\n- three plates;\n- four forks;\n- five knives.",
    ),
    good=(
        "- Fever\n- Cough\n- Rash",
        "- fever,\n- cough, or\n- rash.",
        "- fever;\n- cough; and\n- rash.",
        "- Fever\n- You may cough for a while.\n- Rash\n- Hiccups",
        "- Fever,\n- Cough,\n- Rash\n- Hiccups",
        "- For the day:\n  - tablets\n  - drops\n- For the night",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the ends of items that differ from the habit of their list."""
    lists: dict[tuple[int, int], list[Passage]] = {}
    for block in document.blocks:
        if block.kind == "list-item" and block.group:
            lists.setdefault((block.group, block.level), []).append(block)
    for items in lists.values():
        if len(items) >= _FEWEST:
            yield from _odd(document, items)


def _odd(document: Document, items: Sequence[Passage]) -> Iterator[Match]:
    ends = [_end(item) for item in items]
    counted = Counter(end for end in ends[:-1] if end != "other")
    if not counted:
        return
    habit, number = counted.most_common(1)[0]
    odd = counted.total() - number
    number += ends[-1] == habit
    if odd * _SHARE > number:
        return
    for item, end in zip(items, ends, strict=True):
        is_last = item is items[-1]
        if end not in ("other", habit) and not (is_last and end in ("", ".")):
            if end == "." and any(_has_verb(sentence) for sentence in tagged_in(document, item)):
                continue
            if habit == "." and end == "" and not any(map(_has_verb, tagged_in(document, item))):
                continue
            yield _match(item, end, habit)


def _has_verb(sentence: Sentence) -> bool:
    return any(sentence.may_be(index, "zpdmb") for index in range(len(sentence)))


def _end(item: Passage) -> str:
    found = _SEPARATOR.search(item.text)
    if found:
        return found[1]
    if item.text[-1:] == "." and "." not in item.text[:-1]:
        return "."
    return "" if item.text[-1:].isalnum() or item.text[-1:] == ")" else "other"


def _match(item: Passage, end: str, habit: str) -> Match:
    found = (_END_MARK if end else _LAST_WORD).search(item.text)
    start, stop = found.span(1 if end else 0) if found else (0, len(item.text))
    region = Region(item.region.start + start, item.region.start + stop)
    names = {"": "without a mark", ".": "with a full stop", ",": "with a comma", ";": "with a semicolon"}
    words = {"found": names[end], "habit": names[habit]}
    suggestion = habit if end else item.text[start:stop] + habit
    return Match(region, words=words, suggestions=(suggestion,) if suggestion else ())
