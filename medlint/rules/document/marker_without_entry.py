"""A number in brackets promises a source. Where the list has no such entry, the reader is sent nowhere.

That happens when a list is cut or renumbered and the text is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.references import markers, references
from medlint.rule import rule

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
    keys = references(document)
    if not any(_NUMBERED.fullmatch(key) for key in keys):
        return
    for sentence in document.sentences:
        if document.block_at(sentence.region.start).kind in ("reference", "footnote"):
            continue
        for marker in markers(sentence.text, keys):
            missing = [key for key in marker.keys if key not in keys]
            if missing:
                start = sentence.region.start
                yield Match(Region(start + marker.start, start + marker.end), words={"key": missing[0]})
