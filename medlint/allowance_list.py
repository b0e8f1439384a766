"""All allowances there are, for review: where each stands, why, by whom, until when, and its state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from medlint import again
from medlint.allowances import OWN
from medlint.directives import directives
from medlint.model import CheckedDocument, Report
from medlint.settings import Settings

IN_FORCE = "in force"
ENDS_SOON = "ends soon"

_SOON = 30  # days
_STATES = {
    f"{OWN}.expired-allowance": "ended",
    f"{OWN}.unused-allowance": "unused",
    f"{OWN}.no-reason": "void: no reason",
    f"{OWN}.unknown-rule": "void: unknown rule",
    f"{OWN}.unclosed-range": "void: never closed",
    f"{OWN}.bad-allowance": "void: not understood",
}


@dataclass(frozen=True)
class Entry:
    """An allowance, in a text or in the settings."""

    path: str
    line: int
    column: int
    rules: str  # as written, parted by commas
    words: str  # that may stand; "" where the place of a remark says which
    reason: str
    author: str
    until: str
    state: str


def entries(report: Report, settings: Settings, as_of: str) -> tuple[Entry, ...]:
    """Return the allowances of the pages of a report and of the settings, by place."""
    found = [entry for document in report.documents for entry in _in_text(document, as_of)]
    return tuple(sorted((*_in_settings(report, settings, as_of), *found), key=_place))


def _place(entry: Entry) -> tuple[str, int, int]:
    return entry.path, entry.line, entry.column


def _in_text(document: CheckedDocument, as_of: str) -> Iterator[Entry]:
    page = again.page(document)
    if page is None:
        return
    problems = _problems(document)
    for directive in directives(page):
        if directive.form == "allow-end":
            continue
        at = page.source_position(directive.comment.start)
        yield Entry(
            document.path,
            at.line,
            at.column,
            ", ".join(directive.names),
            "",
            directive.reason or directive.problem,
            directive.author,
            directive.until,
            problems.get((at.line, at.column)) or _state(directive.until, as_of),
        )


def _in_settings(report: Report, settings: Settings, as_of: str) -> Iterator[Entry]:
    for index, allowance in enumerate(settings.values.allow):
        at = settings.mistake(("allow", index), "")
        problems = next((_problems(each) for each in report.documents if each.path == at.path), {})
        until = allowance.until.isoformat() if allowance.until else ""
        yield Entry(
            at.path,
            at.line,
            at.column,
            allowance.rule,
            allowance.words,
            allowance.reason or "",
            allowance.author or "",
            until,
            problems.get((at.line, at.column)) or _state(until, as_of),
        )


def _problems(document: CheckedDocument) -> Mapping[tuple[int, int], str]:
    """Return place → what is wrong with the allowance there."""
    found: dict[tuple[int, int], str] = {}
    for finding in (*document.findings, *document.known):
        if finding.position and finding.rule in _STATES:
            place = finding.position.line, finding.position.column
            found.setdefault(place, _STATES[finding.rule])
    return found


def _state(until: str, as_of: str) -> str:
    if not until:
        return IN_FORCE
    left = (date.fromisoformat(until) - date.fromisoformat(as_of)).days
    if left < 0:
        return _STATES[f"{OWN}.expired-allowance"]
    return ENDS_SOON if left <= _SOON else IN_FORCE
