"""A zero behind the point adds nothing and can multiply a dose by ten: 1.0 mg is read as 10 mg.

Results of a laboratory and sizes on a scan may need the zero; there it shows how exact they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.amounts import Amount
from medlint.doses.safe_forms import has_trailing_zero
from medlint.doses.setting import is_dosing, is_eating, is_measuring, is_strength
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import LABEL, LISTS, told


@rule(
    id="safety-notation.trailing-zero",
    label=LABEL,
    severity="error",
    needs="wording",
    message="“{text}” can be read as ten times as much: the zero behind the point is not needed.",
    advice="Leave out the point and the zero.",
    sources=LISTS,
    scope="document",
    bad=(
        "Take [[1.0 mg]] of Zelpax at night.",
        "Inject [[5.0 mL]] slowly.",
        "Rub the [[2.0%]] cream in twice a day.",
        "The starting dose is [[2.50 mg]].",
    ),
    good=(
        "Take 1 mg of Zelpax at night.",
        "Your creatinine was 1.0 mg/dL.",
        "The prostate measured 30.0 mL on the scan.",
        "Version 2.0 of the leaflet; P = 1.0; grade 3.0 or higher.",
        "A portion holds 2.0 g of salt.",
        "About 5.0% of people catch a cold in March.",
        "The ampoule holds 1.500 mg in Germany, where the point parts thousands.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield doses with zeros that end their decimals."""

    def is_unsafe(amount: Amount) -> bool:
        if not any(map(has_trailing_zero, amount.numbers)) or is_measuring(document, amount):
            return False
        if amount.unit == "%":
            return is_strength(document, amount)
        return not is_eating(document, amount.region) or is_dosing(document, amount.region)

    return told(document, is_unsafe)
