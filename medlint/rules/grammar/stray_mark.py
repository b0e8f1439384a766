"""No mark parts a subject from its verb, or a verb from its list: the doctor will call; we offer crowns.

Other languages put commas there; in English the mark cuts the sentence in two.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION
from medlint.tagging import spots

_THAT = "(?P<left>said) (?P<mark>COMMA) (?P<right>that) (?:det|pron|there|P|M|&UG|NAME)"
_IS_THAT = "(?P<left>(?:is|was)) (?P<mark>COMMA) (?P<right>that) (?:the|pron|a|an|owner|this)"
_BUT = "(?P<left>but) (?P<mark>COMMA) (?P<right>(?:pron|the|this)) (?:(?!COMMA).)*$"
_SUBJECT = (
    "^(?:the|this|our|your|these) (?:J|NJ)? (?P<left>(?:C|U|P|M|&PZ|&UB|&CB)) (?P<mark>COMMA) "
    "(?P<right>(?:will|can|must|should|may|is|are|has|have|was|were))"
    "(?!COMMA)(?:(?!COMMA).)*$"
)
_CLAUSE = (
    "^(?:(?:the|our|your|these|those|a) )?(?:J|NJ)? (?:C|U|P|M) (?:that|which|who) "
    "(?:(?!COMMA|SEMICOLON|MARK).){1,8}? (?P<left>.) (?P<mark>COMMA)"
    " (?P<right>(?:is|are|has|have|can|must|will|should))(?!COMMA)(?:(?!COMMA).)*$"
)
_HOW = (
    "(?P<left>indirect) (?P<mark>COMMA) (?P<right>(?:how|why|whether|where)) "
    "(?:the|you|we|it|they|this|your|our)"
)
_BECAUSE = "(?P<left>(?:because|although)) (?P<mark>COMMA) (?P<right>.) (?:(?!COMMA).)*$"
_SUBJECT_LONG = (
    "^(?:(?:the|our|your|these|some|most) )?(?:J|NJ)? (?:C|U|P|M) (?:with|of|in|from|for) "
    "(?:(?!COMMA|SEMICOLON|MARK|be-form|have-form|modal).){0,4}?"
    " (?P<left>(?:C|U|P|M)) (?P<mark>COMMA) "
    "(?P<right>(?:is|are|has|have|can|must|will|should|may))(?!COMMA)(?:(?!COMMA).)*$"
)
_LIST = (
    "(?:pron|which|who|that|C|P|U|NAME|UNKNOWN) (?P<left>lists) (?P<mark>SEMICOLON) "
    "(?P<right>(?!pron|the|but|it).)"
)


@rule(
    id="grammar.stray-mark",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    message="“{text}” has a mark inside that English does not put there.",
    advice="Delete the comma; before a list write a colon or nothing.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=(
        "You should [[know, that]] it hurts. The [[doctor, will]] call you.",
        "We [[treat; acne]], scars and warts.",
    ),
    good=(
        "You should know that it hurts. The doctor, a woman, will call you.",
        "Those who know, that is, the nurses, will help.",
        "Rest; it helps. Because, as we know, it hurts, rest.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield marks that part what belongs together, with the words beside them."""
    for spot in spots(
        document, _THAT, _IS_THAT, _BUT, _SUBJECT, _SUBJECT_LONG, _CLAUSE, _HOW, _BECAUSE, _LIST
    ):
        left, right = spot.text("left"), spot.text("right")
        yield Match(
            Region(spot.region("left").start, spot.region("right").end), suggestions=((f"{left} {right}"),)
        )
