"""What each element of HTML means for the text in it, whatever its attributes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from medlint.parsers.html_attributes import Attributes, role, says
from medlint.parsers.html_context import Context, Count, Item, Table
from medlint.parsers.html_names import KINDS
from medlint.parsers.html_reading import Reading
from medlint.parsers.html_tokens import value

_NUMBER = re.compile(r"\s*(-?\d{1,6})\s*")


def _enter_main(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del reading, attributes
    furniture = context.furniture
    while name == "main" and furniture and not furniture.holds_main:
        furniture.holds_main = True
        furniture = furniture.parent
    return context._replace(is_main=True, is_section=True)


def _enter_section(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del reading, name, attributes
    return context if context.is_section else context._replace(is_section=True)


def _enter_heading(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del reading, attributes
    furniture = context.furniture
    while name == "h1" and furniture and not furniture.holds_title:
        furniture.holds_title = True
        furniture = furniture.parent
    if context.table:
        context.table.is_layout = True
    return context._replace(kind="heading", level=int(name[1]), group=0, row=0, item=None)


def _enter_list(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    start = _NUMBER.fullmatch(says(reading.source_text, attributes, "start"))
    numbers = Count(name == "ol", int(start[1]) - 1 if start else 0)
    level = context.level + 1 if context.kind == "list-item" else 1
    return context._replace(level=level, group=next(reading.groups), row=0, numbers=numbers)


def _enter_item(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del name
    numbers = context.numbers
    if numbers is None:  # an item outside of any list
        context = _enter_list(reading, context, "ul", {})
        numbers = context.numbers or Count(is_ordered=False)
    own = _NUMBER.fullmatch(says(reading.source_text, attributes, "value"))
    numbers.number = int(own[1]) if own else numbers.number + 1
    marker = f"{numbers.number}." if numbers.is_ordered else "•"
    return context._replace(kind=context.listed or "list-item", item=Item(marker), is_bold=False)


def _enter_table(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    around, outside = context.table, context.kind
    if around and outside == "table-cell" and name == "table":
        around.is_layout = True  # nobody puts a table of figures into a table of figures
        outside = context.outside
    is_layout = role(reading.source_text, attributes) in ("presentation", "none")
    table = Table(next(reading.groups), is_layout=is_layout, is_list=name == "dl")
    return context._replace(
        table=table, group=table.group, outside=outside, level=0, row=0, numbers=None, item=None
    )


def _enter_row(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del reading, name, attributes
    if context.table:
        context.table.row += 1
        context.table.cells = 0
    return context


def _enter_cell(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del attributes
    if context.table is None:
        context = _enter_table(reading, context, "dl", {})
    table = context.table or Table(0)
    if name == "dt" or not table.row:
        table.row += 1
    table.cells += 1
    table.widest = max(table.widest, table.cells)
    kind = KINDS[name]
    return context._replace(
        kind=kind, group=table.group, row=table.row, level=0, numbers=None, item=None, is_bold=False
    )


def _enter_kind(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del reading, attributes
    return context._replace(kind=KINDS[name], level=0, group=0, row=0, item=None)


def _enter_link(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del name
    if "href" not in attributes:
        return context
    return context._replace(link=value(reading.source_text, attributes["href"]).strip())


def _enter_bold(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del reading, name, attributes
    return context if context.is_bold else context._replace(is_bold=True)


def _enter_raised(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del reading, name, attributes
    return context._replace(is_raised=True)


def _enter_hidden(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del reading
    if context.hidden or (name == "dialog" and "open" in attributes):
        return context
    return context._replace(hidden="deleted word" if name == "del" else "hidden word")


def _enter_preformatted(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    del reading, name, attributes
    return context._replace(is_code=True)


def _enter_code(reading: Reading, context: Context, name: str, attributes: Attributes) -> Context:
    """Pass over a block of code; a word of code in a line is read."""
    del name, attributes
    if not context.is_code or context.hidden:
        return context
    reading.unread["code block"] += 1
    return context._replace(hidden="code")


ENTERS: Mapping[str, Callable[[Reading, Context, str, Attributes], Context]] = {
    **dict.fromkeys(("main", "article"), _enter_main),
    **dict.fromkeys(("section", "aside", "nav", "header", "footer"), _enter_section),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _enter_heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _enter_list),
    **dict.fromkeys(("table", "dl"), _enter_table),
    **dict.fromkeys(("td", "th", "dt", "dd"), _enter_cell),
    **dict.fromkeys(("blockquote", "caption", "figcaption"), _enter_kind),
    **dict.fromkeys(("b", "strong"), _enter_bold),
    **dict.fromkeys(("del", "template", "noscript", "dialog"), _enter_hidden),
    "li": _enter_item,
    "tr": _enter_row,
    "a": _enter_link,
    "sup": _enter_raised,
    "pre": _enter_preformatted,
    "code": _enter_code,
}
"""What holds inside of an element, by its name."""
