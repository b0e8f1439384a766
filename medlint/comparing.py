"""Two reports side by side: what came, what went, what became worse or milder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from medlint.errors import UsageError
from medlint.model import Finding, Position, Report, Severity, Tool

Key = tuple[str, str]
"""Path and fingerprint."""


@dataclass(frozen=True)
class Comparison:
    """What one report has that the other has not."""

    added: tuple[Finding, ...]  # by path, then place
    removed: tuple[Finding, ...]
    changed: tuple[tuple[Severity, Finding], ...]  # the severity that it had, and the finding now
    unchanged: int
    tools: tuple[str, ...]  # in what the two runs differ


@dataclass(frozen=True)
class Side:
    """One of two reports: its findings, and what made it."""

    findings: tuple[Finding, ...]
    tool: Tool


def side(report: Report) -> Side:
    """Return a report as one side of a comparison; known findings count, for they are there."""
    findings = [each for document in report.documents for each in (*document.findings, *document.known)]
    return Side(tuple(findings), report.tool)


def compare(old: Side, new: Side) -> Comparison:
    """Return what the newer side adds and removes. A finding is the same though its page was renamed."""
    before, after = _keyed(old), _keyed(new)
    same = before.keys() & after.keys()
    moved = _moved(before, after, old, new)
    pairs = [(before[key], after[key]) for key in same]
    pairs += [(before[was], after[now]) for was, now in moved.items()]
    gone = before.keys() - same - moved.keys()
    come = after.keys() - same - set(moved.values())
    return Comparison(
        added=_ordered(after[key] for key in come),
        removed=_ordered(before[key] for key in gone),
        changed=tuple(
            sorted(
                ((was.severity, now) for was, now in pairs if was.severity != now.severity),
                key=lambda each: _place(each[1]),
            )
        ),
        unchanged=sum(was.severity == now.severity for was, now in pairs),
        tools=_differences(old.tool, new.tool),
    )


def _keyed(side: Side) -> dict[Key, Finding]:
    return {(finding.path, finding.fingerprint): finding for finding in side.findings}


def _moved(
    before: Mapping[Key, Finding], after: Mapping[Key, Finding], old: Side, new: Side
) -> dict[Key, Key]:
    """Return the old key → the new one of findings on pages that only one side has: renamed ones."""
    gone = {finding.path for finding in old.findings} - {finding.path for finding in new.findings}
    come = {finding.path for finding in new.findings} - {finding.path for finding in old.findings}
    waiting: dict[str, list[Key]] = {}
    for key in sorted(key for key in before if key[0] in gone):
        waiting.setdefault(key[1], []).append(key)
    moved = {}
    for key in sorted(key for key in after if key[0] in come):
        if waiting.get(key[1]):
            moved[waiting[key[1]].pop(0)] = key
    return moved


def _ordered(findings: Any) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[str, bool, int, int, str]:
    position = finding.position or Position(0, 0)
    return finding.path, finding.position is None, position.line, position.column, finding.rule


def _differences(old: Tool, new: Tool) -> tuple[str, ...]:
    found = []
    if old.version != new.version:
        found.append(f"medlint {old.version} → {new.version}")
    elif old.rules_hash != new.rules_hash:
        found.append("other rules")
    if old.settings_hash != new.settings_hash:
        found.append("other settings")
    if old.as_of != new.as_of:
        found.append(f"as of {old.as_of} → {new.as_of}")
    return tuple(found)


def read(path: Path) -> Side:
    """Return a report that `--format json` wrote.

    Raises:
        UsageError: it cannot be read, or is no such report.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {(error.strerror or '').lower()}") from error
    except ValueError as error:
        raise UsageError(f"{path}: is no JSON: {error}") from error
    try:
        if data["schema_version"] != 1:
            raise UsageError(f"{path}: is a report of another version ({data['schema_version']})")
        findings = [
            _finding(document["path"], each)
            for document in data["documents"]
            for each in document["findings"]
        ]
        tool = data["tool"]
        made_by = Tool(tool["version"], tool["rules_hash"], tool["settings_hash"], tool["as_of"])
    except (KeyError, TypeError) as error:
        raise UsageError(f"{path}: is no report of medlint; write one with --format json:FILE") from error
    return Side(tuple(findings), made_by)


def _finding(path: str, data: Mapping[str, Any]) -> Finding:
    """Return a finding with what a comparison shows of it."""
    line, column = data["line"], data["column"]
    return Finding(
        path=path,
        rule=data["rule"],
        label=data["label"],
        severity=data["severity"],
        needs=data["needs"],
        message=data["message"],
        advice=data["advice"],
        sources=(),
        start=data["start"],
        end=data["end"],
        position=Position(line, column) if line else None,
        end_position=Position(data["end_line"], data["end_column"]) if line else None,
        text=data["text"],
        sentence=data["sentence"],
        in_sentence=(0, 0),
        suggestions=tuple(data["suggestions"]),
        fingerprint=data["fingerprint"],
        fixable=data.get("fixable", False),
    )
