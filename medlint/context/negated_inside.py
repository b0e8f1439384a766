"""Do the words deny themselves: "The tea does not cure a cold", "no shampoo heals"?

`negated` looks around the words; a phrase with a gap, or one that opens with its subject, may hold the
denial within, or have it right in front of its first noun.
"""

from __future__ import annotations

import re

from medlint.model import Document, Region

_INSIDE = re.compile(r"\b(?:not|no|never|cannot|nor|neither|nobody|none|without|hardly|\w+n't)\b")
_IN_FRONT = re.compile(
    r"\b(?:not|no|not every|not all|never|no one|no such|neither|hardly any)\s+(?:\w+\s+)?$"
)
_WIDTH = 30  # characters in front of the words in which a "no" still governs their first noun


def holds(document: Document, region: Region) -> bool:
    """Say whether a denial stands inside the words, or right in front of them in their sentence."""
    if _INSIDE.search(document.plain, region.start, region.end):
        return True
    start = max(document.sentence_at(region.start).region.start, region.start - _WIDTH)
    return _IN_FRONT.search(document.plain[start : region.start]) is not None
