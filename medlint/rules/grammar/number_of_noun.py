"""One goes with one and many with many: a tablet, two tablets, these tablets, one of the tablets.

The mixture is a slip that spelling checkers cannot see, and in a dose it is more than that.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint import inflection
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import AGREEMENT
from medlint.tagging import spots

_ADJECTIVES = "(?:J|NJ|DNJ){0,2}"
_ENDS = (
    "(?=here|there|now|R|COMMA|STOP|ASK|COLON|SEMICOLON|\\n|prep|modal|be-form|have-form|because|if|when"
    "|that|which|who|as|and|or|after"
    "|before|than|ago|later|aux)"
)
_MANY = "(?:(?!one-or-many)P)"
_ONE = "(?:(?!counting-head|bare-allowed|one-or-many)C)"
_OVER = "(?=COMMA|STOP|ASK|SEMICOLON|\\n|because|if|when|which|who|prep|modal|be-form|have-form|BDN|Z|pron)"

_TOO_MANY = f"(?:a|an|each|every|another) {_ADJECTIVES} (?P<noun>{_MANY}){_ENDS}"
_TOO_MANY_OF_THIS = (
    f"(?<!after)(?<!before)(?<!like)(?<!by)(?<!with)this {_ADJECTIVES} (?P<noun>{_MANY}){_ENDS}(?!modal)"
)
_TOO_FEW = (
    f"(?:these|those|many|several|few|both|various|numerous|small-number) {_ADJECTIVES} "
    f"(?P<noun>{_ONE}){_OVER}"
)
_ALL = (
    f"(?:^|of|for|to|in|with|that|COMMA)(?P<flagged>all {_ADJECTIVES} "
    f"(?P<noun>(?!calendar|time-noun){_ONE})){_OVER}"
)
_TOO_FEW_COUNTED = f"NUMBER (?P<noun>(?:{_ONE}|calendar)){_OVER}"
_ONE_OF = (
    "(?<!unit)(?:one|each|both|many|some|most|all|several|small-number) of "
    "(?:the|our|your|my|these|those|their) "
    f"(?:most|superlative|J|NJ|DNJ){{0,3}} (?P<noun>{_ONE})(?:(?=D|Z|B)|{_ENDS})"
)
_ONE_OF_BARE = f"(?P<flagged>one of (?:most|superlative) J? (?P<noun>{_ONE}))"


_ALL_THE = (
    "(?P<flagged>(?:all|both) (?:of)? (?:the|our|your|these) (?:J)? "
    f"(?P<noun>(?!calendar|time-noun|bare-allowed){_ONE})) (?:are|were|have)"
)
_THESE = "(?P<flagged>(?:these|those) (?:J)? (?P<noun>(?:&UB|&CB|C))) Z"
_UNITS = (
    "(?<!a)(?<!an)(?<!every)(?<!each)(?<!the)(?P<flagged>(?P<number>NUMBER|small-number|how many) "
    f"(?P<noun>unit)){_ENDS[:-1]}|the|pron|do|does)"
)
_SOME = f"^(?P<flagged>some (?!calendar)(?P<noun>{_ONE})) (?:Z|&PZ|be-form|have-form)"
_EACH_MANY = "(?:each|every) (?:J|NJ)? (?P<noun>&PZ)(?=be-form|have-form|modal|Z)"
_KINDS = "(?P<flagged>(?:these|those) (?:kind|type|sort)) of"


@rule(
    id="grammar.number-of-noun",
    label="grammar.agreement",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” mixes one and many.",
    advice="Give both words the same number.",
    sources=(AGREEMENT,),
    scope="document",
    bad=(
        "Take [[two small tablet]] at night.",
        "[[These modern device]] are quiet. It is [[one of the oldest clinic]] here.",
        "It is [[a small tablets]] of iron. [[All patient]] must sign.",
        "It takes [[20 minute]], and [[every visits]] is free.",
    ),
    good=(
        "Take two small tablets. These devices are quiet.",
        "One of the team will call. Two doctor visits are enough, and so is a 20 minute walk.",
        "A drugs trial and a sports injury; a means to an end; after this patients may go.",
        "Vitamin A tablets. Every two week old child. All day and all night.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield nouns whose number is not that of the word in front."""
    for spot in spots(document, _TOO_MANY, _EACH_MANY, _KINDS, _TOO_MANY_OF_THIS):
        if spot.text()[:2] != "A " or not spot.before():  # "vitamin A tablets"
            yield Match(spot.region())
    for spot in spots(document, _TOO_FEW, _ALL, _ALL_THE, _THESE, _UNITS, _SOME, _ONE_OF, _ONE_OF_BARE):
        if spot.text().startswith(("1 ", "01 ")):
            continue
        noun = spot.text("noun")
        phrase = spot.text()
        yield Match(spot.region(), suggestions=(phrase[: -len(noun)] + inflection.noun_forms(noun)[1],))
