"""Changes and comparisons: three times more likely, halves the risk, by a fifth, a third fewer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.expressions import expression
from medlint.quantities.fractions import EXTENT, part
from medlint.quantities.line import Draft, Line
from medlint.quantities.numerals import NUMBER, value
from medlint.quantities.vocabulary import words

_TIMES = expression(
    rf"(?P<number>{NUMBER})(?:[ -]times|x|\u00d7| x)[ -](?:as )?(?P<word>[a-z]+)"
    r"|\b(?P<twice>twice|half|thrice) as (?P<as>[a-z]+)"
)
_FOLD = expression(
    rf"(?P<number>{NUMBER})[ -]?fold\b|\b(?P<joined>two|three|four|five|six|ten|hundred)fold\b"
)
_DOUBLE = expression(r"\b(?:doubl|halv|tripl|quadrupl)(?:es|ed|ing|e)\b|\b(?:double|twice|half|triple) the\b")
_ROUGHLY = r"(?:(?:about|around|almost|nearly|roughly|more than|over|up to|approximately|as much as) )*"
_BY = expression(rf"\bby {_ROUGHLY}(?P<fraction>{EXTENT})\b(?! (?:an?|past|hour|of)\b)")
_COMPARED = expression(rf"\b(?P<fraction>{EXTENT}) (?P<word>[a-z]+)")
_IN_HALF = expression(
    r"\b(?:cuts?|cutting|reduce[sd]?|slash(?:ed|es)?|drop(?:s|ped)?|split)\b(?P<what>[^.;,]{0,40}?) (?:in"
    r"|by) half\b"
)
_VERB = expression(
    r"\b(?:reduc|lower|cut|decreas|slash|drop|fall|fell|declin|rais|ris|rose|increas|boost|improv|grow|grew"
    r"|shr[aiu]nk|climb|went|fad|melt|plummet|diminish|eas)\w*\b"
)
_CHANGE = expression(
    r"\b(?:reduc|lower|cut|decreas|drop|fall|fell|rais|ris|rose|increas|boost|improv|grow|grew|high|more"
    r"|great|fast"
    r"|strong|better|risk|chance|odds)"
)
_WIDTH = 70  # characters before a figure in which the verb of its change may stand


def multiples(line: Line) -> Iterator[Draft]:
    """Yield how many times more or less something is, and what is doubled or halved."""
    yield from _times(line)
    for found in _FOLD.finditer(line.text):
        if _CHANGE.search(line.window(*found.span(), before=30, after=25)):
            times = value(found["number"] or found["joined"])
            yield Draft("multiple", found.span(), found.span(), (times,), is_change=True, is_certain=True)
    for found in _DOUBLE.finditer(line.text):
        most = 2 if found[0].endswith(" the") else 4
        end = _risk_after(line, found.end(), most) or _risk_before(line, found.start(), found.end())
        if end is not None:
            times = 0.5 if found[0].startswith("hal") else 2.0
            region = found.start(), end
            yield Draft("multiple", found.span(), region, (times,), is_change=True, is_certain=True)


def parts(line: Line) -> Iterator[Draft]:
    """Yield what rises or falls by a fraction, or is a fraction more or less."""
    for found in _BY.finditer(line.text):
        if _VERB.search(line.text, max(0, found.start() - _WIDTH), found.start()):
            yield _part(found, found.span("fraction"))
    for found in _COMPARED.finditer(line.text):
        is_advice = "eat" in line.text or "drink" in line.text
        if found["word"] in words("relative") and not is_advice:
            yield _part(found, found.span("fraction"))
    for found in _IN_HALF.finditer(line.text):
        what = re.findall(r"[a-z0-9]+", found["what"])
        subject = re.findall(r"[a-z0-9]+", line.text[max(0, found.start() - _WIDTH) : found.start()])[-4:]
        is_divided = any(word in words(name) for word in what for name in ("divided", "item", "measured"))
        if not is_divided and (what or any(word in words("risk") for word in subject)):
            yield Draft("fraction", found.span(), found.span(), (0.5,), is_change=True, is_certain=True)


def _times(line: Line) -> Iterator[Draft]:
    for found in _TIMES.finditer(line.text):
        word = found["word"] or found["as"]
        is_risk = word == "the" and _risk_after(line, found.end()) is not None
        if not (is_risk or word in words("relative") or word in words("as")):
            continue
        times = (
            value(found["number"])
            if found["number"]
            else {"half": 0.5, "twice": 2.0, "thrice": 3.0}[found["twice"]]
        )
        noun = next(line.words_after(found.end(), 1), None) if word in ("more", "less", "the") else None
        region = found.start(), noun[1][1] if noun else found.end()
        yield Draft("multiple", found.span(), region, (times,), is_change=True, is_certain=True)


def _part(found: re.Match[str], number: tuple[int, int]) -> Draft:
    return Draft(
        "fraction", number, found.span(), (part(found["fraction"]),), is_change=True, is_certain=True
    )


def _risk_after(line: Line, end: int, most: int = 2) -> int | None:
    noun = line.noun_after(end, ("risk", "rate", "effect"), most)
    return noun[1][1] if noun else None


def _risk_before(line: Line, start: int, end: int) -> int | None:
    """Return `end` where the subject in front is a risk: "the risk of a clot doubles"."""
    lead = re.findall(r"[a-z]+", line.text[max(0, start - _WIDTH) : start].rpartition(",")[2])
    return end if any(word in words("risk") for word in lead[-7:]) else None
