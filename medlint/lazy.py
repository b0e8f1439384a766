"""What is done only where a page gives a reason: most pages are innocent of most rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache

from medlint.model import Document

MARKS = ".,;:()[]\"'\u201c\u201d\u2018\u2019!?"
"""What may stand around a word."""


def lazily(expression: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """Return a function that compiles `expression` the first time it is called."""
    return cache(lambda: re.compile(expression, flags))


def stand_on(document: Document, words: Collection[str]) -> bool:
    """Say whether one of `words` stands on the page as it is written, between spaces and marks."""
    return not document.derived(_words).isdisjoint(words)


def _words(document: Document) -> frozenset[str]:
    """Return the words as they are written and in small letters."""
    written = [word.strip(MARKS) for word in document.text.split()]
    return frozenset((*written, *(word.lower() for word in written)))
