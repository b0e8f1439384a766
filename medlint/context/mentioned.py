"""Are the words only mentioned: “words such as ‘world-class’ tell you little”?

A page that writes about claims puts them into quotation marks and names what they are: a slogan, a
phrase, a statement, what a seller wrote. It does not make them.
"""

from __future__ import annotations

from medlint.context import quoted
from medlint.context._cues import around, has
from medlint.model import Document, Region


def holds(document: Document, region: Region) -> bool:
    """Say whether the words stand in quotation marks in a sentence about words."""
    quotation = quoted.quotation(document, region)
    if quotation is None:
        return False
    sentence = around(document, region)
    before = has(document, ("mentioning",), sentence.start, max(sentence.start, quotation.start))
    return before or has(document, ("mentioning",), min(quotation.end, sentence.end), sentence.end)
