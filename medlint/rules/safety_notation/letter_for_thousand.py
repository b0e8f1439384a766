"""M is a thousand to some and a million to others; K and MM are no better. Doses differ a thousandfold."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.setting import is_measuring
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL, told


@rule(
    id="safety-notation.letter-for-thousand",
    label=LABEL,
    severity="error",
    needs="wording",
    message="The letter for thousands or millions in “{text}” can be misread.",
    advice="Write thousand or million, or all digits with commas.",
    sources=ISMP,
    scope="document",
    bad=(
        "Give [[5 M units]] of Penadur.",
        "A daily [[10K units]] of vitamin D is too much.",
        "The vial holds [[1.2MU]].",
    ),
    good=(
        "Give 5 million units of Penadur.",
        "The clinic has 5K followers; a 10K run.",
        "Your IgE was 100 kU/L.",
    ),
    false_alarms=("The firm sold [[12K units]] of the device.",),
)
def check(document: Document) -> Iterator[Match]:
    """Yield amounts with a letter for thousands or millions."""
    return told(document, lambda amount: bool(amount.multiple) and not is_measuring(document, amount))
