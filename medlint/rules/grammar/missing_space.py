"""Where the space after a comma or a full stop is missing, two words run together.

Readers stumble over them; search engines and screen readers read one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION, is_address, is_running_text, told_once

_OPENERS = "The|This|These|They|There|What|When|Why|Some|Most|Many|After|Before|During|Your|Our"
_SMALL = "the|this|these|they|there|then|you|your|our|when|if|but|for|and|with|after|most|some|we|which|that"
_MARK = re.compile(r"[,.;:!?](?=[A-Za-z][a-z])")
# How the text goes on behind a mark, and which words and marks may stand in front of it.
_KINDS = tuple(
    (re.compile(before + "$"), mark, re.compile(behind))
    for before, mark, behind in (
        (r"[a-z]{2}|[)\]%”]", ",", r"[A-Za-z][a-z]"),
        (r"\d", ",", rf"(?:{_SMALL})\b"),
        (r"[a-z]{2}", ".", r"[A-Z][a-z]+[\s,'’]"),
        (r"[a-z]{2}", ".", rf"(?:{_SMALL}) "),
        (r"[)\]%”]", ".", r"[A-Za-z][a-z]"),
        (r"\d\d", ".", rf"(?:{_OPENERS})\b"),
        (r"[a-z]{2}", "!?", r"[A-Z][a-z]"),
        (r"[a-z]{2}", ";", r"[a-z]{2}"),
        (r"[a-z]{2}", ":", r"[A-Z][a-z]+ "),
    )
)
_HEADING = re.compile(rf"[TWSMABDYO](?<=[a-z]{{3}}[TWSMABDYO])(?<=(?=(?:{_OPENERS}) ).)")
_LEFT, _RIGHT = re.compile(r"[\w’'-]+[^\w\s]{0,2}$"), re.compile(r"[\w’'-]+")
_NEXT = re.compile(r" [\w’'-]+")
_LONGEST = 40  # characters of a word that are shown
_AROUND = 8  # characters beside the words in which a technical name shows
# A name on the web or of a file, an entity, a field of a record.
_TECHNICAL = re.compile(
    r"&\w+;|\b(?:doi|pmid|isbn|issn|http|https|mailto|tel)\b|\b\w+\.(?:com|org|net|gov|edu|js|io)\b",
    re.IGNORECASE,
)


@rule(
    id="grammar.missing-space",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    message="“{text}” needs a space inside{repeat}.",
    advice="Put a space between the words; where a heading ran into the text, a full stop or a new line.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=(
        "It treats [[fever,cough]] and pain.",
        "The wound heals in a [[week.Then]] call us.",
        "Is it [[safe?Ask]] the nurse.",
        "We open at eight (not on [[Mondays).Call]] first.",
        "It is a kind of [[cancerThe doctor]] will explain.",
    ),
    good=(
        "See hollowbrook.example, www.hollowbrook.example/The or ask@hollowbrook.example.",
        "The value is 1,000.5 and the drug 1,2-propanediol or N,N-dimethyl.",
        "Use e.g. water, i.e. no tea, at 9 p.m. in the U.S. or with J.Smith.",
        "Open leaflet.Docx or doi:10.1000/Test.The",
        "The HbA1c, the eGFR, McDonald criteria and the LinkedIn page.",
        "Tablet(s), he/she and 2019;12(3):45 are fine.",
        "AT&amp;T and Booking.Com are names.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield pairs of words that run together."""
    text = document.text
    gaps = [(found[0], found.start(), found.end()) for found in _MARK.finditer(text) if _is_slip(text, found)]
    gaps += [("", found.start(), found.start()) for found in _HEADING.finditer(text)]
    matches = ((mark, _match(document, before, behind)) for mark, before, behind in gaps)
    yield from told_once([(mark, match) for mark, match in matches if match is not None])


def _is_slip(text: str, found: re.Match[str]) -> bool:
    start = found.start()
    return any(
        found[0] in marks
        and behind.match(text, found.end())
        and before.search(text, max(0, start - 2), start)
        for before, marks, behind in _KINDS
    )


def _match(document: Document, before: int, behind: int) -> Match | None:
    """Return the two words, the first up to `before` and the second from `behind`."""
    text = document.text
    left = _LEFT.search(text, max(0, before - _LONGEST), before)
    right = _RIGHT.match(text, behind, behind + _LONGEST)
    if left is None or right is None:
        return None
    region = Region(left.start(), right.end())
    around = text[max(0, region.start - _AROUND) : region.end + _AROUND]
    if is_address(document, region) or _TECHNICAL.search(around) or not is_running_text(document, before):
        return None
    if before == behind and (following := _NEXT.match(text, right.end())):
        region = Region(region.start, following.end())
    return Match(region, suggestions=(f"{text[region.start : behind]} {text[behind : region.end]}",))
