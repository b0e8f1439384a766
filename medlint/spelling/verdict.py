"""Whether a word is misspelt, what was meant, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from medlint import spelling
from medlint.spelling.forms import is_made_of_known, is_plural, is_two_words, unglued
from medlint.spelling.slips import Guess, guesses, made_guesses

_SHORTEST, _LONGEST = 4, 24
_MARGIN = 0.85  # how much likelier the first guess must be than the second one to be certain
_MOST = 3  # suggestions
_STRONG = -3.6  # cost of a guess that is believed though the word can be read as a made one
_LEAST_LEVEL = (
    (4, 6),
    (5, 4),
    (7, 3),
    (_LONGEST, 3),
)  # letters of the word, how common what was meant must be


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a misspelt word was meant to be, likeliest first."""

    rights: tuple[str, ...]
    is_certain: bool
    level: int  # how common the likeliest of them is
    is_listed: bool = False  # the form is wrong everywhere


def verdict(word: str) -> Verdict | None:
    """Return what a word in small letters was meant to be, or nothing where it is known or a riddle."""
    if word in spelling.misspelt():
        return Verdict((spelling.misspelt()[word],), is_certain=True, level=9, is_listed=True)
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii() or _is_known(word):
        return None
    found = [guess for guess in guesses(word) if guess.level >= _least_level(word)]
    if _is_made(word) and (not found or found[0].cost > _STRONG):
        return None
    found = found or made_guesses(word)
    return _of(found, unglued(word)) if found else None


def _of(found: Sequence[Guess], glued: str | None) -> Verdict:
    level, first = found[0].level, found[0].word
    if glued:
        return Verdict((first, glued), is_certain=False, level=level)
    if len(found) == 1 or found[1].cost - found[0].cost >= _MARGIN:
        return Verdict((first,), is_certain=True, level=level)
    return Verdict(tuple(guess.word for guess in found[:_MOST]), is_certain=False, level=level)


def _is_known(word: str) -> bool:
    return spelling.level(word) > 0 or is_plural(word)


def _is_made(word: str) -> bool:
    return is_made_of_known(word) or is_two_words(word)


def _least_level(word: str) -> int:
    return next(level for letters, level in _LEAST_LEVEL if len(word) <= letters)
