"""English writes decimals with a point: 2.5 mm. With a comma, 2,5 reads as two numbers or as a slip for 25.

In a dose or a size that is more than a question of style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import STYLE_GUIDE

_NUMBER = re.compile(
    r"(?<![\w,.;/-])\d{1,3},\d{1,2}(?=[ "
    r"\u00a0]?(?:mm|cm|m|km|kg|g|mg|µg|mcg|ml|cl|dl|l|litres?|liters?|%|percent|per cent|°C?"
    r"|degrees|years?|months?|weeks?|days?|hours?|minutes?|times|million|billion|euros?|dollars?|pounds?"
    r"|points?)(?![\w-]))"
)


@rule(
    id="grammar.decimal-comma",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” has a decimal comma.",
    advice="Write a point.",
    sources=(STYLE_GUIDE,),
    scope="document",
    bad=("The lens is [[2,5]] mm thick.", "About [[1,5]] litres a day; the rate is [[3,75]] %."),
    good=(
        "The lens is 2.5 mm thick. About 1,500 litres.",
        "Grades 2,3 and 4 are rare. See items 1,2,3 m.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield numbers with a decimal comma before a unit."""
    for found in _NUMBER.finditer(document.text):
        yield Match(Region(*found.span()), suggestions=(found[0].replace(",", "."),))
