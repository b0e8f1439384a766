"""MS and MSO4 mean morphine, MgSO4 means magnesium; people have died of the one given for the other."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.setting import is_own_words
from medlint.doses.vocabulary import pairs
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import LABEL, LISTS
from medlint.rules.safety_notation.drug_abbreviation import has_amount

_CODE = lazily(r"(?<![\w-])(?:MSO[4₄]|MgSO[4₄]|MS(?= \d)|(?<=mg )MS|(?<=mg of )MS)(?![\w-])")


@rule(
    id="safety-notation.sulfate-code",
    label=LABEL,
    severity="error",
    needs="wording",
    message="“{text}” can be read as morphine or as magnesium.",
    advice="Write morphine sulfate or magnesium sulfate.",
    sources=LISTS,
    scope="document",
    bad=(
        "Give [[MSO4]] for the pain.",
        "Give [[MS]] 10 mg under the skin.",
        "She had 4 g of [[MgSO4]] in the night.",
    ),
    good=(
        "Give morphine sulfate (MSO4) for the pain.",
        "People with MS may take 10 mg of Zelpax.",
        "MS 2 was a study of Zelpax.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield codes for the two sulfates."""
    for found in _CODE().finditer(document.text):
        region = Region(*found.span())
        full = pairs("sulfates").get(found[0], "morphine sulfate")
        sentence = document.sentence_at(region.start).region
        is_told = full in document.folded[sentence.start : sentence.end]
        if is_told or (found[0] == "MS" and not has_amount(document, region)):
            continue
        if is_own_words(document, region):
            yield Match(region, suggestions=(full,))
