"""What kind of page is it, and so what does it owe its reader?

A page of health information owes sources, a reviewer, a date and advice; one that describes a treatment
owes its risks as well, and one that sells it also the other options. An invoice, an address, a menu of
prices and a banner of two lines owe nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from medlint.context import promotional, quoted
from medlint.context._cues import cues
from medlint.model import Document, Passage, Region

LEAST_WORDS = 100
"""A shorter text is a snippet, a banner or a card: it owes nothing. Our own judgement."""

_FULL = 5  # words from which a sentence tells something
_LEAST_SENTENCES = 4  # about health, for a page to be about health
_LEAST_SHARE = 6  # one sentence in so many

_LEAST_BENEFITS = 2  # sentences that tell a benefit of a treatment
_TITLE = 2  # sentences that a title is worth
_TREATMENTS = ("page-treatments",)
_TOPICS = ("page-treatments", "page-conditions")

_NO_HEALTH = re.compile(
    r"\b(?:invoice|receipt|order confirmation|privacy (?:policy|notice)|cookie policy|imprint|impressum"
    r"|terms (?:and|&) conditions"
    r"|terms of (?:use|service)|legal notice|directions|how to find us|contact us|opening hours|job"
    r"|vacanc(?:y|ies)|career"
    r"|agenda|minutes|site ?map|registration form|booking form|menu)\b"
)
_OFFER = re.compile(
    r"(?P<price>[$€£]\s?\d|\d\s?(?:[$€£]|eur\b|euros?\b|usd\b|dollars?\b|pounds?\b|baht\b|lira\b))"
    r"|(?P<discount>\d\s?%\s?(?:off|discount|cheaper)|\bdiscount|\bspecial (?:offer|price)|\bbest price"
    r"|\bfree (?:consultation|quote|offer|trial|shipping|transfer))"
    r"|(?P<order>\b(?:book|order|reserve|call|reply|write to us|contact us|apply|subscribe|sign up"
    r"|register)\b[^.!?\n]{0,20}\b(?:now|today|online|here|your)\b"
    r"|\b(?:slots|places|dates) (?:fill|are left|left|go)|\brefer a friend|\bsend us your)"
)
_BENEFIT = re.compile(
    r"\b(?:effective\w*|works? (?:well|best|by)|helps?|improv\w+|reliev\w+|cur(?:e|es|ed)|reduc\w+"
    r"|success\w*|restor\w+|benefits?|advantages?|results?)\b",
    re.IGNORECASE,
)
_REGISTER = re.compile(
    r"invoice|contact|address|directions|legal|privacy|form|menu|price list|biograph|agenda|banner|job"
)
_TEST = re.compile(
    r"\b(?:check ?ups?|screening|scans?|health check|tests?|examinations?|colonoscopy|mammogra\w+|mri"
    r"|second opinion)\b"
)


@dataclass(frozen=True)
class Kind:
    """What a page is about."""

    is_health: bool  # it tells of diseases or treatments
    is_treatment: bool  # a treatment or product is what it is about
    is_selling: bool  # it promotes what it tells of
    is_test: bool  # what it is about finds diseases and does not treat them


def kind(document: Document) -> Kind:
    """Return what the page is about."""
    return document.derived(_kind)


def prose(document: Document) -> tuple[Passage, ...]:
    """Return the sentences in which the page itself speaks: no headings, quotations, sources, captions."""
    return document.derived(_prose)


def _kind(document: Document) -> Kind:
    nothing = Kind(is_health=False, is_treatment=False, is_selling=False, is_test=False)
    if document.words < LEAST_WORDS or _says_otherwise(document):
        return nothing
    full = [each for each in prose(document) if len(each.text.split()) >= _FULL]
    # A page goes on about what its title names without naming it in every sentence.
    title = _title(document)
    treats, tells = (_TITLE * _stands(title, *names) for names in (_TREATMENTS, _TOPICS))
    treating = treats + sum(1 for each in full if _names(document, each, *_TREATMENTS))
    about = tells + sum(1 for each in full if _names(document, each, *_TOPICS))
    if about < _LEAST_SENTENCES or about * _LEAST_SHARE < len(full):
        return nothing
    is_selling = promotional.holds(document, Region(0, 0)) or _offers(document)
    is_praised = treating * 2 > about and _tells_benefits(document, full)
    return Kind(
        is_health=True,
        is_treatment=treating >= _LEAST_SENTENCES and (is_selling or treats > 0 or is_praised),
        is_selling=is_selling,
        is_test=_TEST.search(title) is not None,
    )


def _offers(document: Document) -> bool:
    """Say whether the page makes offers of two kinds: prices, discounts, calls to order."""
    return len({found.lastgroup for found in _OFFER.finditer(document.folded)}) > 1


def _tells_benefits(document: Document, sentences: Iterable[Passage]) -> bool:
    told = (each for each in sentences if _names(document, each, *_TREATMENTS) and _BENEFIT.search(each.text))
    return len(tuple(islice(told, _LEAST_BENEFITS))) == _LEAST_BENEFITS


def _says_otherwise(document: Document) -> bool:
    """Say whether front matter or title tell that the page is no health information."""
    register = str(document.meta.get("front_matter", {}).get("register", "")).lower().replace("-", " ")
    return _REGISTER.search(register) is not None or _NO_HEALTH.search(_title(document)) is not None


def _title(document: Document) -> str:
    """Return the first heading, or the first line where there is none, in the form of `Document.plain`."""
    first = next((block for block in document.blocks if block.kind == "heading"), None)
    region = (first or document.blocks[0]).region if document.blocks else Region(0, 0)
    return document.plain[region.start : min(region.end, region.start + 200)]


def _stands(text: str, *lexicons: str) -> bool:
    return cues(*lexicons).search(text) is not None


def _names(document: Document, sentence: Passage, *lexicons: str) -> bool:
    region = sentence.region
    return cues(*lexicons).search(document.plain, region.start, region.end) is not None


def _prose(document: Document) -> tuple[Passage, ...]:
    return tuple(_sentences(document))


def _sentences(document: Document) -> Iterator[Passage]:
    starts = [sentence.region.start for sentence in document.sentences]
    for block in document.blocks:
        if block.kind not in ("paragraph", "list-item", "table-cell"):
            continue
        first, last = bisect_left(starts, block.region.start), bisect_left(starts, block.region.end)
        yield from (
            each for each in document.sentences[first:last] if not quoted.holds(document, each.region)
        )
