"""The numbers and bullets that Word puts before the items of lists, counted as Word counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from medlint.parsers.docx_names import Element, W, below, number, value

LEVELS = 9
"""Of a list in Word."""

BULLET = "\u2022"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MAX_NUMBER = 4_000  # of an item: more is a file made to harm


class Level(NamedTuple):
    """How the items of one level are marked."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass
class Numbering:
    """The lists of one file, and how far each has counted."""

    lists: dict[str, str] = field(default_factory=dict)  # id of a list → id of its definition
    levels: dict[tuple[str, int], Level] = field(default_factory=dict)  # by list, or definition, and level
    counts: dict[str, list[int]] = field(default_factory=dict)  # by definition
    restarted: set[tuple[str, int]] = field(default_factory=set)

    def next(self, list_id: str, level: int) -> str | None:
        """Count one more item; return its marker, None where there is no such list."""
        definition = self.lists.get(list_id)
        if definition is None:
            return None
        level = min(max(level, 0), LEVELS - 1)
        counts = self.counts.setdefault(definition, [0] * LEVELS)
        own = self.levels.get((list_id, level))
        if own and (list_id, level) not in self.restarted:
            self.restarted.add((list_id, level))
            counts[level] = 0
        counts[level] += 1
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        return self._marker(list_id, definition, level)

    def _level(self, list_id: str, definition: str, level: int) -> Level:
        return self.levels.get((list_id, level)) or self.levels.get((f"={definition}", level)) or Level()

    def _marker(self, list_id: str, definition: str, level: int) -> str:
        wanted = self._level(list_id, definition, level)
        if wanted.form == "bullet":
            return BULLET
        counts = self.counts[definition]

        def written(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            counted = self._level(list_id, definition, at)
            return _written(max(counts[at], 1) - 1 + counted.start, counted.form)

        return _PLACE.sub(written, wanted.text).strip()


def read(root: Element | None) -> Numbering:
    """Return the lists that the part `numbering.xml` defines."""
    numbering = Numbering()
    if root is None:
        return numbering
    for definition in root.iterchildren(f"{W}abstractNum"):
        key = f"={definition.get(f'{W}abstractNumId')}"
        for level in definition.iterchildren(f"{W}lvl"):
            numbering.levels[key, number(level.get(f"{W}ilvl"))] = _level(level)
    for each in root.iterchildren(f"{W}num"):
        list_id, definition = each.get(f"{W}numId", ""), value(each, "abstractNumId") or ""
        numbering.lists[list_id] = definition
        for override in each.iterchildren(f"{W}lvlOverride"):
            at = number(override.get(f"{W}ilvl"))
            numbering.levels[list_id, at] = _overridden(
                override, numbering.levels.get((f"={definition}", at))
            )
    return numbering


def _level(element: Element) -> Level:
    return Level(
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        number(value(element, "start"), 1),
    )


def _overridden(override: Element, usual: Level | None) -> Level:
    own = below(override, "lvl")
    level = _level(own) if own is not None else usual or Level()
    start = value(override, "startOverride")
    return level._replace(start=number(start, level.start)) if start else level


def _written(count: int, form: str) -> str:
    if not 0 < count < _MAX_NUMBER:
        return str(count)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman if form == "lowerRoman" else roman.upper()
    return "" if form == "none" else str(count)


def _roman(count: int) -> str:
    letters = ""
    for worth, sign in _ROMAN:
        letters += sign * (count // worth)
        count %= worth
    return letters
