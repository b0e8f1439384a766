"""What the tagger looks at: the word, its ending, what it can be, and the two words on either side.

No feature asks for the tag of a neighbour, so all that a word adds to its own place and to its
neighbours' is the same wherever it stands, and is computed once for a word.
"""

from __future__ import annotations

import zlib
from functools import cache

from medlint.word_codes import letters_of, lists

EDGE = "|"
"""What stands before the first and behind the last word of a sentence."""

NAME = "Name"
_MARKS = ",.:;?!()|"
_SHORTEST = 4  # letters of a word that has an ending
_ENDINGS = (2, 3, 4)
_PLACES = ("l2", "l1", "c", "r1", "r2")


def word_class(word: str, *, is_name: bool) -> str:
    """Return what stands for a word in features of several words; `word` is in lower case."""
    if not word[0].isalnum():
        return word if word in _MARKS else "mark"
    if word in _function_words():
        return word
    if word[0].isdigit():
        return "9" if word.isdigit() else "9x"
    if is_name:
        return NAME
    letters = letters_of(word)
    if letters:
        return "".join("n" if letter in "CMU" else letter for letter in letters)
    return f"?{word[-2:]}" if "-" not in word else "?-"


def of_word(word: str, word_class: str, place: int) -> list[str]:
    """Return what a word says of another; it stands `place` words behind it, from -2 (before) to 2."""
    side = _PLACES[2 + place]
    found = [f"{side}={word}", f"{side}:{word_class}"]
    if place == 0 and len(word) >= _SHORTEST and word[0].isalpha():
        found += [f"e={word[-length:]}" for length in _ENDINGS]
        if "-" in word:
            found.append(f"e-{word.rpartition('-')[2]}")
        elif "'" in word:
            found.append(f"e-{word[word.index(chr(39)) :]}")
    return found


def of_company(two: str, one: str, own: str, next_one: str, next_two: str, word: str) -> list[str]:
    """Return the features of a word and the classes around it, from two before it to two behind."""
    return [
        *of_neighbours(one, own, next_one),
        of_those_before(two, one, own),
        of_those_behind(own, next_one, next_two),
        *of_word_between(one, word, next_one),
    ]


def of_neighbours(one: str, own: str, next_one: str) -> tuple[str, ...]:
    """Return the features of the classes of a word and its neighbours."""
    return f"lc {one} {own}", f"cr {own} {next_one}", f"lr {one} {next_one}", f"lcr {one} {own} {next_one}"


def of_those_before(two: str, one: str, own: str) -> str:
    """Return the feature of the classes of a word and the two before it."""
    return f"llc {two} {one} {own}"


def of_those_behind(own: str, next_one: str, next_two: str) -> str:
    """Return the feature of the classes of a word and the two behind it."""
    return f"crr {own} {next_one} {next_two}"


def of_word_between(one: str, word: str, next_one: str) -> tuple[str, ...]:
    """Return the features of a word itself and the classes of its neighbours."""
    return f"lw {one} {word}", f"wr {word} {next_one}"


def key(feature: str) -> int:
    """Return the number under which the weights of a feature are kept."""
    return zlib.crc32(feature.encode())


@cache
def _function_words() -> frozenset[str]:
    return frozenset(lists()["function"])
