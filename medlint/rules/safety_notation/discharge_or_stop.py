"""D/C means discharge to one reader and discontinue to another, and medicines have been stopped for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.doses.setting import is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL, starts_sentence

_CODE = lazily(r"(?<![\w/.-])(?:D/C|d/c|D/c)(?P<past>'?d|’d|ed)?(?P<ing>'?ing)?(?![\w/-])")
_CURRENT = lazily(r"\b(?:volts?|current|ac/dc|power|battery|motor|adapter)\b")
_NOUN = lazily(r"\b(?:at|on|after|before|upon|until|the|for|your|day of|prior to) $", re.IGNORECASE)


@rule(
    id="safety-notation.discharge-or-stop",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="“{text}” can be read as stop or as discharge.",
    advice="Write stop where a medicine ends, and discharge where a stay ends.",
    sources=ISMP,
    scope="document",
    bad=(
        "[[D/C]] the tablets after a week.",
        "Bring this letter on the day of [[d/c]].",
    ),
    good=(
        "Stop the tablets after a week.",
        "The pump runs on a battery with D/C current.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield D/C."""
    for found in _CODE().finditer(document.text):
        region = Region(*found.span())
        sentence = document.sentence_at(region.start).region
        if _CURRENT().search(document.folded, sentence.start, sentence.end) or not is_own_words(
            document, region
        ):
            continue
        forms = _forms(found, is_noun=_NOUN().search(document.text, sentence.start, region.start) is not None)
        if starts_sentence(document, region):
            forms = tuple(form.capitalize() for form in forms)
        yield Match(region, suggestions=forms)


def _forms(found: re.Match[str], *, is_noun: bool) -> tuple[str, ...]:
    if found["past"]:
        return ("stopped", "discharged")
    if found["ing"]:
        return ("stopping", "discharging")
    return ("discharge",) if is_noun else ("stop", "discharge")
