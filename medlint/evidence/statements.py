"""Flat statements of a page against the registry: who does what, and whether the page denies it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from medlint.context import conditional, mentioned, negated, question, refuted
from medlint.evidence.registry import Fact, Registry
from medlint.matchers.trie import alternation
from medlint.model import Document, Region

_GAP = r"(?:[ ,]+[\w'-]+){0,5}?[ ,]+"  # up to five words between the parts
_SOFT = re.compile(
    r"\b(?:may|might|could|can help|some say|claim|claims|believe|myth|whether|help prevent|helps prevent)\b"
)
_DENIED = re.compile(r"\b(?:not|n't|never|no|cannot|neither|nor|without|hardly|rarely)\b|n't\b")
_WITHHELD = (refuted, question, mentioned, conditional)


@dataclass(frozen=True)
class Stated:
    """A statement of the page that a fact speaks of."""

    region: Region
    fact: Fact


@dataclass(frozen=True)
class _Search:
    words: AhoCorasick
    facts: tuple[tuple[int, ...], ...]  # by word: numbers of the facts that it begins


def statements(document: Document, registry: Registry) -> Iterator[Stated]:
    """Yield what a page says flatly against a fact, in reading order of the facts."""
    found = {number for numbers in _live(document, registry) for number in numbers}
    for number in sorted(found):
        fact = registry.facts[number]
        for match in _expression(fact).finditer(document.plain):
            region = Region(*match.span())
            if document.sentence_at(region.start).region.contains(region) and _is_against(
                document, match, fact
            ):
                yield Stated(region, fact)


def _live(document: Document, registry: Registry) -> Iterator[tuple[int, ...]]:
    search = _search(registry.sha256, tuple((fact.says.what if fact.says else ()) for fact in registry.facts))
    plain = document.plain
    for word, start, end in search.words.find_matches_as_indexes(plain, overlapping=True):
        if not (plain[start - 1 : start].isalnum() or plain[end : end + 1].isalnum()):
            yield search.facts[word]


@lru_cache(maxsize=8)
def _search(sha256: str, words: tuple[tuple[str, ...], ...]) -> _Search:  # noqa: ARG001 - the key of the cache
    owners: dict[str, list[int]] = {}
    for number, own in enumerate(words):
        for word in own:
            owners.setdefault(word, []).append(number)
    return _Search(
        AhoCorasick(list(owners), matchkind=MatchKind.Standard), tuple(map(tuple, owners.values()))
    )


@lru_cache(maxsize=4096)
def _expression(fact: Fact) -> re.Pattern[str]:
    """Return an expression for the parts of a statement in their order."""
    parts = (fact.says.who, fact.says.does, fact.says.what) if fact.says else ((), (), ())
    who, does, what = map(alternation, parts)
    return re.compile(
        rf"(?<!\w)(?P<who>{who}){_GAP}(?P<does>{does})(?!\w)(?:{_GAP}|[ ,]+)(?P<what>{what})(?!\w)"
    )


def _is_against(document: Document, match: re.Match[str], fact: Fact) -> bool:
    region = Region(*match.span())
    if any(context.holds(document, region) for context in _WITHHELD):
        return False
    between = match.string[match.end("who") : match.start("what")]
    if _SOFT.search(between) or _SOFT.search(match.string, max(0, match.start() - 40), match.start()):
        return False
    is_denied = _DENIED.search(between) is not None or negated.holds(document, region)
    return fact.says is not None and is_denied == fact.says.holds
