"""One line a finding, for editors, `grep` and logs: `path:line:column: severity rule message`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medlint.markets import NONE_CHOSEN
from medlint.model import Finding, Report
from medlint.reporters import RenderOptions
from medlint.reporters.characters import on_one_line, visible
from medlint.reporters.summary import exit_reason, found, reaches

_RUN = "medlint"  # stands for the path of a failure that is about the run

Row = tuple[tuple[str, int, int, str], str]
"""What sorts a line (path, line, column, rule), and the line."""


def render(report: Report, options: RenderOptions) -> str:
    """Return the report, a line for each finding, failure and thing not checked, then the counts."""
    rows = [] if options.quiet else sorted([*_failures(report), *_findings(report, options)])
    lines = [line for _, line in rows]
    if options.statistics:
        lines.extend(_statistics(report))
    lines.append(
        f"{found(report)}; {exit_reason(report, options.fail_on, may_be_empty=options.may_be_empty)}"
    )
    return "\n".join(lines) + "\n"


def _findings(report: Report, options: RenderOptions) -> Iterator[Row]:
    for finding in report.findings:
        if reaches(finding.severity, options.show):
            yield _finding(finding)


def _finding(finding: Finding) -> Row:
    position = finding.position
    line, column = (position.line, position.column) if position else (1, 1)
    path, message = visible(finding.path), on_one_line(finding.message)
    text = f"{path}:{line}:{column}: {finding.severity} {finding.rule} {message}"
    return (finding.path, line, column, finding.rule), text


def _failures(report: Report) -> Iterator[Row]:
    for failure in report.failures:
        path = visible(failure.path) or _RUN
        text = f"{path}: failure {on_one_line(failure.what)}: {on_one_line(failure.message)}"
        yield (failure.path, 0, 0, failure.what), text
    notes = [note for note in report.not_checked if note != NONE_CHOSEN]  # no news in every run of a pipeline
    for number, note in enumerate(notes):
        yield ("", 0, 1, f"{number:09}"), f"{_RUN}: not checked: {on_one_line(note)}"
    for document in report.documents:
        for number, note in enumerate(document.not_checked):
            yield (
                (document.path, 0, 1, f"{number:09}"),
                f"{visible(document.path)}: not checked: {on_one_line(note)}",
            )


def _statistics(report: Report) -> Iterator[str]:
    rules = Counter(finding.rule for finding in report.findings)
    for rule, number in sorted(rules.items(), key=lambda each: (-each[1], each[0])):
        yield f"{number} {rule}"
