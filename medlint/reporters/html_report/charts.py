"""The two charts: findings by kind, findings by file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from medlint.model import Finding, Severity
from medlint.reporters.html_report.cards import by_category, category, severities_of
from medlint.reporters.html_report.view import Bar, Chart
from medlint.reporters.summary import severities

_MOST_FILES = 20
"""Bars of one chart; more are no picture any more, and the index has them all."""


def charts(findings: Sequence[Finding], keys: Mapping[str, str]) -> tuple[Chart, ...]:
    """Return the charts that have something to show.

    Args:
        findings: In any order.
        keys: Path of each file → its key.
    """
    if not findings:
        return ()
    kinds = [
        ("", choice.label, [each for each in findings if category(each) == choice.key])
        for choice in by_category(findings)
    ]
    made = [Chart("Findings by kind", "Kind", _bars(kinds))]
    if len(keys) > 1:
        made.append(_by_file(findings, keys))
    return tuple(made)


def _by_file(findings: Sequence[Finding], keys: Mapping[str, str]) -> Chart:
    by_path: dict[str, list[Finding]] = {path: [] for path in keys}
    for finding in findings:
        by_path[finding.path].append(finding)
    rows = [(keys[path], path, found) for path, found in by_path.items()]
    rows.sort(key=lambda row: (-len(row[2]), row[1]))
    remark = ""
    if len(rows) > _MOST_FILES:
        remark = f"The {_MOST_FILES} files with most findings; section 1 lists all {len(rows)}."
    return Chart("Findings by file", "File", _bars(rows[:_MOST_FILES]), remark)


def _bars(rows: Iterable[tuple[str, str, Sequence[Finding]]]) -> tuple[Bar, ...]:
    rows = sorted(rows, key=lambda row: (-len(row[2]), row[1]))
    longest = max(len(found) for _, _, found in rows) or 1
    return tuple(
        Bar(label, anchor, _parts(found, longest), severities(found) or "no trigger found", len(found))
        for anchor, label, found in rows
    )


def _parts(found: Sequence[Finding], longest: int) -> tuple[tuple[Severity, float, float], ...]:
    parts: list[tuple[Severity, float, float]] = []
    start = 0.0
    for severity, number in severities_of(found):
        width = round(100 * number / longest, 2)
        if number:
            parts.append((severity, round(start, 2), width))
        start += width
    return tuple(parts)
