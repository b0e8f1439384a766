"""What the styles of a Word file say of paragraphs and runs, each with the styles it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from medlint.model import Kind
from medlint.parsers.docx_names import Element, W, below, number, switch, value

_HEADING = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)
_LEVELS = 9  # `outlineLvl` 9 is body text
_KINDS: dict[str, Kind] = {"caption": "caption", "quote": "quote", "intense quote": "quote"}
_MAX_BASES = 20  # styles based on styles; Word itself allows no more than ten


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of a paragraph or run; None where nothing is."""

    kind: Kind | None = None
    level: int | None = None  # of a heading, from 1; 0 for body text
    list_id: str | None = None
    list_level: int | None = None
    language: str | None = None
    is_bold: bool | None = None
    is_underlined: bool | None = None
    is_hidden: bool | None = None
    is_raised: bool | None = None

    def over(self, other: Facts) -> Facts:
        """Return these facts, and those of `other` where these say nothing."""
        missing = {name: getattr(other, name) for name in self.__slots__ if getattr(self, name) is None}
        return replace(self, **missing)


@dataclass
class Styles:
    """The styles of one file."""

    elements: dict[str, Element] = field(default_factory=dict)  # by id
    default: Facts = field(default_factory=Facts)  # of a paragraph without a style
    known: dict[str, Facts] = field(default_factory=dict)

    def of(self, style_id: str | None) -> Facts:
        """Return what a style says, and those it is based on; nothing where there is none."""
        if not style_id:
            return Facts()
        if style_id not in self.known:
            self.known[style_id] = self._read(style_id)
        return self.known[style_id]

    def _read(self, style_id: str) -> Facts:
        facts = Facts()
        for _ in range(_MAX_BASES):
            style = self.elements.get(style_id)
            if style is None:
                break
            facts = facts.over(_of_style(style))
            style_id = value(style, "basedOn") or ""
        return facts


def read(root: Element | None) -> Styles:
    """Return the styles that the part `styles.xml` defines."""
    styles = Styles()
    if root is None:
        return styles
    styles.elements = {style.get(f"{W}styleId", ""): style for style in root.iterchildren(f"{W}style")}
    defaults = of_run(below(root, "docDefaults", "rPrDefault", "rPr"))
    for style_id, style in styles.elements.items():
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
            defaults = styles.of(style_id).over(defaults)
    styles.default = defaults
    return styles


def of_run(properties: Element | None) -> Facts:
    """Return what the properties of a run (`rPr`) say."""
    if properties is None:
        return Facts()
    position, underline = value(properties, "vertAlign"), value(properties, "u")
    return Facts(
        language=value(properties, "lang"),
        is_bold=switch(properties, "b"),
        is_underlined=None if underline is None else underline != "none",
        is_hidden=switch(properties, "vanish"),
        is_raised=None if position is None else position == "superscript",
    )


def of_paragraph(properties: Element | None) -> Facts:
    """Return what the properties of a paragraph (`pPr`) say of it; what they say of its mark is left out."""
    level = value(properties, "outlineLvl")
    list_level = value(properties, "numPr", "ilvl")
    outline = number(level, _LEVELS)
    return Facts(
        level=None if level is None else (outline + 1 if 0 <= outline < _LEVELS else 0),
        list_id=value(properties, "numPr", "numId"),
        list_level=None if list_level is None else number(list_level),
    )


def _of_style(style: Element) -> Facts:
    name = (value(style, "name") or "").strip()
    facts = of_paragraph(below(style, "pPr")).over(of_run(below(style, "rPr")))
    heading = _HEADING.match(name)
    if heading:
        return replace(facts, level=int(heading[1]))
    if name.lower() == "title":
        return replace(facts, level=1)
    return replace(facts, kind=_KINDS.get(name.lower()))
