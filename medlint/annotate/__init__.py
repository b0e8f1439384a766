"""Findings put back into the file they are about: one module for each format, each with `annotate`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from medlint.errors import DocumentError, UsageError
from medlint.model import Report, Severity
from medlint.reporters.summary import reaches

ANNOTATORS: Mapping[str, str] = MappingProxyType({"docx": ".docx", "pdf": ".pdf"})
"""The end of the names of the files that a module can write into, by the name of format and module."""


def write(
    name: str, report: Report, target: Path, *, show: Severity = "note", suggest_changes: bool = False
) -> None:
    """Write a copy of the one file of a format that was checked, with its findings in it.

    Args:
        name: Of the format.
        report: What was found.
        target: The copy.
        show: The lowest severity that is put in.
        suggest_changes: Whether safe suggestions become tracked changes, in formats that have them.

    Raises:
        UsageError: no file of the format was checked, or several were.
        DocumentError: the file has changed since, or the copy cannot be written.
    """
    suffix = ANNOTATORS[name]
    found = [each for each in report.documents if PurePath(each.path).suffix.lower() == suffix]
    if len(found) != 1:
        raise UsageError(
            f"--format {name}: a copy is made of one {suffix} file, and {len(found)} were checked"
        )
    document = replace(
        found[0], findings=tuple(each for each in found[0].findings if reaches(each.severity, show))
    )
    more: dict[str, Any] = {"suggest_changes": True} if suggest_changes and name == "docx" else {}
    _module(document.path, name).annotate(document, Path(document.path), target, report.tool.as_of, **more)


def _module(path: str, name: str) -> Any:
    """Return what writes a format. Late: its library is an extra, and slow to import."""
    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as error:
        advice = f'Install it: python -m pip install "medlint[{name}]"'
        raise DocumentError(path, f"{error.name} is missing, which writes such files", advice) from error
