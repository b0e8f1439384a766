"""What is said in general takes no “the”: obesity is a disease, most patients, under general anaesthesia.

With “the” the reader asks which obesity, and looks for it in the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import ARTICLES
from medlint.tagging import spots, tag_spots

_PATTERNS = (
    "^(?P<flagged>the) general (?:is|are) (?:a|an|one|the|also|not|very|often|J|caused)",
    "^(?P<flagged>the) general (?:increases|causes|leads|affects|&PZ(?=article|owner))",
    (
        "^(?P<flagged>the most (?:of|(?:(?!one-or-many)P))) "
        "(?:the|our|your|these|B|&UB|Z|be-form|have-form|can|will|R)"
    ),
    "(?:under|with|in|needs|requires) (?P<flagged>the (?:general|local)) (?:anaesthesia|anesthesia)",
    (
        "(?P<flagged>(?:the|a|an) (?:my|your|our|his|its|their|this|these|the)) (?:J|NJ|DNJ)? "
        "(?:C|U|M|P|&PZ|&UB)"
    ),
)


_PATTERNS_WITH_TAGS = (
    "(?P<flagged>(?:no|any|every) (?:the|a|an)) (?:/j|/n|/s|/v)",
    "(?P<flagged>the) general (?:raises|makes|causes|increases|leads)",
    (
        "(?:against|prep|has|have|had|causes|if|because|that|and|or|COMMA) (?P<flagged>the) general"
        "(?=STOP|COMMA|and|or|is|can|/z!)"
    ),
    "(?:time-noun|once|twice|NUMBER unit) (?P<flagged>the calendar)(?=STOP|COMMA|for|and|/I|with)",
    "at (?P<flagged>the) (?:NUMBER|small-number) o-clock",
    "(?P<flagged>the weekday)(?=STOP|COMMA|and|or|/P|/z)",
    "(?<!/n)(?P<flagged>the) NAME/E street(?=STOP|COMMA|/I)",
)


@rule(
    id="grammar.needless-the",
    label="grammar.article",
    severity="warning",
    needs="wording",
    message="“{text}” has an article that does not belong there.",
    advice=(
        "Leave the article out where something is said in general, and beside “your”, “this” and their like."
    ),
    sources=(ARTICLES,),
    scope="document",
    bad=(
        ("[[The]] obesity is a disease. [[The most patients]] sleep well."),
        ("It is done under [[the general]] anaesthesia."),
    ),
    good=(
        ("Obesity is a disease. Most patients sleep well."),
        ("The stress of the visit is over; the most patients in ten years came in May."),
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield articles before what is said in general, and before another determiner."""
    for spot in spots(document, *_PATTERNS):
        yield Match(spot.region())
    for spot in tag_spots(document, *_PATTERNS_WITH_TAGS):
        yield Match(spot.region())
