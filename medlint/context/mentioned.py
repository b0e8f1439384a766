"""Are the words only mentioned: “words such as ‘world-class’ tell you little”?

A page that writes about claims puts them into quotation marks and names what they are: a slogan, a
phrase, a statement, what a seller wrote. It does not make them. The name may stand in the next sentence,
when the quotation fills its own: “Zero pain.” We read that on a poster.
"""

from __future__ import annotations

from medlint.context import promotional, quoted
from medlint.context._cues import around, has, next_sentence
from medlint.expressions import expression
from medlint.model import Document, Region

_FEW = 8  # words between quotation marks that are a wording and not a speech
_PERSON = expression(r"\b(?:i|i'm|i've|me|my|we|we're|our|us|you|your)\b")
_SPEAKER = expression(
    r",?\s*(?:-|\u2013|\u2014|says|said|writes|wrote|smiles|raves|explains|(?:our|dr|prof|mr|mrs|ms)\b)"
)
_SPEAKER_BEFORE = expression(r"\b(?:says|said|writes|wrote|our motto|motto|named|voted|rated|called us)\W*$")
_REST = 3  # characters of a sentence outside a quotation that fills it


def holds(document: Document, region: Region) -> bool:
    """Say whether the words stand in quotation marks in a sentence about words."""
    quotation = quoted.quotation(document, region)
    if quotation is None:
        return False
    sentence = around(document, region)
    if _is_scare_quote(document, quotation) and not promotional.holds(document, region):
        return True
    if _fills(quotation, sentence):
        following = next_sentence(document, region)
        if following is not None and has(document, ("mentioning",), following.start, following.end):
            return True
    before = has(document, ("mentioning",), sentence.start, max(sentence.start, quotation.start))
    return before or has(document, ("mentioning",), min(quotation.end, sentence.end), sentence.end)


def _is_scare_quote(document: Document, quotation: Region) -> bool:
    """Tell a few words held at arm's length from what a person says."""
    words = document.plain[quotation.start : quotation.end]
    return (
        len(words.split()) <= _FEW
        and _PERSON.search(words) is None
        and _SPEAKER.match(document.plain, quotation.end) is None
        and _SPEAKER_BEFORE.search(document.plain[max(0, quotation.start - 40) : quotation.start]) is None
    )


def _fills(quotation: Region, sentence: Region) -> bool:
    """Say whether the sentence is little more than the quotation."""
    return sentence.end - sentence.start - (quotation.end - quotation.start) <= _REST
