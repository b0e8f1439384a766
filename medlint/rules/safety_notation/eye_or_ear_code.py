"""OS is read as AS and the drops go into the ear; OD is also an overdose and once a day.

Names of sides have no second meaning.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.codes import codes
from medlint.doses.setting import around
from medlint.doses.vocabulary import any_of
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL

_APPLIED = lazily(
    r"\b(?:drops?|gtts?|ointment|gel|apply|instil\w*|put|use|solution|ml|into?|vision|acuity"
    r"|pressure)(?: \w+){0,3}[ :]+$"
)
_GOES_ON = lazily(
    r"$|[.,;:)]| (?:at|once|twice|three|four|daily|every|for|and|in the"
    r"|before|after|until|when|\d|[a-z]\.?i\.?d|[BTQ]I?D|qhs|was|is)\b"
)
_WIDTH = 40


@rule(
    id="safety-notation.eye-or-ear-code",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="“{text}” can be read as another eye, an ear, or something else.",
    advice="Name the side: right eye, left ear, each eye.",
    sources=ISMP,
    scope="document",
    bad=(
        "Instil two drops [[OU]] at night.",
        "Put three drops [[A.S.]] twice a day.",
        "Apply the ointment [[OD]] once a day, for the eye must stay moist.",
    ),
    good=(
        "Put two drops in each eye at night.",
        "He took an OD of eye drops.",
        "APPLY THE DROPS AS TOLD.",
        "Dr J. Brown, OD, looks after eyes.",
        "People with AD rub ointment in.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield codes for eyes and ears."""
    for code in codes(document, "eyes-and-ears"):
        if _is_side(document, code.region):
            yield Match(code.region, suggestions=(code.safe,))


def _is_side(document: Document, region: Region) -> bool:
    near = around(document, region)
    if not document.text[region.start].isupper() and "." not in document.text[region.start : region.end]:
        return False
    if any_of("eye-or-ear").search(document.folded, near.start, near.end) is None:
        return False
    behind = document.text[region.end : near.end].partition("\n")[0]
    return (
        _GOES_ON().match(behind) is not None
        and _APPLIED().search(document.folded, max(near.start, region.start - _WIDTH), region.start)
        is not None
    )
