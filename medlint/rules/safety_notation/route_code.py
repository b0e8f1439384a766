"""SC is read as SL (under the tongue), IN as IM or IV. A dose in the wrong place can harm."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.codes import Code, codes, is_before_noun, is_behind_amount, is_beside_dose
from medlint.lazy import lazily
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL

_LOOSE = frozenset(("sq", "subq", "subcut", "sc", "po"))
_GIVEN = lazily(
    r"\b(?:inject\w*|giv\w+|take[ns]?|administ\w+|dos\w+|mg|mcg|ml|units?|g|tablets?)\b[^.;:]{0,25}$"
)
_WIDTH = 40
_BEFORE_NOUNS = {
    "sc": "subcutaneous", "sq": "subcutaneous", "subq": "subcutaneous", "subcut": "subcutaneous",
    "po": "oral", "in": "nasal", "it": "intrathecal", "ij": "injected",
}  # fmt: skip


@rule(
    id="safety-notation.route-code",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="“{text}” can be read as another way of giving the dose.",
    advice="Say where it goes: under the skin, by mouth, into the nose.",
    sources=ISMP,
    scope="document",
    bad=(
        "Inject 40 mg [[SC]] once a week.",
        "Take 500 mg [[p.o.]] with water.",
        "Give 5 mg [[SubQ]]; children get 1 mg [[IN]].",
    ),
    good=(
        "Inject 40 mg under the skin once a week.",
        "Our second clinic is in Greenville, SC.",
        "The IT department gives out the tablets.",
        "TAKE IT WITH FOOD",
        "Write to PO Box 12 for the tablets.",
        "The squash club SC Hollowbrook gives a prize.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield codes for the way a dose is given."""
    for code in codes(document, "routes"):
        if is_behind_amount(document, code) or (code.key in _LOOSE and _is_given(document, code)):
            safe = _BEFORE_NOUNS[code.key] if is_before_noun(document, code) else code.safe
            yield Match(code.region, suggestions=(safe,))


def _is_given(document: Document, code: Code) -> bool:
    start = code.region.start
    return (
        is_beside_dose(document, code)
        and _GIVEN().search(
            document.folded, max(document.block_at(start).region.start, start - _WIDTH), start
        )
        is not None
    )
