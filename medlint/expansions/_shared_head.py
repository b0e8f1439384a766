"""Terms that share their last words: "scanning (SEM) and transmission (TEM) electron microscopy"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from medlint.expansions._alignment import EXACT, longest_fit
from medlint.expansions._words import LONGEST, Word, words_in
from medlint.model import Region

_OWN = 4  # words before the bracket
_HEAD = 2  # words that the terms share
_CHAIN = re.compile(
    r"(?:,? (?:and |or )?[^\s()\[\]]{1,30}(?: [^\s()\[\]]{1,30})? ?[(\[][\w-]{1,8}[)\]]){0,8}(?= [a-z])"
)


def shared_head(text: str, short: Region, inside: Region, left: Sequence[Word]) -> tuple[str, Region] | None:
    """Return the long form, put together, and where its own part stands; None where there is none."""
    bracket = inside.start - 1
    chain = _CHAIN.match(text, inside.end + 1)
    head = _head(text, chain.end()) if chain else []
    begin = _part_start(text, bracket)
    own = [word for word in left[-_OWN:] if word.end > begin]
    for number in range(1, len(head) + 1 if own else 1):
        long = longest_fit(text[short.start : short.end], [*own, *head[:number]], EXACT)
        if long and long.start < bracket:
            shared = text[head[0].start : head[number - 1].end]
            join = "" if text[bracket - 1] == "-" else " "
            return text[long.start : bracket].rstrip() + join + shared, Region(long.start, bracket)
    return None


def _head(text: str, start: int) -> list[Word]:
    """Return the words that a list of terms may share, up to a word that ends a noun phrase."""
    words = words_in(text, start, start + LONGEST)[:_HEAD]
    return list(takewhile(lambda word: not word.ends_phrase, words))


def _part_start(text: str, end: int) -> int:
    """Return where the part of a list begins that ends before a bracket."""
    start = max(0, end - LONGEST)
    return max(start, text.rfind(", ", start, end), text.rfind(" and ", start, end) + len(" and"))
