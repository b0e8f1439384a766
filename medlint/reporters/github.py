"""Workflow commands of GitHub Actions: each makes an annotation beside the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medlint.model import CheckedDocument, Finding, Report, Severity
from medlint.reporters import RenderOptions
from medlint.reporters.characters import visible
from medlint.reporters.listing import FAILURE, documents, shown, spot, told, unchecked
from medlint.reporters.markdown import comment
from medlint.reporters.summary import counted, exit_reason, found

MOST_OF_A_KIND = 10
"""GitHub shows so many errors, warnings and notices of a step, and drops the others in silence."""

SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"
"""Names the file for a step's summary."""

_MOST_BYTES = 1_000_000  # of a summary: GitHub takes 1,048,576
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, options: RenderOptions) -> str:
    """Return the commands, then what they come to; what GitHub would drop is counted instead."""
    given: Counter[str] = Counter()
    lines: list[str] = []
    for command, line in _commands(report, options):
        given[command] += 1
        if given[command] <= MOST_OF_A_KIND and not options.quiet:
            lines.append(line)
    if left := given.total() - len(lines):
        lines.append(
            f"medlint: {counted(left, 'more finding')} in the summary of this job, not beside the lines"
        )
    reason = exit_reason(report, options.fail_on, may_be_empty=options.may_be_empty)
    return "\n".join([*lines, f"medlint: {found(report)}; {reason}"]) + "\n"


def summary(report: Report, options: RenderOptions) -> str:
    """Return the Markdown for the summary of the step."""
    most = _MOST_BYTES
    text = comment(report, options, most)
    while len(text.encode("utf-8", "replace")) > _MOST_BYTES:  # letters may have up to four bytes
        most //= 2
        text = comment(report, options, most)
    return text


def _commands(report: Report, options: RenderOptions) -> Iterator[tuple[str, str]]:
    """Yield the kind and the line of each command; failures first, as they matter most."""
    for path, message in unchecked(report):
        yield "error", _command("error", {"file": path, "title": FAILURE}, message)
    for document in documents(report):
        for finding in shown(document, options):
            yield _COMMANDS[finding.severity], _finding(document, finding)


def _finding(document: CheckedDocument, finding: Finding) -> str:
    at = spot(finding)
    values: dict[str, str | int] = {"file": document.path, "line": at.line, "endLine": at.end_line}
    # GitHub refuses columns of a stretch over several lines.
    if finding.position and at.line == at.end_line:
        values |= {"col": at.column, "endColumn": at.end_column}
    return _command(_COMMANDS[finding.severity], {**values, "title": finding.rule}, told(finding))


def _command(name: str, values: dict[str, str | int], message: str) -> str:
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in values.items() if value != "")
    return f"::{name} {properties}::{_data(visible(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
