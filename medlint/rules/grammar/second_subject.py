"""A clause has one subject: the nurse examines you, not “the nurse she examines you”.

The second one makes the reader look for a clause that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR
from medlint.tagging import tag_spots

_VERB = "(?:is|/z|can|will|has|are|have|must|does|do|was|were|should|may)"
_PATTERNS = (
    f"^(?:the|this|our|your|a|an|these) /j? (?:/n!|/s!) (?:/r|/j)? (?P<flagged>(?:he|she|it|they)) {_VERB}",
    (
        "^(?:the|this|our|your|a|an|these|/O) /j? (?:/n!|/s!) (?P<flagged>(?:he|she|it|they)) "
        "(?:/d!|~B/~p|/z)(?!(?:.)*(?:be-form|have-form|modal|/zpdm|do|does|did))"
    ),
    "(?<!/I)which (?P<flagged>(?:it|they)) (?:is|has|can|was|are|will|must|should)(?!/v|/g|/b)",
)


@rule(
    id="grammar.second-subject",
    label="grammar.extra",
    severity="warning",
    needs="wording",
    message="“{text}” repeats the subject.",
    advice="Leave the pronoun out.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "The nurse [[she]] is kind. Your tablets [[they]] must stay dry.",
        "You choose the colour, which [[it]] is vital.",
    ),
    good=(
        "The nurse is kind. Your tablets must stay dry.",
        "You choose the colour, which is vital. The mole, it is true, can itch.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield pronouns that stand beside the subject they mean."""
    for spot in tag_spots(document, *_PATTERNS):
        yield Match(spot.region())
