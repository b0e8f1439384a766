"""A hyphen at the end of a line: one that the line break made, or one of the word's own."""

from __future__ import annotations

import re
from collections.abc import Collection

_LAST_WORD = re.compile(r"([^\W\d_]+)[-\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")

# Words of compounds. None is a syllable that a typesetter parts from other words (in-, over-, -time).
_FIRST_PARTS = (
    "long short high low well full half self non side risk pain drug evidence life two three four five six "
    "seven eight nine ten once twice year week fast slow top best award fat sugar gluten lactose salt free "
    "data patient doctor nurse clinic face decision blood skin tax double single multi mid late early far "
    "right left user"
)
_SECOND_PARTS = (
    "free term based related known effective specific dependent resistant friendly blind controlled dose "
    "risk quality acting release coated treated proven approved tested backed led class leading winning "
    "threatening saving lowering reducing induced"
)


_FIRST, _SECOND = frozenset(_FIRST_PARTS.split()), frozenset(_SECOND_PARTS.split())


def is_own(before: str, after: str, words: Collection[str]) -> bool:
    """Say whether the hyphen between two lines belongs to the word.

    Args:
        before: The line, with its hyphen.
        after: The next line.
        words: All words of the document in lower case, those with a hyphen whole.
    """
    last, first = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if last is None or first is None or first[0][0].isupper():
        return True
    one, other = last[1].lower(), first[0].lower()
    if f"{one}-{other}" in words:
        return True
    if one + other in words:
        return False
    is_whole = other in words or other in _SECOND
    return (one in _FIRST and is_whole) or (other in _SECOND and one in words)
