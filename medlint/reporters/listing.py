"""What the formats of other tools have in common: findings in order, places that are never null, failures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from medlint.model import CheckedDocument, Finding, Report
from medlint.reporters import RenderOptions
from medlint.reporters.characters import on_one_line
from medlint.reporters.summary import place, reaches
from medlint.reporters.where import beside_line

FAILURE = "medlint.failure"
"""How something that could not be checked is called where a format knows findings only."""


@dataclass(frozen=True)
class Spot:
    """A place as other tools want it: the whole page stands at its first character."""

    line: int
    column: int
    end_line: int
    end_column: int  # after the last character


def documents(report: Report) -> list[CheckedDocument]:
    """Return the documents, by path."""
    return sorted(report.documents, key=lambda document: document.path)


def shown(document: CheckedDocument, options: RenderOptions) -> list[Finding]:
    """Return the findings that are asked for, by place."""
    return sorted((each for each in document.findings if reaches(each.severity, options.show)), key=place)


def spot(finding: Finding) -> Spot:
    """Return where a finding stands."""
    start, end = finding.position, finding.end_position
    if start is None:
        return Spot(1, 1, 1, 1)
    end = end or start
    return Spot(start.line, start.column, end.line, end.column)


def unchecked(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the path ("" for the run) and a sentence for each thing that could not be checked."""
    for failure in sorted(report.failures, key=lambda each: (each.path, each.what, each.message)):
        about = "" if failure.what == "document" else f"{failure.what}: "
        yield failure.path, on_one_line(f"Not checked: {about}{failure.message}")


def advice(finding: Finding) -> str:
    """Return what to do, with the wordings that could stand instead."""
    if not finding.suggestions:
        return finding.advice
    wordings = ", ".join(f"“{wording}”" for wording in finding.suggestions)
    return f"{finding.advice} Instead: {wordings}".lstrip()


def told(finding: Finding) -> str:
    """Return message and advice on one line, and behind them the page, slide or time if there is one."""
    beside = beside_line(finding.position)
    words = (finding.message, advice(finding), f"({beside})" if beside else "")
    return on_one_line(" ".join(word for word in words if word))
