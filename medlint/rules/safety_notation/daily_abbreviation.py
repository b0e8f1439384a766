"""QD, once a day, is read as QID, four times a day, and QOD, every other day, as either."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.codes import codes, fitted, is_behind_amount, is_beside_dose
from medlint.doses.setting import around
from medlint.doses.vocabulary import any_of
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.safety_notation import LABEL, LISTS


@rule(
    id="safety-notation.daily-abbreviation",
    label=LABEL,
    severity="error",
    needs="wording",
    message="“{text}” can be read as another number of doses a day.",
    advice="Write once a day or every other day.",
    sources=LISTS,
    scope="document",
    bad=(
        "Take one tablet [[QOD]].",
        "Give the child 5 mL of syrup [[q.d.]] with food.",
        "The dose is 20 mg [[OD]].",
    ),
    good=(
        "Take one tablet every other day.",
        "QD Lasers of Hollowbrook sells drops for dry eyes.",
        "He was brought in after an OD of sleeping tablets.",
        "Dr J. Brown, OD, prescribes glasses on Monday.",
        "Our QD display shows every colour.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield codes for daily doses."""
    for code in codes(document, "daily"):
        if is_beside_dose(document, code):
            yield Match(code.region, suggestions=(fitted(document, code),))
    for code in codes(document, "behind-amounts"):
        if code.key not in ("od", "ods", "i/d") or not is_behind_amount(document, code):
            continue
        near = around(document, code.region)
        if any_of("eye-or-ear").search(document.folded, near.start, near.end) is None:
            yield Match(code.region, suggestions=(fitted(document, code),))
