"""Does the sentence tell what a word means: "remission means that …", "a cure is when …"?

A definition uses the great words without claiming anything for a treatment. What we call our own is
no definition: "our clinic means safety".
"""

from __future__ import annotations

from medlint.context._cues import around, has
from medlint.expressions import expression
from medlint.model import Document, Region

_OWN = expression(r"\b(?:our|we|us|my|that's why|you'll|you will)\b|!")


def holds(document: Document, region: Region) -> bool:
    """Say whether the sentence explains a word."""
    sentence = around(document, region)
    if not has(document, ("defining",), sentence.start, sentence.end):
        return False
    return _OWN.search(document.plain, sentence.start, sentence.end) is None
