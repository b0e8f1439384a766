"""Which words exist in English of both dialects and in medicine, and which forms are always wrong.

The lists lie in `config/words/spelling/`; `models/spelling/` says where they are from. A set of so many words
takes longer to make than a page to check, so only words that begin alike are taken out of the list, when one
of them is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from medlint import config

_START = 3  # letters by which words are kept together


@cache
def common() -> frozenset[str]:
    """Return the words so common that every page has them."""
    return frozenset(_bytes("common").decode("ascii").split())


def level(word: str) -> int:
    """Return how common a word in small letters is, from 9 (very) to 1 (hardly), or 0 for none."""
    return _alike(word[:_START]).get(word, 0)


@cache
def misspelt() -> Mapping[str, str]:
    """Return forms that are wrong everywhere, each with the right one."""
    lines = _bytes("misspelt").decode("ascii").splitlines()
    return dict(line.split(" = ", 1) for line in lines)


@cache
def beginnings() -> tuple[str, ...]:
    """Return what medicine puts before other words: neuro, peri, hyper."""
    return tuple(_bytes("beginnings").decode("ascii").split())


@cache
def american_of() -> Mapping[str, str]:
    """Return British words with their American forms."""
    lines = _bytes("dialects").decode("ascii").splitlines()
    return dict(line.split(" ", 1) for line in lines)


@cache
def british_of() -> Mapping[str, str]:
    """Return American words with their British forms."""
    return {american: british for british, american in american_of().items()}


@cache
def other_dialect() -> Mapping[str, str]:
    """Return words of either dialect with the form of the other one."""
    return {**american_of(), **british_of()}


@cache
def _alike(start: str) -> Mapping[str, int]:
    """Return the words that begin with three letters, each with how common it is."""
    if len(start) < _START or not start.isascii():
        return {}
    line = _line(_bytes("known"), start.encode("ascii")).decode("ascii")
    return {start + word[:-1]: int(word[-1]) for word in line.split(" ")[1:]}


def _line(lines: bytes, start: bytes) -> bytes:
    """Return the line that begins with `start`, of sorted lines, or nothing."""
    low, high = 0, len(lines)
    while low < high:
        begin = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = lines.find(b"\n", begin)
        if lines.startswith(start, begin):
            return lines[begin:end]
        low, high = (end + 1, high) if lines[begin : begin + len(start)] < start else (low, begin)
    return b""


@cache
def _bytes(name: str) -> bytes:
    return (config.folder() / "words" / "spelling" / f"{name}.txt").read_bytes()


def is_strange(word: str) -> bool:
    """Say whether a word in small letters stands in no list."""
    return word not in common() and not level(word)
