"""A short form that is introduced and never used, or introduced again, is one thing more to learn.

It pays only where it saves the reader words.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint import expansions
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.short_forms import singular, uses

_NEAR = 3_000  # characters within which the same words need no second introduction


@rule(
    id="terminology.idle-abbreviation",
    label="terminology.abbreviation",
    severity="note",
    needs="wording",
    message="“{text}” is introduced {fault}.",
    advice="Introduce a short form once, and only if it is used again.",
    sources=("us-ama-13", "us-nci-thesaurus"),
    scope="document",
    bad=(
        "A quiet zone view ([[QZV]]) shows the ear. The quiet zone view takes a minute.",
        "A silent bone test (SBT) shows the ear. Bring a hat. The silent bone test takes a minute.".replace(
            "(SBT)", "([[SBT]])"
        ),
    ),
    good=(
        "A quiet zone view (QZV) shows the ear. The QZV takes a minute.",
        "A quiet zone view (QZV) shows the ear.",
        "Magnetic resonance imaging (MRI) takes time. Magnetic resonance imaging is loud.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield short forms that save the reader no words."""
    places = uses(document)
    told: dict[str, int] = {}
    for expansion in expansions.in_document(document):
        form = singular(expansion.short)
        if form not in places or expansion.short_region.start < expansion.long_region.start:
            continue  # everyday, or a gloss: "QZV (quiet zone view)" helps whoever knows one of the two
        if document.block_at(expansion.short_region.start).kind == "heading":
            continue
        last = told.get(form)
        told[form] = expansion.short_region.start
        if last is not None and expansion.short_region.start - last < _NEAR:
            yield Match(expansion.short_region, {"fault": "a second time"})
        elif len(places[form]) == 1 and _goes_on(document, expansion):
            yield Match(expansion.short_region, {"fault": "and never used: the words are written out again"})


def _goes_on(document: Document, expansion: expansions.Expansion) -> bool:
    words = " ".join(expansion.long.lower().replace("-", " ").split())
    return document.plain.find(words, expansion.short_region.end) >= 0
