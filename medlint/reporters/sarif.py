"""SARIF 2.1.0, for code scanning and viewers of results: places count code points, as ours do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from medlint import again
from medlint.model import Allowed, CheckedDocument, Document, Finding, Report
from medlint.reporters import RenderOptions
from medlint.reporters.json import Value, dumped
from medlint.reporters.listing import advice, documents, shown, spot, unchecked
from medlint.reporters.replacing import replacements
from medlint.reporters.sarif_rules import descriptors
from medlint.reporters.where import beside_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "medlint/v1"
"""The name of our fingerprint: of the rule, the words and their sentence."""

_ROOT = "%SRCROOT%"


@dataclass(frozen=True)
class _Target:
    """A page as results point to it."""

    index: int  # in the artifacts of the run
    path: str
    page: Document | None


def render(report: Report, options: RenderOptions) -> str:
    """Return one run, with allowed findings as suppressed results and known ones as unchanged."""
    log: Value = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, options)]}
    return dumped(log, indent=2) + "\n"


def _run(report: Report, options: RenderOptions) -> Value:
    checked = documents(report)
    rules = descriptors(report, options.rules)
    indexes = {str(rule["id"]): index for index, rule in enumerate(rules)}
    has_known = any(document.known for document in checked)
    results: list[Value] = []
    for number, document in enumerate(checked):
        target = _Target(number, document.path, again.page(document))
        state = "new" if has_known else None
        results += [_result(target, each, indexes, state) for each in shown(document, options)]
        results += [_result(target, each, indexes, "unchanged") for each in document.known]
        results += [_allowed(target, each, indexes, state) for each in document.allowed]
    return {
        "tool": {"driver": _driver(report, rules)},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(document) for document in checked],
        "invocations": [_invocation(report)],
        "results": results,
    }


def _driver(report: Report, rules: Sequence[Mapping[str, Value]]) -> Value:
    tool = report.tool
    return {
        "name": tool.name,
        "version": tool.version,
        "semanticVersion": tool.version,
        "rules": rules,
        "properties": {
            "rulesHash": tool.rules_hash,
            "settingsHash": tool.settings_hash,
            "asOf": tool.as_of,
            "model": tool.model,
        },
    }


def _artifact(document: CheckedDocument) -> Value:
    return {
        "location": _location(document.path),
        "roles": ["analysisTarget"],
        "hashes": {"sha-256": document.sha256},
    }


def _location(path: str) -> dict[str, Value]:
    """Return where a file is: from the root of the sources, unless its path is absolute."""
    pure = PurePath(path)
    if pure.is_absolute():
        return {"uri": pure.as_uri()}
    # The first part must not look like a scheme, as in "a:b.md".
    return {"uri": quote(path.removeprefix("./").encode("utf-8", "surrogatepass")), "uriBaseId": _ROOT}


def _invocation(report: Report) -> Value:
    notes = [_notification("error", path, message) for path, message in unchecked(report)]
    notes += [_notification("note", "", f"Not checked: {note}") for note in report.not_checked]
    for document in documents(report):
        notes += [
            _notification("note", document.path, f"Not checked: {note}") for note in document.not_checked
        ]
    return {"executionSuccessful": not report.failures, "toolExecutionNotifications": notes}


def _notification(level: str, path: str, message: str) -> Value:
    notification: dict[str, Value] = {"level": level, "message": {"text": message}}
    if path:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": _location(path)}}]
    return notification


def _result(
    target: _Target, finding: Finding, indexes: Mapping[str, int], state: str | None
) -> dict[str, Value]:
    result: dict[str, Value] = {
        "ruleId": finding.rule,
        "ruleIndex": indexes[finding.rule],
        "level": finding.severity,
        "message": {"text": f"{finding.message} {advice(finding)}".strip()},
        "locations": [_physical(target, finding)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "suppressions": [],
        "properties": {
            "needs": finding.needs,
            "label": finding.label,
            "place": beside_line(finding.position),
            "sources": [{"title": source.title, "url": source.url} for source in finding.sources],
        },
    }
    if state:
        result["baselineState"] = state
    if wordings := replacements(finding, target.page):
        result["fixes"] = [_fix(target, finding, words) for words in wordings]
    return result


def _physical(target: _Target, finding: Finding) -> Value:
    artifact: Value = {**_location(target.path), "index": target.index}
    region = _region(finding)
    physical: dict[str, Value] = {"artifactLocation": artifact, "region": region}
    if target.page and finding.start is not None and finding.end is not None:
        at = spot(finding)
        region["snippet"] = {"text": target.page.source_text[finding.start : finding.end]}
        physical["contextRegion"] = {
            "startLine": at.line,
            "endLine": at.end_line,
            "snippet": {"text": _lines(target.page, at.line, at.end_line)},
        }
    return {"physicalLocation": physical}


def _region(finding: Finding) -> dict[str, Value]:
    at = spot(finding)
    if finding.position is None:
        return {"startLine": 1}  # about the whole page; hosts want a line
    region: dict[str, Value] = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }
    if finding.start is not None and finding.end is not None:
        region |= {"charOffset": finding.start, "charLength": finding.end - finding.start}
    return region


def _lines(document: Document, first: int, last: int) -> str:
    """Return whole lines of the file, without the last line break."""
    start, end = document.source_offset(first, 1) or 0, document.source_offset(last + 1, 1)
    return document.source_text[start:end].rstrip("\r\n")


def _fix(target: _Target, finding: Finding, words: str) -> Value:
    artifact: Value = {**_location(target.path), "index": target.index}
    replacement: Value = {
        "deletedRegion": _region(finding),
        "insertedContent": {"text": words},
    }
    return {
        "description": {"text": f"Write “{words}”."},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
    }


def _allowed(target: _Target, allowed: Allowed, indexes: Mapping[str, int], state: str | None) -> Value:
    suppression: dict[str, Value] = {
        "kind": "inSource" if allowed.place == "text" else "external",
        "status": "accepted",
        "justification": allowed.reason,
    }
    terms: dict[str, Value] = {"author": allowed.author, "until": allowed.until}
    if given := {key: value for key, value in terms.items() if value}:
        suppression["properties"] = given
    return {**_result(target, allowed.finding, indexes, state), "suppressions": [suppression]}
