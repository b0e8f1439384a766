"""Styled lines, and how they are written with or without colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from medlint.model import Severity
from medlint.reporters import RenderOptions

_NARROW = 60  # columns; below it there is no room for a layout in columns
_WIDEST = 100  # columns; longer lines are hard to read
_LEAST = 30  # columns; nothing sensible fits into less

SEVERITY_STYLES: dict[Severity, Style] = {
    "error": Style(color="red", bold=True),
    "warning": Style(color="yellow", bold=True),
    "note": Style(color="cyan", bold=True),
}
BOLD = Style(bold=True)
DIM = Style(dim=True)
GREEN = Style(color="green")
UNDERLINED = Style(underline=True)

Line = tuple[Segment, ...]
"""Pieces of one line, each with its style, without the line break."""

EMPTY: Line = ()


@dataclass(frozen=True)
class Canvas:
    """What can be drawn on: how wide, and with what."""

    width: int  # in cells
    has_color: bool
    is_roomy: bool  # wide enough for columns

    @property
    def has_rules(self) -> bool:
        """Whether lines are drawn; a plain terminal or a log gets text alone."""
        return self.has_color and self.is_roomy


def canvas(options: RenderOptions) -> Canvas:
    """Return what the options leave to draw on."""
    width = max(_LEAST, min(options.width, _WIDEST))
    return Canvas(width, options.color, is_roomy=width >= _NARROW)


def heading(title: str, remark: str, sheet: Canvas) -> tuple[Line, ...]:
    """Return the line, or lines, that open a part of the report; the title is never cut."""
    opening = "── " if sheet.has_rules else ""
    separator = ("  " if sheet.has_rules else ": ") if remark else ""
    used = cell_len(opening + title + separator + remark)
    if used > sheet.width:
        return (Segment(title, BOLD),), (Segment(f"  {remark}"),)
    line = Segment(opening, DIM), Segment(title, BOLD), Segment(separator + remark)
    if not sheet.has_rules:
        return (line,)
    return ((*line, Segment(" " + "─" * (sheet.width - used - 1), DIM)),)


def written(lines: Iterable[Line], sheet: Canvas) -> str:
    """Return the lines as text; nothing in them is read as markup."""
    pieces: list[Segment] = []
    for line in lines:
        pieces.extend(line)
        pieces.append(Segment.line())
    # One console for all, and segments in place of renderables: thousands of findings stay quick.
    console = Console(
        file=StringIO(),
        force_terminal=sheet.has_color,
        force_jupyter=False,
        no_color=not sheet.has_color,
        color_system="standard" if sheet.has_color else None,
        legacy_windows=False,
        width=sheet.width,
        height=25,
    )
    with console.capture() as capture:
        console.print(Segments(pieces), end="", crop=False)
    return capture.get()
