"""Where a unit touches its number, its first letter is read as a zero: 10mg as 100 mg."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.amounts import Amount
from medlint.doses.setting import is_dosing, is_measuring
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import LABEL, told

_WORDLESS = frozenset(("%", "g", "L"))


@rule(
    id="safety-notation.glued-unit",
    label=LABEL,
    severity="note",
    needs="wording",
    message="“{text}” needs a space between the number and the unit.",
    advice="Put a space, best one that does not break, before the unit.",
    sources=("us-ismp", "int-si", "eu-qrd"),
    scope="document",
    bad=(
        "Take [[500mg]] of Zelpax.",
        "Give [[5ml]] at night and [[10units]] in the morning.",
        "The most is [[4g]] a day, so do not take more tablets.",
    ),
    good=(
        "Take 500 mg of Zelpax.",
        "Use the 5% cream.",
        "The 4g network is weak on the ward.",
        "Your sugar was 90mg/dL.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield amounts without a space before the unit."""

    def is_unsafe(amount: Amount) -> bool:
        if amount.gap or amount.unit == "%" or is_measuring(document, amount):
            return False
        return amount.unit not in _WORDLESS or is_dosing(document, amount.region)

    return told(document, is_unsafe)
