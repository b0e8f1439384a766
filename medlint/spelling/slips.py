"""What somebody meant: known words that are one slip of the fingers or of the ear away, likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from medlint import spelling
from medlint.spelling.forms import rest_of

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_ALIKE = ("sc", "sz", "ck", "cq", "fv", "td", "kq", "tc", "bp", "gj", "mn", "ts")
_DOUBLED, _TURNED, _SOUND, _KEY, _MISSING, _EXTRA, _CROSSED, _OTHER = 0.6, 0.8, 0.9, 1.3, 1.0, 1.8, 2.0, 2.6
_START, _REST = 4, 5  # letters of the beginning and of the rest of a made word
_MADE_LEVEL = 4  # how common the rest of a made word must be
_FIRST = 1.0  # what a slip in the first letter costs more
_COMMON = 0.6  # what each level of how common a word is counts


@dataclass(frozen=True, slots=True)
class Guess:
    """A known word that may have been meant; the lower the cost, the likelier."""

    word: str
    cost: float
    level: int


def guesses(word: str) -> list[Guess]:
    """Return the known words that `word` may be one slip of, likeliest first."""
    costs: dict[str, float] = {}
    for right, cost in _neighbours(word):
        costs[right] = min(cost, costs.get(right, cost))
    known = ((right, cost, spelling.level(right)) for right, cost in costs.items())
    found = [Guess(right, cost - _COMMON * level, level) for right, cost, level in known if level]
    return sorted(found, key=lambda guess: (guess.cost, guess.word))


def made_guesses(word: str) -> list[Guess]:
    """Return words that no list has and that may have been meant: presynaptiic, peirvascular."""
    found: list[Guess] = []
    rest = rest_of(word)
    if len(rest) >= _REST:
        start = word[: -len(rest)]
        found += [Guess(start + guess.word, guess.cost, guess.level) for guess in guesses(rest)]
    for cut in range(_START, len(word) - _REST + 1):
        level = spelling.level(word[cut:])
        if level >= _MADE_LEVEL:
            costs = dict(_neighbours(word[:cut]))
            known = [start for start in spelling.beginnings() if len(start) >= _START and start in costs]
            found += [Guess(start + word[cut:], costs[start] - _COMMON * level, level) for start in known]
    return sorted((g for g in found if g.level >= _MADE_LEVEL), key=lambda guess: (guess.cost, guess.word))


def _neighbours(word: str) -> Iterator[tuple[str, float]]:
    """Yield all that is one slip away, with what the slip costs."""
    for i in range(len(word) + 1):
        head, tail, first = word[:i], word[i:], _FIRST if i == 0 else 0.0
        before, letter = word[i - 1 : i], word[i : i + 1]
        for other in _LETTERS:
            yield head + other + tail, first + (_DOUBLED if other in (before, letter) else _MISSING)
            if letter and other != letter:
                yield head + other + tail[1:], first + _exchange(letter, other)
        if letter:
            yield head + tail[1:], first + _excess(before, letter, word[i + 1 : i + 2])
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:], first + _TURNED
        if len(tail) > 2 and tail[0] != tail[2]:
            yield head + tail[2] + tail[1] + tail[0] + tail[3:], first + _CROSSED


def _excess(before: str, letter: str, after: str) -> float:
    """Return what a letter too many costs: hardly anything where it stands twice."""
    if letter in (before, after):
        return _DOUBLED
    beside = _beside(letter)
    return _KEY if before in beside or after in beside else _EXTRA


@cache
def _exchange(letter: str, other: str) -> float:
    """Return what one letter for another costs."""
    if {letter, other} == {"i", "y"}:
        return _DOUBLED
    if (letter in _VOWELS and other in _VOWELS) or letter + other in _ALIKE or other + letter in _ALIKE:
        return _SOUND
    return _KEY if other in _beside(letter) else _OTHER


@cache
def _beside(letter: str) -> frozenset[str]:
    """Return the letters whose keys touch that of a letter."""
    places = {key: (row, column) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}
    row, column = places.get(letter, (9, 9))
    return frozenset(
        key
        for key, (r, c) in places.items()
        if key != letter
        and (
            (r == row and abs(c - column) == 1) or (abs(r - row) == 1 and 0 <= (column - c) * (r - row) <= 1)
        )
    )
