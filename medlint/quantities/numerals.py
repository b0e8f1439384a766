"""Numbers in digits and in words."""

from __future__ import annotations

import re

from medlint.expressions import expression

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_POWERS = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

_VALUES = {
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    **_POWERS,
    "a": 1,
}

_ONE = r"(?:one|t(?:wo|hree)|f(?:our|ive)|s(?:ix|even)|eight|nine)"
_TEEN = r"(?:t(?:en|welve|hirteen)|eleven|f(?:ourteen|ifteen)|s(?:ixteen|eventeen)|eighteen|nineteen)"
_TEN = r"(?:t(?:wenty|hirty)|f(?:orty|ifty)|s(?:ixty|eventy)|eighty|ninety)"
_POWER = r"(?:dozen|hundred|thousand|million|billion)"
_WORDS = rf"(?:(?:{_TEN}(?:[ -]{_ONE})?|{_TEEN}|{_ONE})(?:[ -]{_POWER})*|(?:a[ -])?{_POWER}(?: {_POWER})?)"
_DIGITS = (
    rf"(?:\d{{1,3}}(?:[,.\u202f '](?=\d{{3}}(?!\d))\d{{3}})+(?:\.\d+)?|\d+(?:[.,]\d+)?)(?:[ -]?{_POWER})?"
)

ANY_NUMBER = rf"(?<![\w.,$€£#])(?:{_DIGITS}|{_WORDS})(?!\d)(?![a-wyz]|x[a-z])"
"""A regular expression for a number in folded text, even in a name; it has no groups."""

NUMBER = rf"(?<![a-z]-){ANY_NUMBER}"
"""A number that is not the end of a name such as "covid-19"."""

_THOUSANDS = expression(r"[,.\u202f '](?=\d{3}(?!\d))")

WORDS = (*_ONES, *_TEENS, *_TENS, *_POWERS)
"""Every word a number can begin with, but for "a"."""


def value(text: str) -> float:
    """Return the value of what `NUMBER` matched."""
    if not text[0].isdigit():
        return _worth(re.split(r"[ -]", text))
    digits = re.match(r"[\d.,\u202f ']*\d", text)
    figure = digits[0] if digits else text
    rest = text[len(figure) :].strip(" -")
    return _figure(figure) * _POWERS.get(rest, 1)


def _figure(digits: str) -> float:
    # "0.125" and "1,5" have decimals; "15.000" and "15,000" have thousands.
    if not digits.startswith("0"):
        digits = _THOUSANDS.sub("", digits)
    return float(digits.replace(",", "."))


def _worth(parts: list[str]) -> float:
    total = 0
    for part in parts:
        if part in _POWERS:
            total = max(total, 1) * _POWERS[part]
        else:
            total += _VALUES.get(part, 0)
    return float(total)
