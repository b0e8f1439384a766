"""What commands are handed of the command line: how to find settings, and how to check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from medlint.model import Report
    from medlint.settings import Settings

SettingsOf = Callable[[dict[str, Any]], "Settings"]
"""The settings in force, given the options of a command."""

Check = Callable[["Settings", "str | None", Sequence[str], "str | None"], "Report"]
"""Checks paths: settings, day, paths, name of what comes on standard input."""
