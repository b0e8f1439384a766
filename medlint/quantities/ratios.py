"""So many in so many: one in eight, nine out of ten, every third."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.expressions import expression
from medlint.quantities.line import PEOPLE, Draft, Line, Span
from medlint.quantities.numerals import ANY_NUMBER, NUMBER, value
from medlint.quantities.vocabulary import words

# A hyphen may stand before the second number: "nine-out-of-ten".
_SECOND = rf"(?P<second>(?:every |each |a |an )*(?:(?:hundred|thousand|million)\b|{ANY_NUMBER}))"
_NOUN_WORD = (
    r" (?!(?:in|of|from|for|per|and|or|with|to|is|are|was|than|by|at|on|after|every|each|the)\b)[a-z][a-z'-]*"
)
_RATIO = expression(
    rf"(?P<first>{NUMBER})(?: (?:to|or|-) {NUMBER})?(?P<noun>(?:{_NOUN_WORD}){{0,3}}?)(?:[ -]in)?"
    rf"[ -](?P<link>in|out[ -]of|of|from|per|for)[ -](?:(?:every|each) )?{_SECOND}"
)
_SLASH = expression(r"(?P<first>\d{1,3})\s?/\s?(?P<second>\d{1,4})(?![\w/])")
_EVERY = expression(r"\bevery (?P<which>second|other|third|fourth|fifth|tenth) ")
_ORDINALS = {"second": 2, "other": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10}
_SCORE = expression(
    r"\b(?:rat(?:e|ed|es|ing)|scor(?:e|ed|es|ing)|scale|stars?|points?|marks?|grade[ds]?|level|apgar"
    r"|average[sd]?)\b"
)
_NAME = expression(r"\b[A-Z]\w+ in [A-Z][a-z]+")
_YEAR = expression(r"(?:19|20)\d\d")
_ARTICLES = expression(r"^(?:(?:every|each|an?) )*")
_NO_SHARE = frozenset({"row", "stars", "points", "star", "hourly"})
_LOOSE_LINKS = frozenset({"of", "from", "for", "/", "per"})
"""Links that join other figures as well: "one of three", "two for one"."""

_TENS = 10  # shares are told of round numbers, "94 of 100"; choices of small ones, "one of three"


def ratios(line: Line) -> Iterator[Draft]:
    """Yield so many in, of or out of so many."""
    for found in (*_RATIO.finditer(line.text), *_SLASH.finditer(line.text)):
        given = found.groupdict()
        values = value(found["first"]), value(_ARTICLES.sub("", found["second"]))
        link = (given.get("link") or "/").replace("-", " ")
        if values[0] > values[1] or (values[0] == values[1] and link != "out of"):
            continue
        if _is_share(line, found.span(), link, (given.get("noun") or "").split(), values):
            region = found.start(), line.phrase_end(found.end())[0]
            yield Draft("ratio", found.span(), region, values, is_certain=True)


def every_so_many(line: Line) -> Iterator[Draft]:
    """Yield every second woman, every third patient."""
    for found in _EVERY.finditer(line.text):
        noun = line.noun_after(found.end(), PEOPLE, most=1)
        if noun is not None:
            values = 1.0, float(_ORDINALS[found["which"]])
            number = found.start(), found.end() - 1
            yield Draft("ratio", number, (found.start(), noun[1][1]), values, is_certain=True)


def _is_share(line: Line, span: Span, link: str, noun: list[str], values: tuple[float, float]) -> bool:
    if noun and noun[-1] in words("item"):
        return False
    following = [word for word, _ in line.words_after(span[1], 2)]
    if any(word in words("item") for word in following):
        return False
    if following and (
        following[0] in _NO_SHARE or following[0] in words("time") or following[0] in words("measure")
    ):
        return False
    has_people = line.noun_after(span[1], PEOPLE, most=3) is not None
    if link in _LOOSE_LINKS and not _is_loose_share(
        line, span, link, following, values, has_people=has_people or bool(noun)
    ):
        return False
    if link == "in" and _YEAR.search(line.text[slice(*span)].rpartition(" ")[2]):
        return False
    if link == "of" and values[0] == 1 and line.noun_after(span[1], ("professionals",), most=2) is not None:
        return False
    is_named = line.kind != "heading" and _NAME.fullmatch(line.original[slice(*span)]) is not None
    return not is_named and (
        has_people or bool(noun) or not _SCORE.search(line.text[max(0, span[0] - 40) : span[0]])
    )


def _is_loose_share(
    line: Line, span: Span, link: str, following: list[str], values: tuple[float, float], *, has_people: bool
) -> bool:
    if has_people or "every" in line.text[slice(*span)]:
        return True
    acts = not following or following[0] in words("follows-percent") or following[0] in words("outcome")
    return link != "/" and values[1] % _TENS == 0 and acts
