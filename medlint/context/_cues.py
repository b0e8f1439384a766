"""Cue words from the lexicons, and the stretch of text in which contexts look for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from medlint.expressions import expression
from medlint.lexicons import lexicon
from medlint.matchers.trie import alternation
from medlint.model import Document, Passage, Region

# Characters on each side: longer than any sentence worth reading, and a bound for pages without full stops.
REACH = 600


@cache
def cues(*names: str) -> re.Pattern[str]:
    """Return an expression for the entries of these lexicons as whole words of `Document.plain`.

    The longest entry wins, so that "not only" hides "not".
    """
    return expression(rf"(?<!\w)(?<!\w'){entries(*names)}(?!\w|'\w)")


@cache
def entries(*names: str) -> str:
    """Return the entries of these lexicons as one group of a regular expression."""
    return f"(?:{alternation(entry for name in names for entry in lexicon(name))})"


@cache
def members(name: str) -> frozenset[str]:
    """Return a lexicon as a set."""
    return frozenset(lexicon(name))


def around(document: Document, region: Region) -> Region:
    """Return the sentence that holds the region, or as much of it as a reader would take in."""
    sentence = document.sentence_at(region.start).region
    end = max(sentence.end, min(region.end, document.block_at(region.start).region.end))
    return Region(max(sentence.start, region.start - REACH), min(end, region.end + REACH))


def find(document: Document, names: tuple[str, ...], start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the cues that stand wholly between two places of the text."""
    return cues(*names).finditer(document.plain, start, max(start, end))


def has(document: Document, names: tuple[str, ...], start: int, end: int) -> bool:
    """Say whether a cue stands between two places of the text."""
    return next(find(document, names, start, end), None) is not None


def next_sentence(document: Document, region: Region) -> Region | None:
    """Return the sentence of the same block behind the one that holds the region, cut at `REACH`."""
    end = document.sentence_at(region.start).region.end
    block = document.block_at(region.start).region
    start = end + len(document.text[end : end + 2]) - len(document.text[end : end + 2].lstrip())
    if start >= block.end:
        return None
    sentence = document.sentence_at(start).region
    return Region(sentence.start, min(sentence.end, sentence.start + REACH))


def lead_in(document: Document, region: Region) -> Region | None:
    """Return the line above the list that holds the region: a heading, or a sentence with a colon."""
    block = document.block_at(region.start)
    if block.kind not in ("list-item", "quote"):
        return None
    above = _above(document, block)
    if above is None or not (above.kind == "heading" or above.text.rstrip().endswith((":", "\uff1a"))):
        return None
    last = document.sentences_of(above)[-1].region
    return Region(max(last.start, last.end - REACH), last.end)


def _above(document: Document, block: Passage) -> Passage | None:
    """Return the block above the list that holds `block`."""
    found = document.block_at(block.region.start)
    steps = 0
    while found.region.start > 0 and steps < _LONGEST_LIST:
        found = document.block_at(found.region.start - 1)
        steps += 1
        if found.kind != block.kind:
            return found
    return None


_LONGEST_LIST = 60  # items; a lead-in further off is forgotten
