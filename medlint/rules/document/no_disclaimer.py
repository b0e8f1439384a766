"""General information does not fit every case. The page should say that a clinician must judge it.

Readers who change a treatment, or wait, because a page told them so, come to harm.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.page.advice import gives_advice
from medlint.page.kind import kind
from medlint.rule import rule
from medlint.rules.document import looked, page


@rule(
    id="document.no-disclaimer",
    label="document.no-disclaimer",
    severity="warning",
    needs="addition",
    message=(
        "The page never sends its reader to a clinician. Looked in {looked} for words such as “ask your "
        "doctor” or “does not replace an examination”."
    ),
    advice=(
        "Say whom to ask before treatment and when to get help: “Ask your doctor whether it suits you; "
        "call us if you have a fever”."
    ),
    sources=("int-hon", "uk-12-2", "us-hpcg"),
    scope="document",
    bad=(
        page(),
        page("Ask our experts for a quote."),
        page("Book your free consultation with our doctor now."),
    ),
    good=(
        page("Ask your doctor whether it suits you."),
        page("This page does not replace an examination by a doctor."),
        page("The surgeon will first decide whether the injection is right for you."),
        page("Call the ward if you have a fever."),
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield one match where a page about health sends nobody to a clinician."""
    if kind(document).is_health and not gives_advice(document):
        yield Match(None, words=looked(document, "headings", "notes"))
