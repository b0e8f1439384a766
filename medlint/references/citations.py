"""Marks in a text that point to a source: [1], [^1], superscripts, author and year."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from medlint.expressions import expression

LARGEST_RANGE = 50
"""Sources that one "[3-40]" may stand for; more is a page range, not a marker. Our own judgement."""

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_LIST = r"\d{1,3}\s?(?:[,;\u2010-\u2015\u2212-]\s?\d{1,3}\s?)*"
_NUMBERED = expression(
    rf"""\[\s?(?P<square>{_LIST})\]
    | \[\^(?P<foot>[^\]\s]{{1,40}})\]
    | (?<![\d{RAISED}^])(?<!\b[a-z])(?<!\b[ckmnµd]m)(?P<raised>[{RAISED}]+(?:[,\u2013-][{RAISED}]+)*)
    """,
    re.VERBOSE,
)
# Only where such a source is listed: "(1)" also numbers a list, and "risk1" may be a name.
_LOOSE = expression(
    rf"(?<=\s)\((?P<round>{_LIST})\)|(?:(?<=[a-z)%\"\u201d][.,;:])"
    rf"|(?<=[a-z]{{4}}))(?P<flat>\d{{1,2}}(?:[,\u2013-]\d{{1,2}})*)(?=[\s.,;:)]|$)"
    r"|(?<=[\w%.,)])(?P<sign>[*\u2020\u2021\u00a7]{1,3})(?!\w)"
)
_RANGE = expression(r"(\d{1,3})\s?[\u2010-\u2015\u2212-]\s?(\d{1,3})")

YEAR = r"(?:1[89]\d\d|20\d\d)"
_CAPITAL = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u010c\u0106\u0110\u0130\u0141\u015a\u0160\u017b\u017d"
_PARTICLE = r"(?:[Vv][ao]n|[Dd]e[rnl]?|[Ll][ae]|[Dd][aio]s?|[Tt]en|[Ee]l)"
_NAME = rf"(?<![^\W\d_])(?:{_PARTICLE}[ -]){{0,3}}[{_CAPITAL}](?:[\w'\u2019]|-(?=\w)){{1,30}}"
_ONE = rf"{_NAME}(?: {_NAME})?(?:,? [{_CAPITAL}]{{1,3}}\b\.?)?"
_SEVERAL = rf"{_ONE}(?:,? et al\b\.?| and (?:colleagues|co-?workers)|(?:, {_NAME}){{0,8}},? (?:and|&) {_ONE})"
_DATE = rf"{YEAR}[a-z]?\b"
_AUTHOR_YEAR = expression(
    rf"(?P<team>{_SEVERAL}(?:'s|\u2019s)?(?:,? [^()\d;]{{0,60}})?,? ?[(\[]?{_DATE})"
    rf"|(?:(?<=[(\[;,])|(?<=[(;,] )|(?<=in )|(?<=e\.g\., )"
    rf"|(?<=see ))(?P<one>{_ONE},? [(\[]?{_DATE})(?=[^()]{{0,200}}[)\]])"
    rf"|(?P<spoken>{_NAME} [(\[]{_DATE}[)\]])"
)
_NO_AUTHOR = expression(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring"
    r"|Summer|Autumn"
    r"|Fall|Winter|In|Since|Until|From|By|Before|After|During|Early|Late|Mid|About|Year|Updated|Copyright"
    r"|Reviewed|Issued|Figs?|Figures?|Tables?|Version|Founded|Est|Established|The|And|Or|On)\b"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """Where a text points to sources by number or sign."""

    start: int  # characters of the text, from 0
    end: int  # end excluded
    keys: tuple[str, ...]  # "3", "4" of "[3,4]"; every source of a range


def markers(text: str, keys: Collection[str] | None = None) -> Iterator[Marker]:
    """Yield the markers of `text`, in reading order.

    Args:
        text: As its author wrote it, not folded.
        keys: Of the sources listed. With them, forms that may be something else are read as well,
            where they resolve: "(1)", "risk.1", "60%*".
    """
    found = [_marker(each) for each in _NUMBERED.finditer(text)]
    if keys:
        loose = (_marker(each) for each in _LOOSE.finditer(text))
        found += [marker for marker in loose if all(key in keys for key in marker.keys)]
    yield from sorted((marker for marker in found if marker.keys), key=lambda marker: marker.start)


def _marker(found: re.Match[str]) -> Marker:
    name = found.lastgroup or ""
    written = found[name].translate(SUPERSCRIPTS)
    keys = (written,) if name in ("foot", "sign") else tuple(_numbers(written))
    return Marker(found.start(), found.end(), keys)


def _numbers(written: str) -> Iterator[str]:
    for part in re.split(r"\s?[,;]\s?", written.strip()):
        pair = _RANGE.fullmatch(part.strip())
        if pair is None:
            yield part.strip()
        elif 0 < int(pair[2]) - int(pair[1]) <= LARGEST_RANGE:
            yield from map(str, range(int(pair[1]), int(pair[2]) + 1))


def author_years(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end (excluded) of "Maló et al., 2019", "(Smith 2019)" and their like."""
    for found in _AUTHOR_YEAR.finditer(text):
        if not _NO_AUTHOR.match(found[0]):
            yield found.span()
