"""Which part of speech each word of a sentence is, by a small linear model, and how sure that is.

Scores of all tags are one long number, two bytes a tag, so that adding the rows of features is adding
numbers. What a word alone says is kept for the next time it is met, and so are rows of frequent company.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from struct import Struct

from medlint.part_of_speech import features
from medlint.part_of_speech.tags import CERTAIN, OF_CLASS, TAGS
from medlint.part_of_speech.weights import WIDTH, load

_unpack = Struct(f"<{len(TAGS)}H").unpack
_KNOWN = 30_000  # words that are remembered
_ROWS = 50_000  # of company, of each kind
CLOSE = 2.0
"""Log odds below which the second best tag may be the right one: it is, in one word of three."""

Tag = tuple[str, str]
"""The best tag of a word, and the second best where it is close, or ""."""


def tags_of(words: Iterable[tuple[str, bool]]) -> list[Tag]:
    """Return the tags of a sentence of words in lower case, each with whether it looks like a name."""
    edge = _edge()
    row = [edge, edge, *(_word(*word) for word in words), edge, edge]
    close = CLOSE / load().scale
    tags: list[Tag] = []
    for place in range(2, len(row) - 2):
        two, one, own, next_one, next_two = row[place - 2 : place + 3]
        if own.certain:
            tags.append(own.certain)
            continue
        total = (
            two.right_two
            + one.right
            + own.own
            + next_one.left
            + next_two.left_two
            + _neighbours(one.name, own.name, next_one.name)
            + _before(two.name, one.name, own.name)
            + _behind(own.name, next_one.name, next_two.name)
            + _between(one.name, own.word, next_one.name)
        )
        scores = _unpack(total.to_bytes(WIDTH, "little"))
        best = max(scores)
        number = scores.index(best)
        second = max(scores[:number] + scores[number + 1 :])
        tags.append((TAGS[number], _other(scores, second, number) if best - second < close else ""))
    return tags


def _other(scores: tuple[int, ...], score: int, number: int) -> str:
    """Return the tag with a score that is not the tag `number`, which may have the same."""
    place = scores.index(score)
    return TAGS[place if place != number else scores.index(score, number + 1)]


@dataclass(frozen=True, slots=True)
class _Word:
    word: str
    name: str  # its class
    left_two: int  # what it says of the word that is two to its left
    left: int
    own: int
    right: int
    right_two: int
    certain: Tag | None  # of words that are one thing wherever they stand


@lru_cache(_KNOWN)
def _word(word: str, is_name: bool) -> _Word:  # noqa: FBT001 - of the cache's key
    name = features.word_class(word, is_name=is_name)
    return _of_class(word, name)


def _of_class(word: str, name: str) -> _Word:
    score = load().score
    left_two, left, own, right, right_two = (
        sum(map(score, features.of_word(word, name, place))) for place in (2, 1, 0, -1, -2)
    )
    return _Word(word, name, left_two, left, own, right, right_two, _certain(word, name))


@cache
def _edge() -> _Word:
    return _of_class(features.EDGE, features.EDGE)


@lru_cache(_ROWS)
def _neighbours(one: str, own: str, next_one: str) -> int:
    return sum(map(load().score, features.of_neighbours(one, own, next_one)))


@lru_cache(_ROWS)
def _before(two: str, one: str, own: str) -> int:
    return load().score(features.of_those_before(two, one, own))


@lru_cache(_ROWS)
def _behind(own: str, next_one: str, next_two: str) -> int:
    return load().score(features.of_those_behind(own, next_one, next_two))


@lru_cache(_ROWS)
def _between(one: str, word: str, next_one: str) -> int:
    return sum(map(load().score, features.of_word_between(one, word, next_one)))


def _certain(word: str, name: str) -> Tag | None:
    """Return the tag of a word that is one thing wherever it stands, by our list or by the lexicon."""
    if not word[0].isalnum():
        return ".", ""
    for tag, words in CERTAIN.items():
        if word in words:
            return tag, ""
    return (OF_CLASS[name], "") if name in OF_CLASS else None
