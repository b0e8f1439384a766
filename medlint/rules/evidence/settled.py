"""Some things are settled: antibiotics do not cure flu, heat is not radiation.

A page that says the opposite harms its readers and its own credit.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.evidence.statements import statements
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.evidence import SOURCES, doubt, links, registry_at


@rule(
    id="evidence.settled",
    label="terminology.false",
    severity="warning",
    needs="evidence",
    message="“{text}” is against settled medicine: {fact}.",
    advice="Take it out, or say what is known.",
    sources=SOURCES,
    scope="document",
    bad=(
        "[[Radiofrequency ablation is a form of radiation]].",
        "[[Antibiotics cure the flu]] in two days.",
        "Our [[vitamin drip prevents colds]].",
        "[[CT does not use X-rays]].",
    ),
    good=(
        "Radiofrequency ablation is not a form of radiation.",
        "Antibiotics do not cure the flu.",
        "Do antibiotics cure the flu?",
        "It is a myth that vaccines cause autism.",
        "CT uses X-rays.",
    ),
)
def check(document: Document, *, registry: str = "") -> Iterator[Match]:
    """Yield the flat statements that deny a fact, or say what a fact denies."""
    for found in statements(document, registry_at(registry)):
        yield Match(
            found.region,
            words={"fact": found.fact.statement.rstrip(".")},
            doubt=doubt([found.fact]),
            sources=links([found.fact]),
        )
