"""The report for an editor: the words, the fault and the cure; worst files and findings first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from medlint.model import CheckedDocument, Finding, Position, Report, Severity
from medlint.reporters import RenderOptions, canvas
from medlint.reporters.canvas import EMPTY, Canvas, Line
from medlint.reporters.characters import on_one_line, visible
from medlint.reporters.layout import excerpt, wrapped
from medlint.reporters.overview import overview
from medlint.reporters.summary import by_severity, place, reaches, severities
from medlint.reporters.where import where
from medlint.rule import SEVERITIES

_SEVERITY_WIDTH = max(len(severity) for severity in SEVERITIES)
_INDENT = 4
_MOST_SUGGESTIONS = 3


def render(report: Report, options: RenderOptions) -> str:
    """Return the report as an editor reads it; without colour `^^^^` marks the words."""
    sheet = canvas.canvas(options)
    lines: list[Line] = []
    if not options.quiet:
        for document, findings in _listed(report, options.show):
            lines.extend(_document(document, findings, sheet))
    lines.extend(overview(report, options, sheet))
    return canvas.written(lines, sheet)


def _listed(report: Report, show: Severity) -> list[tuple[CheckedDocument, list[Finding]]]:
    """Return the documents with findings to show, the worst first."""
    listed = []
    for document in report.documents:
        findings = [finding for finding in document.findings if reaches(finding.severity, show)]
        if findings:
            listed.append((document, findings))
    return sorted(listed, key=lambda each: (*(-n for n in by_severity(each[1]).values()), each[0].path))


def _document(document: CheckedDocument, findings: Sequence[Finding], sheet: Canvas) -> Iterator[Line]:
    yield from canvas.heading(visible(document.path), severities(findings), sheet)
    yield EMPTY
    groups = _groups(finding for finding in findings if finding.position)
    columns = max((len(where(group[0].position)) for group in groups), default=0)
    shown: set[str] = set()  # addresses of sources; once in a file is enough
    for group in groups:
        at = where(group[0].position).rjust(columns)
        yield from _group(group, f"  {at}  ", shown, sheet)
        yield EMPTY
    if whole_page := _worst_first(finding for finding in findings if not finding.position):
        yield (Segment("  the whole page", canvas.BOLD),)
        for finding in whole_page:
            yield from _group([finding], " " * _INDENT, shown, sheet)
            yield EMPTY


def _groups(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Return the findings, those on exactly the same words together; worst first, then by place."""
    by_place = sorted(findings, key=place)
    groups = [_worst_first(same) for _, same in groupby(by_place, key=_words)]
    return sorted(groups, key=lambda group: SEVERITIES.index(group[0].severity))


def _words(finding: Finding) -> tuple[Position | None, Position | None, str, str]:
    return finding.position, finding.end_position, finding.text, finding.sentence


def _worst_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (SEVERITIES.index(finding.severity), finding.rule))


def _group(findings: Sequence[Finding], opening: str, shown: set[str], sheet: Canvas) -> Iterator[Line]:
    """Yield what is wrong with the same words: the messages, the words, the cures."""
    for finding in findings:
        yield from _message(finding, opening, sheet)
        opening = " " * (len(opening) if sheet.is_roomy else _INDENT)
    if findings[0].sentence:
        yield from _excerpt(findings[0], sheet)
    for finding in findings:
        yield from _cure(finding, sheet)
        yield from _rule(finding, shown, sheet)


def _message(finding: Finding, opening: str, sheet: Canvas) -> Iterator[Line]:
    severity = finding.severity.ljust(_SEVERITY_WIDTH) + "  "
    start = len(opening) + len(severity)
    indent = start if sheet.is_roomy else _INDENT
    first, *others = wrapped(on_one_line(finding.message), sheet.width - start, sheet.width - indent)
    style = canvas.SEVERITY_STYLES[finding.severity]
    yield (Segment(opening, canvas.BOLD), Segment(severity, style), Segment(first))
    for line in others:
        yield (Segment(" " * indent + line),)


def _excerpt(finding: Finding, sheet: Canvas) -> Iterator[Line]:
    gutter = Segment(" " * _INDENT + ("│ " if sheet.has_rules else "| "), canvas.DIM)
    line = excerpt(finding.sentence, *finding.in_sentence, sheet.width - cell_len(gutter.text))
    style = canvas.SEVERITY_STYLES[finding.severity] + canvas.UNDERLINED
    yield (gutter, Segment(line.before), Segment(line.words, style), Segment(line.after))
    # Where something is missing there are no words to underline.
    if not sheet.has_color or not line.words.strip():
        yield (gutter, Segment(line.carets))


def _cure(finding: Finding, sheet: Canvas) -> Iterator[Line]:
    advice = on_one_line(finding.advice)
    if finding.suggestions:
        wordings = [f"“{on_one_line(wording)}”" for wording in finding.suggestions[:_MOST_SUGGESTIONS]]
        advice = f"{advice} Instead: {', '.join(wordings)}".lstrip()
    if advice:
        yield from _hanging("→ ", advice, sheet, canvas.GREEN)
    if finding.doubt:
        yield from _hanging("~ ", finding.doubt, sheet, canvas.DIM)


def _rule(finding: Finding, shown: set[str], sheet: Canvas) -> Iterator[Line]:
    """Yield the rule with its label and first source; add its address to those `shown`."""
    text = finding.rule
    if finding.label and finding.label != finding.rule:
        text += f" ({finding.label})"
    if finding.causes:
        text += f", with {', '.join(finding.causes)}"
    for source in finding.sources[:1]:
        text += f" · {source.title}"
        if source.url not in {*shown, source.title}:
            text += f" {source.url}"
        shown.add(source.url)
    yield from _hanging("  ", on_one_line(text), sheet, canvas.DIM)


def _hanging(mark: str, text: str, sheet: Canvas, style: Style) -> Iterator[Line]:
    indent = _INDENT + len(mark)
    width = sheet.width - indent
    for number, line in enumerate(wrapped(text, width, width)):
        yield (Segment((mark if number == 0 else "").rjust(indent) + line, style),)
