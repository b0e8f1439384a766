"""Does the sentence protect the reader: see a doctor, call 112, do not drive?

What sounds urgent or absolute there is meant to: "call immediately", "never stop taking".
"""

from __future__ import annotations

import re
from functools import cache

from medlint.context._cues import around, entries, has, lead_in
from medlint.expressions import expression
from medlint.model import Document, Region

# "must be investigated", "needs to be seen"
_MUST_BE_SEEN = expression(
    r"\b(?:must|should|has to|have to|needs? to) (?:always )?be (?:\w+ly )?"
    r"(?:checked|seen|treated|investigated|assessed|examined|looked at|reported|tested|evaluated)\b"
)
_CONDITION = expression(r"\b(?:if|when|should you|in case)\b")


def holds(document: Document, region: Region) -> bool:
    """Say whether the sentence, or the line above its list, protects the reader."""
    above = lead_in(document, region)
    return _protects(document, around(document, region)) or (above is not None and _protects(document, above))


def _protects(document: Document, sentence: Region) -> bool:
    start, end = sentence.start, sentence.end
    if has(document, ("protecting",), start, end):
        return True
    if any(cue.search(document.plain, start, end) for cue in (_consult(), _MUST_BE_SEEN)):
        return True
    if _forbids().search(document.plain[start:end]):
        return True
    is_conditional = _CONDITION.search(document.plain, start, end) is not None
    return (
        is_conditional
        and has(document, ("urging",), start, end)
        and has(document, ("danger-signs",), start, end)
    )


@cache
def _consult() -> re.Pattern[str]:
    # "Ask our experts" sells; "ask your doctor" protects.
    between = r"(?:(?!our\b|us\b)[\w'/-]+,? ){0,4}?"
    return expression(
        rf"(?<!\w){entries('advising')}(?!\w) {between}{entries('carers')}(?!\w)(?!'s? (?:best|top))"
    )


@cache
def _forbids() -> re.Pattern[str]:
    """Match "Do not cycle until …" at the start of a clause, and not "don't miss it", "never diet again"."""
    start = r"(?:(?<=[.!?;:\u2014,(] )|(?<=\bor )|(?<=\band )|(?<=\bso )|(?<=\bbut )|(?<=\bplease )|\A)"
    pressing = rf"(?!(?:just |only |even |ever )?{entries('pressing')}\b)"
    return expression(
        rf"{start}(?:do not|don't|never) {pressing}[a-z]+\b(?![^.!?]* (?:again|any ?more|any longer)\b)"
    )
