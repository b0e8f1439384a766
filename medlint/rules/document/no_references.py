"""Readers and reviewers can only check what names its sources.

A page about health that names none asks to be believed, and the quality marks for health information
ask for the sources first.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.page.kind import kind
from medlint.page.sources import has_sources
from medlint.rule import rule
from medlint.rules.document import looked, page


@rule(
    id="document.no-references",
    label="document.no-references",
    severity="warning",
    needs="addition",
    message=(
        "The page names no source. Looked in {looked} for a list of sources, a study or body with its "
        "year, or a link to one."
    ),
    advice=(
        "List the sources at the end with author, title, year and link, and point to them where a figure "
        "or claim stands."
    ),
    sources=("us-jama", "int-hon", "uk-discern"),
    scope="document",
    bad=(page(), page("Studies show that it works. Ask for our data on file.")),
    good=(
        page("## Sources\n\n1. Marsh A. Injections for the knee. Journal of Hollow Joints 2021;4:1–9."),
        page("In the 2021 Hollowbrook Knee Study, 61 of 100 people walked further."),
        "# How to find us\n\nTake the bus to the old mill. The treatment rooms are on the second floor.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield one match where a page about health names no source."""
    if kind(document).is_health and not has_sources(document):
        yield Match(None, words=looked(document, "notes", "links", "front matter"))
