"""What there is only once takes “the”: the best clinic, the first week, the same day, the United States.

A superlative, an ordinal or “same” picks one out, and “the” is the word that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import ARTICLES, is_running_text
from medlint.tagging import spots, tag_spots

_BEFORE = (
    "(?:in|for|with|after|before|without|during|to|from|of|by|on|since|until|within|is|are|was|were"
    "|takes-object)"
)
_HEAD = "(?:J|NJ|DNJ){0,2} (?:C|U|M|P|CMUP)"

_PATTERNS = (
    f"{_BEFORE}(?P<flagged>superlative {_HEAD})",
    "(?:is|was|it|this) (?P<flagged>most ~J (?:C|CU|counted-here))(?!C|U|M|P|G)",
    "^(?P<flagged>(?:first|second|third) (?:term-noun|C)) (?:is|was)",
    "^(?P<flagged>(?:most J|superlative) (?:C|CU|U)) be-form",
    "one of (?P<flagged>(?:most J|superlative) (?:J|NJ)? P)",
    (
        "(?:in|at|after|on|during|within|before|until|since|for|from) (?P<flagged>ordinal "
        "(?:J|C|U){0,1}"
        " (?:C|calendar|term-noun))(?!C|U|M|P|calendar|from)"
    ),
    (
        "(?:at|in|on|with|of|by|for|from|has|have|is|are|takes-object|to|under|during) "
        "(?P<flagged>same "
        "(?:J)? (?:C|U|P|calendar|time-noun))"
    ),
    (
        "(?:it|this|that|which) (?:is|was) (?P<flagged>only (?:J)? "
        "(?:C|way-word))(?=STOP|for|to|which|that|in|COMMA|of)"
    ),
    (
        "(?P<flagged>(?:in unique|(?:over|around|across|throughout) "
        "world))(?=STOP|COMMA|and|\\n|is|are|by|with|of)"
    ),
)
_PATTERNS_WITH_TAGS = (
    # most of patients, in whole body, three times in week, bleeding or second session
    (
        "(?:most|some|many|all|one|each|both|several|few) "
        "(?P<flagged>of (?:(?!small-number|several|many|other|such|those|these)/j|/v|/n){0,2} "
        "(?!calendar)P/s!)(?=STOP|COMMA|/p|/m|/d|be-form|have-form|/I!|/W)"
    ),
    "(?:/b|/z|/p|/g|/d|for|in|on|over|during|through) (?P<flagged>whole CUMB/n!)(?=STOP|COMMA|/I!|/C)",
    "(?:/n|/s|/r|/O|/P) (?P<flagged>next day-morning)(?=STOP|COMMA|and)",
    "rest (?P<flagged>of /j? P/s!)",
    "(?P<flagged>from one .{0,2} to other)(?=STOP|COMMA|/I|/C)",
    "(?:time-noun|once|twice) (?P<flagged>in (?:a)? calendar)(?=STOP|COMMA|for|and|before|at|/P)",
    "(?<!/D)(?<!/O)(?:/n|/s) (?:and|or) (?P<flagged>(?:ordinal|first) (?!bare-allowed)CB/n!)(?=STOP)",
)
_PLACES = ("in", "over", "around", "across", "throughout")
_LARGE = re.compile(
    r"(?<![\w'-])(?:of|from|in|at|to|by|with) "
    r"(?P<flagged>(?:University|Institute|Ministry|Faculty|Academy) of [A-Z]\w+)"
)
_COUNTRIES = re.compile(
    r"(?<![\w'-])(?:in|to|from|of|across|throughout) (?P<flagged>United (?:States|Kingdom|Arab "
    r"Emirates)|Netherlands|Czech Republic"
    r"|Philippines|Middle East|European Union|World Health Organization)(?![\w'-]| [A-Z])"
)


@rule(
    id="grammar.missing-the",
    label="grammar.article",
    severity="warning",
    needs="wording",
    message="“{text}” needs “the” before it.",
    advice=(
        "Write “the” before a superlative, an ordinal, “same”, “only” and the name of an institution with "
        "“of”."
    ),
    sources=(ARTICLES,),
    scope="document",
    bad=(
        "It is [[most effective method]] for this, and we use [[latest technology]].",
        "You rest in [[first week]], on [[same day]] or [[in morning]].",
        "Most [[of patients]] can walk. It is soft over [[whole body]].",
        "He studied at [[University of Hollowbrook]] and lives in [[United Kingdom]].",
    ),
    good=(
        "It is the most effective method, and our latest device is here.",
        "Most effective methods are known. Headaches are most common in summer.",
        "Two of the same day clinics are open last, and at first glance all is well.",
        "Ask at Hollowbrook University. United Kingdom law and UK patients.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield phrases that single something out without “the”."""
    for spot in spots(document, *_PATTERNS):
        words = spot.text()
        first, _, rest = words.partition(" ")
        is_first = words[0].isupper() and not spot.before()
        right = f"{first} the {rest}" if first in _PLACES else f"the {words}"
        right = f"The {words[0].lower()}{words[1:]}" if is_first else right
        yield Match(spot.region(), suggestions=(right,))
    for spot in tag_spots(document, *_PATTERNS_WITH_TAGS):
        yield Match(spot.region())
    for pattern in (_LARGE, _COUNTRIES):
        for found in pattern.finditer(document.text):
            if is_running_text(document, found.start()):
                yield Match(Region(*found.span("flagged")), suggestions=(f"the {found['flagged']}",))
