"""Two figures for the same thing on one page cannot both be right.

Mostly one of them was not changed when the other was.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.evidence.figures import Claim, told
from medlint.evidence.frames import is_same_time
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.evidence import SOURCES, registry_at

_ROUNDED = 2.0  # points by which two figures may differ and be one, rounded
_SHARE = 0.1  # the same as a share of the larger one


@rule(
    id="evidence.inconsistent",
    severity="warning",
    needs="evidence",
    message="“{text}” does not agree with “{other}” in line {line}, which is about the same.",
    advice="Use one figure, or say what sets the two apart: other people, another time, another source.",
    sources=SOURCES,
    scope="document",
    bad=(
        "95% of dental implants last ten years.\n\nOver ten years [[82% of dental implants]] last.",
        "After LASIK 95% of patients are satisfied. With LASIK [[75% of our patients]] are satisfied.",
    ),
    good=(
        "After ten years 95% of dental implants are in place, and after 20 years 85% of dental implants are.",
        "After LASIK 95% of patients are satisfied. About 28% of LASIK patients have dry eyes.",
        "Survival of breast cancer is 99% when localised. Survival of breast cancer is 32% when metastatic.",
    ),
)
def check(document: Document, *, registry: str = "") -> Iterator[Match]:
    """Yield figures that differ from an earlier one on the same topic, measure, time and people."""
    earlier: list[Claim] = []
    for claim in told(document, registry_at(registry)):
        other = next((each for each in earlier if _is_same(each, claim) and _differs(each, claim)), None)
        if other:
            place = document.position(other.quantity.region.start)
            region = other.quantity.region
            words = {"other": document.text[region.start : region.end], "line": str(place.line)}
            yield Match(claim.quantity.region, words=words)
        earlier.append(claim)


def _is_same(one: Claim, other: Claim) -> bool:
    """Say whether two figures are about the same: nothing that either says sets them apart."""
    if (one.topics, one.measure, one.people) != (other.topics, other.measure, other.people):
        return False
    if (
        one.is_cited
        or other.is_cited
        or (one.quantity.bound, one.given) != (other.quantity.bound, other.given)
    ):
        return False
    times = [(each, again) for each in one.times for again in other.times]
    return bool(one.times) == bool(other.times) and all(is_same_time(*pair) for pair in times)


def _differs(one: Claim, other: Claim) -> bool:
    allowed = max(_ROUNDED, _SHARE * max(*one.values, *other.values))
    return abs(max(one.values) - max(other.values)) > allowed
