"""`medlint facts`: the registry of settled facts, searched, and checked for facts to look at again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medlint.commands.options import PATH
from medlint.commands.run import settings_of

if TYPE_CHECKING:
    from medlint.evidence.registry import Fact, Registry

_CHECK = "check"


@click.command("facts")
@click.argument("words", nargs=-1, metavar="[TOPIC… | check]")
@click.option("--format", "form", type=click.Choice(("terminal", "json")), default="terminal")
@click.option("--as-of", metavar="DATE", help="The day to look at, as YYYY-MM-DD (default today).")
@click.option("--config", type=PATH, help="Settings file, for a registry of your own.")
def command(words: tuple[str, ...], form: str, as_of: str | None, config: Path | None) -> int:
    """List the settled facts that have all the words of TOPIC; `check` names those to be looked at again."""
    registry = _registry(config)
    if words == (_CHECK,):
        return _check(registry, _day(as_of))
    found = [fact for fact in registry.facts if _has(fact, words)]
    click.echo(_json(found) if form == "json" else "\n".join(_lines(found)))
    return 0 if found else 1


def _registry(config: Path | None) -> Registry:
    from medlint.evidence import registry

    settings = settings_of({"config": config})
    own = settings.values.evidence.registry
    return registry.load(settings.folder / own) if own else registry.shipped()


def _day(as_of: str | None) -> date:
    try:
        return date.fromisoformat(as_of) if as_of else date.today()
    except ValueError as error:
        raise click.UsageError(f"--as-of: {as_of!r} is no day; write YYYY-MM-DD") from error


def _has(fact: Fact, words: Sequence[str]) -> bool:
    text = f"{fact.id} {fact.statement} {fact.topic} {fact.measure} {fact.population}".lower()
    return all(word.lower() in text for word in words)


def _lines(facts: Sequence[Fact]) -> Iterator[str]:
    for fact in facts:
        yield f"{fact.id}: {fact.statement}"
        for source in fact.sources:
            yield f"    {source.seen}: {source.told}{f', {source.url}' if source.url else ''}"
        yield f"    to be looked at again by {fact.review_by.isoformat()}"
    yield _number(facts)


def _number(facts: Sequence[Fact]) -> str:
    return "1 fact" if len(facts) == 1 else f"{len(facts):,} facts"


def _json(facts: Sequence[Fact]) -> str:
    import json

    listed = [
        {
            "id": fact.id,
            "kind": fact.kind,
            "statement": fact.statement,
            "plain": fact.plain,
            "topic": fact.topic or None,
            "measure": fact.measure or None,
            "values": list(fact.values),
            "accepted": [fact.low, fact.high] if fact.values else None,
            "unit": fact.unit if fact.values else None,
            "time": fact.time or None,
            "population": fact.population or None,
            "sources": [
                {"title": each.title, "year": each.year, "url": each.url, "seen": each.seen}
                for each in fact.sources
            ],
            "review_by": fact.review_by.isoformat(),
        }
        for fact in facts
    ]
    return json.dumps({"schema_version": 1, "facts": listed}, indent=2, ensure_ascii=False)


def _check(registry: Registry, day: date) -> int:
    """Say which facts are to be looked at again; a registry that is wrong has been told before."""
    old = [fact for fact in registry.facts if fact.review_by < day]
    for fact in old:
        click.echo(f"{fact.id}: was to be looked at again by {fact.review_by.isoformat()}")
    recalled = sum(fact.is_recalled for fact in registry.facts)
    click.echo(
        f"{_number(registry.facts)}, {recalled:,} of them from memory; "
        f"{len(old):,} to be looked at again as of {day.isoformat()}"
    )
    return 1 if old else 0
