"""However, therefore and “this is” begin a new sentence; a comma cannot join them to the one before.

The reader takes the second sentence for a part of the first.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION
from medlint.tagging import spots

_NO_COMMA = "(?!COMMA|SEMICOLON|COLON|MARK|ASK)."
_FINITE = "(?:is|are|was|were|has|have|had|can|may|must|will|should|does|do|Z|&PZ|D)"
_SUBJECT = (
    "(?:the|our|we|it|you|your|this|these|they|there|he|she|i|my|a|an|all|most|many|(?:NAME"
    "|UNKNOWN)(?=be-form|have-form|modal)|P)"
)
_SINGLE = (
    f"^(?!the (?:more|less|R|JR))(?={_SUBJECT})(?:{_NO_COMMA}){{1,3}}? {_FINITE} "
    f"(?:(?!if|when|because|that){_NO_COMMA})*?"
)
_PATTERNS = (
    (
        f"^(?!opener|by|in order|the more)(?:(?!SEMICOLON|COLON|MARK|ASK).)*? {_FINITE} "
        f"(?:{_NO_COMMA})*? "
        "(?P<left>.) COMMA"
        " (?P<right>splice-adverb) "
        "(?:the|it|this|these|they|you|we|there|a|an|your|our|P|he|she|some|not|patients|in)"
    ),
    f"{_SINGLE} (?P<left>.) COMMA (?P<right>splice-adverb) COMMA (?:it|they|we|you|this|these|there|he|she)",
    (
        f"{_SINGLE} (?P<left>.) COMMA (?P<right>(?:this|these|there)) (?:also|usually)? "
        "(?:is|are|was|means|can|may|will|must|has|have|should)(?!(?:.)*COMMA (?:and|or))"
    ),
    (
        "^(?:after|before|during|in|at|with|on|for) (?:article|owner|this) (?:J|NJ)? (?:C|U|M|P|&UG) "
        f"{_SUBJECT} (?:{_NO_COMMA})*? {_FINITE}"
        f" (?:{_NO_COMMA})*? (?P<left>.) COMMA (?P<right>(?:this|these)) (?:also|usually)? "
        "(?:is|are|means|can|may|will)"
    ),
    (
        f"{_SINGLE} (?P<left>.) COMMA (?P<right>(?:the|our|your)) (?!more|less)(?:J|NJ)? "
        "(?:second|(?!JR)(?:C|U|M|P)) (?:also|usually|R)? "
        "(?:is|are|has|have|can|must|will|should|Z|&PZ(?=article|owner|object"
        "|NUMBER))(?!said)(?!(?:.)*COMMA (?:and|or))"
    ),
    (
        f"{_SINGLE} (?P<left>.) COMMA (?P<right>(?:we|you|it|they|he|she)) (?:also|only|just|do|R)? "
        "(?:not)? "
        "(?:is|are|was|has|have|can|must|will|should|may|do|does|don't|doesn't|cannot|can't|need"
        "|(?!said)B|(?!said)Z)(?!(?:.)*COMMA (?:and|or))"
    ),
    (
        f"{_SINGLE} (?P<left>.) COMMA (?P<right>(?:most|many|some|all)) (?:of them)? (?:J)? P? "
        "(?:is|are|have|can|B|&UB|will|must)"
    ),
    f"{_SINGLE} (?P<left>(?!said).) COMMA (?P<right>(?:we|it|they|he|she)) (?!said)(?:D|DN) (?!by)",
    (
        "^(?!opener|by|in order)(?:(?!SEMICOLON|COLON|MARK|ASK|that).)*? "
        f"(?:be-form|has|have|can|must|will|should|may|does|do) (?:(?!that|said){_NO_COMMA})*? "
        "(?P<left>.) "
        f"COMMA (?P<right>this) (?:is|means|makes|will|can|leads|(?!said)Z) (?!(?:{_NO_COMMA})*COMMA)"
    ),
    (
        "^(?:do|are|have) you (?:(?!COMMA|MARK).)+? (?P<left>.) COMMA "
        "(?P<right>(?:please|call|contact|B)) (?:(?!ASK).)* STOP"
    ),
)


@rule(
    id="grammar.joined-sentences",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    message="“{text}” joins two sentences with a comma.",
    advice="Write a full stop or a semicolon before the second sentence.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=(
        "It is [[safe, however]] it is new. The scan is [[free, the]] nurse is kind.",
        "It hurts at [[night, this]] is normal.",
    ),
    good=(
        "It is safe; however, it is new. The scan, however, is free.",
        "If the scan is free, the nurse is kind. She is tall, he said.",
        "The rooms are quiet, the beds are new, and the food is good.",
    ),
    misses=("On Monday we are [[open, on]] Sunday we rest.",),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the words around a comma that joins two sentences."""
    for spot in spots(document, *_PATTERNS):
        yield Match(Region(spot.region("left").start, spot.region("right").end))
