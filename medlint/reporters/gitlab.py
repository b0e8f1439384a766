"""GitLab's code quality report: a JSON array of issues, a subset of Code Climate's format."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.linter import fingerprint
from medlint.model import CheckedDocument, Finding, Report, Severity
from medlint.reporters import RenderOptions
from medlint.reporters.json import Value, dumped
from medlint.reporters.listing import FAILURE, documents, shown, spot, told, unchecked

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "minor", "note": "info"}


def render(report: Report, options: RenderOptions) -> str:
    """Return the issues; an empty array where there are none."""
    issues = [issue for document in documents(report) for issue in _issues(document, options)]
    issues += [_failure(path, message) for path, message in unchecked(report)]
    return dumped(issues, indent=2) + "\n"


def _issues(document: CheckedDocument, options: RenderOptions) -> Iterator[Value]:
    for finding in shown(document, options):
        yield _issue(document.path, finding)


def _issue(path: str, finding: Finding) -> Value:
    at = spot(finding)
    return {
        "description": told(finding),
        "check_name": finding.rule,
        # GitLab drops an issue whose fingerprint it has seen, so those of two files must differ.
        "fingerprint": fingerprint(path, finding.fingerprint),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": _inside(path),
            "positions": {
                "begin": {"line": at.line, "column": at.column},
                "end": {"line": at.end_line, "column": at.end_column},
            },
            "lines": {"begin": at.line, "end": at.end_line},
        },
    }


def _failure(path: str, message: str) -> Value:
    return {
        "description": message,
        "check_name": FAILURE,
        "fingerprint": fingerprint(path, message),
        "severity": "blocker",
        "location": {"path": _inside(path) or ".", "lines": {"begin": 1}},
    }


def _inside(path: str) -> str:
    """Return a path as GitLab finds it in the repository."""
    return path.removeprefix("./")
