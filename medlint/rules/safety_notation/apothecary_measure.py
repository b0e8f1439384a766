"""Grains, drams and minims are read as grams, doses and minutes, and few can convert them."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.setting import is_dosing, is_eating, is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL

_OLD = lazily(
    r"(?<![\w.,/-])(?P<number>\d{1,3}(?:\.\d+)?|half a|a|one|two|five|ten) ?"
    r"(?P<unit>grains?|gr|drams?|drachms?|minims?|ʒ|℥)"
    r"(?![\w-])(?! of (?:rice|sand|wheat|salt|sugar|corn|pollen|barley|truth))"
)
_WORDS = {"half a": 0.5, "a": 1.0, "one": 1.0, "two": 2.0, "five": 5.0, "ten": 10.0}
_METRIC = {"g": (65.0, "mg"), "d": (3.7, "mL"), "ʒ": (3.7, "mL"), "m": (0.06, "mL"), "℥": (30.0, "mL")}


@rule(
    id="safety-notation.apothecary-measure",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="“{text}” is a measure that few can convert, and is read as another one.",
    advice="Give milligrams or millilitres; check the figure with a pharmacist.",
    sources=ISMP,
    scope="document",
    bad=(
        "Take [[5 grains]] of the tablets.",
        "Swallow [[2 drams]] of syrup.",
    ),
    good=(
        "Take 325 mg of the tablets.",
        "The stones are like 5 grains of rice.",
        "A dram of whisky does no good with this medicine, said nobody.",
        "Whole grains are food.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield apothecary measures of medicines."""
    for found in _OLD().finditer(document.folded):
        region = Region(*found.span())
        is_drink = document.folded[region.end : region.end + 12].startswith(
            (" of whisk", " of rum", " of gin")
        )
        if is_drink or is_eating(document, region) or not is_dosing(document, region):
            continue
        if is_own_words(document, region):
            yield Match(region, suggestions=(_metric(found["number"], found["unit"]),))


def _metric(number: str, unit: str) -> str:
    factor, name = _METRIC[unit[0]]
    amount = factor * (_WORDS[number] if number in _WORDS else float(number))
    return f"{round(amount, 2):g} {name}"
