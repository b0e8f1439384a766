"""“Since 1998” goes with the perfect (has worked), “in 1998” and “ago” with the past (worked).

With another tense the date and the verb do not fit together, and the reader doubts one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR
from medlint.tagging import Spot, spots

_YEAR = "(?:the NAME)? YEAR"
_LENGTH = "(?:more than|over|almost|about|nearly|the last)? (?:NUMBER|small-number|many|several) calendar"
_SUBJECT = "(?:pron|which|who|that|C|U|M|P|NAME)"
_PRESENT = "(?P<flagged>(?:is|are|am|B|Z|(?<=pron)(?:&UB|&CB)|(?<=C)&PZ|do not B))"
_PATTERNS_SINCE = (
    (
        f"{_SUBJECT} {_PRESENT}(?:(?!COMMA|SEMICOLON|that|which|who|and|to|if|when).){{0,9}} since "
        f"(?:{_YEAR}|{_LENGTH})"
    ),
    f"^since (?:{_YEAR}|{_LENGTH}) COMMA? (?:the|our|this)? (?:J|C|U)? {_SUBJECT} (?:also)? {_PRESENT}",
)
_PATTERNS_PAST = (
    (
        "(?P<flagged>(?:has|have) (?:not|also|R)? (?:been|had)? "
        "(?:N|had|been|DN|DNJ|&DJ|&BN|BDN|&UDN|&UBDN))(?:(?!COMMA|SEMICOLON|that|since|by|had|and|to"
        "|was"
        "|were|until|after|up).){0,8}"
        " (?:in NAME? YEAR|(?:NUMBER|small-number|a) calendar ago|yesterday|(?<!the)last "
        "calendar)(?!and|to)"
    ),
    (
        "^(?:in YEAR|last calendar|yesterday|(?:NUMBER|small-number) calendar ago) COMMA? "
        "(?:(?!SEMICOLON|that|and|had|was|were).){1,5}"
        " (?P<flagged>(?:has|have) (?:been|had)? (?:N|had|been|DN|DNJ|&BN|BDN))"
    ),
)
_PATTERN_PROGRESSIVE = (
    "(?P<flagged>(?:is|am|are) G)(?:(?!COMMA|SEMICOLON|that|which|who|and|to|if|when).){0,7} since "
    "(?:childhood|birth|yesterday|last calendar|YEAR|small-number calendar)"
)
_PERFECT = re.compile(r"\b(?:has|have|had|been|was|were|ever|'ve|did)\b")


@rule(
    id="grammar.tense-with-time",
    label="grammar.verb",
    severity="warning",
    needs="wording",
    message="“{text}” does not fit the time that the sentence names.",
    advice="Write “has worked since 1998”, “worked in 1998”, “worked ten years ago”.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "The clinic [[exists]] since 1995. We [[work]] with it since ten years.",
        "Dr. Marsh [[has opened]] the clinic in 2010.",
    ),
    good=(
        "The clinic has existed since 1995. We have worked with it for ten years.",
        "Dr. Marsh opened the clinic in 2010. It has been shown that in 2010 few came.",
        "It is safe, since 1995 was long ago, and it has been here since 2009.",
    ),
    misses=("[[Is]] the clinic here since 1995?",),
)
def check(document: Document) -> Iterator[Match]:
    """Yield verbs whose tense the time beside them forbids."""
    for spot in spots(document, *_PATTERNS_SINCE, _PATTERN_PROGRESSIVE):
        if not _PERFECT.search(spot.before("flagged")) and not _PERFECT.search(_inside(spot)):
            yield Match(spot.region())
    for spot in spots(document, *_PATTERNS_PAST):
        yield Match(spot.region())


def _inside(spot: Spot) -> str:
    whole = spot.tagged.region(*spot.found.span())
    return spot.document.folded[whole.start : whole.end]
