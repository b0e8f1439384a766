"""The claims of a page and its numbers: what each leans on, and which findings stand on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from medlint import quantities
from medlint.context import CONTEXTS
from medlint.lexicons import lexicon
from medlint.matchers.trie import alternation
from medlint.model import Document, Finding, Passage, Region
from medlint.quantities import Quantity
from medlint.references import author_years, markers, references
from medlint.reporters.html_report.cards import Numbered, category, is_web, told_place
from medlint.reporters.html_report.marks import Mark
from medlint.reporters.html_report.view import Claim, Figure, OtherNumber, Pointer, Source, Tables

_CLAIMING = ("overclaim", "statistic", "evidence", "regulatory")
"""Categories whose findings stand on claims."""

_SILENT = ("reference", "footnote", "heading")
"""Kinds of block that are no claims for the ledger; a heading has findings enough."""

_MOST_TEXT = 300  # characters of a passage shown
_MOST_LINES = 12  # of one number

_NUMBER = re.compile(r"(?<![\w.,/-])[$€£₺]? ?\d+(?:[.,:/-]\d+)*(?: ?%| ?(?:mg|ml|g|kg|mm|cm|µg|mcg|IU)\b)?")

_READ_AS = {
    "percent": "percentage",
    "ratio": "so many in so many",
    "fraction": "part of a whole",
    "multiple": "multiple",
    "count": "count",
    "change": "change",
    "share": "share in words",
}
_BOUNDS = {"ceiling": "up to", "floor": "at least", "below": "fewer than", "about": "about", "range": "range"}


def tables(file: str, document: Document, numbered: Sequence[Numbered], marks: Sequence[Mark]) -> Tables:
    """Return the claims and the numbers of a page.

    Args:
        file: Its key.
        document: The page.
        numbered: Its findings.
        marks: Where their words stand.
    """
    found = document.derived(quantities.find)
    by_number = {each.number: each.finding for each in numbered}
    return Tables(
        file=file,
        path=document.path,
        claims=tuple(_claims(document, found, by_number, marks)),
        figures=tuple(_figures(document, found, by_number, marks)),
        others=tuple(_others(document, found)),
    )


def _claims(
    document: Document, found: Sequence[Quantity], by_number: dict[int, Finding], marks: Sequence[Mark]
) -> Iterator[Claim]:
    for sentence in document.sentences:
        if document.block_at(sentence.region.start).kind in _SILENT:
            continue
        here = [mark for mark in marks if sentence.region.overlaps(mark.region)]
        on_claims = [mark for mark in here if category(by_number[mark.number]) in _CLAIMING]
        has_figure = any(sentence.region.overlaps(quantity.region) for quantity in found)
        kinds = _kinds(document, sentence, has_figure=has_figure, is_flagged=bool(on_claims))
        if kinds:
            yield _claim(document, sentence, kinds, [_pointer(mark, by_number) for mark in on_claims])


def _kinds(document: Document, sentence: Passage, *, has_figure: bool, is_flagged: bool) -> tuple[str, ...]:
    is_effect = _is_effect(document, sentence)
    told = {"figure": has_figure, "wording": is_flagged, "effect": is_effect}
    return tuple(kind for kind, holds in told.items() if holds)


def _is_effect(document: Document, sentence: Passage) -> bool:
    """Say whether a sentence tells what something does to a disease or to the body."""
    start, end = sentence.region.start, sentence.region.end
    verb = _effects().search(document.plain, start, end)
    if verb is None or _subjects().search(document.plain, start, end) is None:
        return False
    region = Region(*verb.span())
    return not any(CONTEXTS[name](document, region) for name in ("negated", "question", "advice"))


@cache
def _effects() -> re.Pattern[str]:
    words = [*lexicon("cure-verb"), *lexicon("effect-verb"), *lexicon("strong-effect-verb")]
    return re.compile(rf"(?<!\w)(?:{alternation(words)})(?!\w)")


@cache
def _subjects() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation([*lexicon('treatment'), *lexicon('supplement')])})(?!\w)")


def _claim(document: Document, sentence: Passage, kinds: tuple[str, ...], on: list[Pointer]) -> Claim:
    support = _support(document, sentence)
    links = tuple(
        Source(document.text[link.region.start : link.region.end], link.url)
        for link in document.links
        if link.region.overlaps(sentence.region) and is_web(link.url)
    )
    gap = "" if support else "no source"
    return Claim(
        place=told_place(document.position(sentence.region.start)),
        text=_shortened(sentence.text),
        kinds=kinds,
        support=support,
        links=links,
        gap=gap or ("wording" if on else ""),
        findings=tuple(on),
    )


def _support(document: Document, sentence: Passage) -> str:
    """Return what stands by a sentence to lean on, nothing where there is none."""
    if not CONTEXTS["cited"](document, sentence.region):
        return ""
    keys = references(document)
    named = [f"[{key}]" for marker in markers(sentence.text, keys) for key in marker.keys if key in keys]
    named += [sentence.text[start:end].strip(" ([") for start, end in author_years(sentence.text)]
    return ", ".join(dict.fromkeys(named)) or "a source named beside it"


def _figures(
    document: Document, found: Sequence[Quantity], by_number: dict[int, Finding], marks: Sequence[Mark]
) -> Iterator[Figure]:
    written = [_words(document, quantity.number) for quantity in found]
    repeats = Counter(text.lower() for text in written)
    for quantity, number in zip(found, written, strict=True):
        on = [mark for mark in marks if mark.region.overlaps(quantity.region)]
        yield Figure(
            place=told_place(document.position(quantity.region.start)),
            number=number,
            words=_shortened(_words(document, quantity.region)),
            read_as=_read_as(quantity),
            is_supported=CONTEXTS["cited"](document, quantity.region),
            repeats=repeats[number.lower()],
            findings=tuple(_pointer(mark, by_number) for mark in on),
        )


def _read_as(quantity: Quantity) -> str:
    parts = [
        _BOUNDS.get(quantity.bound, ""),
        _READ_AS[quantity.unit],
        "relative" if quantity.is_relative else "",
        "with the absolute risks" if quantity.has_absolute else "",
        f"of {', '.join(sorted(quantity.subjects))}" if quantity.subjects else "",
        "with a time" if quantity.has_time_frame else "",
    ]
    return ", ".join(part for part in parts if part)


def _others(document: Document, found: Sequence[Quantity]) -> Iterator[OtherNumber]:
    """Yield the numbers that no claim holds, in reading order, each once."""
    places: dict[str, list[int]] = {}
    claimed = sorted((quantity.number.start, quantity.number.end) for quantity in found)
    for number in _NUMBER.finditer(document.text):
        if not any(start < number.end() and number.start() < end for start, end in claimed):
            places.setdefault(number[0].strip(), []).append(document.position(number.start()).line)
    for text, lines in places.items():
        shown = [str(line) for line in dict.fromkeys(lines)]
        more = " …" if len(shown) > _MOST_LINES else ""
        yield OtherNumber(text, len(lines), ", ".join(shown[:_MOST_LINES]) + more)


def _pointer(mark: Mark, by_number: dict[int, Finding]) -> Pointer:
    return Pointer(mark.number, mark.severity, by_number[mark.number].rule)


def _words(document: Document, region: Region) -> str:
    return document.text[region.start : region.end].strip()


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_TEXT else f"{text[:_MOST_TEXT].rpartition(' ')[0]} …"
