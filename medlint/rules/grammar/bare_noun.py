"""One thing that can be counted needs an article: the clinic, an operation. Many languages have none.

So articles are the first thing to get lost, and each one that is missing makes the reader hear an accent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import ARTICLES
from medlint.tagging import spots

# What shows that the noun is over and is no part of a longer one.
_ENDS_LISTED = "(?!COMMA (?:J)? (?:C|U|M))"
_ENDS = (
    "(?=COMMA|STOP|ASK|COLON|SEMICOLON|\\n|of|R|here|there|again|small-number|pron|the|prep|modal|be-form"
    "|have-form|because|if|when|that|which|who|as"
    "|after|before|than|then)"
)
_NOUN = "(?:(?!bare-allowed)C)"
_ADJECTIVES = "(?:J|GJ|NJ|DNJ){0,2}"

# After a preposition. "By phone", "per tablet" and "from patient to patient" are none.
_PAIR = re.compile(r"\bfrom [a-z]+ $")  # from mother to baby
_AFTER_ANY_VERB = (
    f"(?<!det)(?P<flagged>(?!no-object|be-form|have-form|bare-allowed)(?:B|Z|D) (?:very)? {_ADJECTIVES} "
    f"{_NOUN}){_ENDS}{_ENDS_LISTED}"
)
_AFTER_PREPOSITION = (
    "(?<!sort-head)(?P<flagged>(?:in|into|on|through|for|with|after|before|without|during"
    "|(?<!CU)to(?!act-noun)|from"
    "|at|about|near)"
    f" {_ADJECTIVES} {_NOUN}){_ENDS}"
)
_BEFORE_AND = (
    f"(?<!sort-head)(?P<flagged>(?:in|for|with|after|before|without|during|at|near|on) {_ADJECTIVES} "
    f"{_NOUN})(?=and (?:the|pron|a|an))"
)
_AFTER_OF = (
    "(?<!sort-head)(?P<flagged>of "
    f"{_NOUN})(?=COMMA|STOP|SEMICOLON|\\n|modal|be-form|have-form|who|after|before)"
)
_AFTER_VERB = (
    f"(?<!det)(?P<flagged>(?:takes-object) (?:very)? {_ADJECTIVES} (?:U|M)? "
    f"(?:{_NOUN}|counted-act)){_ENDS[:-1]}|and|or){_ENDS_LISTED}"
)
_AFTER_BY = f"(?P<flagged>by (?:J|NJ|DNJ|experienced)? person){_ENDS}"
_ACT = (
    "(?<!det)(?P<flagged>(?!have-form)takes-object "
    "(?!bare-allowed)&CB)(?=COMMA|STOP|prep|and|when|if|because)"
)
_COUNTED_HERE = (
    "(?<!det)(?P<flagged>(?:takes-object) J{1,2} counted-here)(?=on|of|to|in|for|STOP|COMMA|and|between)"
)
_AFTER_TIME = (
    "(?<!unit)(?P<flagged>(?:after|within|in|for|before) unit)(?=COMMA|STOP|\\n|the|pron|article|owner)"
)
_MAIN = "^(?P<flagged>main (?:C|U)) (?:of|is|was)"
_PUT = (
    "(?<!det)(?P<flagged>(?!no-object|be-form|have-form)(?:Z|D) "
    "(?!bare-allowed)&CB)(?=in|on|into|for|with|STOP|COMMA)"
)
_WHAT = "(?P<flagged>what (?:is|was) (?:J)? counted-here)(?=between|of|to|for|in)"
_AFTER_MEASURE = "(?P<flagged>(?:takes-object|with|by|in|for|drink) (?:J|NJ)? measure) of"
_AFTER_AS = f"works-as (?P<flagged>as J? {_NOUN}){_ENDS}"
_AFTER_THERE = (
    "there (?P<flagged>(?:is|was) (?:very|also|always)? (?:J|NJ){0,2} "
    "(?:counted-here|(?!bare-allowed)C))(?=of|that|to|for|in|STOP|COMMA|between|with)"
)
_OWN = "(?:has|have|had|with|by|from|for|offer)(?P<flagged>own (?:J|NJ)? (?:C|U|P))"
_AFTER_BE = (
    "(?:it|this|he|she|which|that|who|C|U|M|NAME|UNKNOWN)(?P<flagged>(?:is|was) "
    "(?:not|also|still|only|very)?"
    f" (?:{_ADJECTIVES} (?!also-adjective){_NOUN}|J "
    "counted-here|counted-here(?=which|that)))(?=COMMA|STOP|SEMICOLON|\\n|for|of|with|that|which|who|in"
    "|to|at)"
)
_AS_SUBJECT = (
    f"(?:^|conj|COMMA then?)(?P<flagged>(?:(?<!COMMA)(?:J|NJ|U|M))? {_NOUN} "
    "(?:also|then|usually|often|always|will|not)?"
    "(?:is|was|has|can|will|must|should|may|does|(?!P)Z|&PZ(?=article|owner)|z-verb))"
)


@rule(
    id="grammar.bare-noun",
    label="grammar.article",
    severity="warning",
    needs="wording",
    message="“{text}” lacks an article.",
    advice="Put “a”, “an”, “the” or a word such as “your” before the noun, or make it plural.",
    sources=(ARTICLES,),
    scope="document",
    bad=(
        "Come [[to clinic]] two hours before the visit.",
        "You [[need appointment]] for this. It [[is simple procedure]] with few risks.",
        "[[Surgeon will]] explain the next step, and you work [[as nurse]] here.",
        "Take it [[with glass]] of water. We have [[own pharmacy]]. There [[is small risk]] of bleeding.",
    ),
    good=(
        "Come to the clinic, and see a doctor or your nurse.",
        "Ask your doctor, nurse or pharmacist. It passes from parent to child.",
        "Clinic hours are long, and doctor visits are short.",
        "What kind of doctor is it? The choice of hospital is yours; you may stay in hospital.",
        "She is director of surgery at Hollowbrook Clinic, and we have our own pharmacy.",
        "- Doctor\n- Nurse",
        "He is patient. She took office in May, and it took place here.",
    ),
    misses=("She is watching [[boat]] from the ward.",),
)
def check(document: Document) -> Iterator[Match]:
    """Yield counted nouns with nothing in front of them."""
    for spot in spots(
        document,
        _AFTER_ANY_VERB,
        _AFTER_PREPOSITION,
        _BEFORE_AND,
        _AFTER_OF,
        _AFTER_VERB,
        _AFTER_MEASURE,
        _AFTER_BY,
        _ACT,
        _COUNTED_HERE,
        _WHAT,
        _AFTER_TIME,
        _MAIN,
        _PUT,
        _AFTER_AS,
        _AFTER_THERE,
        _OWN,
        _AFTER_BE,
        _AS_SUBJECT,
    ):
        if not _PAIR.search(spot.before("flagged" if "flagged" in spot.found.re.groupindex else 0)):
            yield Match(spot.region())
