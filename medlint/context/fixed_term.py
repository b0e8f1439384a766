"""Are the words part of a name: a medical, legal, study, place or product term?

"Best supportive care" praises nothing, a "simple fracture" is no easy one, and the PROMISE trial
promises nothing.
"""

from __future__ import annotations

import re
from functools import cache

from medlint.context._cues import around, cues, entries, members
from medlint.expressions import expression
from medlint.model import Document, Region

_WIDTH = 120  # characters around the words in which a term may begin or end
_WORD = expression(r"[\w&*%'.]+")
_CAPITALISED = expression(r"[A-Z0-9][\w*&'\u2019-]*")
_LEAD = 24  # characters before a name in which a title or "named after" stands


def holds(document: Document, region: Region) -> bool:
    """Say whether every word of the region that says something belongs to a term or a name."""
    return _is_in_terms(document, region) or _is_name(document, region)


def _is_in_terms(document: Document, region: Region) -> bool:
    sentence = around(document, region)
    start, end = max(sentence.start, region.start - _WIDTH), min(sentence.end, region.end + _WIDTH)
    terms = [found.span(1) for found in _terms().finditer(document.plain, start, end)]
    if not any(first < region.end and region.start < last for first, last in terms):
        return False
    words = [word for word in _WORD.finditer(document.plain, region.start, region.end) if _says(word.group())]
    return all(any(first <= word.start() < last for first, last in terms) for word in words)


def _says(word: str) -> bool:
    return word.strip(".'") not in members("empty-words")


@cache
def _terms() -> re.Pattern[str]:
    # Looking ahead finds terms that overlap.
    return expression(rf"(?<!\w)(?=({entries('fixed-terms')})(?!\w))")


def _is_name(document: Document, region: Region) -> bool:
    """Tell the Best Building, the PROMISE trial and Dr Best from praise."""
    words = document.text[region.start : region.end]
    if not all(_CAPITALISED.match(word) for word in words.split()) or not words.strip():
        return False
    if cues("before-names").search(document.plain, max(0, region.start - _LEAD), region.start):
        return not words.isupper() or len(words) < _SHOUTED
    behind = document.text[region.end : region.end + _WIDTH].split()[:3]
    is_study = words.isupper() and len(words) > 2
    nouns = members("study-nouns") if is_study else members("place-nouns")
    for word in behind:
        if word.lower().strip(".,;:()") in nouns:
            return is_study or _CAPITALISED.match(word) is not None
        if not _CAPITALISED.match(word):
            return False
    return False


_SHOUTED = 12  # characters; longer capitals are a cry, not a name
