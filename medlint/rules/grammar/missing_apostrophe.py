"""What belongs to somebody takes an apostrophe: the patient's condition, two days' rest.

Without it the reader takes the owner for several people and looks for their verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION
from medlint.tagging import tag_spots

_PATTERNS = (
    "(?:the|your|our|a|each|every) (?P<flagged>owners-in-s/s! /j? CUM/n!)(?=STOP|COMMA|/I!|be-form|and|/m)",
    "(?P<flagged>(?:small-number|NUMBER|one) calendar whose-thing)(?=STOP|COMMA|/I|is|at|and)",
)
_SINGLE = ("day", "week", "month", "year", "hour", "minute")


@rule(
    id="grammar.missing-apostrophe",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    message="“{text}” lacks the apostrophe of what belongs to somebody.",
    advice="Write “the patient's condition”, “the doctors' advice”, “two days' rest”.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=(
        "The [[patients condition]] is good. Follow the [[doctors advice]].",
        "You need [[two days rest]] after this.",
    ),
    good=(
        "The patient's condition is good. Follow the doctors' advice.",
        "You need two days' rest after this. A ten day course. The patients rest.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield owners that are written like plurals."""
    for spot in tag_spots(document, *_PATTERNS):
        if not spot.text().lower().split(" ")[-2].endswith(_SINGLE):  # "a ten day course"
            yield Match(spot.region())
