"""A U behind a number is read as a zero, a 4 or cc: 10 U of insulin has been given as 100 units."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.amounts import Amount
from medlint.doses.setting import is_dosing, is_measuring
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import LABEL, LISTS, told

_OF_A_DOSE = frozenset(("kg", "m2", "m²", "day", "d", "h", "hr", "hour", "dose", "week"))


@rule(
    id="safety-notation.u-for-units",
    label=LABEL,
    severity="error",
    needs="wording",
    message="The U in “{text}” can be read as a zero or a 4.",
    advice="Write units.",
    sources=LISTS,
    scope="document",
    bad=(
        "Inject [[10 U]] of insulin before breakfast.",
        "We use [[50U]] of botulinum toxin for each side.",
        "The infusion runs at [[18 U/kg/h]].",
    ),
    good=(
        "Inject 10 units of insulin before breakfast.",
        "Your ALT was 40 U/L.",
        "Insulin is sold as U-100, with 100 units in a millilitre.",
        "A U-shaped scar; bus 5 U leaves at nine; meet at 5 u suggest a place.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield amounts in U."""

    def is_unsafe(amount: Amount) -> bool:
        if amount.unit not in ("U", "u") or amount.multiple or is_measuring(document, amount):
            return False
        return not _OF_A_DOSE.isdisjoint(amount.rates) or is_dosing(document, amount.region)

    return told(document, is_unsafe)
