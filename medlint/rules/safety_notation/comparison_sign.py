"""> and < are taken for each other, and for a 7 and an L: <10 is read as 40."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.doses.setting import around, is_dosing, is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL

_SIGN = lazily(
    r"(?<![\w=<>/-])(?<!\b[pPnNrR] )(?P<sign>>=|<=|[<>≥≤]) ?(?P<number>\d[\d.,]*\d|\d)(?P<unit>[ \u00a0]?"
    r"(?:mg|mcg|micrograms?|µg|g|mL|ml|units?|IU|tablets?|capsules?|drops?|puffs?|doses|times|sprays?))?"
    r"(?![\w%]| ?%)"
)
_STATISTIC = lazily(r"\b(?:p|n|r|α|alpha|i2|i²|rr|hr|ci|significan\w+|z|t|aged?|ages|years?|months?)\b[ =]*$")
_AGE_BEHIND = lazily(r"\s?-?(?:years?|yrs?|months?|weeks? old|yo\b|cm|mm|kg)")
_ADVICE = lazily(r"\b(?:call|phone|ring|tell|see a|see your|stop|skip|contact|if your|when your|come back)\b")
_WORDS = {
    ">": "more than", "<": "less than", "≥": "at least", ">=": "at least", "≤": "no more than",
    "<=": "no more than",
}  # fmt: skip


@rule(
    id="safety-notation.comparison-sign",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="The sign in “{text}” can be read as its opposite, or as a figure.",
    advice="Write more than, less than, at least, no more than.",
    sources=ISMP,
    scope="document",
    bad=(
        "Do not take [[> 4 tablets]] in one day.",
        "Call us if your sugar is [[>13]] or [[<4]].",
        "A dose of [[≤ 20 mg]] is usual.",
    ),
    good=(
        "Do not take more than 4 tablets in one day.",
        "The drug was better (p < 0.05; n > 30).",
        "Home > Medicines > 3 tablets",
        "Children aged <2 years get no tablets.",
        "Side effects were rare (<1%) with this dose.",
        "We <3 our patients.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield signs of comparison before doses, and before values on which a reader must act."""
    for found in _SIGN().finditer(document.text):
        region = Region(*found.span())
        if _is_for_patients(document, found) and is_own_words(document, region):
            behind = document.text[region.start + len(found["sign"]) : region.end].strip()
            yield Match(region, suggestions=(f"{_WORDS[found['sign']]} {behind}",))


def _is_for_patients(document: Document, found: re.Match[str]) -> bool:
    region = Region(*found.span())
    near = around(document, region)
    before = document.folded[near.start : region.start]
    if (
        _STATISTIC().search(before)
        or _AGE_BEHIND().match(document.folded, region.end)
        or before.count(">") > 1
    ):
        return False
    if "> " in before and found["sign"] == ">":
        return False  # a path: Home > Medicines > 3 tablets
    if document.block_at(region.start).kind == "table-cell":
        return bool(found["unit"]) and is_dosing(document, region)
    if found["unit"]:
        return is_dosing(document, region)
    return _ADVICE().search(document.folded, near.start, near.end) is not None
