"""A point without a zero in front of it is easily missed: .5 mg is read as 5 mg, ten times as much."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.amounts import Amount
from medlint.doses.setting import is_strength
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import LABEL, LISTS, told


@rule(
    id="safety-notation.naked-decimal",
    label=LABEL,
    severity="error",
    needs="wording",
    message="“{text}” can be read as ten times as much: the point needs a zero in front of it.",
    advice="Put a zero before the point.",
    sources=LISTS,
    scope="document",
    bad=(
        "Use [[.5 mg]] of Zelpax once a day.",
        "Mix [[.25 mL]] with water.",
        "It is a [[.1%]] cream.",
    ),
    good=(
        "Use 0.5 mg of Zelpax once a day.",
        "The P value was .03, and r was .25.",
        "See section 4.5 mL of which no one knows.",
        "The difference was .5% in two years.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield doses that begin with a point."""

    def is_unsafe(amount: Amount) -> bool:
        is_naked = any(number.startswith(".") for number in amount.numbers)
        return is_naked and (amount.unit != "%" or is_strength(document, amount))

    return told(document, is_unsafe)
