"""Pictures and stories of patients are health data. The page should say that they agreed.

Rules on advertising and on personal data ask for written consent that can be withdrawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.context import negated
from medlint.model import Document, Match, Region
from medlint.page.kind import kind
from medlint.rule import rule
from medlint.rules.document import page

_SHOWN = re.compile(
    r"\bbefore and after (?:photos?|pictures?|images?|galler(?:y|ies)|results?)\b|\b(?:photos?|pictures?"
    r"|images?) (?:taken |of (?:our |the )?patients? )?before and after\b"
    r"|\b(?:patient|patients') (?:photos?|pictures?|galler(?:y|ies)|stor(?:y|ies)|testimonials?)\b"
    r"|\bphotos? of our patients\b"
)
_CONSENT = re.compile(
    r"\b(?:consent\w*|permission|agreed|anonymi[sz]ed|gdpr|kvkk|hipaa|released? (?:form|by)|models?"
    r"|stock (?:photos?|images?)|actors?|illustrations?|names? (?:have been|are|were|has been) changed)\b"
)


@rule(
    id="document.no-consent",
    severity="note",
    needs="addition",
    message="The page shows patients (“{text}”) and does not say that they consented.",
    advice="Say that the patients agreed in writing and can withdraw, or that the pictures show models.",
    sources=("int-hon", "uk-gmc", "tr-25-ba"),
    scope="document",
    bad=(page("See our [[before and after photos]]."), page("Read the [[patient stories]] below.")),
    good=(
        page("See our before and after photos, shown with the written consent of the patients."),
        page("Read the patient stories below; names are changed."),
        page("We show no before and after photos."),
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the first words that show patients, on a page that sells and tells no consent."""
    if not kind(document).is_selling or _CONSENT.search(document.plain):
        return
    for found in _SHOWN.finditer(document.plain):
        region = Region(*found.span())
        if not negated.holds(document, region):
            yield Match(region)
            return
