"""What a page must have for a pattern to stand on it: certain words side by side.

To compile an expression costs far more than to look whether its pairs of neighbours are there, and on
most pages they are not. Sets of codes are numbers here, a bit for each code, so that they are joined and
compared at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

_EDGE = "\n"
_BITS = 0x1FFF  # of a code that tell it from others

Pair = tuple[int, int]
"""Codes of a word, and of the one behind it."""

_Part = tuple[int, int]
"""With which codes a part of a pattern begins and ends; 0 where that is open."""

_OPEN: _Part = (0, 0)


def mask(codes: Iterable[str]) -> int:
    """Return a set of codes as a number."""
    number = 0
    for code in codes:
        number |= 1 << (ord(code) & _BITS)
    return number


def neighbours(codes: str) -> Sequence[Pair]:
    """Return each code of a text with those that stand behind it; its ends count as a code."""
    behind: dict[str, int] = {}
    text = f"{_EDGE}{codes}{_EDGE}"
    for one, other in set(pairwise(text)):
        behind[one] = behind.get(one, 0) | mask(other)
    return [(mask(code), others) for code, others in behind.items()]


def are_there(pairs: Sequence[Pair], found: Sequence[Pair]) -> bool:
    """Say whether a text with the neighbours `found` has one of each of the pairs."""
    return all(any(left & code and right & others for code, others in found) for left, right in pairs)


def pairs(tokens: Sequence[str], codes: Callable[[str], int]) -> Sequence[Pair]:
    """Return pairs of neighbours without which a pattern does not stand; `codes` reads an atom."""
    branches, _ = _branches(tokens, 0, codes)
    if len(branches) > 1:
        return ()
    found = {(one[1], other[0]) for one, other in pairwise(branches[0]) if one[1] and other[0]}
    return sorted(found, key=lambda pair: pair[0].bit_count() * pair[1].bit_count())


def _branches(
    tokens: Sequence[str], place: int, codes: Callable[[str], int]
) -> tuple[list[list[_Part]], int]:
    """Read up to the bracket that closes, and return the parts of each branch, and its place."""
    branches: list[list[_Part]] = [[]]
    while place < len(tokens) and tokens[place] != ")":
        token = tokens[place]
        parts: list[_Part] = []
        if token == "|":  # noqa: S105 - a mark
            branches.append([])
        elif token[0] == "(":
            inner, place = _branches(tokens, place + 1, codes)
            parts = _of_group(token, inner)
        elif token in "^$":  # noqa: S105 - marks
            parts = [(mask(_EDGE), mask(_EDGE))]
        elif token[0] not in "?*+{\\":
            own = 0 if token == "." else codes(token)  # noqa: S105 - a mark
            parts = [(own, own)]
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        is_optional = following in ("?", "*") or following.startswith("{0")
        branches[-1] += [_OPEN] if is_optional and parts else parts
        place += 1
    return branches, place


def _of_group(opening: str, branches: Sequence[Sequence[_Part]]) -> list[_Part]:
    """Return a group as parts of the row it stands in."""
    if opening.endswith("!"):
        return []
    if opening.startswith("(?<="):
        return [_OPEN]
    if len(branches) == 1 and not opening.endswith("="):
        return list(branches[0])
    firsts = [branch[0][0] if branch else 0 for branch in branches]
    lasts = [branch[-1][1] if branch else 0 for branch in branches]
    first, last = (_union(each) for each in (firsts, lasts))
    return [(first, 0), _OPEN] if opening.endswith("=") else [(first, last)]


def _union(masks: Sequence[int]) -> int:
    if not all(masks):
        return 0
    whole = 0
    for each in masks:
        whole |= each
    return whole
