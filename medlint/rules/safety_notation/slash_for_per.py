"""A slash is read as a 1: 25 mg/day as 251 mg a day."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.amounts import Amount
from medlint.doses.safe_forms import safe_rate
from medlint.doses.setting import is_measuring
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL, told


@rule(
    id="safety-notation.slash-for-per",
    label=LABEL,
    severity="note",
    needs="wording",
    message="The slash in “{text}” can be read as a 1.",
    advice="Write per, or a: 5 mg a day.",
    sources=ISMP,
    scope="document",
    bad=(
        "The usual amount is [[5 mg/day]].",
        "Give [[15 mg/kg/dose]] of Zelpax.",
    ),
    good=(
        "The usual amount is 5 mg a day.",
        "The syrup has 10 mg/mL.",
        "Your kidneys clear 90 mL/min.",
        "You pass more than 300 mg/day: the urine level of albumin was high.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield amounts with a slash before a word."""

    def is_unsafe(amount: Amount) -> bool:
        return safe_rate(amount.rates) != "".join(f"/{rate}" for rate in amount.rates) and not (
            amount.rates[-1] == "min" or is_measuring(document, amount)
        )

    return told(document, is_unsafe)
