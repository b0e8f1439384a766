"""`medlint compare OLD NEW`: what new rules, settings or words add and remove, before they are in force."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from medlint.commands.run import Check, SettingsOf

if TYPE_CHECKING:
    from medlint.comparing import Comparison, Side
    from medlint.model import Finding


def command(settings_of: SettingsOf, check: Check) -> click.Command:
    """Return the command, given how to find settings and how to check."""

    @click.command("compare")
    @click.argument("old", type=click.Path(path_type=Path))
    @click.argument("new", type=click.Path(path_type=Path))
    @click.option("--format", "form", type=click.Choice(("terminal", "json")), default="terminal")
    @click.option("--as-of", metavar="DATE", help="The day to check pages for, as YYYY-MM-DD.")
    @click.option("--config", type=click.Path(path_type=Path), help="Settings file, for pages.")
    @click.option("--fail-on-new", is_flag=True, help="Exit with 1 if NEW has findings that OLD has not.")
    def compare(old: Path, new: Path, *, form: str, fail_on_new: bool, **given: Any) -> int:
        """Tell what NEW adds and removes: two reports (--format json), or two pages or folders."""
        from medlint.comparing import compare

        sides = [_side(path, given, settings_of, check) for path in (old, new)]
        if new.suffix.lower() != ".json" and new.is_file() and old.is_file():
            sides[0] = _renamed(sides[0], new.as_posix())
        found = compare(*sides)
        click.echo(_as_json(found) if form == "json" else "\n".join(_lines(found)))
        return 1 if fail_on_new and (found.added or _worse(found)) else 0

    return compare


def _side(path: Path, given: dict[str, Any], settings_of: SettingsOf, check: Check) -> Side:
    from medlint import comparing
    from medlint.errors import UsageError

    if path.suffix.lower() == ".json":
        return comparing.read(path)
    report = check(settings_of(given), given["as_of"], [str(path)], None)
    if report.failures:
        failure = report.failures[0]
        raise UsageError(f"{failure.path}: {failure.message}")
    return comparing.side(report)


def _renamed(old: Side, path: str) -> Side:
    """Return a page's side under the path of the other: they are two versions of one page."""
    return replace(old, findings=tuple(replace(each, path=path) for each in old.findings))


def _worse(found: Comparison) -> bool:
    from medlint.rule import SEVERITIES

    return any(SEVERITIES.index(now.severity) < SEVERITIES.index(was) for was, now in found.changed)


def _lines(found: Comparison) -> Iterator[str]:
    from medlint.reporters.characters import on_one_line

    for sign, findings in (("+", found.added), ("-", found.removed)):
        for finding in findings:
            yield f"{sign} {_at(finding)}: {finding.severity} {finding.rule} {on_one_line(finding.message)}"
    for was, now in found.changed:
        yield f"~ {_at(now)}: {was} → {now.severity} {now.rule} {on_one_line(now.message)}"
    yield (
        f"{len(found.added):,} added, {len(found.removed):,} removed, "
        f"{len(found.changed):,} of another severity, {found.unchanged:,} unchanged"
    )
    if found.tools:
        yield f"The two were made with: {', '.join(found.tools)}"


def _at(finding: Finding) -> str:
    from medlint.reporters.characters import visible

    place = f":{finding.position.line}:{finding.position.column}" if finding.position else ""
    return f"{visible(finding.path)}{place}"


def _as_json(found: Comparison) -> str:
    from medlint.reporters.json import finding_data

    def listed(findings: tuple[Finding, ...]) -> list[Any]:
        return [{"path": each.path, **finding_data(each)} for each in findings]

    data = {
        "schema_version": 1,
        "added": listed(found.added),
        "removed": listed(found.removed),
        "changed": [
            {"path": now.path, "severity_before": was, **finding_data(now)} for was, now in found.changed
        ],
        "unchanged": found.unchanged,
        "differences": list(found.tools),
    }
    return json.dumps(data, indent=2, ensure_ascii=False)
