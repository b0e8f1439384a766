"""The µ of µg is read as an m, and micrograms become milligrams, a thousand times as much."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.amounts import Amount
from medlint.doses.safe_forms import is_microgram
from medlint.doses.setting import is_measuring
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import LABEL, LISTS, told


@rule(
    id="safety-notation.microgram-sign",
    label=LABEL,
    severity="error",
    needs="wording",
    message="“{text}” can be read as milligrams, a thousand times as much.",
    advice="Write micrograms, or mcg where space is short.",
    sources=(*LISTS, "uk-nhsnum"),
    scope="document",
    bad=(
        "Take [[50 µg]] of Thyrolan each morning.",
        "The patch gives off [[25 μg/hour]].",
        "One tablet holds [[400ug]] of folic acid.",
    ),
    good=(
        "Take 50 micrograms of Thyrolan each morning.",
        "The pores are 0.2 µm wide.",
        "Your ferritin was 30 µg/L.",
        "Fine dust stayed below 10 µg/m³ indoors.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield amounts in µg or ug."""

    def is_unsafe(amount: Amount) -> bool:
        return (
            is_microgram(amount.unit) and not _is_air(document, amount) and not is_measuring(document, amount)
        )

    return told(document, is_unsafe)


def _is_air(document: Document, amount: Amount) -> bool:
    """Tell what air holds from a dose."""
    return document.text[amount.region.end : amount.region.end + 4].lstrip().startswith(("/m3", "/m³", "m-3"))
