"""Some small words are taken for each other: then and than, what and that, no and any.

Which one is meant shows only in the place where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR, like
from medlint.tagging import tag_spots

_PATTERNS = {
    "then": "^(?:if|when) (?:(?!COMMA).){2,14} COMMA (?P<flagged>than) (?:/P|/D|/O|/n|~B/b|please|call)",
    "what": "(?P<flagged>that what) (?:you|we|they|i|it)",
    "that": "(?:a|an|the|/O|some|many|all) /j? (?:/n!|/s!) (?P<flagged>what) (?:has|have|is|are|/z!|can)",
    "because": (
        "(?P<flagged>because of) (?:/D|/O)? (?:/jn){0,2} (?:/n!|/s!) (?:is|are|has|can|have|was|will)"
        "(?=/v|/j|/D|/r|~B)"
    ),
    "because ": (
        "(?P<flagged>due to) (?:it|they|you|(?:/D|/O)? (?:/jn){0,2} (?:/n!|/s!)) "
        "(?:is|are|has|can|have|was|will)(?=/v|/j|/D|/r)"
    ),
    "although": (
        "(?P<flagged>(?:in spite of|despite)) (?:it|they|you|(?:/D|/O)? (?:/jn){0,2} (?:/n!|/s!)) "
        "(?:is|are|has|can|have|was|will)(?=/v|/j|/D|/r)"
    ),
    "even if": (
        "^(?P<flagged>even) (?:/D|/O) /j? (?:/n!|/s!) (?:is|are|was|has|have|/z!) (?:(?!COMMA).){0,8} "
        "COMMA /P (?:/m|/z|/p|is|are)"
    ),
    "while": "(?P<flagged>during) (?:you|we|they|he|she) (?:/p|/z|/b|~B/n)",
    "any": "never (?:had|have|has|/d|/v) (?P<flagged>no) (?:/n|/s|/j)",
}
_ADJECTIVE = "(?:a|an) CUM/n! (?P<flagged>(?:very|more|extremely) J/j!)(?=STOP|COMMA|for|that|and)"
_LATER = "(?P<flagged>in (?:NUMBER|small-number) calendar later)"
_SINCE = (
    "(?<!/n)(?<!/s)(?P<flagged>for YEAR)(?=STOP|COMMA|/P)",
    "/z! (?:here|/r|/I /n|/I /D /n)? (?P<flagged>from YEAR)(?=STOP|COMMA)",
)
_AGO = "/d! (?:/r|it|him|her|there|here)? (?P<flagged>before (?:NUMBER|small-number) calendar)(?=STOP|COMMA)"
_MOST = "^(?P<flagged>the J/j) (?:is|was) (?:to ~B|that)"
_THING = "^(?P<flagged>the most J/j) (?:is|was) (?:to|that)"


@rule(
    id="grammar.word-of-place",
    label="grammar.wordchoice",
    severity="warning",
    needs="wording",
    message="“{text}” is not the word that fits here.",
    advice=(
        "Write “if …, then …”, “the mole that itches”, “what you need”, “never any”, “the most important "
        "thing is”."
    ),
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "If it hurts, [[than]] you should rest. A mole [[what]] is red must be seen.",
        "[[The most important]] is to rest, and we never had [[no]] problems.",
    ),
    good=(
        "If it hurts, then you should rest. A mole that is red must be seen.",
        "The most important thing is to rest, and we never had any problems.",
        "If it hurts more, than is normal, call. Ask what is new.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield small words that stand in each other's place."""
    for right, pattern in _PATTERNS.items():
        for spot in tag_spots(document, pattern):
            yield Match(spot.region(), suggestions=(like(right.strip(), spot.text()),))
    for spot in tag_spots(document, _LATER):
        yield Match(spot.region(), suggestions=(spot.text().partition(" ")[2],))
    for spot in tag_spots(document, _ADJECTIVE):
        yield Match(spot.region())
    for spot in tag_spots(document, *_SINCE):
        yield Match(spot.region(), suggestions=(f"since {spot.text().partition(' ')[2]}",))
    for spot in tag_spots(document, _AGO):
        yield Match(spot.region(), suggestions=(f"{spot.text().partition(' ')[2]} ago",))
    for spot in tag_spots(document, _MOST, _THING):
        yield Match(spot.region(), suggestions=(f"{spot.text()} thing",))
