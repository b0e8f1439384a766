"""A reader meets a short form and has to wait for the words; many will not read on that far."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.short_forms import explained, in_running_text, uses


@rule(
    id="terminology.late-expansion",
    label="terminology.abbreviation",
    severity="warning",
    needs="wording",
    message="“{text}” is used here and spelled out only later: “{long}”.",
    advice=(
        "Spell it out at this first place, with the short form in brackets, and use the short form from "
        "there on."
    ),
    sources=("us-ama-13",),
    scope="document",
    bad=(
        "Ask about [[HCC]] at Hollowbrook Hospital.\n\nHepatocellular carcinoma (HCC) begins in the liver.",
        "The [[QZV]] scan is short. A quiet zone view (QZV) shows the ear.",
    ),
    good=(
        "Hepatocellular carcinoma (HCC) begins in the liver. HCC is rare.",
        "# HCC\n\nHepatocellular carcinoma (HCC) begins in the liver.",
        "HCC (hepatocellular carcinoma) begins in the liver.",
        "An MRI scan helps. Magnetic resonance imaging (MRI) takes time.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the first use of a short form that stands in a sentence before the one that explains it."""
    for form, told in explained(document).items():
        first = next(in_running_text(document, uses(document).get(form, ())), None)
        if first is None:
            continue
        sentence = document.sentence_at(first.region.start).region
        if told[0][0].start >= sentence.end:
            yield Match(first.region, {"long": told[0][1]})
