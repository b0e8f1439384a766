"""A choice needs more than one option, and doing nothing is one.

A page that promotes one treatment and names no other leaves its reader to think that there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.page.kind import kind
from medlint.page.options import offers_options
from medlint.rule import rule
from medlint.rules.document import looked, page


@rule(
    id="document.no-alternatives",
    label="document.no-alternatives",
    severity="note",
    needs="addition",
    message=(
        "The page promotes one treatment and offers no other choice. Looked in {looked} for another "
        "option, doing nothing included."
    ),
    advice=(
        "Name the other options and what speaks for them: “Exercise and tablets are alternatives; some "
        "people choose to wait”."
    ),
    sources=("uk-discern", "uk-gmc"),
    scope="document",
    bad=(page(), page("Forget tablets: there is no alternative to Velorin.")),
    good=(
        page("Tablets and exercise are alternatives to the injection."),
        page("You can also choose to have no treatment."),
        page("Everything about your visit.", title="# A check-up of the knee"),
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield one match where a page sells one treatment and offers no other choice."""
    about = kind(document)
    if about.is_treatment and about.is_selling and not about.is_test and not offers_options(document):
        yield Match(None, words=looked(document, "lists"))
