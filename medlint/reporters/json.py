"""The report for programs: schema version 1, described in `schemas/report.schema.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from medlint.model import Allowed, CheckedDocument, Finding, Position, Report, Source
from medlint.reporters import RenderOptions
from medlint.reporters.summary import by_severity, place, reaches

SCHEMA_VERSION = 1

Value = str | int | float | None | Sequence["Value"] | Mapping[str, "Value"]
"""What JSON can hold."""

# Lone surrogates cannot be written as UTF-8, and the others act on a terminal that shows the file.
# Escaped, they are the same data.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def render(report: Report, options: RenderOptions) -> str:
    """Return the report as JSON, the same bytes for the same report."""
    return dumped(data(report, options), indent=2) + "\n"


def data(report: Report, options: RenderOptions) -> dict[str, Value]:
    """Return the report as plain data."""
    documents = sorted(report.documents, key=lambda document: document.path)
    failures = sorted(report.failures, key=lambda failure: (failure.path, failure.what, failure.message))
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {
            "name": report.tool.name,
            "version": report.tool.version,
            "rules_hash": report.tool.rules_hash,
            "settings_hash": report.tool.settings_hash,
            "as_of": report.tool.as_of,
            "model": report.tool.model,
        },
        "documents": [_document(document, options) for document in documents],
        "failures": [{"path": each.path, "what": each.what, "message": each.message} for each in failures],
        "not_checked": [
            *report.not_checked,
            *(f"{each.path}: {note}" for each in documents for note in each.not_checked),
        ],
        "summary": by_severity([each for each in report.findings if reaches(each.severity, options.show)]),
    }


def dumped(value: Value, *, indent: int | None = None) -> str:
    """Return a value as JSON in which no character acts on a terminal."""
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _document(document: CheckedDocument, options: RenderOptions) -> Value:
    findings = [each for each in document.findings if reaches(each.severity, options.show)]
    return {
        "path": document.path,
        "sha256": document.sha256,
        "words": document.words,
        "findings": [finding_data(finding) for finding in sorted(findings, key=place)],
        "known": len(document.known),
        "allowed": [_allowed(each) for each in document.allowed],
        "not_checked": list(document.not_checked),
    }


def _allowed(allowed: Allowed) -> Value:
    finding = allowed.finding
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "line": finding.position.line if finding.position else None,
        "column": finding.position.column if finding.position else None,
        "text": finding.text,
        "fingerprint": finding.fingerprint,
        "place": allowed.place,
        "reason": allowed.reason,
        "author": allowed.author or None,
        "until": allowed.until or None,
    }


def finding_data(finding: Finding) -> dict[str, Value]:
    """Return a finding as plain data."""
    start, end = finding.position, finding.end_position
    has_text = start is None or (start.page, start.slide, start.paragraph) == (None, None, None)
    return {
        "rule": finding.rule,
        "label": finding.label,
        "severity": finding.severity,
        "needs": finding.needs,
        "message": finding.message,
        "advice": finding.advice,
        "sources": [_source(source) for source in finding.sources],
        "start": finding.start if has_text else None,
        "end": finding.end if has_text else None,
        "line": start.line if start else None,
        "column": start.column if start else None,
        "end_line": end.line if end else None,
        "end_column": end.column if end else None,
        "location": _location(start),
        "text": finding.text,
        "sentence": finding.sentence,
        "suggestions": list(finding.suggestions),
        "fixable": finding.fixable,
        "causes": list(finding.causes),
        "doubt": finding.doubt,
        "fingerprint": finding.fingerprint,
        "state": finding.state,
    }


def _source(source: Source) -> Value:
    return {
        "key": source.key,
        "title": source.title,
        "url": source.url,
        "status": source.status or None,
        "as_of": source.as_of or None,
    }


def _location(position: Position | None) -> Value:
    if position is None:
        return {"page": None, "paragraph": None, "slide": None, "box": None, "cue": None}
    box = list(position.box) if position.box else None
    return {
        "page": position.page,
        "paragraph": position.paragraph,
        "slide": position.slide,
        "box": box,
        "cue": position.cue,
    }
