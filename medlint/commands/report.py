"""`medlint report`: the HTML report in a file, made by the same run as `medlint check`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

TARGET = "medlint-report.html"
"""Where the report goes if nobody says so."""

_NOT_SHARED = ("paths", "formats", "statistics", "color", "quiet", "fix", "fix_diff")
"""Parameters of `check` that mean nothing here."""

_NOT_TOLD = (*_NOT_SHARED, "as_of", "fail_on", "jobs", "no_cache")
"""Parameters of `check` that change no byte of the report, and the day, which is always told."""


def command_for(check: click.Command) -> click.Command:
    """Return the command, which takes what `check` takes and hands it on."""
    paths = click.Argument(["paths"], nargs=-1, metavar="[PATH…|-]")
    target = click.Option(
        ["--output", "-o", "target"],
        default=TARGET,
        show_default=True,
        metavar="FILE",
        help="Where the report goes; - is standard output.",
    )
    shared = [parameter for parameter in check.params if parameter.name not in _NOT_SHARED]

    @click.pass_context
    def report(context: click.Context, /, paths: tuple[str, ...], target: str, **given: Any) -> int:
        formats = ("html",) if target == "-" else (f"html:{target}", "concise")
        code: int = context.invoke(check, paths=paths, formats=formats, quiet=True, **given)
        if target != "-":
            click.echo(f"The report is in {target}")
        return code

    return click.Command(
        "report",
        callback=report,
        params=[paths, target, *shared],
        help="Write the report that a reviewer reads and signs: one HTML file for screen and paper.",
    )


def arguments(
    check: click.Command, paths: Sequence[str], given: Mapping[str, Any], as_of: str
) -> tuple[str, ...]:
    """Return what follows `medlint report` to make the same report on another day.

    Args:
        check: The command that was run.
        paths: As they were given.
        given: What the command got, by click's names.
        as_of: The day that was checked for, also where nobody named it.
    """
    told = (word for option in check.params for word in _told(option, given))
    return (*map(_path, paths), "--as-of", as_of, *told)


def _told(option: click.Parameter, given: Mapping[str, Any]) -> Iterator[str]:
    value = given.get(option.name or "")
    if option.name in _NOT_TOLD or value in (None, False, ()) or value == option.default:
        return
    name = max(option.opts, key=len)
    if value is True:
        yield name
        return
    for each in value if isinstance(value, tuple | list) else (value,):
        yield from (name, str(each))


def _path(path: str) -> str:
    return f"./{path}" if path.startswith("-") and path != "-" else path
