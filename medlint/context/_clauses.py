"""Where a clause ends, told from its words and marks: how far a "not" or a "may" reaches."""

from __future__ import annotations

import re
from functools import cache

from medlint.context._cues import cues, entries
from medlint.expressions import expression
from medlint.model import Document

# A colon or a full stop inside a figure ends nothing; a dash does between words, a hyphen does not.
_MARK = expression(r"[;\u2014!?]|[:.](?=\s)|\s[-\u2013](?=\s)|\u2022")
_ARTICLE_AFTER_COMMA = expression(r",\s+(?:and\s+)?(?:a|an|the)\b")
_ALTERNATIVE = expression(r"\b(?:or|nor)\b")


def is_cut(document: Document, start: int, end: int) -> bool:
    """Say whether a clause ends between two places of one sentence."""
    return (
        _MARK.search(document.text, start, end) is not None
        or _opens(cues("clause-ends"), document, start, end)
        or _opens(_opener(), document, start, end)
        or _is_new_subject(document, start, end)
        or _is_outer_bracket(document, start, end)
    )


def is_subordinate(document: Document, clause_start: int, place: int) -> bool:
    """Say whether `place` stands in an opening clause such as "If surgery is not possible, …"."""
    opener = cues("subordinators")
    first = _FIRST_WORD.search(document.plain, clause_start, place + _WORD_WIDTH)
    at = opener.match(document.plain, first.start()) if first else None
    return at is not None and at.start() <= place and "," not in document.plain[at.start() : place]


def has_alternative(document: Document, start: int, end: int) -> bool:
    """Say whether "or" or "nor" stands between two places."""
    return _ALTERNATIVE.search(document.plain, start, end) is not None


def _opens(pattern: re.Pattern[str], document: Document, start: int, end: int) -> bool:
    """Say whether a match begins between two places; it may run on past the second."""
    found = pattern.search(document.plain, start, end + _WORD_WIDTH)
    return found is not None and found.start() < end


def _is_new_subject(document: Document, start: int, end: int) -> bool:
    """Tell "does not hurt, the gel cures" from "is not a cure, a vaccine or a miracle"."""
    found = _ARTICLE_AFTER_COMMA.search(document.plain, start, end)
    return found is not None and not has_alternative(document, found.end(), end)


def _is_outer_bracket(document: Document, start: int, end: int) -> bool:
    between = document.text[start:end]
    return between.count(")") > between.count("(")


@cache
def _opener() -> re.Pattern[str]:
    return expression(rf",\s+(?:(?:and|so|then)\s+)?{entries('clause-openers')}(?!\w|'\w)")


_FIRST_WORD = expression(r"\w")
_WORD_WIDTH = 24  # characters; a cue that begins before the words may end in them
