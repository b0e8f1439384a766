"""Health information needs somebody who answers for it: an author or a reviewer who knows the subject.

A publisher's name and “our experts” are nobody whom a reader can ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.page.kind import kind
from medlint.page.people import has_reviewer
from medlint.rule import rule
from medlint.rules.document import looked, page


@rule(
    id="document.no-reviewer",
    label="document.no-reviewer",
    severity="warning",
    needs="addition",
    message=(
        "The page names nobody who wrote or reviewed it. Looked in {looked} for words such as “written "
        "by” or “reviewed by” with a name."
    ),
    advice=(
        "Name the author or the reviewer of the medical content with their profession: “Reviewed by Dr "
        "Ada Marsh, rheumatologist”."
    ),
    sources=("us-jama", "int-hon", "uk-pif"),
    scope="document",
    bad=(
        page(),
        page("Reviewed by our experts."),
        page("Dr Ada Marsh is the best surgeon of the house. Your pictures are reviewed by Dr Marsh."),
    ),
    good=(
        page("Written by Ada Marsh, nurse. Reviewed by Dr Bo Hollow, rheumatologist."),
        page("This page was checked by the knee team of Hollowbrook Hospital."),
        page("Medical reviewer: Dr Bo Hollow"),
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield one match where a page about health names nobody who answers for it."""
    if kind(document).is_health and not has_reviewer(document):
        yield Match(None, words=looked(document, "bylines", "front matter"))
