"""In English nothing stands between the verb and its object: it reduces pain significantly.

Writers whose language lets the adverb stand there make the reader wait for what the verb is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR
from medlint.tagging import spots

_OBJECT = (
    "(?=everything|them|(?:the|your|our|his|her|their|this|these|its|my) "
    "(?!time-noun|same|next|first|last|whole|entire)|(?:a|an|all) "
    "(?!time-noun|same|next|first|last|whole|entire|lot|little|few|bit)(?:J|NJ|DNJ)? "
    "(?:C|U|M|P|&UB|&CB|&PZ|&UJ|&UG|G|GJ))"
)
_PATTERNS = (
    (
        "(?!no-object|be-form|have-form|function)(?:B|Z|D|DN|&PZ|&UB|N|takes-object|G) "
        f"(?P<flagged>mid-adverb) {_OBJECT}"
    ),
    "(?P<flagged>likes very much (?:the|your|this|my|our|it|his|her))",
    (
        "(?:is|are|was|has|have|offer|with|of|in|takes-object) (?P<flagged>(?:a|an) C "
        "(?:very|more|extremely|highly) (?:~J|experienced))(?=STOP|COMMA|and|for|to|with|than|that)"
    ),
    (
        "(?!no-object|be-form|have-form|function)(?:B|Z|D) (?P<flagged>(?:mid-adverb|very well)) "
        "(?:J|NJ)? (?:P|M|&UG)(?=STOP|COMMA|prep|of|and|\\n)"
    ),
    "(?P<flagged>speak (?:very)? (?:well|fluently)) NAME",
    "(?!be-form|have-form)takes-object (?P<flagged>also) (?:the|a|an|other|P)",
    "(?!be-form|have-form|no-object)Z (?P<flagged>also) (?:the|a|an|your)",
    (
        "^(?:after|in|for|during|with|at|before) (?:article|owner|this|small-number|NUMBER)? (?:J)? "
        "(?:C|U|M|P|calendar|&UG) (?P<flagged>(?:is|are) (?:N|DN|needed) (?:the|a|an)) (?:J)? "
        "(?:C|U|P|M)"
    ),
    "(?P<flagged>enough enough-adjective)(?=to|for|STOP|COMMA)",
)


@rule(
    id="grammar.adverb-before-object",
    label="grammar.wordchoice",
    severity="warning",
    needs="wording",
    message="“{text}” stands in the wrong place.",
    advice="Put the adverb before the verb or behind the object, and the adjective before its noun.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "It reduces [[quickly]] the pain, and they [[like very much the]] clinic.",
        "It is [[a clinic very clean]]. The water must be [[enough warm]].",
    ),
    good=(
        "It quickly reduces the pain, and they like the clinic very much.",
        "It affects mainly the lungs and hurts always the day after.",
        "It is a very clean clinic. Drink enough warm water.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield words that part a verb from its object, and adjectives behind their noun."""
    for spot in spots(document, *_PATTERNS):
        yield Match(spot.region())
