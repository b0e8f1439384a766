"""What the elements of HTML are to a reader: parts of a line, blocks, parts of a table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from medlint.model import Kind

INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr output q rb
    rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr br img picture source slot meter
    progress input link meta param base area map embed track button
    """.split()  # noqa: SIM905
)
"""What stands in a line. An unknown name without a hyphen does too, as in browsers."""

BLOCKS = frozenset(
    """
    html head body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav noscript ol
    optgroup option p pre search section summary template ul table caption thead tbody tfoot tr td th
    colgroup col
    """.split()  # noqa: SIM905
)
VOID = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr title script style svg math iframe
    noembed noframes select datalist textarea video audio canvas object frame
    """.split()  # noqa: SIM905
)
"""What holds nothing, or nothing that is read."""

TABLE_PARTS = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup"})
ITEMS = frozenset({"li", "dt", "dd"})
LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
KEEPS_PARAGRAPH = frozenset(
    {"html", "head", "body", "noscript", "template", "legend", "optgroup", "option", "caption", "td", "th"}
) | (TABLE_PARTS - {"table"})
"""Blocks that do not end a paragraph by beginning; all others do."""

HEADINGS = tuple(f"h{level}" for level in range(1, 7))

_CLOSES: Mapping[str, tuple[str, ...]] = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("td", "th", "tr"),
    "thead": ("tr", "thead", "tbody", "tfoot", "caption"),
    "tbody": ("tr", "thead", "tbody", "tfoot", "caption"),
    "tfoot": ("tr", "thead", "tbody", "tfoot", "caption"),
    "a": ("a",),
    **dict.fromkeys(HEADINGS, HEADINGS),
}

KINDS: Mapping[str, Kind] = {
    "li": "list-item",
    "td": "table-cell",
    "th": "table-cell",
    "dt": "table-cell",
    "dd": "table-cell",
    "blockquote": "quote",
    "caption": "caption",
    "figcaption": "caption",
    **dict.fromkeys(HEADINGS, "heading"),
}
"""A list of terms is a table of two columns to its reader."""


@cache
def is_inline(name: str) -> bool:
    """Say whether an element is part of a line."""
    return name in INLINE or (name not in BLOCKS and "-" not in name)


@cache
def ends(name: str) -> tuple[str, ...]:
    """Return what a tag ends by beginning, if it is open."""
    paragraph = () if is_inline(name) or name in KEEPS_PARAGRAPH else ("p",)
    return paragraph + _CLOSES.get(name, ())
