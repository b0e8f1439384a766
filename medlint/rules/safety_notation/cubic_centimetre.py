"""Cc is read as u, for units, or as two zeros. A millilitre is the same and cannot be misread."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.amounts import Amount
from medlint.doses.safe_forms import is_cubic
from medlint.lazy import lazily
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import LABEL, LISTS, told

_MACHINE = lazily(r"\b(?:engines?|motor\w*|mopeds?|scooters?|bikes?|cars?|cylinders?)\b")


@rule(
    id="safety-notation.cubic-centimetre",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="The cc in “{text}” can be read as units or as zeros.",
    advice="Write mL.",
    sources=LISTS,
    scope="document",
    bad=(
        "Draw up [[5 cc]] of saline.",
        "We take out up to [[250cc]] of fat.",
    ),
    good=(
        "Draw up 5 mL of saline.",
        "Please cc the ward on your letter.",
        "No motorbike above 125 cc for six weeks.",
        "Copies (cc) went to two clinics.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield amounts in cc."""

    def is_unsafe(amount: Amount) -> bool:
        if not is_cubic(amount.unit):
            return False
        near = document.sentence_at(amount.region.start).region
        return _MACHINE().search(document.folded, near.start, near.end) is None

    return told(document, is_unsafe)
