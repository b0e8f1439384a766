"""Do the words stand in a condition: "if you are cured", "a place is guaranteed only once you have paid"?

What is only supposed is not claimed. A seller's condition is another thing: "if you want a cure, come to
us" takes the cure for granted.
"""

from __future__ import annotations

import re
from functools import cache

from medlint.context._clauses import is_cut
from medlint.context._cues import around, entries, find
from medlint.expressions import expression
from medlint.model import Document, Region

_WISHER = r"\W*(?:you|you're|you are|your)?\W*(?:have )?(?:(?:just|really|also|ever|always|still|only) )*"
_BEHIND = 60  # characters between the words and the condition that limits them


def holds(document: Document, region: Region) -> bool:
    """Say whether the words are part of a condition, or hold only under one that is named."""
    sentence = around(document, region)
    openers = list(find(document, ("condition-openers",), sentence.start, region.start))
    if openers and not _ends(document, openers[-1].end(), region.start):
        return _wish().match(document.plain, openers[-1].end(), region.end) is None
    limit = next(find(document, ("conditions-behind",), region.end, sentence.end), None)
    return (
        limit is not None
        and limit.start() - region.end <= _BEHIND
        and ";" not in document.plain[region.end : limit.start()]
    )


def _ends(document: Document, start: int, end: int) -> bool:
    """Say whether the condition is over before `end`."""
    return "," in document.plain[start:end] or is_cut(document, start, end)


@cache
def _wish() -> re.Pattern[str]:
    return expression(rf"{_WISHER}{entries('wishes')}\b")
