"""The allowances in force, and those that are void, have ended or allow nothing."""

from __future__ import annotations

from collections.abc import Iterator

from medlint import allowance_list
from medlint.allowance_list import Entry
from medlint.model import Report
from medlint.reporters.html_report.dossier import Dossier
from medlint.reporters.html_report.view import AllowanceRow


def allowances(report: Report, dossier: Dossier) -> tuple[AllowanceRow, ...]:
    """Return the allowances of the texts and of the settings, those that need a look first."""
    if dossier.settings is None:
        return ()
    entries = allowance_list.entries(report, dossier.settings, report.tool.as_of)
    rows = [*map(_row, entries), *_accepted(dossier)]
    return tuple(sorted(rows, key=_needs_no_look))


def _needs_no_look(row: AllowanceRow) -> bool:
    return row.state == allowance_list.IN_FORCE


def _row(entry: Entry) -> AllowanceRow:
    terms = [f"by {entry.author}"] if entry.author else []
    terms += [f"until {entry.until}"] if entry.until else []
    return AllowanceRow(
        state=entry.state,
        rules=entry.rules,
        words=f"“{entry.words}”" if entry.words else "the place it stands at",
        reason=entry.reason,
        place=f"{entry.path}, line {entry.line}",
        remark=", ".join(terms),
    )


def _accepted(dossier: Dossier) -> Iterator[AllowanceRow]:
    if dossier.settings is None:
        return
    for words in dossier.settings.values.words.accept:
        reason = "words of the house (`words.accept`)"
        yield AllowanceRow(allowance_list.IN_FORCE, "all rules", f"“{words}”", reason, "settings")
