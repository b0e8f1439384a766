"""Checkstyle's XML, which most tools that collect findings can read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from medlint.model import CheckedDocument, Report, Severity
from medlint.reporters import RenderOptions, xml
from medlint.reporters.listing import FAILURE, documents, shown, spot, told, unchecked

_VERSION = "4.3"  # of Checkstyle, whose files have looked like this ever since
_SEVERITIES: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "info"}


def render(report: Report, options: RenderOptions) -> str:
    """Return a file element for each document that was checked, or could not be."""
    lines = [xml.HEAD, xml.opened("checkstyle", {"version": _VERSION})]
    for document in documents(report):
        lines += _file(document, options)
    for path, failures in groupby(unchecked(report), key=lambda each: each[0]):
        lines.append(xml.opened("file", {"name": path or "medlint"}, 2))
        lines += [
            xml.empty(
                "error",
                {"line": 1, "column": 1, "severity": "error", "message": message, "source": FAILURE},
                4,
            )
            for _, message in failures
        ]
        lines.append(xml.closed("file", 2))
    return "".join([*lines, xml.closed("checkstyle")])


def _file(document: CheckedDocument, options: RenderOptions) -> Iterator[str]:
    findings = shown(document, options)
    if not findings:
        yield xml.empty("file", {"name": document.path}, 2)
        return
    yield xml.opened("file", {"name": document.path}, 2)
    for finding in findings:
        at = spot(finding)
        values: dict[str, str | int | None] = {
            "line": at.line,
            "column": at.column,
            "severity": _SEVERITIES[finding.severity],
            "message": told(finding),
            "source": finding.rule,
        }
        yield xml.empty("error", values, 4)
    yield xml.closed("file", 2)
