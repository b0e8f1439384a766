"""BID, TIW, qhs, q4h, x3d: codes of a prescription that readers do not know and nurses have misread.

TIW, three times a week, is taken for three times a day; x3d for three doses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.doses.codes import codes, fitted, is_behind_amount, is_beside_dose
from medlint.doses.setting import is_dosing, is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL, starts_sentence

_NUMBERED = lazily(
    r"(?<![\w./-])(?:[qQ] ?(?P<every>\d{1,2}(?: ?[-\u2013] ?\d{1,2})?) ?(?P<unit>hrs?|h|H|°|w|W|d|D|wks?)"
    r"|[qQ] ?(?P<clock>\d{1,2}) ?(?P<half>[aApP][mM])"
    r"|[xX×] ?(?P<days>\d{1,2}) ?(?:d|days?)"
    r"|every (?P<degrees>\d{1,2})°)(?![\w°])"
)
_UNITS = {"h": "hours", "w": "weeks", "d": "days", "°": "hours"}


@rule(
    id="safety-notation.coded-frequency",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="“{text}” is a code that readers do not know and can misread.",
    advice="Write in words how often and how long.",
    sources=ISMP,
    scope="document",
    bad=(
        "Take 500 mg [[b.i.d.]] and 10 mg [[qhs]].",
        "Inject 40 mg [[TIW]].",
        "Give one tablet [[q4h]] [[prn]].",
        "Take it with 20 mL of water [[x3d]].",
    ),
    good=(
        "Take 500 mg twice a day.",
        "The hospital lost its bid for a new ward and gave up.",
        "HOW TO BID FOR OUR OLD INHALER MACHINES",
        "The BID committee met; the TID Foundation paid for the drug.",
        "Display: 3x3 d grid.",
        "A 10 x 4 d plot, and vitamins for 3 days.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield codes for how often a dose is taken."""
    for code in codes(document, "frequencies"):
        if is_beside_dose(document, code):
            yield Match(code.region, suggestions=(fitted(document, code),))
    for code in codes(document, "behind-amounts"):
        if code.key in ("hs", "bt") and is_behind_amount(document, code):
            yield Match(code.region, suggestions=(fitted(document, code),))
    for found in _NUMBERED().finditer(document.text):
        region = Region(*found.span())
        if is_dosing(document, region) and is_own_words(document, region):
            yield Match(region, suggestions=(_fitted(document, found),))


def _fitted(document: Document, found: re.Match[str]) -> str:
    words = _in_words(found)
    return words.capitalize() if starts_sentence(document, Region(*found.span())) else words


def _in_words(found: re.Match[str]) -> str:
    if found["every"]:
        number = re.sub(r" ?[-\u2013] ?", " to ", found["every"])
        unit = _UNITS[found["unit"][0].lower()]
        return f"every {unit[:-1]}" if number == "1" else f"every {number} {unit}"
    if found["clock"]:
        return f"every day at {found['clock']} {found['half'].lower()}"
    if found["days"]:
        return f"for {found['days']} {'day' if found['days'] == '1' else 'days'}"
    return f"every {found['degrees']} hours"
