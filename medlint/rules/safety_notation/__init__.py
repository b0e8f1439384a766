"""Ways of writing doses that have led to errors, and what these rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from medlint.doses.amounts import Amount, amounts
from medlint.doses.setting import is_own_words
from medlint.model import Document, Match, Region

LISTS = ("us-ismp", "us-tjc")
"""The two lists on which nearly every entry stands."""
ISMP = ("us-ismp",)
LABEL = "terminology.unsafe-notation"


def told(document: Document, is_unsafe: Callable[[Amount], bool]) -> Iterator[Match]:
    """Yield the amounts that are written unsafely, with their safe forms."""
    for amount in amounts(document):
        if is_unsafe(amount) and is_own_words(document, amount.region):
            yield Match(amount.region, suggestions=safe_forms(amount))


def safe_forms(amount: Amount) -> tuple[str, ...]:
    """Return the amount mended, the plainer wording first."""
    return tuple(dict.fromkeys((amount.safe(), amount.safe(short=True))))


def starts_sentence(document: Document, region: Region) -> bool:
    """Say whether a place opens its sentence."""
    return document.sentence_at(region.start).region.start == region.start
