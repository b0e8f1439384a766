"""A hyphen right before a dose is read as a minus, or belongs to the name: Zelpax-20 mg, -20 mg."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.amounts import amounts
from medlint.doses.setting import is_dosing, is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL, safe_forms

_NAMED = lazily(
    r"(?<![\w-])(?P<name>[A-Za-z]{4,30})-(?P<dose>\d+(?:\.\d+)?(?: ?(?:mg|mcg|mL|ml|units)| g))(?!\w)(?! ?/)"
)
_NO_NAMES = frozenset(
    [
        "strength",
        "single",
        "double",
        "multiple",
        "dose",
        "over",
        "under",
        "from",
        "with",
        "max",
        "maximum",
        "type",
    ]
)


@rule(
    id="safety-notation.minus-before-dose",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="The hyphen in “{text}” can be read as a minus sign or as part of the name.",
    advice="Put a space or a colon between the name and the dose, and no hyphen.",
    sources=ISMP,
    scope="document",
    bad=(
        "Take [[Zelpax-20 mg]] at night.",
        "Dose of Zelpax: [[-20 mg]] at night.",
    ),
    good=(
        "Take Zelpax 20 mg at night.",
        "Take Zelpax \u2013 20 mg at night.",
        "The weight changed by -5 g.",
        "A single-20 mg tablet? No: a single 20-mg tablet.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield doses with a hyphen right before them."""
    text = document.text
    for amount in amounts(document):
        region = Region(amount.region.start - 1, amount.region.end)
        if amount.sign and is_dosing(document, region) and is_own_words(document, region):
            yield Match(region, suggestions=safe_forms(amount))
    for found in _NAMED().finditer(text):
        region = Region(*found.span())
        if found["name"].lower() not in _NO_NAMES and is_own_words(document, region):
            yield Match(region, suggestions=(f"{found['name']} {found['dose']}",))
