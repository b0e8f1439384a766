"""Do the words open their sentence with a verb that has no subject: "Melts fat while you sleep"?

Sober text tells who does what, or tells the reader what to do; only labels and adverts leave the
subject out before a verb in the third person.
"""

from __future__ import annotations

from medlint.expressions import expression
from medlint.model import Document, Region

_NO_LETTER = expression(r"[\W\d_]*")
_THIRD_PERSON = expression(r"[a-z]{2,}s\b")


def holds(document: Document, region: Region) -> bool:
    """Say whether the words open their sentence with a verb in the third person."""
    start = document.sentence_at(region.start).region.start
    lead = document.plain[start : region.start]
    return (
        _NO_LETTER.fullmatch(lead) is not None
        and _THIRD_PERSON.match(document.plain, region.start) is not None
    )
