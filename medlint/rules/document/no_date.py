"""Medicine changes. Without a date nobody knows whether a page still holds.

A year of copyright, the end of an offer and the date of a study do not tell it.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.page.dates import is_dated
from medlint.page.kind import kind
from medlint.rule import rule
from medlint.rules.document import looked, page


@rule(
    id="document.no-date",
    label="document.no-date",
    severity="warning",
    needs="addition",
    message=(
        "The page tells no date. Looked in {looked} for the day on which it was published, issued, "
        "updated or reviewed."
    ),
    advice=(
        "Write when the page was last reviewed and when it will be again: “Last reviewed 4 March 2025, "
        "next review March 2028”."
    ),
    sources=("us-jama", "int-hon", "uk-pif"),
    scope="document",
    bad=(
        page(),
        page("The price list is valid until 30 June 2025. © 2024 Hollowbrook House."),
        page("A study published in May 2021 asked 40 people."),
    ),
    good=(
        page("Last reviewed: 4 March 2025"),
        page("Issued March 2025, review due March 2028."),
        page("**Hollowbrook, 9 February 2024** – The house opens a second room."),
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield one match where a page about health tells no date of its own."""
    if kind(document).is_health and not is_dated(document):
        yield Match(None, words=looked(document, "headings", "short lines", "front matter"))
