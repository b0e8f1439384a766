"""1/2 tablet is read as 1 to 2 tablets, and 1 1/2 as 11."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.doses.setting import is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL, starts_sentence

_FRACTION = lazily(
    r"(?<![\w/.,-])(?:(?P<whole>[1-9])[ -]?)?(?P<part>[134]/[234]|½|¼|¾) ?(?:of )?(?:an? )?"
    r"(?P<unit>tablet|pill|capsule|caplet|sachet|lozenge|patch|ampoule|vial|suppository|dose)(?P<more>e?s)?(?!\w)",
    re.IGNORECASE,
)
_PARTS = {
    "1/2": "half", "½": "half", "1/4": "a quarter of", "¼": "a quarter of", "3/4": "three quarters of",
    "¾": "three quarters of", "1/3": "a third of",
}  # fmt: skip
_BEHIND_WHOLE = {
    "1/2": "a half", "½": "a half", "1/4": "a quarter", "¼": "a quarter", "3/4": "three quarters",
    "¾": "three quarters", "1/3": "a third",
}  # fmt: skip
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@rule(
    id="safety-notation.tablet-fraction",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="“{text}” can be read as more than it is.",
    advice="Write the fraction in words.",
    sources=ISMP,
    scope="document",
    bad=(
        "Take [[1/2 tablet]] twice a day.",
        "The dose is [[1 1/2 tablets]].",
    ),
    good=(
        "Take half a tablet twice a day.",
        "In 1/2 of the trials tablets helped.",
        "Tablet 1/2 of the pack is white.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield fractions of a tablet in figures."""
    for found in _FRACTION().finditer(document.text):
        region = Region(*found.span())
        if found["part"] not in _PARTS or not is_own_words(document, region):
            continue
        words = _in_words(found)
        yield Match(region, suggestions=(words.capitalize() if starts_sentence(document, region) else words,))


def _in_words(found: re.Match[str]) -> str:
    unit = found["unit"].lower()
    if found["whole"]:
        plural = "suppositories" if unit == "suppository" else unit + ("es" if unit == "patch" else "s")
        return f"{_NUMBERS[int(found['whole'])]} and {_BEHIND_WHOLE[found['part']]} {plural}"
    article = "an" if unit[0] in "aeiou" else "a"
    return f"{_PARTS[found['part']]} {article} {unit}"
