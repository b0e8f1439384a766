"""A figure that lies outside of all that good studies found misleads, whether it has a source or not.

The registry of facts says what was measured, in whom and over which time. A figure of the right size
for another time or for other people is told as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.evidence.figures import Verdict, verdicts
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.evidence import SOURCES, doubt, known, links, registry_at

_MOST = 3  # facts that a message names
_WHY = {
    "contradicted": "is not what is known",
    "time": "is the figure for another time",
    "people": "is the figure for other people",
}


@rule(
    id="evidence.contradicted",
    label="statistic.unsupported",
    severity="warning",
    needs="evidence",
    message="“{text}” {why}. Known: {known}. In plain words: {plain}.",
    advice="Use the known figure with its time frame and people, or name the study that found another.",
    sources=SOURCES,
    scope="document",
    absorbs=("statistic",),
    bad=(
        "[[Seventy percent of people]] with colorectal cancer develop liver metastases.",
        "After LASIK, [[2% of patients]] have halos.",
        "Five-year survival of pancreatic cancer is [[60%]].",
        "After one month [[26.5% of people]] with colorectal cancer have liver metastases.",
    ),
    good=(
        "About 25% of people with colorectal cancer develop liver metastases within five years.",
        "Five-year survival of pancreatic cancer is 13%.",
        "It is not true that 70% of people with colorectal cancer develop liver metastases.",
        "After ten years 95% of dental implants are still in place.",
        "In our house 70% of guests sleep well.",
    ),
)
def check(document: Document, *, registry: str = "") -> Iterator[Match]:
    """Yield the figures that no fact of the registry allows."""
    for found in verdicts(document, registry_at(registry)):
        if found.kind in _WHY:
            yield _match(found)


def _match(found: Verdict) -> Match:
    facts = found.facts[:_MOST]
    words = {"why": _WHY[found.kind], "known": known(facts), "plain": facts[0].plain.rstrip(".")}
    return Match(found.claim.quantity.region, words=words, doubt=doubt(facts), sources=links(facts))
