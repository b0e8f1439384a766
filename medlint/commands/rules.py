"""`medlint rules` lists the rules in force, `medlint test` runs their examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from medlint.commands.options import PATH, in_force
from medlint.commands.run import settings_of


@click.command()
@click.option("--format", "form", type=click.Choice(("terminal", "json")), default="terminal")
@in_force
def rules(form: str, **given: Any) -> None:
    """List the rules in force."""
    from medlint.checking import load_rules
    from medlint.markets import lines_of
    from medlint.selection import selected

    settings = settings_of(given)
    chosen = selected(load_rules(settings.packs, settings).rules, settings)
    if form == "json":
        import json

        listed = [
            {"id": r.id, "label": r.label, "severity": r.severity, "needs": r.needs, "message": r.message,
             "advice": r.advice, "why": r.why, "sources": list(r.sources), "profiles": list(r.profiles),
             "not_for": list(r.not_for),
             "fix": "safe" if r.is_safely_fixed else "unsafe", "origin": r.origin,
             "options": {o.name.replace("_", "-"): o.default for o in r.options.values()}}
            for r in chosen
        ]  # fmt: skip
        click.echo(json.dumps({"schema_version": 1, "rules": listed}, indent=2, ensure_ascii=False))
        return
    for line in lines_of(chosen, settings.values.profile.market):
        click.echo(line)


@click.command()
@click.argument("packs", nargs=-1, type=PATH, metavar="[PACK…]")
def test(packs: tuple[Path, ...]) -> int:
    """Run the examples of packs; without a PACK those of all shipped rules and of the settings' packs."""
    from medlint import pack
    from medlint.checking import load_rules
    from medlint.examples import broken

    if packs:
        tested = tuple(rule for path in packs for rule in pack.load(path).rules)
    else:
        tested = tuple(rule for rule in load_rules(settings_of({}).packs).rules if rule.probes)
    problems = [problem for rule in tested for problem in broken(rule)]
    for problem in problems:
        click.echo(f"{problem.rule}: {problem.kind}: {problem.example!r}: {problem.problem}")
    examples = sum(len(r.bad) + len(r.good) + len(r.misses) + len(r.false_alarms) for r in tested)
    click.echo(f"{len(tested)} rules, {examples} examples, {len(problems)} that do not hold")
    return 1 if problems else 0
