"""The end of the terminal report: what it comes to, what was not checked, why it exits so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style

from medlint.model import Failure, Needs, Report
from medlint.reporters import RenderOptions, canvas
from medlint.reporters.canvas import EMPTY, Canvas, Line
from medlint.reporters.characters import on_one_line, visible
from medlint.reporters.layout import wrapped
from medlint.reporters.page_figures import page_figures
from medlint.reporters.summary import exit_reason, found, reaches, severities

_TO_DO: dict[Needs, str] = {
    "wording": "change the wording",
    "evidence": "supply evidence",
    "judgement": "judge",
    "addition": "add what is missing",
}


def overview(report: Report, options: RenderOptions, sheet: Canvas) -> Iterator[Line]:
    """Yield the end of the report; where only the counts are asked for, these alone."""
    reason = exit_reason(report, options.fail_on, may_be_empty=options.may_be_empty)
    if options.quiet:
        if options.statistics and report.findings:
            yield from _statistics(report)
        yield (Segment(f"{found(report)}; {reason}"),)
        return
    yield from canvas.heading("Summary", "", sheet)
    yield from _paragraph(f"{found(report)}.", sheet)
    yield from _to_do(report, sheet)
    yield from _not_shown(report, options, sheet)
    if options.statistics:
        yield from _statistics(report) if report.findings else ()
        yield from _page_figures(report, sheet)
    yield from _not_checked(report, sheet)
    yield from _model(report, sheet)
    yield from _paragraph(reason, sheet, canvas.BOLD)


def _to_do(report: Report, sheet: Canvas) -> Iterator[Line]:
    if not report.findings and report.documents:
        yield from _paragraph("This is not an approval.", sheet)
    if not report.findings:
        return
    needs = Counter(finding.needs for finding in report.findings)
    steps = [f"{what} ({needs[need]:,})" for need, what in _TO_DO.items() if needs[need]]
    yield from _paragraph(f"To do: {', '.join(steps)}.", sheet)
    yield from _paragraph("The reason for a rule: medlint explain RULE", sheet)


def _model(report: Report, sheet: Canvas) -> Iterator[Line]:
    if any(finding.rule.endswith(".second-reader") for finding in report.findings) and report.tool.model:
        yield from _paragraph(f"A trained model took part: {report.tool.model}.", sheet)


def _not_shown(report: Report, options: RenderOptions, sheet: Canvas) -> Iterator[Line]:
    hidden = [finding for finding in report.findings if not reaches(finding.severity, options.show)]
    if hidden:
        yield from _paragraph(f"Not shown: {severities(hidden)} (--severity {options.show}).", sheet)


def _statistics(report: Report) -> Iterator[Line]:
    rules = Counter((finding.rule, finding.severity) for finding in report.findings)
    yield EMPTY
    yield (Segment("Findings per rule", canvas.BOLD),)
    for (rule, severity), number in sorted(rules.items(), key=lambda each: (-each[1], each[0])):
        yield (
            Segment(f"{number:>7,}  "),
            Segment(severity.ljust(9), canvas.SEVERITY_STYLES[severity]),
            Segment(visible(rule)),
        )
    yield EMPTY


def _page_figures(report: Report, sheet: Canvas) -> Iterator[Line]:
    told = tuple(page_figures(report))
    if told:
        yield (Segment("Figures of the pages", canvas.BOLD),)
        for path, words in told:
            yield from _paragraph(f"{visible(path)}: {words}", sheet, indent=2)
        yield EMPTY


def _not_checked(report: Report, sheet: Canvas) -> Iterator[Line]:
    notes = [on_one_line(note) for note in report.not_checked]
    notes += [
        f"{visible(each.path)}: {on_one_line(note)}" for each in report.documents for note in each.not_checked
    ]
    lines = [*(_failure(failure) for failure in report.failures), *notes]
    if lines:
        yield (Segment("Not checked:", canvas.SEVERITY_STYLES["warning"]),)
    for line in lines:
        yield from _paragraph(line, sheet, indent=2)


def _failure(failure: Failure) -> str:
    message = on_one_line(failure.message)
    about = "" if failure.what == "document" else f"{on_one_line(failure.what)}: "
    return f"{visible(failure.path)}: {about}{message}" if failure.path else f"{about}{message}"


def _paragraph(text: str, sheet: Canvas, style: Style | None = None, *, indent: int = 0) -> Iterator[Line]:
    first, *others = wrapped(text, sheet.width - indent, sheet.width - indent - 2)
    yield (Segment(" " * indent + first, style),)
    for line in others:
        yield (Segment(" " * (indent + 2) + line, style),)
