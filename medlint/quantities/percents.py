"""Figures in per cent, whatever they mean."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.expressions import expression
from medlint.quantities.line import Draft, Line
from medlint.quantities.numerals import NUMBER, value

_PERCENT = expression(
    rf"(?P<first>{NUMBER})(?:\s?%?\s?(?:-|to|or|and)\s?(?P<second>{NUMBER}))?[\s-]?"
    r"(?:%\+?|percent\b|per[ -]cent\b|pct?\b|p\.c\.)"
)


def percents(line: Line) -> Iterator[Draft]:
    """Yield what is given in per cent, whatever it means."""
    for found in _PERCENT.finditer(line.text):
        first = value(found["first"])
        values: tuple[float, ...] = (first,)
        start = found.start()
        if found["second"]:
            second = value(found["second"])
            is_range = first < second and first <= 100
            values, start = ((first, second), start) if is_range else ((second,), found.start("second"))
        number = (start, found.end())
        end, is_certain = line.phrase_end(found.end())
        yield Draft("percent", number, (start, end), values, is_range=len(values) == 2, is_certain=is_certain)
