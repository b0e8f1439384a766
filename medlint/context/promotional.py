"""Does the page sell? Words that inform on a leaflet promise on an advert.

The page is judged as a whole, by words that only sellers use (`selling` in the lexicons), by praise
of its own people and goods, by prices with a call to buy. One such word makes a page promotional.
"""

from __future__ import annotations

import re
from functools import cache

from medlint.lexicons import lexicon
from medlint.matchers.trie import alternation
from medlint.model import Document, Region


def holds(document: Document, region: Region) -> bool:  # noqa: ARG001 - one shape for all contexts
    """Say whether the page that holds the words sells something."""
    return document.derived(_sells)


def _sells(document: Document) -> bool:
    return _selling().search(document.plain) is not None


@cache
def _selling() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(lexicon('selling'))})(?!\w)")
