"""From a report to text: one module for each format, each with `render(report, options)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Literal, cast

from medlint.model import Report, Severity

FailOn = Severity | Literal["never"]
"""The lowest severity that makes a run fail."""


@dataclass(frozen=True, kw_only=True)
class RenderOptions:
    """How a report is shown; a reporter uses what its format has a place for."""

    color: bool = False
    width: int = 80  # columns of the terminal
    fail_on: FailOn = "error"  # for the reason of the exit code
    statistics: bool = False  # findings per rule
    quiet: bool = False  # the summary line alone
    show: Severity = "note"  # the lowest severity listed; the summary counts all


Reporter = Callable[[Report, RenderOptions], str]
"""Takes a report, gives text that ends with a line break."""


def _late(name: str) -> Reporter:
    def render(report: Report, options: RenderOptions) -> str:
        # Late: a machine format needs no rich, and import is most of what a small run costs.
        reporter = cast("Reporter", import_module(f"{__name__}.{name}").render)
        return reporter(report, options)

    return render


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {name: _late(name) for name in ("terminal", "concise", "json")}
)
"""What renders a report, by the name of the format."""
