"""Shares in words: half of, a quarter of us, the vast majority."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.expressions import expression
from medlint.quantities.line import PEOPLE, Draft, Line, Span
from medlint.quantities.vocabulary import words

EXTENT = (
    r"(?:half|(?:one|two|three|four|five|nine|an?)[ -]"
    r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?))"
)
"""A fraction in folded text."""

_FRACTION = expression(
    rf"\b(?P<fraction>{EXTENT}(?:(?: to | or |-to-){EXTENT})?)(?: of)?\s(?=[a-z0-9])"
    r"(?!an? |price|board|way|hour|term|time\b)"
)
_ACTS = expression(
    r" (?:reported|said|saw|felt|noticed|recommend|agreed|lost|recovered|improved|relapsed|survived|were"
    r"|had|have|are"
    r"|would|no longer|died)\b"
)
_MAJORITY = expression(r"\b(?:the |a |an )?(?:vast|overwhelming|great|huge) majority(?: of)? ")
_NEARLY_ALL = expression(r"\b(?:nearly|almost|virtually|practically) (?:all|every)(?: of)? ")
_PARTS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
_COUNTS = {"one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "nine": 9}
_MANY = expression(r"people|men|women|children|us|them|those|population|kids|folks|wives|[a-z]+s")
_SUCH = expression(r"who|with|on|given|taking|over|under|aged|in|above|living|affected|[a-z]+ed")


def fractions(line: Line) -> Iterator[Draft]:
    """Yield half of, a quarter of and two thirds of people and events."""
    for found in _FRACTION.finditer(line.text):
        span, values = found.span("fraction"), (part(found["fraction"]),)
        noun = line.noun_after(found.end(), PEOPLE, most=4)
        if noun is None and _ACTS.match(line.text, span[1]):
            yield Draft("fraction", span, span, values, is_certain=True)
        # "A third nurse", "half of the leg": one of something is not shared out.
        is_many = noun is not None and _MANY.fullmatch(noun[0]) is not None
        if noun is not None and is_many and _are_people(line, found.start(), noun):
            yield Draft("fraction", span, (span[0], noun[1][1]), values, is_certain=True)


def majorities(line: Line) -> Iterator[Draft]:
    """Yield large shares in words."""
    for found in _MAJORITY.finditer(line.text):
        noun = line.noun_after(found.end(), PEOPLE, most=4) or next(line.words_after(found.end(), 1), None)
        if noun is not None:
            yield _share(found.span(), noun[1][1])
    for found in _NEARLY_ALL.finditer(line.text):
        noun = line.noun_after(found.end(), ("people",), most=3)
        if noun is not None:
            yield _share(found.span(), noun[1][1])


def part(fraction: str) -> float:
    """Return the value of what `EXTENT` matched."""
    names = [name.rstrip("s") for name in re.split(r"[ -]", fraction)]
    return _COUNTS.get(names[0], 1) / next((_PARTS[name] for name in names if name in _PARTS), 2)


def _share(span: Span, end: int) -> Draft:
    return Draft("share", (span[0], span[1] - 1), (span[0], end), (), is_certain=True)


def _are_people(line: Line, start: int, noun: tuple[str, Span]) -> bool:
    """Say whether "them" and "those" stand for people here."""
    if noun[0] not in ("them", "those"):
        return True
    behind = next((word for word, _ in line.words_after(noun[1][1], 1)), "")
    if noun[0] == "those" and _SUCH.fullmatch(behind):
        return True
    earlier = re.findall(r"[a-z]+", line.before + " " + line.text[:start])
    return any(word in words("people") and word not in ("them", "those", "us") for word in earlier)
