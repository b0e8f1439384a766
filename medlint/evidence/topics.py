"""What a sentence is about: which topics of the registry its words, its block and its headings name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from medlint.evidence.registry import Registry
from medlint.model import Document, Passage, Region

Group = tuple[str, int]
"""A topic and the number of one of its groups of words."""


@dataclass(frozen=True)
class Hits:
    """Where the words of topics stand on a page, in reading order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    groups: tuple[tuple[Group, ...], ...]

    def between(self, start: int, end: int) -> Mapping[Group, str]:
        """Return the groups whose words stand wholly between two places."""
        first, last = bisect_left(self.starts, start), bisect_right(self.starts, end)
        found: dict[Group, str] = {}
        for number in range(first, last):
            if self.ends[number] <= end:
                found.update(dict.fromkeys(self.groups[number], ""))
        return found


@dataclass(frozen=True)
class _Search:
    words: AhoCorasick
    groups: tuple[tuple[Group, ...], ...]


@lru_cache(maxsize=8)
def _search(sha256: str, topics: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]) -> _Search:  # noqa: ARG001
    owners: dict[str, list[Group]] = {}
    for topic, groups in topics:
        for number, words in enumerate(groups):
            for word in words:
                owners.setdefault(word, []).append((topic, number))
    return _Search(
        AhoCorasick(list(owners), matchkind=MatchKind.Standard), tuple(map(tuple, owners.values()))
    )


def hits(document: Document, registry: Registry) -> Hits:
    """Return where the words of all topics stand on the page."""
    search = _search(registry.sha256, tuple(registry.topics.items()))
    plain = document.plain
    found = [
        (start, end, search.groups[number])
        for number, start, end in search.words.find_matches_as_indexes(plain, overlapping=True)
        if not (plain[start - 1 : start].isalnum() or plain[end : end + 1].isalnum())
    ]
    found.sort(key=lambda each: each[:2])
    return Hits(*(tuple(column) for column in zip(*found, strict=True))) if found else Hits((), (), ())


def topics_of(document: Document, registry: Registry, found: Hits, sentence: Region) -> frozenset[str]:
    """Return the topics that a sentence is about.

    Its own words count first, then those before it in its block, then headings and title. A sentence that
    names a topic wholly is about nothing else.
    """
    block = document.block_at(sentence.start).region
    own = found.between(sentence.start, sentence.end)
    near = {**found.between(block.start, sentence.end), **own}
    for groups in (own, near, {**_headings(document, found, block), **near}):
        whole = frozenset(_whole(registry, groups, own))
        if whole:
            return whole
    return frozenset()


def _whole(registry: Registry, groups: Iterable[Group], own: Mapping[Group, str]) -> Iterator[str]:
    """Yield the topics of which every group stands there, the most specific alone."""
    present = set(groups)
    live = [
        topic
        for topic in {topic for topic, _ in present}
        if all((topic, number) in present for number in range(len(registry.topics[topic])))
    ]
    most = max((len(registry.topics[topic]) for topic in live), default=0)
    # What the sentence itself names leaves out topics of which it names nothing.
    named = {topic for topic, _ in own}
    chosen = [topic for topic in live if topic in named] or (live if not named else [])
    yield from (topic for topic in chosen if len(registry.topics[topic]) == most or most == 1)


def _headings(document: Document, found: Hits, block: Region) -> Mapping[Group, str]:
    groups: dict[Group, str] = {}
    for heading in _above(document, block):
        groups.update(found.between(heading.region.start, heading.region.end))
    return groups


def _above(document: Document, block: Region) -> Iterator[Passage]:
    """Yield the title and the headings under which a block stands, the nearest of each level."""
    level = 99
    for heading in reversed(_all_headings(document)):
        if heading.region.start < block.start and heading.level < level:
            level = heading.level
            yield heading


def _all_headings(document: Document) -> Sequence[Passage]:
    return document.derived(_headings_of)


def _headings_of(document: Document) -> Sequence[Passage]:
    return tuple(block for block in document.blocks if block.kind == "heading")
