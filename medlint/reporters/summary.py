"""What a run comes to: counts, order of findings, the exit code and its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from medlint.gate import Gate, gate
from medlint.model import Finding, Report, Severity
from medlint.rule import SEVERITIES
from medlint.settings_shape import FailOn


def counted(number: int, noun: str) -> str:
    """Return `1 file`, `2 files`, `1,200 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def reaches(severity: Severity, lowest: Severity) -> bool:
    """Say whether `severity` is `lowest` or worse."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(lowest)


def by_severity(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings there are of each severity, worst first, also of those with none."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in SEVERITIES}


def severities(findings: Iterable[Finding]) -> str:
    """Return `2 errors, 1 note`; of no finding, nothing."""
    return ", ".join(counted(number, name) for name, number in by_severity(findings).items() if number)


def place(finding: Finding) -> tuple[bool, int, int, int, int, str]:
    """Return the key that sorts findings by place, then rule; those about the whole page last."""
    position = finding.position
    line, column = (position.line, position.column) if position else (0, 0)
    return position is None, line, column, finding.start or 0, finding.end or 0, finding.rule


def found(report: Report) -> str:
    """Return what was found in how much: `2 errors, 1 note in 3 files, 1,234 words checked`."""
    if not report.documents:
        return "Nothing was checked"
    words = sum(document.words for document in report.documents)
    files = counted(len(report.documents), "file")
    number = sum(len(document.known) for document in report.documents)
    known = f"; {counted(number, 'known finding')} left out" if number else ""
    found = severities(report.findings) or ("No new trigger found" if known else "No trigger found")
    return f"{found} in {files}, {counted(words, 'word')} checked{known}"


def failing(report: Report, fail_on: FailOn | Gate) -> int:
    """Return how many findings make the run fail."""
    return sum(map(gate(fail_on).fails, report.findings))


def exit_code(report: Report, fail_on: FailOn | Gate, *, may_be_empty: bool = False) -> int:
    """Return 2 when something or everything went unchecked, 1 when findings fail the run, else 0."""
    if report.failures or not (report.documents or may_be_empty):
        return 2
    return 1 if failing(report, fail_on) else 0


def exit_reason(report: Report, fail_on: FailOn | Gate, *, may_be_empty: bool = False) -> str:
    """Return the exit code and why: `exit 1: 3 findings at or above error`."""
    fail_on = gate(fail_on)
    number = failing(report, fail_on)
    reasons = []
    if report.failures:
        reasons.append(f"{counted(len(report.failures), 'thing')} could not be checked")
    elif not (report.documents or may_be_empty):
        reasons.append("no file was checked")
    if number:
        reasons.append(f"{counted(number, 'finding')} at or above {fail_on}")
    if not reasons:
        reasons.append(f"no finding at or above {fail_on}" if fail_on.can_fail else "findings fail no run")
    return f"exit {exit_code(report, fail_on, may_be_empty=may_be_empty)}: {'; '.join(reasons)}"
