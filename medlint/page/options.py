"""Does the page offer its reader another choice, doing nothing included?

Running a rival down is not offering it.
"""

from __future__ import annotations

from medlint.context._cues import cues
from medlint.model import Document, Passage
from medlint.page.kind import prose


def offers_options(document: Document) -> bool:
    """Say whether a sentence of the page, a heading included, offers another treatment or none."""
    return any(_offers(document, sentence) for sentence in prose(document))


def _offers(document: Document, sentence: Passage) -> bool:
    start, end = sentence.region.start, sentence.region.end
    plain = document.plain
    if cues("page-options-denied").search(plain, start, end):
        return False
    return (
        cues("page-options").search(plain, start, end) is not None
        and cues("page-treatments", "treatment").search(plain, start, end) is not None
    )
