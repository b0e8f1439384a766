"""`medlint allowances`: all of them in one list, for whoever has to answer for them."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from medlint.commands.run import Check, SettingsOf

if TYPE_CHECKING:
    from medlint.allowance_list import Entry

_COLUMNS = ("path", "line", "column", "state", "rules", "words", "reason", "author", "until")


def command(settings_of: SettingsOf, check: Check) -> click.Command:
    """Return the command, given how to find settings and how to check."""

    @click.command("allowances")
    @click.argument("paths", nargs=-1, metavar="[PATH…]")
    @click.option("--format", "form", type=click.Choice(("terminal", "json", "csv")), default="terminal")
    @click.option("--as-of", metavar="DATE", help="The day to look at, as YYYY-MM-DD (default today).")
    @click.option("--config", type=click.Path(path_type=Path), help="Settings file.")
    def allowances(paths: tuple[str, ...], *, form: str, **given: Any) -> int:
        """List all allowances of PATH… (default: this folder) and of the settings, with reason and end."""
        from medlint.allowance_list import entries

        settings = settings_of(given)
        report = check(settings, given["as_of"], paths or (".",), None)
        found = entries(report, settings, report.tool.as_of)
        shown = {"terminal": _lines, "json": _json, "csv": _csv}[form](found)
        click.echo(shown, nl=False)
        for failure in report.failures:
            click.echo(f"medlint: {failure.path}: {failure.message}", err=True)
        return 2 if report.failures else 0

    return allowances


def _lines(entries: Sequence[Entry]) -> str:
    return "".join(f"{line}\n" for line in _text(entries))


def _text(entries: Sequence[Entry]) -> Iterator[str]:
    from medlint.reporters.characters import on_one_line, visible

    for entry in entries:
        words = f" for “{entry.words}”" if entry.words else ""
        yield f"{visible(entry.path)}:{entry.line}:{entry.column}: {entry.state}: " + on_one_line(
            f"{entry.rules}{words}"
        )
        terms = [entry.reason or "no reason", entry.author and f"by {entry.author}"]
        terms.append(f"until {entry.until}" if entry.until else "no end")
        yield f"    {on_one_line('; '.join(filter(None, terms)))}"
    states = Counter(entry.state for entry in entries)
    total = "1 allowance" if len(entries) == 1 else f"{len(entries):,} allowances"
    each = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
    yield f"{total}: {each}" if entries else "No allowance was found"


def _json(entries: Sequence[Entry]) -> str:
    data = {"schema_version": 1, "allowances": [asdict(entry) for entry in entries]}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _csv(entries: Sequence[Entry]) -> str:
    from medlint.reporters.csv import cell

    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows([cell(str(getattr(entry, name))) for name in _COLUMNS] for entry in entries)
    return text.getvalue()
