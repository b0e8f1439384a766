"""No comma parts a verb from what it governs: we know that it helps, tell us which tablets you take.

German, Polish and Russian ask for one there; in English it makes the reader stop.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION
from medlint.tagging import tag_spots

_PATTERNS = (
    "(?:~BZD/pzbd|told) (?P<flagged>COMMA that) (?:/P|/D|/O)",
    "told (?:us|you|me|him|her|them) (?P<flagged>COMMA that) (?:/P|/D|/O)",
    "(?P<flagged>that COMMA) (?:you|we|they|it|he|she|the|your|our) (?!/v)(?:.)",
    "(?:it is|/z) /r? /j (?P<flagged>COMMA that) (?:you|we|they|it|he|she|the|your|our) ",
    "it (?:is|was) /r? /j (?P<flagged>COMMA to) ~B/b",
    (
        "^(?:the|a|an|all|/O)? (?:/jn){0,2} (?:/n|/s) who (?:(?!COMMA|who|which|and|or).){1,6}"
        "(?P<flagged>COMMA (?:modal|is|are|/z!|have|has|do))"
    ),
    (
        "told (?:us|you|me)? (?P<flagged>COMMA (?:which|what|how|why|where|whether|who)) "
        "(?:/P|/D|/n|/s|/O|/j|/m|/z)"
    ),
    "(?P<flagged>so COMMA that)",
    (
        "^(?:/D|/O) /j? (?:/n|/s) (?P<flagged>COMMA that) (?:/P|/z|is|are|has|have) (?:(?!COMMA).){0,8} "
        "COMMA (?:be-form|have-form|modal|/zpdm|do|does|did)"
    ),
)


@rule(
    id="grammar.needless-comma",
    label="grammar.punctuation",
    severity="note",
    needs="wording",
    message="“{text}” parts what belongs together.",
    advice="Leave the comma out.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=(
        "Many patients notice[[, that]] they sleep better. Tell us[[, which]] tablets you take.",
        "It is not necessary[[, to]] write it. Women who smoke[[, should]] stop now.",
    ),
    good=(
        "Many patients notice that they sleep better. Tell us which tablets you take.",
        "It is not necessary to write it. Women who smoke should stop now.",
        "We know, that is, we think so. Ask, if you like, the nurse.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield commas between a verb and its clause."""
    for spot in tag_spots(document, *_PATTERNS):
        yield Match(spot.region())
