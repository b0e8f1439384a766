"""A number in brackets promises a source. Where the list has no such entry, the reader is sent nowhere.

That happens when a list is cut or renumbered and the text is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.references import Marker, markers, references
from medlint.rule import rule

_NOTES = ("reference", "footnote")
_NUMBERED = re.compile(r"\d+")

_SLEEP = "Marsh A. Sleep. Journal of Hollow Nights 2021;4:1."


@rule(
    id="document.marker-without-entry",
    severity="warning",
    needs="evidence",
    message="“{text}” points to source {key}, and the list of sources has no such entry.",
    advice="Add the source to the list, or correct the number.",
    sources=("int-icmje", "us-jama"),
    scope="document",
    bad=(
        f"Most people sleep well [1], and some dream.[[⁴]]\n\n## References\n\n1. {_SLEEP}",
        f"It is common.[[⁹]]\n\nIt is known.[^1]\n\n[^1]: {_SLEEP}",
    ),
    good=(
        f"Most people sleep well [1].\n\n## References\n\n1. {_SLEEP}",
        "Press [1] for the ward and [2] for the kitchen.",
        f"The dose is 5 mg/m² and the area 20 cm².\n\n## References\n\n1. {_SLEEP}",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the markers that point to no entry, on pages that list numbered sources."""
    notes = (block.marker.strip("[]^().:") for block in document.blocks if block.kind in _NOTES)
    keys = references(document) | frozenset(notes)
    told = tuple(_markers(document, keys))
    # A list to which no number leads is no list of what the numbers are for.
    if not any(_NUMBERED.fullmatch(key) and key in keys for marker in told for key in marker[1].keys):
        return
    for start, marker in told:
        missing = [key for key in marker.keys if key not in keys]
        if missing:
            yield Match(Region(start + marker.start, start + marker.end), words={"key": missing[0]})


def _markers(document: Document, keys: frozenset[str]) -> Iterator[tuple[int, Marker]]:
    """Yield the markers of the page with the place at which their sentence begins."""
    for sentence in document.sentences:
        if document.block_at(sentence.region.start).kind not in _NOTES:
            yield from ((sentence.region.start, marker) for marker in markers(sentence.text, keys))
