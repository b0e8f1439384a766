"""What a run says of the market it is for: what it left out, and which rules are the market's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medlint.matchers.medicines import names_for
from medlint.rule import Rule
from medlint.selection import GENERAL
from medlint.settings import Settings

COUNTRIES = {
    "us": "the United States",
    "uk": "the United Kingdom",
    "eu": "the European Union",
    "de": "Germany",
    "tr": "Türkiye",
    "au": "Australia",
    "ca": "Canada",
}
"""Market → its name in a sentence."""

_OPENING = "market: "

NONE_CHOSEN = (
    f"{_OPENING}none was chosen, so only rules that hold everywhere ran; "
    f"--market sets one of {', '.join(COUNTRIES)}"
)
"""What a report says without a market."""


def notes(settings: Settings) -> tuple[str, ...]:
    """Return what the rules of markets could not look at, in sentences."""
    market, audience = settings.values.profile.market, settings.values.profile.audience
    if market is None:
        return (NONE_CHOSEN,)
    told = [f"{_OPENING}{sentence}" for sentence in _list_note(market)]
    if market == "tr" and audience is None:
        told.append(f"{_OPENING}no audience was told, so rules for readers in Türkiye and abroad ran")
    return tuple(told)


def is_about_market(note: str) -> bool:
    """Say whether a note of a report is one of these, which need no telling on standard error."""
    return note.startswith(_OPENING)


def lines_of(rules: Sequence[Rule], market: str | None) -> Iterator[str]:
    """Yield a line for each rule in force, and one that counts them; a market's own rules are marked."""
    width = max(len(rule.id) for rule in rules)
    marks = [_mark(rule, market) for rule in rules]
    mark_width = max(map(len, marks))
    for rule, mark in zip(rules, marks, strict=True):
        marked = f"{mark:{mark_width}}  " if market else ""
        yield f"{rule.id:{width}}  {rule.severity:7}  {marked}{rule.message}"
    own = sum(mark != GENERAL for mark in marks)
    counted = f" ({own} of them for {COUNTRIES[market]})" if market else ""
    yield f"\n{len(rules)} rules{counted}. `medlint explain RULE` tells more about one."
    if market:
        yield from (f"{sentence[0].upper()}{sentence[1:]}." for sentence in _list_note(market))


def _mark(rule: Rule, market: str | None) -> str:
    return str(market) if market in rule.profiles else GENERAL


def _list_note(market: str) -> Iterator[str]:
    number = len(names_for(market, ("prescription",)))
    if market != "us":  # where they may be advertised
        yield (
            f"prescription medicines are known for {COUNTRIES[market]} by a list of {number} names; it is no "
            "register, and a medicine that is not on it is not noticed"
        )
