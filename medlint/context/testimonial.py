"""Does a patient speak of an outcome: "I lost my headaches", "Our son sleeps again"?

A patient speaks in the first person singular, or of kin; a clinic says "we" and "our patients".
"""

from __future__ import annotations

import re

from medlint.context._cues import around, cues, has
from medlint.context.quoted import quotation
from medlint.expressions import expression
from medlint.model import Document, Region

_FIRST_PERSON = expression(r"(?<![\w-])(?:i|i'm|i've|i'd|i'll|me|my|mine|myself)(?![\w*+]|'\w)")
# "Lead I", "stage I", "iodine I-131", "class I and II": the Roman number and the element.
_NUMBERED = expression(
    r"\b(?:leads?|stages?|types?|phases?|grades?|class|classes|factors?|groups?|levels?|part|mark|world war|"
    r"angiotensin|collagen|topoisomerase|bipolar|chiari|vitamin)\s+i\b|\bi-\d+|\bi(?:\s+(?:and|or|to)\s+|\s*[-/]\s*)ii"
)
_LONGEST = 1500  # characters of a quotation that belong to one story


def holds(document: Document, region: Region) -> bool:
    """Say whether the words belong to a patient's story of an outcome."""
    told = _telling(document, region)
    folded = _NUMBERED.sub(_blank, document.folded[told.start : told.end])
    is_personal = _FIRST_PERSON.search(folded) is not None or has(document, ("family",), told.start, told.end)
    if not is_personal or folded.rstrip(" \"')").endswith("?"):
        return False
    if has(document, ("not-patients",), told.start, told.end):
        return False
    return has(document, ("told-outcomes",), told.start, told.end)


def _telling(document: Document, region: Region) -> Region:
    """Return the words of the one who speaks: the quotation, the quoted block, or the sentence."""
    block = document.block_at(region.start)
    told = block.region if block.kind == "quote" else quotation(document, region)
    if told is None or not _is_spoken(document, told):
        return around(document, region)
    return Region(max(told.start, region.start - _LONGEST), min(told.end, region.end + _LONGEST))


def _is_spoken(document: Document, told: Region) -> bool:
    return (
        document.text.count(" ", told.start, told.end) > 2
        or cues("family").search(document.plain, told.start, told.end) is not None
    )


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
