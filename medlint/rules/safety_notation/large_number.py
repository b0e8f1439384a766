"""Nobody counts five zeros in a row: 100000 units is read as 10,000 or 1,000,000."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.amounts import Amount
from medlint.doses.setting import is_measuring
from medlint.lazy import lazily
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL, told

_LONG = lazily(r"\d{5,}(?:\.\d+)?")


@rule(
    id="safety-notation.large-number",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="The zeros in “{text}” are easily miscounted.",
    advice="Part the thousands with commas, or write thousand and million.",
    sources=ISMP,
    scope="document",
    bad=(
        "Give [[100000 units]] of Fertagon.",
        "One vial holds [[1500000 units]].",
    ),
    good=(
        "Give 100,000 units of Fertagon.",
        "Phone 02079460000 or write to box 10000 in Hollowbrook.",
        "The most is 4000 mg a day.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield amounts of five digits and more without commas."""

    def is_unsafe(amount: Amount) -> bool:
        return any(map(_LONG().fullmatch, amount.numbers)) and not is_measuring(document, amount)

    return told(document, is_unsafe)
