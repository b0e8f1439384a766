"""Reviewdog's JSON. Its columns count bytes of UTF-8, ours characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from medlint import again
from medlint.model import CheckedDocument, Document, Finding, Position, Report, Severity
from medlint.reporters import RenderOptions
from medlint.reporters.json import Value, dumped
from medlint.reporters.listing import FAILURE, documents, shown, told, unchecked
from medlint.reporters.replacing import replacements

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
_BREAKS = re.compile(r"\r\n|\n|\r")

Place = Callable[[Position], dict[str, Value]]
"""Where a position is, in lines and bytes; without the text of the file, the line alone."""


def render(report: Report, options: RenderOptions) -> str:
    """Return a DiagnosticResult; a suggestion is offered where the words stand so in the file."""
    diagnostics = [each for document in documents(report) for each in _diagnostics(document, options)]
    diagnostics += [_failure(path, message) for path, message in unchecked(report)]
    result: Value = {"source": {"name": report.tool.name}, "diagnostics": diagnostics}
    return dumped(result, indent=2) + "\n"


def _diagnostics(document: CheckedDocument, options: RenderOptions) -> Iterator[Value]:
    findings = shown(document, options)
    page = again.page(document) if findings else None
    place = _in_bytes(_BREAKS.split(page.source_text) if page else [])
    for finding in findings:
        yield _diagnostic(page, finding, place)


def _in_bytes(lines: Sequence[str]) -> Place:
    def place(position: Position) -> dict[str, Value]:
        if position.line > len(lines):
            return {"line": position.line}
        before = lines[position.line - 1][: position.column - 1]
        return {"line": position.line, "column": len(before.encode("utf-8", "replace")) + 1}

    return place


def _diagnostic(page: Document | None, finding: Finding, place: Place) -> Value:
    location: dict[str, Value] = {"path": finding.path}
    code: dict[str, Value] = {"value": finding.rule}
    if finding.sources and finding.sources[0].url:
        code["url"] = finding.sources[0].url
    diagnostic: dict[str, Value] = {
        "message": told(finding),
        "location": location,
        "severity": _SEVERITIES[finding.severity],
        "code": code,
    }
    if finding.position:
        spread: Value = {
            "start": place(finding.position),
            "end": place(finding.end_position or finding.position),
        }
        location["range"] = spread
        if wordings := replacements(finding, page):
            diagnostic["suggestions"] = [{"range": spread, "text": words} for words in wordings]
    return diagnostic


def _failure(path: str, message: str) -> Value:
    return {
        "message": message,
        "location": {"path": path or "."},
        "severity": "ERROR",
        "code": {"value": FAILURE},
    }
