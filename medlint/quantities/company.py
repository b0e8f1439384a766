"""What stands around a figure: its subject, comparator, time frame and people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from medlint.expressions import expression
from medlint.model import Region
from medlint.quantities.bounds import bound_of
from medlint.quantities.line import Draft, Line, Span
from medlint.quantities.numerals import NUMBER
from medlint.quantities.quantity import Quantity
from medlint.quantities.relations import change_of, is_relative_risk, rate_of
from medlint.quantities.vocabulary import words

_TIME = r"(?:second|minute|hour|day|night|evening|week|month|year|decade|season|session|visit)s?"
_FRAME = expression(
    rf"\b(?:within|after|at|in|over|for|during|by|per|every|each|a|the first|the last|one|next|past) "
    rf"(?:(?:the|about|just|only|first|last|next|past|a|an|one|half|several|few|{NUMBER}) ?)*[ -]?{_TIME}\b"
    rf"|\b{NUMBER}-(?:year|month|week|day)\b|\b(?:annual|annually|yearly|lifetime)\b|\bday {NUMBER}"
    r"|\b(?:19|20)\d\d\b|\bin (?:their|his|her|our|your) li(?:fe|ves)\b|\bby age\b|\bonce in a\b"
)
_WHO = expression(
    r" (?:with|who|aged|over|under|between|older|younger|living|treated|undergoing|diagnosed|suffering|having"
    r"|given|taking|whose|from|in the)\b"
)
_NUMBERED = expression(rf"\b(?:of|in|among|from|with) (?:the |our |all )?{NUMBER} (?:[a-z]+ ){{0,3}}")
_THAN = expression(
    r"\b(?:than|compared (?:with|to)|in comparison (?:with|to)|against|versus|vs\.?|as) "
    r"(?P<what>[^.;,()]{2,60})"
)
_TYPICAL = expression(
    r"\b(?:average|typically|typical|median|mean|ranges?|ranging|ranged|interquartile|usually)\b"
)
_OWN = expression(r"\b(?:our|we|us|my)\b")
_NOBODY = frozenset({"case", "cases", "us", "them"})
"""Words for people that do not say which people."""


def complete(line: Line, draft: Draft, shift: int) -> Quantity:
    """Return the quantity that a draft is in its sentence, whose text begins at `shift`."""
    bound, start = bound_of(line, draft)
    rate, change = rate_of(line, draft), change_of(line, draft)
    region = _widest((start, draft.number[1]), draft.region, rate, change)
    clause = _clause(line, region)
    surroundings = _surroundings(line)
    names = set(re.findall(r"[a-z0-9]+", clause))
    return Quantity(
        region=_placed(region, shift),
        number=_placed(draft.number, shift),
        unit=draft.unit,
        values=draft.values,
        bound=bound,
        subjects=frozenset(names & (words("rate") | words("risk"))),
        comparator=_comparator(line, draft),
        is_rate=rate is not None,
        is_relative=change is not None and is_relative_risk(line, draft, region, is_rate=rate is not None),
        is_outcome=any(word in names or (" " in word and f" {word}" in clause) for word in words("outcome")),
        is_own=surroundings.is_own,
        has_time_frame=surroundings.has_time_frame,
        has_population=surroundings.has_people
        or any(place >= region[0] - 60 for place in surroundings.numbered),
        has_typical=surroundings.has_typical or draft.is_range,
    )


def _widest(*spans: Span | None) -> Span:
    known = [span for span in spans if span is not None]
    return min(start for start, _ in known), max(end for _, end in known)


def _placed(span: Span, shift: int) -> Region:
    return Region(shift + span[0], shift + span[1])


def _clause(line: Line, region: Span) -> str:
    """Return the clause around a stretch, with a space for a hyphen."""
    first = max((found.end() for found in re.finditer(r"[.;:!?]\s", line.text[: region[0]])), default=0)
    rest = re.search(r"[.;:!?](?:\s|$)", line.text[region[1] :])
    last = region[1] + (rest.start() if rest else len(line.text))
    return line.text[first:last].replace("-", " ")


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What a sentence says for all its figures."""

    is_own: bool
    has_time_frame: bool
    has_typical: bool
    has_people: bool
    numbered: tuple[int, ...]  # where so many people are named, in characters of the sentence


@lru_cache(maxsize=2)
def _surroundings(line: Line) -> _Surroundings:
    return _Surroundings(
        is_own=_OWN.search(line.text) is not None,
        has_time_frame=_FRAME.search(line.text) is not None,
        has_typical=_TYPICAL.search(line.text) is not None,
        has_people=_has_people(line),
        numbered=tuple(
            found.start()
            for found in _NUMBERED.finditer(line.text)
            if line.noun_after(found.end(), ("people",), most=0) is not None
        ),
    )


def _has_people(line: Line) -> bool:
    for found in re.finditer(r"[a-z]+", line.text):
        is_person = found[0] in words("people") and found[0] not in _NOBODY
        if is_person and _WHO.match(line.text, found.end()):
            return True
    return False


def _comparator(line: Line, draft: Draft) -> str:
    found = _THAN.search(line.text, draft.number[1], draft.number[1] + 120)
    return line.original[slice(*found.span("what"))].strip() if found else ""
