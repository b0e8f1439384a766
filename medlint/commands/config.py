"""`medlint init` writes a settings file, `medlint config` looks at the settings in force."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from medlint.commands.options import in_force
from medlint.commands.run import checker_of, settings_of


@click.command()
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def init(*, force: bool) -> None:
    """Write a commented medlint.yaml into this folder."""
    from medlint.errors import UsageError
    from medlint.settings import default_text

    path = Path("medlint.yaml")
    if path.exists() and not force:
        raise UsageError("medlint.yaml: is there already; --force writes over it")
    path.write_text(default_text(), encoding="utf-8")
    click.echo("medlint.yaml: written; `medlint config check` proves it after your changes")


@click.group()
def config() -> None:
    """Look at the settings."""


@config.command()
@click.argument("file", required=False)
@in_force
def show(file: str | None, **given: Any) -> None:
    """Print every value in force (for FILE, if given) and the place it comes from."""
    from medlint.settings import for_path
    from medlint.settings_files import leaves

    settings = settings_of(given)
    in_force = for_path(settings, Path(file)) if file else settings
    values = in_force.values.model_dump(mode="json", by_alias=True, exclude_none=True)
    rows = [(".".join(map(str, keys)), _value_at(values, keys)) for keys in leaves(values)]
    width = max(len(key) for key, _ in rows)
    for key, value in rows:
        click.echo(f"{key:{width}}  {value!s:24}  {settings.origins.get(key, 'default')}")


@config.command("check")
@in_force
def check_config(**given: Any) -> None:
    """Prove settings and packs, and name every mistake."""
    settings = settings_of(given)
    checker = checker_of(settings, None)
    running = len(checker.engine_for(settings).rules)
    where = settings.path or "no settings file: defaults"
    click.echo(f"{where}: no mistake; {running} rules run")


@config.command()
def schema() -> None:
    """Print the JSON Schema of medlint.yaml."""
    from medlint.settings import schema_text

    click.echo(schema_text(), nl=False)


def _value_at(values: Any, keys: Sequence[str | int]) -> Any:
    for key in keys:
        values = values[key]
    return values
