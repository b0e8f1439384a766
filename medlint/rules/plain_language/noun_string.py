"""Four nouns in a row have to be untied from behind: “patient blood sugar measurement device”."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.tagging import spots


@rule(
    id="plain-language.noun-string",
    severity="note",
    not_for=("professional",),
    needs="wording",
    message="“{text}” strings nouns together.",
    advice="Untie it with “of”, “for” or a verb: “a device that measures blood sugar”.",
    sources=("us-plain", "int-iso"),
    scope="document",
    bad=(
        "We use a [[hospital infection prevention programme]].",
        "Read about [[lung cancer prevention trials]] here.",
    ),
    good=(
        "We use a programme that prevents infections in hospital.",
        "Take the blood pressure tablets in the morning.",
        "Ask the Hollowbrook Hospital Infection Prevention Team.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield rows of four words or more that can only be nouns."""
    for spot in spots(document, "(?:CMUP){3,}(?:CMUP)"):
        if spot.text().islower():
            yield Match(spot.region())
