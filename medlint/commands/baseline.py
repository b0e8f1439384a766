"""`medlint baseline write|prune`: make the list of findings that were there already, and shorten it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from medlint.commands.run import Check, SettingsOf
from medlint.errors import UsageError

if TYPE_CHECKING:
    from medlint.baseline_file import Baseline
    from medlint.model import Report


def group(settings_of: SettingsOf, check: Check) -> click.Group:
    """Return the commands, given how to find settings and how to check."""
    commands = click.Group(
        "baseline", help="Write down the findings there are, so that a run shows new ones."
    )

    @commands.command()
    @click.argument("paths", nargs=-1, required=True, metavar="PATH…")
    @_options
    def write(paths: tuple[str, ...], **given: Any) -> None:
        """Write all findings of PATH… into the baseline; other pages keep theirs.

        Look at them first: what is in the baseline is shown no more.
        """
        click.echo(_write(paths, given, settings_of, check))

    @commands.command()
    @click.argument("paths", nargs=-1, metavar="[PATH…]")
    @_options
    def prune(paths: tuple[str, ...], **given: Any) -> None:
        """Take out of the baseline what nothing needs any more; nothing is added.

        Without PATH all pages of the baseline are checked.
        """
        click.echo(_prune(paths, given, settings_of, check))

    return commands


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that both commands have."""
    for option in (
        click.option("--as-of", metavar="DATE", help="The day to check for, as YYYY-MM-DD (default today)."),
        click.option(
            "--config",
            type=click.Path(path_type=Path),
            help="Settings file; else medlint.yaml is looked for upwards.",
        ),
        click.option(
            "--baseline",
            "file",
            type=click.Path(path_type=Path, dir_okay=False),
            help="The file (default: as the settings say, or medlint-baseline.json).",
        ),
    ):
        command = option(command)
    return command


def _write(paths: tuple[str, ...], given: dict[str, Any], settings_of: SettingsOf, check: Check) -> str:
    from medlint import baseline, baseline_file, only_new, outputs

    settings = settings_of(given)
    path = only_new.baseline_path(settings, given["file"]) or Path(baseline_file.NAME)
    report = _sound(check(settings, given["as_of"], paths, None))
    written = baseline.written(report, only_new.baseline_in(path), baseline.is_file_beside(path))
    outputs.put(path, baseline_file.text(written))
    return f"{path}: {_counted(written)} written; `medlint check --baseline {path}` shows what is new"


def _prune(paths: tuple[str, ...], given: dict[str, Any], settings_of: SettingsOf, check: Check) -> str:
    from medlint import baseline, baseline_file, only_new, outputs

    settings = settings_of(given)
    path = only_new.baseline_path(settings, given["file"]) or Path(baseline_file.NAME)
    known = baseline_file.read(path)
    exists = baseline.is_file_beside(path)
    pages = paths or tuple(str(known.folder / name) for name in known.pages if exists(name))
    report = _sound(check(settings, given["as_of"], pages, None)) if pages else None
    pruned = baseline.pruned(known, baseline.apply(report, known, exists)) if report else None
    left = pruned or baseline_file.Baseline(known.folder)
    outputs.put(path, baseline_file.text(left))
    gone = known.size - left.size
    return f"{path}: {gone or 'no'} {'entry' if gone == 1 else 'entries'} taken out, {_counted(left)} left"


def _sound(report: Report) -> Report:
    """Return the report, if all was checked."""
    if report.failures:
        failure = report.failures[0]
        where = f"{failure.path}: " if failure.path else ""
        raise UsageError(
            f"{where}{failure.message}; the baseline is as it was, for it would miss what was not checked"
        )
    return report


def _counted(baseline: Baseline) -> str:
    findings = "1 finding" if baseline.size == 1 else f"{baseline.size:,} findings"
    pages = "1 page" if len(baseline.pages) == 1 else f"{len(baseline.pages):,} pages"
    return f"{findings} on {pages}"
