"""3x1 is three times one tablet to some readers and one time three to others.

Which it is depends on the country in which one learned to write prescriptions.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.setting import is_dosing, is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL

_TIMES = lazily(
    r"(?<![\w.,/-])(?P<times>[1-6]) ?[x×] ?(?P<each>[1-4])(?: (?:daily|a day|per day))?"
    r"(?![\w.,]\d|\w| ?(?:cm|mm|m|mg)\b)"
)
_EACH = ("", "one", "two", "three", "four")
_WORDS = ("", "once a day", "twice a day")


@rule(
    id="safety-notation.times-code",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="“{text}” does not say which figure is the dose and which the times a day.",
    advice="Write how many, and how often: one tablet 3 times a day.",
    sources=ISMP,
    scope="document",
    bad=(
        "Take the tablets [[3x1 daily]].",
        "Dose: [[2 x 1]], one tablet each.",
    ),
    good=(
        "Take one tablet 3 times a day.",
        "A pack holds 2 x 500 mg tablets.",
        "The patch measures 4 x 3 cm.",
        "A table of 3x3 fields.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield doses written as a product of two small figures."""
    for found in _TIMES().finditer(document.text):
        region = Region(*found.span())
        if is_dosing(document, region) and is_own_words(document, region):
            times = int(found["times"])
            often = _WORDS[times] if times < len(_WORDS) else f"{times} times a day"
            yield Match(region, suggestions=(f"{_EACH[int(found['each'])]}, {often}",))
