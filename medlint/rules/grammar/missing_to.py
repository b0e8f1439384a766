"""Want, able and allow need “to” before the next verb: able to walk, it allows you to walk.

Without it two verbs collide, and the reader stumbles.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR
from medlint.tagging import spots

_PATTERNS = (
    "(?P<flagged>want-to (?:not)? (?:B|be|have|do))",
    "(?P<flagged>able-word (?:&UB|&CB))",
    "(?P<flagged>lets-do (?:you|us|them|him|her|me|P) (?:B|be|have))(?!and)",
)


@rule(
    id="grammar.missing-to",
    label="grammar.verb",
    severity="warning",
    needs="wording",
    message="“{text}” lacks “to”.",
    advice="Put “to” before the second verb.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "You are [[able walk]] after a day. It [[allows you see]] it.",
        "They [[want have]] a child.",
    ),
    good=(
        "You are able to walk after a day. It allows you to see it.",
        "They want help. It lets you see it and helps you walk.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield verbs that lack “to” before the next one."""
    for spot in spots(document, *_PATTERNS):
        yield Match(spot.region())
