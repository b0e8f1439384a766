"""The items of one list are of one kind: all orders, all names of things, or all clauses.

An item of another kind makes the reader start the list again: what to bring, and suddenly what to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from medlint.model import Document, Match, Passage
from medlint.noun_phrases import Sentence
from medlint.rule import rule
from medlint.rules.grammar import STYLE_GUIDE
from medlint.tagging import tagged_in

_FEWEST = 3
_PERSONS = frozenset(("you", "we", "it", "they", "he", "she", "i"))
_ORDERS = frozenset(
    ("do", "don't", "never", "always", "please", "avoid", "be", "keep", "let", "make", "take")
)
_NAMES = {
    "order": "an order",
    "things": "the name of a thing",
    "clause": "a sentence",
    "ing": "a verb in -ing",
    "to": "“to” with a verb",
    "if": "a condition",
}
# What may not stand alone among the others: (the odd one, the others).
_CLASHES = frozenset(
    (odd, habit) for odd in ("ing", "to", "if", "clause") for habit in ("order", "things") if odd != habit
) | {("order", "things"), ("order", "ing"), ("ing", "clause"), ("if", "clause")}
_SHOWN = 4  # words of an item that are flagged, at most


@rule(
    id="grammar.list-kind",
    label="grammar.list",
    severity="note",
    needs="wording",
    message="“{text}” is {found}, the other items of the list are {habit}.",
    advice="Give all items of a list one form.",
    sources=(STYLE_GUIDE,),
    scope="document",
    bad=(
        "- Brush your teeth at night.\n- Eat sweets after meals.\n- [[Changing the brush]] every month.",
        "- A blood test\n- A scan of the neck\n- [[To make]] a biopsy",
        "- Warm clothes\n- Test results\n- [[You should not]] forget your tablets",
    ),
    good=(
        "- Brush your teeth at night.\n- Eat sweets after meals.\n- Change the brush every month.",
        "- A blood test\n- A scan of the neck\n- A biopsy",
        "- Swelling of the leg\n- Pain\n- Bleeding",
        "- Warm clothes\n- You may bring a book.\n- If you are cold, a hat",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the first words of an item that is not what all others are."""
    lists: dict[tuple[int, int], list[Passage]] = {}
    for block in document.blocks:
        if block.kind == "list-item" and block.group:
            lists.setdefault((block.group, block.level), []).append(block)
    for items in lists.values():
        if len(items) >= _FEWEST:
            yield from _odd(document, items)


def _odd(document: Document, items: Sequence[Passage]) -> Iterator[Match]:
    firsts = [next(tagged_in(document, item), None) for item in items]
    kinds = [_kind(sentence) if sentence else "" for sentence in firsts]
    habit, number = Counter(kinds).most_common(1)[0]
    if number != len(items) - 1 or habit == "":
        return
    place = next(place for place, kind in enumerate(kinds) if kind != habit)
    sentence = firsts[place]
    if sentence is not None and (kinds[place], habit) in _CLASHES:
        shown = sentence.region(0, _last_shown(sentence, kinds[place]))
        yield Match(shown, {"found": _NAMES[kinds[place]], "habit": _NAMES[habit]})


def _last_shown(sentence: Sentence, kind: str) -> int:
    most = 1 if kind in ("to", "order") else 2
    return min(most, len(sentence) - 1)


def _kind(sentence: Sentence) -> str:
    """Return what an item is, "" where that is not certain."""
    first, second = sentence.words[0], sentence.word(1)
    if not first[0].isalpha() or ":" in sentence.words:
        return ""
    has_verb = any(sentence.may_be(index, "zpdm") for index in range(1, len(sentence)))
    if first in ("if", "when"):
        return "if"
    if first == "to":
        return "to" if sentence.is_surely(1, "b") else ""
    if first in _PERSONS:
        return "clause" if has_verb else ""
    if first in _ORDERS or _orders(sentence):
        return "order"
    if sentence.is_surely(0, "g") and (sentence.tag(1) in "DOP" or second in ("your", "the")):
        return "ing"
    return "things" if not has_verb and _names_thing(sentence) else ""


def _names_thing(sentence: Sentence) -> bool:
    """Say whether an item begins with a noun phrase and holds nothing that could be an order."""
    return sentence.is_surely(0, "Dj#nsEO") and not sentence.may_be(0, "bpg") and sentence.tag(1) not in "DOP"


def _orders(sentence: Sentence) -> bool:
    """Say whether an item begins with a verb that tells the reader what to do."""
    letters = sentence.letters[0]
    if sentence.tag(1) in ("D", "O"):  # "brush your": no noun phrase begins so
        return sentence.may_be(0, "nbp")
    return "B" in letters and (sentence.is_surely(0, "bp") or letters == "B")
