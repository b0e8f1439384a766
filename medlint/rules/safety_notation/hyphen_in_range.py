"""A hyphen between two doses is read as a minus or not at all: 2-3 mg as 23 mg."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.amounts import Amount
from medlint.doses.setting import is_dosing, is_measuring
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import LABEL, told


@rule(
    id="safety-notation.hyphen-in-range",
    label=LABEL,
    severity="note",
    needs="wording",
    message="The hyphen in “{text}” can be overlooked, and the two figures read as one.",
    advice="Write to between the figures.",
    sources=("us-ismp", "uk-nhsnum"),
    scope="document",
    bad=(
        "Take [[2-3 mg]] at night.",
        "Swallow [[1-2 tablets]] with water.",
    ),
    good=(
        "Take 2 to 3 mg at night.",
        "Open 9-17; pages 3-4; two 5-mg tablets.",
        "The tumour grew by 2-3 g a year.",
        "Some 20-30% of people feel sick.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield spans of doses with a hyphen."""

    def is_unsafe(amount: Amount) -> bool:
        if "-" not in amount.to or amount.unit in ("%", "cells") or is_measuring(document, amount):
            return False
        return is_dosing(document, amount.region)

    return told(document, is_unsafe)
