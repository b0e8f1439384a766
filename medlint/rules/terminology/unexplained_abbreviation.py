"""A short form that is never spelled out shuts the reader out at the very place where it matters.

Half of all short forms in medicine have a second meaning, so looking it up can mislead too.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.terminology import is_mentioned
from medlint.short_forms import Use, explained, is_spelled_out, meanings, uses


@rule(
    id="terminology.unexplained-abbreviation",
    label="terminology.abbreviation",
    severity="warning",
    needs="wording",
    message="“{text}” is never spelled out on this page{meaning}.",
    advice="Write the words out where it is first used, with the short form in brackets behind them.",
    sources=("us-ama-13", "uk-nhsaz"),
    scope="document",
    bad=(
        "The surgeon removes [[HCC]] at Hollowbrook Hospital.",
        "We offer [[TACE]] and cryotherapy. TACE takes an hour.",
        "Ask the nurse whether a [[QZV]] scan is needed.",
    ),
    good=(
        "Hepatocellular carcinoma (HCC) begins in the liver. HCC is rare.",
        "You will have an MRI scan and see your GP at the NHS clinic.",
        "Written by Ada Quill, MD, FACS, of the QZV Clinic. Enter code WINTX.",
        "Atrial fibrillation, or AF, is common. AF feels like a flutter.",
        "PLEASE READ THIS FIRST. Do NOT drive. Stage III and BRCA1 are told by the doctor.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the first use of each short form that the page never spells out."""
    known = explained(document)
    for form, places in uses(document).items():
        if form not in known and not is_spelled_out(document, form) and not _is_only_named(document, places):
            likely = meanings(form)
            meaning = f"; it may stand for “{'” or “'.join(likely)}”" if likely else ""
            yield Match(places[0].region, {"meaning": meaning})


def _is_only_named(document: Document, places: tuple[Use, ...]) -> bool:
    """Say whether the page speaks of the word: use "disabled", not "QZV"."""
    return all(is_mentioned(document, use.region) for use in places)
