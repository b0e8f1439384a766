"""Does the page send its reader to a clinician, or say that one must judge the reader's case?

"Book a consultation" sells one; it does not count, and neither does "ask our experts".
"""

from __future__ import annotations

import re
from functools import cache

from medlint.context._cues import cues, entries
from medlint.model import Document, Passage
from medlint.page.kind import prose

_NO_REPLACEMENT = re.compile(
    r"\b(?:not|never|nor)\b[^.;]{0,40}\b(?:replace|replacement for|substitute|substitute for|instead of"
    r"|alternative to|constitute|intended as|be taken as|meant as|be used as)\b"
    r"[^.;]{0,60}\b(?:doctor|physician|medical|professional|examination|consultation|diagnosis|treatment "
    r"by|dentist|clinician|health ?care|advice)"
    r"|\b(?:not|no) (?:medical|professional) advice\b"
)
_JUDGED = re.compile(
    r"\b(?:individual|personal|medical|physical|clinical|thorough|full)? ?(?:assessment|examination"
    r"|consultation|evaluation)\b[^.;]{0,60}"
    r"\b(?:needed|necessary|required|essential|before|shows?|decides?|determines?|must|first)\b"
    r"|\bonly (?:after|on|with) (?:an? |the )?(?:\w+ ){0,2}(?:examination|assessment|prescription"
    r"|consultation)\b"
    r"|\b(?:must|should|has to|have to|needs? to|can only) (?:first |always )?be (?:\w+ly )?(?:checked"
    r"|seen|assessed|examined|decided|prescribed|evaluated|judged) by\b"
)
# Also specialists of whom no list knows, or whose name is misspelt.
_OTHER = re.compile(
    r"\b(?:see|ask|tell|call|visit|consult|contact|inform|talk to|speak to|speak with|talk with) (?:a|an"
    r"|your) (?:[\w-]+ )?[a-z]{4,}(?:[iy]sts?|icians?)\b"
    r"|\b(?:without|before|after) (?:\w+ )?(?:talking|speaking|asking|consulting|checking|discussing"
    r"|seeing|telling)\b[^.;]{0,30}\b(?:your|a|the) (?:\w+ )?"
    r"(?:doctor|gp|physician|pharmacist|dentist|nurse|midwife|specialist|surgeon|clinician|team"
    r"|[a-z]{4,}(?:[iy]sts?|icians?))\b"
)
_URGENT = re.compile(
    r"\b(?:needs?|requires?|get|seek|wants?) (?:an? )?(?:urgent|immediate|prompt|same day|medical"
    r"|emergency|professional)(?: \w+)? (?:advice|attention|help|treatment|care|assessment|review)\b"
    r"|\bgo (?:straight |directly )?to (?:the |an? |your )?(?:nearest )?(?:emergency|hospital|casualty|a&e)\b"
)
# "Tell us if you have a fever": those who treat are told, and judge.
_TELL_US = re.compile(
    r"\b(?:tell|call|contact|phone|ring|inform|let) (?:us|the (?:ward|unit|clinic|office|practice"
    r"|hospital|surgery|department|centre|center|team)|our (?:ward|unit|clinic|nurses?|team|doctors?))\b"
)
_WHEN = re.compile(r"\b(?:if|when|should you|in case|as soon as|about any)\b")
_SELLING = re.compile(r"\b(?:our|us|free|book|whatsapp|for a quote|for an offer|prices?)\b")


def gives_advice(document: Document) -> bool:
    """Say whether the page tells that a clinician must be asked, or must judge the case."""
    return any(_advises(document, sentence) for sentence in _sentences(document))


def _sentences(document: Document) -> tuple[Passage, ...]:
    notes = [block for block in document.blocks if block.kind in ("footnote", "caption", "heading")]
    return (*prose(document), *(each for block in notes for each in document.sentences_of(block)))


def _advises(document: Document, sentence: Passage) -> bool:
    plain = document.plain[sentence.region.start : sentence.region.end]
    if _NO_REPLACEMENT.search(plain) or _URGENT.search(plain):
        return True
    if _TELL_US.search(plain) and _WHEN.search(plain) and cues("danger-signs", "page-harms").search(plain):
        return True
    sent = _sent().search(plain) or _OTHER.search(plain)
    if sent and not _SELLING.search(sent[0]):
        return True
    judged = _judges().search(plain)
    return (judged is not None and "?" not in plain) or _JUDGED.search(plain) is not None


@cache
def _sent() -> re.Pattern[str]:
    """Match "ask your doctor", "tell the nurse", "see a dermatologist", "call 112"."""
    return re.compile(
        rf"(?<!\w){entries('advising')}(?!\w)(?: [\w'/-]+,?){{0,5}}? {entries('page-clinicians')}(?!\w)"
    )


@cache
def _judges() -> re.Pattern[str]:
    """Match "the dentist decides after the scan", "your surgeon will assess"."""
    between = (
        r"(?: (?:will|must|can|should|may|has to|have to|needs to|need to|then|first|always|also|and"
        r"|together|with|you|carefully|who))*"
    )
    return re.compile(rf"(?<!\w){entries('page-clinicians')}(?!\w){between} {entries('page-judging')}(?!\w)")
