"""Does the page sell? Words that inform on a leaflet promise on an advert.

The page may say so itself: `register:` in its front matter. If not, it is judged as a whole, by words
that only sellers use (`selling` in the lexicons): praise of its own people and goods, prices with a call
to buy. A selling word that is denied, quoted or warned of does not count, and on a long page one alone
may be an accident.
"""

from __future__ import annotations

import re
from functools import cache

from medlint.context import fixed_term, negated, quoted, refuted
from medlint.expressions import expression
from medlint.lexicons import lexicon
from medlint.matchers.trie import alternation
from medlint.model import Document, Region

_SHORT = 150  # words: on so short a page one selling word is enough


def holds(document: Document, region: Region) -> bool:  # noqa: ARG001 - one shape for all contexts
    """Say whether the page that holds the words sells something."""
    return document.derived(_sells)


def _sells(document: Document) -> bool:
    told = _told(document)
    return _reads_like_selling(document) if told is None else told


def _told(document: Document) -> bool | None:
    """Return what the front matter says; a register that we do not know says nothing."""
    register = str(document.meta.get("front_matter", {}).get("register", "")).lower().replace("-", " ")
    if any(word in register for word in lexicon("registers-informing")):
        return False
    return True if any(word in register for word in lexicon("registers-selling")) else None


def _reads_like_selling(document: Document) -> bool:
    needed = 1 if document.words <= _SHORT else 2
    found: set[str] = set()
    for word in _selling().finditer(document.plain):
        if word.group() not in found and _is_meant(document, Region(*word.span())):
            found.add(word.group())
            if len(found) == needed:
                return True
    return False


def _is_meant(document: Document, region: Region) -> bool:
    innocent = (negated, refuted, quoted, fixed_term)
    return not any(context.holds(document, region) for context in innocent)


@cache
def _selling() -> re.Pattern[str]:
    return expression(rf"(?<!\w)(?:{alternation(lexicon('selling'))})(?!\w)")
