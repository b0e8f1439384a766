"""Markdown for a comment on a pull request, or a job's summary: worst first, never too long for a host."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medlint.model import CheckedDocument, Finding, Report, Severity
from medlint.reporters import RenderOptions
from medlint.reporters.characters import on_one_line
from medlint.reporters.listing import advice, documents, shown, unchecked
from medlint.reporters.marks import code, escaped, linked, shortened
from medlint.reporters.summary import by_severity, counted, exit_reason, found, severities
from medlint.reporters.where import where
from medlint.rule import SEVERITIES

MARKER = "<!-- medlint report -->"
"""The first line: by it a job finds its older comment."""

MOST_CHARACTERS = 60_000
"""GitHub takes 65,536 in a comment; some are left for what a job adds."""

_SIGNS: dict[Severity, str] = {"error": "🟥 error", "warning": "🟧 warning", "note": "🟦 note"}
_OPEN = 20  # with more findings, those of a file are folded away
_MARKUP = "&<>`*_[]()!~\\|@#:$"

File = tuple[str, str, list[str]]
"""What opens the findings of a file, what closes them, and the findings."""


def render(report: Report, options: RenderOptions) -> str:
    """Return the report as a comment; what does not fit is counted."""
    return comment(report, options, MOST_CHARACTERS)


def comment(report: Report, options: RenderOptions, most: int) -> str:
    """Return the report in at most so many characters."""
    head = [MARKER, "### medlint", "", escaped(f"{found(report)}."), *_unchecked(report)]
    tail = [_reason(report, options), ""]
    if options.quiet:
        return "\n".join([*head, "", *tail])
    room = most - sum(len(line) + 1 for line in (*head, *tail)) - 200
    parts, left = _fitting([_file(*each) for each in _worst_first(report, options)], room)
    if left:
        parts.append(f"\n… and {counted(left, 'more finding')}, for which there is no room here.")
    return "\n".join([*head, *parts, "", *tail])


def _worst_first(report: Report, options: RenderOptions) -> list[tuple[CheckedDocument, list[Finding]]]:
    """Return the documents with findings; each has so many of each severity, worst first."""
    listed = [(each, sorted(shown(each, options), key=_rank)) for each in documents(report)]
    return sorted(
        ((document, findings) for document, findings in listed if findings),
        key=lambda each: [-number for number in by_severity(each[1]).values()],
    )


def _rank(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _file(document: CheckedDocument, findings: Sequence[Finding]) -> File:
    is_open = " open" if len(findings) <= _OPEN else ""
    summary = f"<summary><code>{_html(document.path)}</code>: {severities(findings)}</summary>"
    return f"\n<details{is_open}>{summary}\n", "\n</details>", [_item(finding) for finding in findings]


def _item(finding: Finding) -> str:
    lines = [f"- **{_SIGNS[finding.severity]}** {where(finding.position)} {escaped(finding.message)}"]
    if finding.sentence:
        lines.append(f"  > {code(finding.sentence)}")
    if cure := advice(finding):
        lines.append(f"\n  → {escaped(cure)}")
    sources = [
        linked(source.title if source.title != source.url else "source", source.url)
        for source in finding.sources[:1]
    ]
    lines.append("  " + " · ".join([code(finding.rule), *sources]))
    return "\n".join(lines)


def _html(text: str) -> str:
    """Return the text inside HTML, where a backslash is a backslash but Markdown is still read."""
    return "".join(f"&#{ord(sign)};" if sign in _MARKUP else sign for sign in on_one_line(shortened(text)))


def _fitting(files: Sequence[File], room: int) -> tuple[list[str], int]:
    """Return the lines for which there is room, and how many findings are left over."""
    lines: list[str] = []
    left = 0
    for opening, closing, items in files:
        frame = len(opening) + len(closing) + 2
        kept = [*_within(items, room - frame)]
        left += len(items) - len(kept)
        if kept:
            lines += [opening, *kept, closing]
            room -= frame + sum(len(item) + 1 for item in kept)
    return lines, left


def _within(items: Sequence[str], room: int) -> Iterator[str]:
    for item in items:
        room -= len(item) + 1
        if room < 0:
            return
        yield item


def _unchecked(report: Report) -> Iterator[str]:
    for path, message in unchecked(report):
        yield f"- **not checked** {code(path)}: {escaped(message)}" if path else f"- {escaped(message)}"


def _reason(report: Report, options: RenderOptions) -> str:
    reason = exit_reason(report, options.fail_on, may_be_empty=options.may_be_empty)
    return f"<sub>{escaped(reason)}. A report of findings, not an approval.</sub>"
