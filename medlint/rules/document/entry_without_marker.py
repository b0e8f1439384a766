"""A numbered source to which no number in the text points supports nothing.

It may have lost its sentence, or stand there to impress.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.references import markers, references
from medlint.rule import rule

_SLEEP = "Marsh A. Sleep. Journal of Hollow Nights 2021;4:1."
_DREAMS = "Hollow B. Dreams. Journal of Hollow Nights 2020;3:1."


@rule(
    id="document.entry-without-marker",
    severity="note",
    needs="evidence",
    message="No number in the text points to this source.",
    advice="Point to the source where it supports something, or take it out of the list.",
    sources=("int-icmje", "us-jama"),
    scope="document",
    bad=(
        f"Most people sleep well [1].\n\n## References\n\n1. {_SLEEP}\n2. [[{_DREAMS}]]",
        f"Most people sleep well [2].\n\n## Sources\n\n1. [[{_SLEEP}]]\n2. {_DREAMS}",
    ),
    good=(
        f"Most people sleep well [1,2].\n\n## References\n\n1. {_SLEEP}\n2. {_DREAMS}",
        f"Most people sleep well.\n\n## References\n\n1. {_SLEEP}",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the entries that no marker points to, on pages whose text has markers at all."""
    keys = references(document)
    listed = [
        block for block in document.blocks if _key(block.marker).isdigit() and _key(block.marker) in keys
    ]
    used = {
        key
        for block in document.blocks
        if block.kind not in ("reference", "footnote") and block not in listed
        for marker in markers(block.text, keys)
        for key in marker.keys
    }
    if used.intersection(keys):
        yield from (Match(block.region) for block in listed if _key(block.marker) not in used)


def _key(marker: str) -> str:
    return marker.strip("[]^().:")
