"""A figure that is right over five years is wrong without them: readers take it for all time.

Where the registry of facts has a time frame, the page should tell it too.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.evidence.figures import verdicts
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.evidence import SOURCES, known, links, registry_at


@rule(
    id="evidence.no-frame",
    label="statistic.no-frame",
    severity="note",
    needs="evidence",
    message="“{text}” is known, and the page does not say over which time. Known: {known}.",
    advice="Add the time frame, and in whom it was measured.",
    sources=SOURCES,
    scope="document",
    bad=(
        "[[About 25% of people]] with colorectal cancer develop liver metastases.",
        "[[93% of knee]] replacements are still in place.",
    ),
    good=(
        "Within five years about 25% of people with colorectal cancer develop liver metastases.",
        "After 15 years 93% of knee replacements are still in place.",
    ),
)
def check(document: Document, *, registry: str = "") -> Iterator[Match]:
    """Yield the figures that agree with a fact and lack its time frame."""
    for found in verdicts(document, registry_at(registry)):
        if found.kind == "no-frame":
            facts = found.facts[:2]
            yield Match(found.claim.quantity.region, words={"known": known(facts)}, sources=links(facts))
