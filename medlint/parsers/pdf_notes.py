"""Footnotes: what stands last on a page and begins with a number that stands raised above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from medlint.parsers.pdf_text import Part

_MARKER = re.compile(r"(\d{1,2}|[*\u2020\u2021\u00a7])\s+(?=[^\W\d_]|[\"'\u2018\u201c(])")
_RAISED = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
_RAISED_NUMBER = re.compile(r"[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|[*\u2020\u2021\u00a7]")


def placed(parts: Sequence[Part]) -> list[Part]:
    """Return all that stands on the pages, each footnote behind what its raised number stands in."""
    callers = _callers(parts)
    notes: dict[int, list[Part]] = {}  # by the number of the part that they belong to
    others: list[int] = []
    page, is_last = 0, True
    for number in range(len(parts) - 1, -1, -1):
        part = parts[number]
        here = part.lines[0].page if part.lines else 0
        page, is_last = here, is_last or here != page
        marker = _MARKER.match(part.lines[0].text) if part.lines and part.what == "text" else None
        caller = callers.get((page, marker[1]), number) if marker else number
        is_last = is_last and caller < number
        if is_last and marker:
            part.what, part.marker, part.skip = "note", marker[1], marker.end()
            notes.setdefault(caller, []).insert(0, part)
        else:
            others.append(number)
    return [part for number in reversed(others) for part in (parts[number], *notes.get(number, ()))]


def _callers(parts: Sequence[Part]) -> dict[tuple[int, str], int]:
    """Return page and raised number → the first part in which it stands."""
    found: dict[tuple[int, str], int] = {}
    for number, part in enumerate(parts):
        for line in part.lines:
            for raised in _RAISED_NUMBER.findall(line.text[1:]):
                found.setdefault((line.page, raised.translate(_RAISED)), number)
    return found
