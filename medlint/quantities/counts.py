"""How many people live with something, and how many a provider has treated."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.expressions import expression
from medlint.quantities.line import Draft, Line, Span
from medlint.quantities.numerals import NUMBER, value
from medlint.quantities.vocabulary import words

_LEAST = 100
"""Fewer people or operations than this are no boast and no prevalence: our own judgement."""

_COUNT = expression(rf"(?P<number>{NUMBER})\+?(?= )|(?P<ordinal>(?<![\w.,])\d[\d,]*\d)(?:th|st|nd|rd)(?= )")
_VAGUE = expression(r"\b(?:tens of |hundreds of )?(?P<number>hundreds|thousands|millions) of ")
_BOAST = expression(
    r"\b(?:our|we|us|trust(?:ed|s)?|treat(?:ed|s)?|help(?:ed|s)?|perform(?:ed|s)?|satisfied|happy"
    r"|join(?:ed)?|successful(?:ly)?"
    r"|changed|transformed|served|cured|placed|delivered)\b"
)
_SAMPLE = expression(
    r"\b(?:stud(?:y|ies)|trials?|survey|review|cohort|sample|meta-analysis|analysis|experiment|research)\b"
)
_ROUGHLY = r"(?: (?:about|around|nearly|over|more than|almost|the|some|only|just|small))*"
_SAMPLE_LEAD = expression(
    r"\b(?:of|in|with|among|on|followed|included|including|involving|covering|randomi[sz]ed|compared|asked"
    rf"|used .{{0,25}}treat){_ROUGHLY} $"
)
_NO_CLAIM_LEAD = expression(
    r"\b(?:enroll?(?:ed|s)?|recruit\w*|invit\w*|looking for|seek\w*|needs?|room for|space for"
    r"|capacity (?:of|for)|limited to"
    rf"|places? for|employ\w*|staff of|team of|seats?){_ROUGHLY} $"
)
_DENOMINATOR = expression(
    r"\b(?:per|every|each|in|out of|for)(?: every| each)? $|^\W*(?:of|among) (?:the |all |these )*$"
)


def counts(line: Line) -> Iterator[Draft]:
    """Yield numbers of people, deaths and treatments."""
    for found in _COUNT.finditer(line.text):
        figure = value(found["number"] or found["ordinal"])
        if figure < _LEAST or _is_sample(line, found.start()):
            continue
        noun = line.noun_after(found.end(), ("people", "procedures", "events"), most=3) or _sold(
            line, found.end()
        )
        if noun is None or _has_measure(line, found.end()):
            continue
        start, end = found.start(), noun[1][1]
        yield Draft("count", found.span(), (start, end), (figure,), is_certain=True)
    for found in _VAGUE.finditer(line.text):
        noun = line.noun_after(found.end(), ("people", "procedures"), most=3)
        if noun is not None and _BOAST.search(line.text):
            yield Draft("count", found.span("number"), (found.start(), noun[1][1]), (), is_certain=True)


def _sold(line: Line, end: int) -> tuple[str, Span] | None:
    """Return "sold" where so many pieces of something were."""
    return next((found for found in line.words_after(end, 3) if found[0] == "sold"), None)


def _is_sample(line: Line, start: int) -> bool:
    lead = line.text[max(0, start - 60) : start]
    if _DENOMINATOR.search(lead) or _NO_CLAIM_LEAD.search(lead):
        return True
    return _SAMPLE.search(line.text) is not None and _SAMPLE_LEAD.search(lead) is not None


def _has_measure(line: Line, end: int) -> bool:
    first = next(line.words_after(end, 1), None)
    if first is None or _sold(line, end):
        return False
    return any(first[0] in words(name) for name in ("measure", "time", "item"))
