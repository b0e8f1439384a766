"""Behind if, when and until the present stands for the future: call us if the wound bleeds.

With “will” the condition reads like a promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR
from medlint.tagging import tag_spots

_PHRASE = "(?:(?:/D|/O) (?:/jvgn#){0,3} (?:/n|/s)|/P|there|(?:/jn)? /s)"
_SUBJECT = f"{_PHRASE} (?:/I {_PHRASE})? /r?"
_WILL = "(?P<flagged>(?:will|won't)) not? /r?"
_PATTERNS = (
    f"(?:^|COMMA|/r|and|/z|/v) when {_SUBJECT} {_WILL} ~B/~bp",
    f"(?<!told)(?<!said)(?<!sure)if {_SUBJECT} {_WILL} (?!like)(?:be|have|do|~B/~bp)",
    f"(?:before|after|until|once|unless|till|as soon as|in case) {_SUBJECT} {_WILL} (?:be|have|do|~B/~bp)",
)
_ASKED = re.compile(
    r"\b(?:tell|tells|told|ask|asks|know|knows|say|says|see|explain|decide|decides|determine|predict|wonder|sure"
    r"|check|depends|find out)\b[^.;:]*$"
)


@rule(
    id="grammar.will-in-clause",
    label="grammar.verb",
    severity="warning",
    needs="wording",
    message="“{text}” does not stand in a clause of condition or time.",
    advice="Write the present: if it bleeds, when you arrive, until the nurse comes.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "Call us if the wound [[will]] hurt. Rest until the nurse [[will]] come.",
        "It helps if you [[will]] drink water.",
    ),
    good=(
        "Call us if the wound hurts. Rest until the nurse comes.",
        "We cannot tell you if it will help, nor when it will end.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield "will" in clauses that begin with if, when, before, until."""
    for spot in tag_spots(document, *_PATTERNS):
        if not _ASKED.search(spot.before()):
            yield Match(spot.region())
