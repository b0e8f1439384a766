"""Is the claim reported in order to deny it or to warn: "some sites call it a miracle; it is not"?

Four ways lead there: a word that refutes by itself ("the myth that"), what sellers in general say ("ads
promise to"), a report of what others claim with a denial in the same sentence or the next, and a warning
or a regulator above or beside the claim.
"""

from __future__ import annotations

import re
from functools import cache

from medlint.context._clauses import is_cut
from medlint.context._cues import around, cues, entries, find, has, lead_in, members, next_sentence
from medlint.expressions import expression
from medlint.model import Document, Region

_OWN = expression(r"\b(?:we|our|us|i)\b[^,;.]{0,30}$")
_CONTRAST = expression(r"\b(?:but|however|although|though|yet|while|whereas)\b|;|\u2014")
_NOT_EVIDENCE = 40  # characters between "no" and "evidence": "no randomised or controlled evidence"


def holds(document: Document, region: Region) -> bool:
    """Say whether the words are told in order to deny or to warn."""
    sentence = around(document, region)
    return (
        _is_labelled_myth(document, region)
        or _is_refuted_beside(document, region, sentence)
        or _is_punished(document, region, sentence)
        or _is_hearsay(document, region, sentence)
        or _is_reported_and_denied(document, region, sentence)
        or _is_warned_of_above(document, region)
    )


def _is_labelled_myth(document: Document, region: Region) -> bool:
    """Find "Myth: …" at the start of the block."""
    block = document.block_at(region.start).region
    return _label().match(document.plain, block.start, min(region.start, block.start + 40)) is not None


@cache
def _label() -> re.Pattern[str]:
    return expression(rf"\W*{entries('myth-labels')}(?: (?:no\.? )?\d+)?\s*[:?!]")


def _is_refuted_beside(document: Document, region: Region, sentence: Region) -> bool:
    """Find "so-called", "the myth that", "beware of" in the clause of the claim."""
    return any(
        _refutes(document, cue, region) and not _is_denied(document, cue, sentence)
        for cue in find(document, ("refutations", "warnings"), sentence.start, sentence.end)
    )


def _refutes(document: Document, cue: re.Match[str], region: Region) -> bool:
    if cue.end() <= region.start:
        return not _ends_between(document, cue.end(), region.start)
    return cue.start() >= region.end and not is_cut(document, region.end, cue.start())


def _ends_between(document: Document, start: int, end: int) -> bool:
    """Say whether a new thought begins; a colon and a comma do not end what a warning covers."""
    return _NEW_THOUGHT.search(document.plain, start, end) is not None


_NEW_THOUGHT = expression(
    r"[;!?]|\bbut\b|[,:] (?:and |so )?(?:we|our|i|that's why|here at|try|choose|discover|with us)\b"
)


def _is_denied(document: Document, cue: re.Match[str], sentence: Region) -> bool:
    """Tell "our cure is a myth" from "our cure is not a myth"."""
    lead = max(sentence.start, cue.start() - 12)
    return has(document, ("negations",), lead, cue.start())


def _is_punished(document: Document, region: Region, sentence: Region) -> bool:
    """Find a regulator that acts, or somebody who was made to pay, in the sentence of the claim."""
    if has(document, ("penalties",), sentence.start, sentence.end):
        return True
    if _made_to().search(document.plain, sentence.start, sentence.end):
        return True
    actor = next(find(document, ("regulators",), sentence.start, sentence.end), None)
    return (
        actor is not None
        and has(document, ("regulator-actions",), actor.end(), sentence.end)
        and not (actor.start() > region.end and is_cut(document, region.end, actor.start()))
    )


@cache
def _made_to() -> re.Pattern[str]:
    """Match "was told to delete", "had been made to withdraw"."""
    made = r"(?:told|ordered|asked|made|forced|required|instructed) to"
    return expression(
        rf"\b(?:was|were|is|are|been|being) (?:also |later |then )?{made} {entries('amending')}\b"
    )


