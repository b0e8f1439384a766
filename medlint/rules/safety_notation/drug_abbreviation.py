"""Short names stand for several drugs: AZT for zidovudine and azathioprine, HCT for a steroid and a test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from medlint.doses.setting import amount_before, amount_behind, is_dosing, is_own_words
from medlint.doses.vocabulary import any_of, pairs
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL

_BESIDE = 6  # characters between a short name and its amount


@rule(
    id="safety-notation.drug-abbreviation",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="“{text}” can stand for more than one drug.",
    advice="Write the name of the drug in full.",
    sources=ISMP,
    scope="document",
    bad=(
        "Chemotherapy with [[5-FU]] and [[MTX]] lasts six months.",
        "He takes [[HCTZ]] 25 mg for his blood pressure.",
        "Swallow 25 mcg of [[T3]] in the morning.",
    ),
    good=(
        "Fluorouracil (5-FU) is given by vein.",
        "A tumour of stage T3 is larger.",
        "The HCT fell, and T3 and T4 were normal.",
        "Methotrexate helps the joints. MTX is taken once a week.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield short names of drugs whose full names the page does not give."""
    for found in _expression().finditer(document.text):
        region, short = Region(*found.span()), found[0]
        full = pairs("drugs").get(short) or pairs("drugs-with-amounts")[short]
        if short not in pairs("drugs") and not has_amount(document, region):
            continue
        if _is_measured(document, region):
            continue
        if not _is_told(document, full) and is_own_words(document, region):
            yield Match(region, suggestions=(full,))


def has_amount(document: Document, region: Region) -> bool:
    """Say whether an amount stands right before the words (or "of" them) or right behind."""
    return bool(
        amount_before(document, region.start, within=_BESIDE)
        or amount_behind(document, region.end, within=_BESIDE)
    )


def _is_measured(document: Document, region: Region) -> bool:
    """Say whether a laboratory found it: the tPA in plasma is the body's own."""
    near = document.sentence_at(region.start).region
    return any_of("measuring").search(document.folded, near.start, near.end) is not None and not is_dosing(
        document, region
    )


def _is_told(document: Document, full: str) -> bool:
    name = re.split(r" \(|\)", full)
    return any(part and part in document.folded for part in name)


@cache
def _expression() -> re.Pattern[str]:
    names = (*pairs("drugs"), *pairs("drugs-with-amounts"))
    return re.compile(rf"(?<![\w-])(?:{alternation(names)})(?![\w-])")
