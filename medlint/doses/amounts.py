"""The amounts of a page: a number with a unit, perhaps a span of two, perhaps per day or per kilo.

They are read once for all rules. Each amount knows its safe form, in which every fault of its
notation is mended at once: rules that flag the same amount offer the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from medlint.doses.safe_forms import safe_number, safe_rate, safe_unit
from medlint.lazy import lazily
from medlint.model import Document, Region

_NUMBER = r"(?:\d{1,12}(?:,\d{3})*(?:\.\d{1,6})?|\.\d{1,6})"
_UNITS = (
    r"milligram(?:me)?s?|microgram(?:me)?s?|gram(?:me)?s?|nanogram(?:me)?s?|millilitres?|milliliters?"
    r"|mcgs?|mgs?|ngs?|gms?|ug|[µμ](?:g|mol|L|l)|mEq|mmol|MBq|mls?|m[Ll]|c\.c\.?|cc['\u2019]s|ccs?|CC"
    r"|international units?"
    r"|million units?|million cells|units?|UNITS?|cells"
    r"|m?I\.?U\.?s?|m?iu|U|u|tablets?|tabs?|capsules?|caps?|pills?|drops?|puffs?"
    r"|sprays?|sachets?|lozenges?|patch(?:es)?|suppositor(?:y|ies)|ampoules?|vials?|doses?|%|g|L"
)
_RATES = (
    r"kg|m2|m²|ml|mL|cm3|dl|dL|L|l|mmol|mol|g|mg|mcg|min|minute|hours?|hrs?|h|day|d|dose|week|wk|month|tablet|capsule"
    r"|puff|drop|vial|actuation"
)
_BODY = (
    rf"(?P<sign>-)?(?:(?P<low>{_NUMBER})(?P<to> ?[-\u2013] ?| to ))?(?P<number>{_NUMBER})"
    rf"(?P<gap>[ \u00a0\u202f]?)(?:(?P<multiple>[kKM]{{1,2}})(?P<gap2> ?)(?=[uUIi]))?"
    rf"(?P<unit>{_UNITS})(?![^\W_])"
    rf"(?P<rate>(?: ?/ ?(?:{_RATES})(?![^\W_])){{0,2}})"
)
_AMOUNT = lazily(rf"(?<![\w.,/:$£€+=#-]){_BODY}")
_AT = lazily(_BODY)


@dataclass(frozen=True)
class Amount:
    """A number with a unit, as it is written."""

    region: Region
    low: str  # the first number of a span; "" where there is none
    to: str  # what joins a span
    number: str
    gap: str  # between number and unit
    multiple: str  # K, M, MM before the unit
    unit: str
    rate: str  # "/kg/day"
    sign: str  # "-" right before the number

    @property
    def numbers(self) -> tuple[str, ...]:
        """The number, or both of a span."""
        return (self.low, self.number) if self.low else (self.number,)

    @property
    def rates(self) -> tuple[str, ...]:
        """What it is counted by: kg, day."""
        return tuple(part.strip() for part in self.rate.split("/")[1:])

    def safe(self, *, short: bool = False) -> str:
        """Return the amount without any fault of notation; `short` prefers the shorter unit."""
        number = safe_number(self.number, self.multiple)
        joined = (
            f"{safe_number(self.low)}{' to ' if '-' in self.to else self.to}{number}" if self.low else number
        )
        unit = safe_unit(self.unit, is_one=joined == "1", short=short)
        space = "" if unit == "%" and not self.gap else self.gap.replace("\u202f", "\u00a0") or " "
        return f"{joined}{space}{unit}{safe_rate(self.rates)}"


def amounts(document: Document) -> tuple[Amount, ...]:
    """Return the amounts of a page in reading order, each computed once."""
    return document.derived(_amounts)


def read_at(text: str, offset: int) -> Amount | None:
    """Return the amount that begins at a character, whatever stands before it."""
    found = _AT().match(text, offset)
    return _amount(found) if found else None


def _amounts(document: Document) -> tuple[Amount, ...]:
    return tuple(_amount(found) for found in _AMOUNT().finditer(document.text))


def _amount(found: re.Match[str]) -> Amount:
    start = found.start("low") if found["low"] else found.start("number")
    return Amount(
        region=Region(start, found.end()),
        low=found["low"] or "",
        to=found["to"] or "",
        number=found["number"],
        gap=found["gap"],
        multiple=found["multiple"] or "",
        unit=found["unit"],
        rate=found["rate"],
        sign=found["sign"] or "",
    )
