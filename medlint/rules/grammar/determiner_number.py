"""This and a stand before one, these and two before more: this method, these methods.

The mixture is a slip that spelling checkers cannot see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.expressions import expression
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import AGREEMENT, before, like, pairs, words

_MANY_OF = pairs("one-to-many")
_ONE_OF = {many: one for one, many in _MANY_OF.items()}
_BEFORE_ONE = ("this", "every", "each", "another", "a", "an")
_BEFORE_MANY = ("these", "those", "many", "several")
_SMALL_NUMBERS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "several",
    "many",
)
_COUNTS = (*_SMALL_NUMBERS, *map(str, range(2, 31)), "40", "45", "60", "90")
_COUNTED = ("day", "hour", "minute", "month", "week", "year", "patient", "tablet", "capsule")
# "A bacteria", "this data": so many write it that it is no longer a slip.
_PLURALS = tuple(many for many in _ONE_OF if many not in ("bacteria", "criteria", "phenomena"))
_ANCHORS = (
    *(f"{word} {many}" for word in _BEFORE_ONE for many in _PLURALS),
    *(f"{word} {one}" for word in _BEFORE_MANY for one in _MANY_OF),
    *(f"{number} {noun}" for number in _COUNTS for noun in _COUNTED),
)

_FREE = r"(?<![\w'.,/:$€£-])"
_CLAUSE_GOES_ON = (
    r"(?=[.,;:!?)]|\n|\Z| (?:is|are|was|were|can|may|will|has|have|in|with|for|from|to|of|after|before|later"
    r"|ago|without|at|or|if|when|that|which)\b)"
)
_TIME_IS_OVER = r"(?=[.,;!?]|\n|\Z| (?:ago|later|after|before|of|without)\b)"
_ONE_MANY = expression(
    rf"{_FREE}(?P<word>{'|'.join(_BEFORE_ONE)}) (?P<noun>{alternation(_PLURALS)})(?![\w'-])"
)
_MANY_ONE = expression(
    rf"{_FREE}(?P<word>{'|'.join(_BEFORE_MANY)}) (?P<noun>{alternation(_MANY_OF)}){_CLAUSE_GOES_ON}"
)
_COUNTED_ONE = expression(
    rf"{_FREE}(?P<word>{alternation(_COUNTS)}) (?P<noun>{alternation(_COUNTED)}){_TIME_IS_OVER}"
)
_VERB = expression(r" (?:can|may|will|should|must|might|are|were|have|do|often|usually|need)\b")


@rule(
    id="grammar.determiner-number",
    label="grammar.agreement",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” mixes one and many.",
    advice="Give both words the same number; where something belongs to one person, write “the patient's”.",
    sources=(AGREEMENT,),
    anchors=_ANCHORS,
    bad=(
        "[[This symptoms]] often go away.",
        "You need [[these medicine]] for life.",
        "[[Every patients]] gets a letter from [[a women]].",
        "Come back after [[two week]].",
    ),
    good=(
        "This symptom, these symptoms, every patient, another day, a woman.",
        "Hepatitis A vaccines and vitamin A tablets are kept here. Type A patients ask.",
        "A women's clinic and each patient's file are here; another two weeks pass.",
        "After this patients may go home, and with this women can walk.",
        "These treatment options and those drug names are listed.",
        "A two week course for a 9 month old child, 2 week old twins and each 3 day stay.",
        "We see many patients in several clinics. The 5 year survival rate was given.",
        "A case of grade 3 tablet. Every two week.",
    ),
)
def check(document: Document, sentence: Passage) -> Iterator[Match]:
    """Yield pairs of words that do not agree in number."""
    folded, region = document.folded, sentence.region
    for found in _ONE_MANY.finditer(folded, region.start, region.end):
        if not _belongs_elsewhere(document, found):
            yield _match(document, found, _ONE_OF[found["noun"]])
    for pattern in (_MANY_ONE, _COUNTED_ONE):
        for found in pattern.finditer(folded, region.start, region.end):
            if not _is_label(document, found):
                yield _match(document, found, _MANY_OF[found["noun"]])


def _match(document: Document, found: re.Match[str], right: str) -> Match:
    word = document.text[found.start("word") : found.end("word")]
    noun = document.text[found.start("noun") : found.end("noun")]
    return Match(Region(*found.span()), suggestions=(f"{word} {like(right, noun)}",))


def _belongs_elsewhere(document: Document, found: re.Match[str]) -> bool:
    """Tell "vitamin A tablets" and "after this patients may go" from the slip."""
    last = "".join(before(document, found.start())[-1:])
    if found["word"] in ("a", "an"):
        return document.text[found.start()] == "A" and last[-1:].isalnum()
    return (
        found["word"] == "this"
        and last in words("before-this")
        and bool(_VERB.match(found.string, found.end()))
    )


def _is_label(document: Document, found: re.Match[str]) -> bool:
    """Tell "grade 3 patient", "a two week" and "every two week" from the slip."""
    return "".join(before(document, found.start())[-1:]) in words("before-number-label")
