"""Tablets ii is read as 11, and iv as into a vein. Figures are clear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.doses.setting import is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL

_UNITS = r"tab(?:let)?s?|pills?|cap(?:sule)?s?|drops?|puffs?|sprays?|sachets?|gtts?"
_VALUES = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8}
_ROMAN = lazily(
    r"(?:\b(?:take|takes|give|swallow|chew|instil|use|inhale|put|dose:?) (?P<before>ii|iii|vi|vii|viii) "
    rf"(?=(?:{_UNITS})\b)|\b(?P<unit>{_UNITS}) (?P<behind>ii|iii|iv|vi|vii|viii)"
    r"(?=$|[.,;)]| (?:a|at|once|twice|daily|every|with|by|in|per)\b))",
    re.IGNORECASE,
)


@rule(
    id="safety-notation.roman-number",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="The Roman number “{text}” can be read as another one.",
    advice="Write the figure.",
    sources=ISMP,
    scope="document",
    bad=(
        "Take [[ii]] tablets at night.",
        "Swallow [[III]] capsules with water.",
        "[[Tablets iii]] at bedtime.",
    ),
    good=(
        "Take 2 tablets at night.",
        "Give IV drops slowly.",
        "Factor VIII and type II tablets are stored apart.",
        "Phase II puffs of smoke.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield Roman numbers of tablets, drops and puffs."""
    for found in _ROMAN().finditer(document.text):
        group = "before" if found["before"] else "behind"
        number = str(_VALUES[found[group].lower()])
        region = Region(*(found.span("before") if found["before"] else found.span()))
        if is_own_words(document, region):
            yield Match(
                region, suggestions=(number if found["before"] else f"{number} {found['unit'].lower()}",)
            )
