"""From a report to text: one module for each format, each with `render(report, options)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from medlint.gate import Gate
from medlint.model import Report, Severity
from medlint.rule import Rule
from medlint.settings_shape import FailOn

if TYPE_CHECKING:
    from medlint.reporters.html_report.dossier import Dossier


@dataclass(frozen=True, kw_only=True)
class RenderOptions:
    """How a report is shown; a reporter uses what its format has a place for."""

    color: bool = False
    width: int = 80  # columns of the terminal
    fail_on: FailOn | Gate = "error"  # for the reason of the exit code
    statistics: bool = False  # findings per rule
    quiet: bool = False  # the summary line alone
    show: Severity = "note"  # the lowest severity listed; the summary counts all
    may_be_empty: bool = False  # nothing to check is no fault, for a list of files may be empty
    rules: tuple[Rule, ...] = ()  # for formats that explain them
    template: Path | None = None  # for the format `template`
    dossier: Dossier | None = None  # pages, rules and settings, for a report that shows them


Reporter = Callable[[Report, RenderOptions], str]
"""Takes a report, gives text that ends with a line break."""


def _late(name: str) -> Reporter:
    def render(report: Report, options: RenderOptions) -> str:
        # Late: a machine format needs no rich, and import is most of what a small run costs.
        reporter = cast("Reporter", import_module(f"{__name__}.{name}").render)
        return reporter(report, options)

    return render


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        name: _late(name.replace("-", "_"))
        for name in (
            "terminal", "concise", "html", "markdown", "json", "json-lines", "sarif", "github", "gitlab",
            "junit", "checkstyle", "rdjson", "csv", "template",
        )
    }
)  # fmt: skip
"""What renders a report, by the name of the format."""
