"""A question turns subject and verb round (how is it done?), indirect ones do not (we say how it is).

Mixed up, the reader cannot tell whether the page asks or tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.expressions import expression
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR
from medlint.tagging import Spot, headings, spots, tag_spots
from medlint.word_codes import pattern

_HELPER = "(?:is|are|was|were|do|does|did|can|could|should|will|would|must|may|has|have)"
_STRAIGHT = (
    "^(?P<flagged>(?:how|why|when|where|what) (?:long|much|many|often|soon|kind|R)? (?:U|M|P|calendar)? "
    "(?:(?:the|my|your|our|this|these|those)"
    f" (?:J|NJ|DNJ){{0,2}} (?:C|U|M|P|&UB|&CB|&PZ|G|&UG)|i|you|we|it|they|he|she|patients)) "
    "(?=(?:.)*(?:modal|be-form|have-form|do|does|Z|B|D|&PZ|&UB|&CB|z-verb)(?:.)*ASK)"
    f"(?:(?!COMMA|MARK|{_HELPER} (?:pron|the|my|your)).)* ASK"
)
_TURNED = (
    "indirect (?:you|us|them|me|him|her|with|for|about|(?:your|the|our) (?:C|P))? "
    "(?P<flagged>(?:(?:how|when|where|why) (?:long|much|many|often)?"
    f" {_HELPER} (?:the|this|your|our|it|they|we|you|he|she|these|my)|what (?:do|does|did|can|should|will) "
    "(?:the|this|your|our|it|they|we|you|he|she|these)))"
)
# Behind any verb: decides what tests do you need, does not like how does it look.
_TURNED_ANYWHERE = (
    "(?:~B/bp|~Z/z|~D/dv|~G/g|about|of|on|not|told) (?:you|us)? "
    "(?P<flagged>(?:how|what|why|where|when|which|who) (?:long|much|many|often|/j)? (?:/~s|/~n|P|PZ)? "
    "(?:do|does|did|can|will|should|is|are|has|have) "
    "(?:you|it|they|we|he|she|i|(?:the|your|this|these|our) /jn? (?:/n|/s)))"
)
_ASKED = expression(r"(?:do you know|can you tell|could you tell)\b")
_SHOWN = expression(r"[\"“”:]")


@rule(
    id="grammar.question-order",
    label="grammar.verb",
    severity="warning",
    needs="wording",
    message="“{text}” has the words in the order of the other kind of question.",
    advice="Write “How is it done?” and “We explain how it is done”.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "[[How the operation]] is done?",
        "# [[How long it]] takes?\n\nTwo hours.",
        "We explain [[how does it]] work. The nurse decides [[what tests do you]] need.",
    ),
    good=(
        "How is the operation done? How long does it take?",
        "# How it works",
        "We explain how it works. Do you know how it works?",
        "What the nurse says is true, is it? When you call, who answers?",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield questions in the order of statements, and the reverse."""
    for tagged in (None, document.derived(headings)):
        found = (
            spots(document, _STRAIGHT)
            if tagged is None
            else (Spot(document, tagged, each) for each in pattern(_STRAIGHT).finditer(tagged.codes))
        )
        for spot in found:
            yield Match(spot.region())
    for spot in (*spots(document, _TURNED), *tag_spots(document, _TURNED_ANYWHERE)):
        is_question = spot.behind().rstrip("\"') ").endswith("?") and not _ASKED.match(spot.before())
        if not is_question and not _SHOWN.search(spot.before("flagged")):
            yield Match(spot.region())