@cache
def _if_it_says() -> re.Pattern[str]:
    """Match "Walk away if the advert says:"."""
    return expression(rf"\b(?:if|when|whenever) [^.!?]{{1,40}}?\b{entries('adverts-say')}\b")


def _is_hearsay(document: Document, region: Region, sentence: Region) -> bool:
    """Find "some sites say that", "products that claim to", in front of the claim."""
    return any(
        not _OWN.search(document.plain[max(sentence.start, cue.start() - 40) : cue.start()])
        and not is_cut(document, cue.end(), region.start)
        for cue in _hearsay().finditer(document.plain, sentence.start, region.start)
    )


@cache
def _hearsay() -> re.Pattern[str]:
    between = r"(?:(?!our\b|us\b|we\b)[\w'/,-]+ ){0,4}?"
    return expression(
        rf"(?<!\w){entries('hearsay-speakers')}(?!\w) {between}{entries('hearsay-verbs')}(?!\w)"
    )


def _is_reported_and_denied(document: Document, region: Region, sentence: Region) -> bool:
    report = _report(document, sentence)
    if report is None:
        return False
    if _is_answered(document, report.end, sentence.end, of=region):
        return True
    following = next_sentence(document, region)
    return following is not None and _is_answered(document, following.start, following.end, of=region)


def _report(document: Document, sentence: Region) -> Region | None:
    """Return who claims and how: "some sites call", "is sold as"; not what we ourselves say."""
    for cue in _reporting().finditer(document.plain, sentence.start, sentence.end):
        lead = document.plain[max(sentence.start, cue.start() - 40) : cue.start()]
        if not _OWN.search(lead):
            return Region(*cue.span())
    return None


@cache
def _reporting() -> re.Pattern[str]:
    between = r"(?:[\w'/,-]+ ){0,5}?"
    teller = rf"{entries('claimants')}(?!\w) {between}{entries('claiming')}"
    return expression(rf"(?<!\w)(?:{entries('reports')}|{teller})(?!\w)")


def _is_answered(document: Document, start: int, end: int, *, of: Region) -> bool:
    """Find a denial, harm or want of evidence outside the claim itself."""
    beside = [Region(start, min(end, of.start)), Region(max(start, of.end), end)]
    return any(_denies(document, part.start, part.end) for part in beside if part.start < part.end)


def _denies(document: Document, start: int, end: int) -> bool:
    if has(document, ("denials", "harms"), start, end):
        return True
    return _is_short_denial(document, start, end) or _lacks_evidence(document, start, end)


def _is_short_denial(document: Document, start: int, end: int) -> bool:
    """Find "; it is not." and "but it does nothing of the kind"."""
    for cue in find(document, ("denials-final",), start, end):
        if cue.end() == end or document.plain[cue.end()] in ".,;:!?)\u2014":
            return True
    contrast = _CONTRAST.search(document.folded, start, end)
    return contrast is not None and _first_negation(document, contrast.end(), end) is not None


def _lacks_evidence(document: Document, start: int, end: int) -> bool:
    """Find "no added benefit", "has never been properly tested"."""
    return any(
        has(document, ("evidence-words",), cue.end(), min(end, cue.end() + _NOT_EVIDENCE))
        for cue in cues("negations", "negations-apparent").finditer(document.plain, start, end)
        if cue.group() not in members("negations-apparent")
    )


def _first_negation(document: Document, start: int, end: int) -> re.Match[str] | None:
    found = find(document, ("negations", "negations-apparent"), start, end)
    return next((cue for cue in found if cue.group() not in members("negations-apparent")), None)


def _is_warned_of_above(document: Document, region: Region) -> bool:
    """Find "Close the page if it says:" above the list that holds the claim."""
    above = lead_in(document, region)
    if above is None:
        return False
    warns = has(document, ("warnings", "refutations"), above.start, above.end)
    return warns or _if_it_says().search(document.plain, above.start, above.end) is not None
