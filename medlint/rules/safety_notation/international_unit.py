"""IU is read as IV (into a vein) or as 10. The word costs two seconds."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.safe_forms import is_international
from medlint.doses.setting import is_measuring
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import LABEL, LISTS, told


@rule(
    id="safety-notation.international-unit",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="The IU in “{text}” can be read as IV or as 10.",
    advice="Write international units, or units where that is clear.",
    sources=LISTS,
    scope="document",
    bad=(
        "Take [[2000 IU]] of vitamin D.",
        "Start with [[150 I.U.]] of Fertagon.",
        "The child gets [[50 IU/kg]].",
    ),
    good=(
        "Take 2,000 units (50 micrograms) of vitamin D.",
        "Your TSH was 2.5 mIU/L and your hCG 25 IU/L.",
        "The team of IU Health and the IU press office.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield amounts in IU."""
    return told(
        document,
        lambda amount: (
            is_international(amount.unit) and not amount.multiple and not is_measuring(document, amount)
        ),
    )
