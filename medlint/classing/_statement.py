"""What the frames share: a statement, and the words between mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medlint import mentions
from medlint.mentions import Mention
from medlint.model import Document, Region


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said to be of one kind."""

    term: Mention
    kind: Mention
    region: Region  # the words that make it


NO_NOUN = (
    r"(?!(?:to|for|of|with|than|after|before|from|by|in|not|no|never|without|as|and|or|like|against|under"
    r"|during"
    r"|on|at|about|rather|hardly|nor|neither|alternative|non|between|through|into|is|are|was|were)\b)"
)
ADJECTIVES = rf"(?:{NO_NOUN}[a-z'0-9]+ ){{0,3}}?"
"""Words that may stand between an article and the noun of a kind, in `Document.plain`."""

PHRASE_END = re.compile(
    r"\s*(?:[.,;:!?)\]\"'\n]|\Z|(?:that|which|who|where|when|used|given|performed|made|done|offered"
    r"|available|called|caused"
    r"|for|in|to|with|and|or|but|because|as|on|of|by|at|from|before|after|during|against|under|it|they"
    r"|you|we|this|is|are|can|may|might|will|has|have"
    r"|so|if|while|since|until|than|without|today|only|too|also|here|works?|helps?)\b)"
)
"""What may follow the last noun of a phrase: then nothing else is meant by it."""

_BEFORE = re.compile(r"(\w+)\W{0,2}(?:(?:the|a|an|this|these|your|our|some|any|most|all|many) )?\Z")
_WORDS_OF_KIND = frozenset({"types", "type", "kinds", "kind", "forms", "form", "range", "variety", "number"})


def word_before(document: Document, offset: int) -> str:
    """Return the word before a place in its sentence, articles left out; "" at its beginning."""
    start = document.sentence_at(offset).region.start
    found = _BEFORE.search(document.plain[max(start, offset - 40) : offset])
    return found[1] if found else ""


def is_of_kind(document: Document, offset: int) -> bool:
    """Find "types of" before the noun of a kind."""
    words = document.plain[max(0, offset - 30) : offset].split()
    return len(words) > 1 and words[-1] == "of" and words[-2] in _WORDS_OF_KIND


def terms_between(document: Document, start: int, end: int) -> Sequence[Mention]:
    """Return the terms that are named between two places."""
    every = mentions.terms(document)
    starts = document.derived(_term_starts)
    return every[bisect_left(starts, start) : bisect_left(starts, end)]


def _term_starts(document: Document) -> tuple[int, ...]:
    return tuple(mention.region.start for mention in mentions.terms(document))


_SEPARATOR = re.compile(r"\s*(?:,? (?:and|or|and/or|as well as) |, |/| & )\s*(?:also |even |other )?")
_ITEM_END = re.compile(
    r"(?: (?:therapy|treatment|treatments|surgery|injections?|tablets?|capsules?|creams?|drops|scans?"
    r"|procedures?|techniques?"
    r"|operations?|drugs?|medicines?|infections?|vaccines?))?(?: ?\([^()]{1,60}\))?"
)
_ITEM_START = re.compile(
    r"(?:the |a |an |both |either |e\.g\. |(?:high|low)(?: dose)? |oral |topical |intravenous |combined "
    r"|modern |laparoscopic |robotic |open )*"
)
_VERB_NEXT = re.compile(
    r" [a-z]+ (?:the|an?|your|our|his|her|their|its|it|them|you|us|most|all|many|some|people|patients"
    r"|tumou?rs?|cells|pain)\b"
)
_MOST_WORDS = 6  # of an item that is no term


def listed(document: Document, start: int, end: int) -> Iterator[Mention]:
    """Yield the terms that are items of a list which begins at a place; the first that is none ends it.

    A word of our own class, such as "chemotherapy", may begin the next part of a sentence instead:
    "operations such as a mastectomy, chemotherapy and radiotherapy". Behind another item it is not taken.
    """
    at, number = start, 0
    while at < end:
        at = _ITEM_START.match(document.plain, at, end).end()  # type: ignore[union-attr]
        item = next(iter(terms_between(document, at, at + 1)), None)
        if item is None:
            stop = _unknown_item(document, at, end)
            if stop is None:
                return
            at = stop
        else:
            at = _ITEM_END.match(document.plain, item.region.end, end).end()  # type: ignore[union-attr]
            if not _ends_item(document, at, end):
                return
            yield item
        number += 1
        separator = _SEPARATOR.match(document.plain, at, end)
        if separator is None:
            return
        at = separator.end()


def _unknown_item(document: Document, start: int, end: int) -> int | None:
    """Return the end of an item that is no term of ours, None where the list seems to end."""
    found = re.compile(rf"(?:[\w'-]+ ?){{1,{_MOST_WORDS}}}?(?=,| and | or |/)").match(
        document.plain, start, end
    )
    return found.end() if found else None


def _ends_item(document: Document, at: int, end: int) -> bool:
    plain = document.plain
    return (
        at >= end
        or PHRASE_END.match(plain, at) is not None
        or _VERB_NEXT.match(plain, at, end) is not None
        or plain[at] in "/&"
    )
