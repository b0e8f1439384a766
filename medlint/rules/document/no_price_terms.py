"""A price that does not say what it covers is compared with prices that do.

Codes on advertising ask what is included, what costs extra and until when the price holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.page.kind import kind
from medlint.rule import rule
from medlint.rules.document import page

_PRICE = re.compile(
    r"(?:[$€£]\s?\d[\d.,]*\d|\b\d[\d.,]*\d?\s?(?:[$€£]|euros?\b|eur\b|usd\b|dollars?\b|pounds?\b|gbp\b"
    r"|baht\b|lira\b|tl\b))"
)
_TERMS = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|not included|exclud\w+|covers?|plus|extra|all in|vat|tax(?:es)?|deposit"
    r"|without (?:the )?(?:flight|hotel|travel)|does not cover|in addition"
    r"|package|per (?:session|visit|implant|tooth|month|night|bottle|hour|person)|each|an hour|a month"
    r"|shipping|installments?|instalments?)\b"
)
_SMALL = re.compile(r"\d+")
_LEAST = 100  # of any currency; below it a visit or a jar is sold, not a treatment


@rule(
    id="document.no-price-terms",
    severity="note",
    needs="addition",
    message="The price “{text}” does not tell what it covers.",
    advice="Say what the price includes, what costs extra, and until when it holds.",
    sources=("uk-3-17", "us-233", "eu-ucpd12"),
    scope="document",
    bad=(
        page("An operation costs [[3,900 euros]].").replace(
            "The injection costs 200 euros, and the house takes cards.", ""
        ),
        page("New knees for [[£9,500]]!").replace(
            "The injection costs 200 euros, and the house takes cards.", ""
        ),
    ),
    good=(
        page("The price includes the visit before and after."),
        page("A jar costs 12 euros.").replace(
            "The injection costs 200 euros, and the house takes cards.", ""
        ),
        "The study cost £9,500.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the first price of a page that sells a treatment and tells no terms of any price."""
    about = kind(document)
    if not (about.is_selling and about.is_treatment) or _TERMS.search(document.folded):
        return
    for found in _PRICE.finditer(document.folded):
        if int("".join(_SMALL.findall(found[0]))) >= _LEAST:
            yield Match(Region(*found.span()))
            return
