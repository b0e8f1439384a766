"""Spoons of a kitchen hold from 2 to 10 mL; children have been given twice their dose with them."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.setting import around, is_dosing, is_eating, is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL

_SPOON = lazily(
    r"(?<![\w.,/-])(?P<number>\d{1,2}(?:\.\d)?|half a|a|one|two|three|four) "
    r"(?P<unit>teaspoon(?:ful)?s?|tablespoon(?:ful)?s?|tsps?|tbsps?)\b"
)
_WORDS = {"half a": 0.5, "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0}
_MEDICINE = lazily(
    r"\b(?:syrup|medicines?|medication|suspension|dose|antibiotic|elixir|mixture|drug|paracetamol)\b"
)
_MILLILITRES = lazily(r"\d ?m[lL]\b")
_SMALL, _LARGE = 5.0, 15.0  # mL in a measuring spoon


@rule(
    id="safety-notation.spoon-measure",
    label=LABEL,
    severity="note",
    needs="wording",
    message="“{text}” is not the same in every kitchen.",
    advice="Give millilitres, and ask for a measuring spoon or syringe.",
    sources=(*ISMP, "uk-nhsnum"),
    scope="document",
    bad=(
        "Give [[2 teaspoons]] of the syrup at night.",
        "Take [[one tablespoon]] of the medicine with water.",
    ),
    good=(
        "Give 10 mL (2 teaspoons) of the syrup at night.",
        "Stir 2 tablespoons of oil into the salad.",
        "Take a teaspoon of honey if the medicine is bitter.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield spoons of medicine without millilitres."""
    for found in _SPOON().finditer(document.folded):
        region = Region(*found.span())
        near = around(document, region)
        if not _MEDICINE().search(document.folded, near.start, near.end) or is_eating(document, region):
            continue
        if _MILLILITRES().search(document.text, near.start, near.end) or not is_dosing(document, region):
            continue
        if is_own_words(document, region):
            yield Match(region, suggestions=(_metric(found["number"], found["unit"]),))


def _metric(number: str, unit: str) -> str:
    amount = _WORDS[number] if number in _WORDS else float(number)
    return f"{amount * (_SMALL if unit.startswith(('te', 'ts')) else _LARGE):g} mL"
