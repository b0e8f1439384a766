"""Is the claim limited to what evidence bears: "may help", "in some people", "is designed to"?

A certainty outweighs what only says that something can happen: "can completely cure" is a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.context._clauses import is_cut, is_subordinate
from medlint.context._cues import around, find, has, members
from medlint.expressions import expression
from medlint.model import Document, Region

_LISTS = ("hedges-of-extent", "hedges-of-certainty", "hedges-of-ability", "hedges-apparent")
_BEHIND = 60  # characters behind a claim in which its verb stands
_ABSOLUTE = 40  # characters around a claim in which a certainty belongs to it
_IN_DATE = expression(r"\d\s*$")
_AFTER_DATE = expression(r"\s*\d")


def holds(document: Document, region: Region) -> bool:
    """Say whether a hedge governs the words."""
    sentence = around(document, region)
    is_flat = has(document, ("absolutes",), region.start, region.end)
    return (
        any(_governs(document, cue, region, sentence) for cue in _before(document, sentence, region.start))
        or _is_limited_behind(document, region, sentence)
        or (not is_flat and _is_weakened_behind(document, region, sentence))
    )


def _before(document: Document, sentence: Region, end: int) -> Iterator[re.Match[str]]:
    for cue in find(document, _LISTS, sentence.start, end):
        if cue.group() not in members("hedges-apparent") and not _is_month(document, cue):
            yield cue


def _is_month(document: Document, cue: re.Match[str]) -> bool:
    if cue.group() != "may":
        return False
    lead = document.plain[max(0, cue.start() - 3) : cue.start()]
    return _IN_DATE.search(lead) is not None or _AFTER_DATE.match(document.plain, cue.end()) is not None


def _governs(document: Document, cue: re.Match[str], region: Region, sentence: Region) -> bool:
    if is_cut(document, cue.end(), region.start):
        return False
    if (
        is_subordinate(document, sentence.start, cue.start())
        and "," in document.plain[cue.end() : region.start]
    ):
        return False
    if cue.group() in members("hedges-of-extent"):
        return True
    if has(document, ("absolutes",), region.start, region.end):
        return False
    if cue.group() in members("hedges-of-certainty"):
        return True
    end = min(sentence.end, region.end + _ABSOLUTE)
    certainty = next(find(document, ("absolutes",), cue.end(), end), None)
    return certainty is None or is_cut(document, region.end, certainty.start())


def _is_limited_behind(document: Document, region: Region, sentence: Region) -> bool:
    """Find "in some people" and "although not everyone responds" behind the claim."""
    return any(
        cue.group() not in members("hedges-apparent") and document.text.find(";", region.end, cue.start()) < 0
        for cue in find(document, ("hedges-of-extent", "hedges-apparent"), region.end, sentence.end)
    )


def _is_weakened_behind(document: Document, region: Region, sentence: Region) -> bool:
    """Find "… is possible" behind the claim."""
    end = min(sentence.end, region.end + _BEHIND)
    return any(
        cue.group() not in members("hedges-apparent") and not is_cut(document, region.end, cue.start())
        for cue in find(document, ("hedges-after", "hedges-apparent"), region.end, end)
    )
