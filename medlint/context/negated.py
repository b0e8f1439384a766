"""Is the claim denied: "there is no cure", "cannot be guaranteed", "neither safe nor quick"?

A window of cues over the clause, cut where the clause ends, does as well as a parser. Words of denial
inside the claim are part of it: "no side effects" is a promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.context._clauses import has_alternative, is_cut, is_subordinate
from medlint.context._cues import around, cues, find, has, lead_in, members
from medlint.expressions import expression
from medlint.model import Document, Region

_ALIKE = 60  # characters behind a claim in which "like Zelpax" or "than placebo" belongs to it
_AFTER = 60  # characters behind a claim in which its verb stands
_COMMA = expression(r",\s+")
_AS = expression(r"\b(?:as|so)\s+$")
_THAN = expression(r"\bthan\s+")
_LIKENESS = expression(
    r"\b(?:(?:quite )?like\b(?! to\b)|as (?:\w+ )?as\b|so (?:well|fast|quickly)\b|comes? close"
    r"|better\b|faster\b)"
)
_LIST_GOES_ON = expression(
    r"(?:(?!\b(?:after|before|for|with|during|in|on|at|to|than|and|is|are)\b)[^;.])*?\b(?:or|nor)\b"
)
_NO_FIRST = expression(r"(?:no|none|nobody|no one|neither|not)\b")
_VERB_NEXT = expression(
    r" (?:is|are|was|were|has|have|had|can|could|will|would|should|must|may|might|does|do|did)\b"
)
_LIST_WORD = expression(r"[,;]|\b(?:and|or|nor)\b")


def holds(document: Document, region: Region) -> bool:
    """Say whether a word outside the region denies what it claims."""
    sentence = around(document, region)
    return (
        any(_reaches(document, cue, region, sentence) for cue in _denials(document, sentence, region.start))
        or _is_denied_behind(document, region, sentence)
        or _is_denied_subject(document, region)
        or _is_denied_above(document, region)
    )


def _is_denied_subject(document: Document, region: Region) -> bool:
    """Tell "No medicine is without risk" from "No medicine, no pain": only in the first a verb follows."""
    return (
        _NO_FIRST.match(document.plain, region.start) is not None
        and _VERB_NEXT.match(document.plain, region.end) is not None
    )


def _denials(document: Document, sentence: Region, end: int) -> Iterator[re.Match[str]]:
    """Yield the words of denial before `end`, without those that only look like one."""
    for cue in find(document, ("negations", "negations-apparent"), sentence.start, sentence.end):
        if cue.start() >= end:
            return
        is_apparent = cue.group() in members("negations-apparent")
        if cue.end() <= end and (not is_apparent or _denies_need(document, cue, end)):
            yield cue


def _denies_need(document: Document, cue: re.Match[str], end: int) -> bool:
    """Tell "no need to detox" from "no need to wait for a cure"."""
    return cue.group() in members("negations-of-need") and not document.plain[cue.end() : end].strip()


def _reaches(document: Document, cue: re.Match[str], region: Region, sentence: Region) -> bool:
    start, end = cue.end(), region.start
    if is_cut(document, start, end):
        return False
    if is_subordinate(document, sentence.start, cue.start()) and "," in document.plain[start:end]:
        return False
    if cue.group() in members("negations-of-nouns") and _ends_list(document, start, end, sentence.end):
        return False
    if _claims_by_denial(document, region) and _LIST_WORD.search(document.plain, start, end):
        return False
    return not _leaves_best(document, cue, region, sentence)


def _ends_list(document: Document, start: int, end: int, sentence_end: int) -> bool:
    """Tell "no surgery, pure healing" from "no wheezes, rales or rhonchi" and "no pill, sadly, heals"."""
    for comma in _COMMA.finditer(document.plain, start, end):
        if cues("interrupters").match(document.plain, comma.end()):
            return False
        if not (
            has_alternative(document, comma.end(), end)
            or _LIST_GOES_ON.match(document.plain, end, sentence_end)
        ):
            return True
    return False


def _claims_by_denial(document: Document, region: Region) -> bool:
    return cues("negations-that-promise").match(document.plain, region.start) is not None


def _leaves_best(document: Document, cue: re.Match[str], region: Region, sentence: Region) -> bool:
    """Tell "no clinic is better" and "nothing heals like it", boasts, from "no better than placebo"."""
    if cue.group() not in members("negations-of-subjects"):
        return False
    end = min(sentence.end, region.end + _ALIKE)
    compares = has(document, ("comparatives",), region.start, region.end)
    if compares or _AS.search(document.plain, cue.end(), region.start):
        return not _is_measured(document, cue, region, end)
    likeness = _LIKENESS.search(document.plain, region.end, end)
    return likeness is not None and not is_cut(document, region.end, likeness.start())


def _is_measured(document: Document, cue: re.Match[str], region: Region, end: int) -> bool:
    """Find "no safer than …", or "than a dummy pill" however far the "no"."""
    than = _THAN.search(document.plain, region.start, end)
    if than is None:
        return cue.group() in ("rarely", "seldom")
    is_direct = not document.plain[cue.end() : region.start].strip()
    return is_direct or cues("dummies").match(document.plain, than.end()) is not None


def _is_denied_behind(document: Document, region: Region, sentence: Region) -> bool:
    """Find "… does not exist", "… cannot be guaranteed" behind the claim."""
    end = min(sentence.end, region.end + _AFTER)
    return any(
        not is_cut(document, region.end, cue.start()) and "," not in document.plain[region.end : cue.start()]
        for cue in find(document, ("negations-after",), region.end, end)
    )


def _is_denied_above(document: Document, region: Region) -> bool:
    """Find "We never promise:" above the list that holds the claim."""
    above = lead_in(document, region)
    if above is None or document.text[above.end - 1] != ":":
        return False
    return any(not is_cut(document, cue.end(), above.end - 1) for cue in _denials(document, above, above.end))
