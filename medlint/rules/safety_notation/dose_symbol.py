"""@ is read as 2, & as 2, + as 4, / as 1, ° as 0. Between doses each of them makes another dose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.doses.amounts import Amount, amounts, read_at
from medlint.doses.setting import is_dosing, is_measuring, is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL, starts_sentence

_BETWEEN = lazily(r" ?(?P<sign>[&+/]) ?(?=[.\d])")
_BEFORE = lazily(r"(?<![\w@.])(?P<sign>@)(?: (?=\d|bed|night|noon|home)|\d{1,2}\b)")
_ARROW = lazily(
    r"(?P<sign>[↑↓])(?: (?=(?:the |your )?(?:dose|insulin|medicine|tablet|to \d|by \d))|(?:dose|insulin)\b)"
)
_OF_DRUGS = {"mg", "mcg", "units", "micrograms"}
_WORDS = {"&": "and", "+": "and", "/": "and", "@": "at", "↑": "increase", "↓": "reduce"}


@rule(
    id="safety-notation.dose-symbol",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="A sign in “{text}” can be read as a figure.",
    advice="Write and, at, increase, reduce.",
    sources=ISMP,
    scope="document",
    bad=(
        "Take a tablet [[@]] 6 pm, and one [[@9]] pm.",
        "Take [[5 mg & 10 mg]] on alternate days.",
        "Inject [[25 units/10 units]] of insulin.",
        "[[↑]] the dose after a week.",
    ),
    good=(
        "Take a tablet at 6 pm.",
        "Write to tablets@hollowbrook.example, day and night (24/7).",
        "Brown & Son make 10 mg tablets.",
        "The tablet holds 5 mg/10 mg of two drugs.",
        "The tablets come as 5 mg, 10 mg and 20 mg.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield signs between doses and before times of a dose."""
    for match, is_certain in (*_between(document), *_before(document)):
        region = match.region
        if region and (is_certain or is_dosing(document, region)) and is_own_words(document, region):
            yield match


def _between(document: Document) -> Iterator[tuple[Match, bool]]:
    """Yield two doses that a sign joins, and whether their units leave no doubt that they are doses."""
    starts = {amount.region.start: amount for amount in amounts(document)}
    for amount in starts.values():
        found = _BETWEEN().match(document.text, amount.region.end)
        other = starts.get(found.end()) or _behind_slash(document, found) if found else None
        if found and other:
            region = Region(amount.region.start, other.region.end)
            is_certain = {amount.unit, other.unit} <= _OF_DRUGS and not is_measuring(document, other)
            yield Match(region, suggestions=(f"{amount.safe()} and {other.safe()}",)), is_certain


def _behind_slash(document: Document, found: re.Match[str]) -> Amount | None:
    """Return the second of two doses in units; 5 mg/10 mg is one tablet with two drugs."""
    other = read_at(document.text, found.end())
    return other if found["sign"] == "/" and other and other.unit.startswith("unit") else None


def _before(document: Document) -> Iterator[tuple[Match, bool]]:
    """Yield signs before times and doses, which are none without a word of dosing."""
    for expression in (_BEFORE, _ARROW):
        for found in expression().finditer(document.text):
            shown = found[0].rstrip()
            region = Region(found.start(), found.start() + len(shown))
            word = _WORDS[found["sign"]]
            if starts_sentence(document, region):
                word = word.capitalize()
            yield Match(region, suggestions=(f"{word} {shown[1:]}".rstrip(),)), False
