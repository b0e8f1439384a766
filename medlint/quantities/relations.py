"""Rates and changes: what a figure is the rate of, and by how much something rises or falls."""

from __future__ import annotations

import re

from medlint.expressions import expression
from medlint.quantities.line import Draft, Line, Span
from medlint.quantities.vocabulary import words

_BEFORE = 90  # characters before a figure in which its verb or its rate may stand

_RATES_BEFORE = (
    expression(r"\b(?P<what>[a-z]+)[ -]rates?\b[^.;!?]{0,40}$"),
    expression(r"\brate of (?P<what>[a-z]+)[^.;!?]{0,30}$"),
    expression(
        r"\b(?P<what>[a-z]+)(?::| of| is| was| at) "
        r"(?:(?:up to|over|more than|about|around|nearly|at|almost|above) )*$"
    ),
)
_RATE_BEHIND = expression(r"[ -](?:[a-z-]+ ){0,3}?(?P<what>[a-z]+)[ -]rates?\b")
_SUCCESS_BEHIND = expression(r"[ -]success\b")
_ARTICLE = expression(r"\b(?:the|our|a|an|its|their|[a-z]+'s) (?:[a-z-]+ ){0,2}$")

_VERB = (
    r"(?:reduc|lower|cut|decreas|slash|drop|fall|fell|declin|rais|ris|rose|increas|boost|improv|grow|grew"
    r"|shrink"
    r"|shrank|shrunk|climb|diminish|fad|plummet|eas)\w*"
)
_VERB_BY = expression(
    rf"\b(?P<verb>{_VERB})\b(?! {_VERB})[^.;:!?]{{0,60}}?\b(?P<by>by|up to|to)? ?"
    r"(?:(?:an?|about|up to|almost|nearly|over|more than|around|as much as) ?){0,3}$"
)
_BY = expression(r"\bby\b[^.;:]*$")
_FROM = expression(r"\bfrom [^;]{0,20}$")
_TRANSITIVE = expression(r"(?:reduc|lower|cut|decreas|slash)\w*")
_BEFORE_NOUN = frozenset({"more", "less", "fewer", "lower", "higher", "greater"})


def rate_of(line: Line, draft: Draft) -> Span | None:
    """Return the stretch from "success rate" to the figure, or from the figure to it."""
    if draft.unit not in ("percent", "ratio", "fraction", "multiple"):
        return None
    start, end = draft.number
    behind = _RATE_BEHIND.match(line.text, end)
    if behind and behind["what"] in words("rate"):
        return start, behind.end()
    first = max(0, start - _BEFORE)
    lead = line.text[first:start]
    for pattern in _RATES_BEFORE:
        found = pattern.search(lead)
        if found and found["what"] in words("rate"):
            opening = _ARTICLE.search(lead[: found.start()])
            return first + (opening.start() if opening else found.start()), end
    is_success = draft.unit != "multiple" and _SUCCESS_BEHIND.match(line.text, end) is not None
    return (start, end) if is_success else None


def change_of(line: Line, draft: Draft) -> Span | None:
    """Return the stretch of a rise or fall: "cuts the risk by 40 %", "40 % fewer"."""
    start, end = draft.number
    if draft.unit not in ("percent", "fraction"):
        return draft.region if draft.is_change else None
    first = max(0, start - _BEFORE)
    lead = line.text[first:start]
    if _FROM.search(lead):
        return None
    found = _VERB_BY.search(lead)
    if found and (draft.is_change or _BY.search(lead, found.start())):
        return first + found.start(), draft.region[1]
    compared = next(line.words_after(end, 1), None)
    if compared and compared[0] in words("relative") and draft.unit == "percent":
        last = compared[1][1]
        noun = next(line.words_after(last, 1), None)
        return start, (noun[1][1] if noun and compared[0] in _BEFORE_NOUN else last)
    return draft.region if draft.is_change else None


def is_relative_risk(line: Line, draft: Draft, region: Span, *, is_rate: bool) -> bool:
    """Say whether a change is one of a risk, a rate or the frequency of a complaint."""
    lead = line.text[max(0, region[0] - 30) : region[0]].rpartition(",")[2]
    text = line.text[region[0] : region[1] + 30].partition(".")[0]
    if is_rate or any(name in words("risk") for name in _names(f"{lead} {text}")):
        return True
    verb = re.match(_VERB, text)
    if verb is None or draft.unit == "multiple" or not _TRANSITIVE.fullmatch(verb[0]):
        return False
    what = _names(text[verb.end() :].partition(" by ")[0])
    return bool(what) and what[0] != "by" and not any(name in words("measured") for name in what)


def _names(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text)
