"""`medlint explain RULE`: what a rule looks for; with --at, which rules looked at a place."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from medlint.commands.options import PATH
from medlint.commands.run import checker_of, settings_of


@click.command("explain")
@click.argument("rule_id", metavar="RULE", required=False)
@click.option("--at", "place", metavar="FILE:LINE:COL", help="Tell which rules looked at this place instead.")
@click.option("--config", type=PATH, help="Settings file, for rules of your own packs.")
def command(rule_id: str | None, place: str | None, config: Path | None) -> None:
    """Tell what a rule looks for, why, and what to do; with examples and sources.

    With --at, tell which rules looked at a place of a file, what matched and what silenced it.
    """
    if place is not None:
        click.echo(_explained_place(place, config))
        return
    if rule_id is None:
        raise click.UsageError("name a rule, or a place with --at FILE:LINE:COL")
    from medlint.checking import load_rules
    from medlint.errors import UsageError
    from medlint.rule_docs import page
    from medlint.words import nearest

    settings = settings_of({"config": config})
    rules = {rule.id: rule for rule in load_rules(settings.packs, settings, (rule_id,)).rules}
    if rule_id not in rules:
        raise UsageError(
            f"there is no rule {rule_id!r}{nearest(rule_id, rules)}; `medlint rules` lists them all"
        )
    text = page(rules[rule_id])
    if not sys.stdout.isatty():
        click.echo(text)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(text, hyperlinks=False))


def _explained_place(place: str, config: Path | None) -> str:
    from medlint import explain, parsers
    from medlint.errors import UsageError
    from medlint.settings import for_path

    file, line, column = (*place.rsplit(":", 2), "", "")[:3]
    if not (line.isdigit() and column.isdigit()):
        raise UsageError(f"--at: {place!r} is no place; write FILE:LINE:COL, such as page.md:14:1")
    settings = settings_of({"config": config})
    checker = checker_of(settings, None)
    document = parsers.read(Path(file), view=settings.values.tracked_changes)
    return explain.at(checker, for_path(settings, Path(file)), document, int(line), int(column))
