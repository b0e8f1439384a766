"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

PATH = click.Path(path_type=Path)
LEVELS = ("error", "warning", "note")
MARKETS = ("us", "uk", "eu", "de", "tr", "au", "ca")
AUDIENCES = ("patient", "professional", "domestic", "abroad")


def shared(*options: Callable[..., Any]) -> Callable[..., Any]:
    """Return a decorator that puts options on a command, in their order."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


in_force = shared(
    click.option(
        "--config",
        type=PATH,
        help="Settings file; else medlint.yaml is looked for upwards.",
    ),
    click.option(
        "--select", multiple=True, metavar="RULE", help="Only these rules, categories or beginnings of ids."
    ),
    click.option(
        "--ignore", multiple=True, metavar="RULE", help="Not these rules, categories or beginnings of ids."
    ),
    click.option("--market", type=click.Choice(MARKETS), help="Where the text is published."),
    click.option("--audience", type=click.Choice(AUDIENCES), help="Whom the text speaks to."),
)
"""Which settings are in force."""
