"""Does the page tell one specific risk or side effect of what it describes?

"As with any operation there are risks" names none. A harm that the treatment removes, that belongs to the
disease or to a rival, or that is denied, is none either.
"""

from __future__ import annotations

import re

from medlint.context import negated, refuted
from medlint.context._cues import cues
from medlint.context._sections import section
from medlint.model import Document, Passage, Region
from medlint.page.kind import prose

_CAUTION = re.compile(
    r"\b(?:do not|don't|should not|must not|not be (?:used|taken|given)|cannot be (?:used|given)|not "
    r"suitable|unsuitable|not for (?:people|patients|women|men|children|use))\b"
    r"[^.;]{0,80}\b(?:if|in|during|with|when|who|for|unless|people|women|patients|children|pregnan\w+"
    r"|allerg\w+|breast ?feeding)\b"
)
_FALLS = re.compile(
    r"(?:(?:is|are|was|were|be|been) (?:\w+ )?(?:cut|halved|reduced|lowered|lower|smaller|less|decreased"
    r"|eliminated|prevented|removed|excluded"
    r"|ruled out|gone|relieved|treated|cured|healed)|fell|falls|drops|dropped|goes down|went down"
    r"|disappears?|disappeared|vanish(?:es|ed)?)\b"
)
_BEFORE = 90  # characters before a harm in which the words stand that take it away
_BEHIND = 40  # characters behind it in which it goes down


def tells_risks(document: Document) -> bool:
    """Say whether one specific risk or side effect stands on the page."""
    return any(_tells(document, sentence) for sentence in prose(document))


def _tells(document: Document, sentence: Passage) -> bool:
    start, end = sentence.region.start, sentence.region.end
    plain = document.plain
    under_risks = section(document, sentence.region) == "risks"
    if not under_risks and not cues("page-risk-words").search(plain, start, end):
        return False
    if under_risks and _CAUTION.search(plain, start, end):
        return True
    return any(
        _stands(document, sentence, Region(*harm.span()))
        for harm in cues("page-harms").finditer(plain, start, end)
    )


def _stands(document: Document, sentence: Passage, harm: Region) -> bool:
    clause = document.plain.rfind(";", sentence.region.start, harm.start)
    start = max(sentence.region.start, clause, harm.start - _BEFORE)
    if cues("page-harm-removed").search(document.plain, start, harm.start):
        return False
    if _FALLS.match(document.plain[harm.end : harm.end + _BEHIND].lstrip()):
        return False
    return not negated.holds(document, harm) and not refuted.holds(document, harm)
