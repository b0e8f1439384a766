"""A suggested wording: whether it can stand in place of words as it is, and how it then begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

_GAP = re.compile(r"\u2026|\.\.\.|_{2,}|[\[\]{}<>]|\bX+\b")
"""Marks of what the writer has to fill in or to choose."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")


def fits_unasked(text: str, suggestions: Sequence[str]) -> bool:
    """Say whether there is one wording, with no gap to fill in, that leaves the figures what they are."""
    if len(suggestions) != 1 or not text.strip():
        return False
    wording = suggestions[0]
    is_whole = wording == wording.strip() and wording not in ("", text)
    return is_whole and not _GAP.search(wording) and _numbers(wording) == _numbers(text)


def in_place(wording: str, text: str, *, begins: bool) -> str:
    """Return a wording as it is written in place of words: with a capital where they begin a sentence."""
    first_word = wording.partition(" ")[0]
    has_capital = begins and text[:1].isupper() and first_word.islower()  # "mL" keeps its letters
    return wording[:1].upper() + wording[1:] if has_capital else wording


def _numbers(text: str) -> list[Decimal]:
    """Return the values of the figures: ".5" and "0.5" are one, and so are "5.0" and "5"."""
    return [Decimal(found) for found in _NUMBER.findall(_THOUSANDS.sub("", text))]
