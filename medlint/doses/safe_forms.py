"""Numbers, units and rates as they cannot be misread: 0.5 for .5, micrograms for µg, per day for /day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from medlint.lazy import lazily

_MICROGRAM = lazily(r"[µμ]g|ug")
_INTERNATIONAL = lazily(r"i\.?u\.?s?", re.IGNORECASE)
_CUBIC = lazily(r"c\.?c['\u2019]?s?\.?", re.IGNORECASE)
_GRAM = lazily(r"gms?")
_THOUSANDS = 10_000
"""From here on figures are counted wrong without commas; ISMP asks for them from 1,000 on."""

_THREE = 3  # decimals: in much of Europe a point parts thousands
_TIMES = {"k": 3, "m": 6, "mm": 6}
_PER = {
    "d": "day", "h": "hour", "hr": "hour", "hrs": "hour", "hours": "hour", "wk": "week",
}  # fmt: skip
_WORDS = {"day", "dose", "hour", "week", "month", "minute", "tablet", "capsule", "puff", "drop", "vial"}
_OTHERS = {"µmol": "micromol", "μmol": "micromol", "µL": "microlitres", "μL": "microlitres"}
_UNITS = {
    "U": "units",
    "u": "units",
    "UNITS": "units",
    "UNIT": "unit",
    "mgs": "mg",
    "mls": "mL",
    "mcgs": "mcg",
}


def safe_number(number: str, multiple: str = "") -> str:
    """Return a number with a leading zero, without trailing ones, and with commas where it is long."""
    whole, point, decimals = number.partition(".")
    if has_trailing_zero(number):
        decimals = decimals.rstrip("0")
        point = point if decimals else ""
    whole = whole or "0"
    if multiple:
        return _multiplied(whole, decimals, multiple)
    digits = whole.replace(",", "")
    shown = f"{int(digits):,}" if int(digits) >= _THOUSANDS else whole
    return shown + point + decimals


def has_trailing_zero(number: str) -> bool:
    """Say whether zeros end the decimals; 1.500 is left alone, for it may mean 1,500."""
    whole, _, decimals = number.partition(".")
    return decimals.endswith("0") and (len(decimals) != _THREE or not whole.strip("0"))


def _multiplied(whole: str, decimals: str, multiple: str) -> str:
    power = _TIMES.get(multiple.lower(), 3)
    if power > 3:
        return f"{whole}.{decimals} million" if decimals else f"{whole} million"
    digits = whole.replace(",", "") + decimals.ljust(power, "0")[:power]
    return f"{int(digits):,}"


def is_microgram(unit: str) -> bool:
    """Say whether a unit is µg or ug."""
    return _MICROGRAM().fullmatch(unit) is not None


def is_international(unit: str) -> bool:
    """Say whether a unit is IU."""
    return _INTERNATIONAL().fullmatch(unit) is not None


def is_cubic(unit: str) -> bool:
    """Say whether a unit is cc."""
    return _CUBIC().fullmatch(unit) is not None


def safe_unit(unit: str, *, is_one: bool, short: bool) -> str:
    """Return the unit in letters that cannot be taken for others."""
    if is_microgram(unit):
        return "mcg" if short else ("microgram" if is_one else "micrograms")
    if is_international(unit):
        name = "units" if short else "international units"
        return name[:-1] if is_one else name
    if is_cubic(unit):
        return "mL"
    if _GRAM().fullmatch(unit):
        return "g"
    plain = _UNITS.get(unit, _OTHERS.get(unit, unit))
    return "unit" if plain == "units" and is_one else plain


def safe_rate(rates: Sequence[str]) -> str:
    """Return "/kg per day" for kg and d: a slash stays between units and goes before words."""
    return "".join(_per(rate) for rate in rates)


def _per(rate: str) -> str:
    word = _PER.get(rate, rate)
    return f" per {word}" if word in _WORDS else f"/{rate}"
