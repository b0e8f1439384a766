"""The command line: arguments → settings → checker → report → text and exit code. Alone prints and exits."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, filterfalse
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from medlint import __version__, cache_folder, compiled
from medlint.commands import allowances, baseline, compare
from medlint.commands.report import command_for as report_command
from medlint.errors import MedlintError
from medlint.languagetool.commands import languagetool

if TYPE_CHECKING:
    from medlint.checking import Checker
    from medlint.model import Document, Failure, Report
    from medlint.reporters.html_report.dossier import Dossier
    from medlint.settings import Settings

EXIT_FINDINGS = 1
EXIT_UNABLE = 2
EXIT_INTERRUPTED = 130

_PATH = click.Path(path_type=Path)
_LEVELS = ("error", "warning", "note")
_MARKETS = ("us", "uk", "eu", "de", "tr", "au", "ca")
_AUDIENCES = ("patient", "professional", "domestic", "abroad")


class _CheckByDefault(click.Group):
    """`medlint PATH…` is `medlint check PATH…`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version", *self.commands}
        if args and args[0] not in own:
            args.insert(0, "check")
        return super().parse_args(ctx, args)


@click.group(
    cls=_CheckByDefault, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True
)
@click.version_option(__version__, message="medlint %(version)s")
def cli() -> None:
    """Check medical marketing and patient information before it is published.

    `medlint PATH…` is short for `medlint check PATH…`.
    """


def main() -> None:
    """Run the command line and exit.

    0: nothing at or above --fail-on. 1: findings. 2: something could not be done. 130: interrupted.
    """
    # A document makes many small things and hardly a cycle: looking for cycles often costs a tenth of a run.
    gc.set_threshold(200_000, 20, 50)
    # Pydantic would search every installed package for plugins that take part in reading settings.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    compiled.keep(cache_folder.path())
    try:
        code = cli.main(standalone_mode=False, prog_name="medlint")
    except click.ClickException as error:
        error.show()
        code = EXIT_UNABLE
    except MedlintError as error:
        click.echo(f"medlint: {error}", err=True)
        code = EXIT_UNABLE
    except (KeyboardInterrupt, click.Abort):
        click.echo("medlint: interrupted", err=True)
        code = EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone (`medlint … | head`): say nothing, and keep Python from saying it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = EXIT_UNABLE
    compiled.save()
    sys.exit(code or 0)


def _shared(*options: Callable[..., Any]) -> Callable[..., Any]:
    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


_in_force = _shared(
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        help="Settings file; else medlint.yaml is looked for upwards.",
    ),
    click.option(
        "--select", multiple=True, metavar="RULE", help="Only these rules, categories or beginnings of ids."
    ),
    click.option(
        "--ignore", multiple=True, metavar="RULE", help="Not these rules, categories or beginnings of ids."
    ),
    click.option("--market", type=click.Choice(_MARKETS), help="Where the text is published."),
    click.option("--audience", type=click.Choice(_AUDIENCES), help="Whom the text speaks to."),
)


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATH…|-]")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[:FILE]",
    help="The report: terminal, concise, json, html, sarif, github, gitlab, junit, checkstyle, rdjson, csv, "
    "markdown, json-lines, docx:FILE, pdf:FILE or template:TEMPLATE; into FILE if given. Repeatable.",
)
@click.option(
    "--files-from", metavar="FILE", help="Check the files that FILE (- for standard input) lists, too."
)
@click.option(
    "--diff", metavar="REF", help="Only what is new since this commit of git, or since the branch left it."
)
@click.option("--diff-file", type=_PATH, metavar="PATCH", help="Only what this patch brought.")
@click.option("--baseline", type=_PATH, metavar="FILE", help="Only what is not in this baseline.")
@click.option(
    "--fail-on",
    type=click.Choice((*_LEVELS, "never")),
    help="From which severity on the exit code is 1 (default error).",
)
@click.option(
    "--severity",
    type=click.Choice(_LEVELS),
    default="note",
    help="The lowest severity to show (default note).",
)
@_in_force
@click.option("--as-of", metavar="DATE", help="The day to check for, as YYYY-MM-DD (default today).")
@click.option(
    "--grammar",
    type=click.Choice(("auto", "builtin", "languagetool", "off")),
    envvar="MEDLINT_GRAMMAR",
    help="Who checks grammar: our own rules, LanguageTool too, or nobody (default auto).",
)
@click.option(
    "--parser",
    type=click.Choice(("auto", "on", "off")),
    envvar="MEDLINT_PARSER",
    help="Whether grammar rules that need a spaCy parser run (default auto: where one is installed).",
)
@click.option(
    "--stdin-filename", metavar="NAME", help="The name, and so the format, of what comes on standard input."
)
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Files left out, as in .gitignore.")
@click.option(
    "--suggest-changes", is_flag=True, help="In docx:FILE, write safe suggestions as tracked changes too."
)
@click.option("--statistics", is_flag=True, help="Add how often each rule was found.")
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    help="Colour: on a terminal only, always or never.",
)
@click.option("--quiet", "-q", is_flag=True, help="The counts only.")
def check(paths: tuple[str, ...], formats: tuple[str, ...], **given: Any) -> int:
    """Check files, folders or standard input (-)."""
    from medlint import file_list, only_new, outputs
    from medlint.gate import gate
    from medlint.markets import is_about_market
    from medlint.reporters.summary import exit_code

    listed = file_list.read(given["files_from"]) if given["files_from"] else ()
    if not paths and not given["files_from"]:
        raise click.UsageError("name a file or folder to check, or - for standard input")
    if "-" in paths and given["files_from"] == "-":
        raise click.UsageError("standard input is either a page or a list of files, not both")
    wanted = outputs.parse(formats or ("terminal",))
    settings = _settings(given)
    report, checker, read = _report(settings, given["as_of"], (*paths, *listed), given["stdin_filename"])
    report, notes = only_new.shown(report, settings, given, checker)
    for note in (*filterfalse(is_about_market, report.not_checked), *notes):
        click.echo(f"medlint: {note}", err=True)
    dossier = None
    if any(output.format == "html" for output in wanted):
        dossier = _dossier(report, checker, read, (paths, given))
    options = outputs.options(settings, given, checker.ruleset.rules, dossier, may_be_empty=not paths)
    echo = partial(click.echo, nl=False)
    outputs.write(wanted, report, options, echo, suggest_changes=given["suggest_changes"])
    return exit_code(report, gate(settings.values.fail_on), may_be_empty=not paths)


@cli.command()
@click.argument("rule_id", metavar="RULE", required=False)
@click.option("--at", "place", metavar="FILE:LINE:COL", help="Tell which rules looked at this place instead.")
@click.option("--config", type=click.Path(path_type=Path), help="Settings file, for rules of your own packs.")
def explain(rule_id: str | None, place: str | None, config: Path | None) -> None:
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

    settings = _settings({"config": config})
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


@cli.command()
@click.option("--format", "form", type=click.Choice(("terminal", "json")), default="terminal")
@_in_force
def rules(form: str, **given: Any) -> None:
    """List the rules in force."""
    from medlint.checking import load_rules
    from medlint.markets import lines_of
    from medlint.selection import selected

    settings = _settings(given)
    chosen = selected(load_rules(settings.packs, settings).rules, settings)
    if form == "json":
        import json

        listed = [
            {"id": r.id, "label": r.label, "severity": r.severity, "needs": r.needs, "message": r.message,
             "advice": r.advice, "why": r.why, "sources": list(r.sources), "profiles": list(r.profiles),
             "not_for": list(r.not_for),
             "origin": r.origin, "options": {o.name.replace("_", "-"): o.default for o in r.options.values()}}
            for r in chosen
        ]  # fmt: skip
        click.echo(json.dumps({"schema_version": 1, "rules": listed}, indent=2, ensure_ascii=False))
        return
    for line in lines_of(chosen, settings.values.profile.market):
        click.echo(line)


@cli.command()
@click.argument("packs", nargs=-1, type=click.Path(path_type=Path), metavar="[PACK…]")
def test(packs: tuple[Path, ...]) -> int:
    """Run the examples of packs; without a PACK those of all shipped rules and of the settings' packs."""
    from medlint import pack
    from medlint.checking import load_rules
    from medlint.examples import broken

    if packs:
        tested = tuple(rule for path in packs for rule in pack.load(path).rules)
    else:
        tested = tuple(rule for rule in load_rules(_settings({}).packs).rules if rule.probes)
    problems = [problem for rule in tested for problem in broken(rule)]
    for problem in problems:
        click.echo(f"{problem.rule}: {problem.kind}: {problem.example!r}: {problem.problem}")
    examples = sum(len(r.bad) + len(r.good) + len(r.misses) + len(r.false_alarms) for r in tested)
    click.echo(f"{len(tested)} rules, {examples} examples, {len(problems)} that do not hold")
    return EXIT_FINDINGS if problems else 0


@cli.command()
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


cli.add_command(languagetool)
cli.add_command(report_command(check))
for made in (baseline.group, compare.command, allowances.command):
    cli.add_command(made(lambda given: _settings(given), lambda *asked: _report(*asked)[0]))


@cli.group()
def config() -> None:
    """Look at the settings."""


@config.command()
@click.argument("file", required=False)
@_in_force
def show(file: str | None, **given: Any) -> None:
    """Print every value in force (for FILE, if given) and the place it comes from."""
    from medlint.settings import for_path
    from medlint.settings_files import leaves

    settings = _settings(given)
    in_force = for_path(settings, Path(file)) if file else settings
    values = in_force.values.model_dump(mode="json", by_alias=True, exclude_none=True)
    rows = [(".".join(map(str, keys)), _value_at(values, keys)) for keys in leaves(values)]
    width = max(len(key) for key, _ in rows)
    for key, value in rows:
        click.echo(f"{key:{width}}  {value!s:24}  {settings.origins.get(key, 'default')}")


@config.command("check")
@_in_force
def check_config(**given: Any) -> None:
    """Prove settings and packs, and name every mistake."""
    settings = _settings(given)
    checker = _checker(settings, None)
    running = len(checker.engine_for(settings).rules)
    where = settings.path or "no settings file: defaults"
    click.echo(f"{where}: no mistake; {running} rules run")


@config.command()
def schema() -> None:
    """Print the JSON Schema of medlint.yaml."""
    from medlint.settings import schema_text

    click.echo(schema_text(), nl=False)


def _explained_place(place: str, config: Path | None) -> str:
    from medlint import explain, parsers
    from medlint.errors import UsageError
    from medlint.settings import for_path

    file, line, column = (*place.rsplit(":", 2), "", "")[:3]
    if not (line.isdigit() and column.isdigit()):
        raise UsageError(f"--at: {place!r} is no place; write FILE:LINE:COL, such as page.md:14:1")
    settings = _settings({"config": config})
    checker = _checker(settings, None)
    document = parsers.read(Path(file))
    return explain.at(checker, for_path(settings, Path(file)), document, int(line), int(column))


def _value_at(values: Any, keys: Sequence[str | int]) -> Any:
    for key in keys:
        values = values[key]
    return values


def _settings(given: dict[str, Any]) -> Settings:
    """Return the settings file's values with the command line's over them."""
    from medlint import settings as module
    from medlint.checking import with_unknown_rules
    from medlint.errors import SettingsError, UsageError

    path = given.get("config") or module.find(Path.cwd())
    if path is not None and not path.is_file():
        raise UsageError(f"{path}: there is no such settings file")
    try:
        found = module.read(path) if path else module.default(Path.cwd())
    except SettingsError as error:
        raise SettingsError(with_unknown_rules(error.mistakes, path)) from error
    asked: dict[str, Any] = {}
    for key in ("select", "ignore"):
        if names := [name for text in given.get(key) or () for name in text.split(",") if name]:
            asked[key] = names
    profile = {key: given[key] for key in ("market", "audience") if given.get(key)}
    if profile:
        asked["profile"] = profile
    if given.get("fail_on"):
        asked["fail-on"] = given["fail_on"]
    grammar = {"engine": given.get("grammar"), "parser": given.get("parser")}
    if any(grammar.values()):
        asked["grammar"] = {name: value for name, value in grammar.items() if value}
    if given.get("exclude"):
        asked["exclude"] = [_from_folder(pattern, found.folder) for pattern in given["exclude"]]
    return module.with_command_line(found, asked) if asked else found


def _from_folder(pattern: str, folder: Path) -> str:
    """Return a pattern of the working folder as it counts from the settings' folder."""
    here = Path(os.path.relpath(Path.cwd(), folder)).as_posix()
    if here == "." or "/" not in pattern.rstrip("/"):
        return pattern
    return f"/{here}/{pattern.lstrip('/')}"


def _checker(settings: Settings, as_of: str | None) -> Checker:
    from datetime import date

    from medlint.checking import checker
    from medlint.errors import UsageError

    try:
        day = date.fromisoformat(as_of) if as_of else date.today()
    except ValueError as error:
        raise UsageError(f"--as-of: {as_of!r} is no date; write it as 2026-11-24") from error
    return checker(settings, day.isoformat())


def _report(
    settings: Settings, as_of: str | None, paths: Sequence[str], stdin_filename: str | None
) -> tuple[Report, Checker, tuple[Document, ...]]:
    """Return the report, what it was checked with, and the documents that cannot be read twice."""
    from medlint import checking
    from medlint.languagetool import rules, session

    documents, is_whole, read = _documents(settings, paths, stdin_filename)
    if not rules.is_wanted(settings):
        checker = _checker(settings, as_of)
        return checking.check_documents(checker, documents, is_whole=is_whole), checker, read
    with session.Session() as guest:
        # Its server starts while our own rules are loaded.
        asked = guest.ahead(documents)
        checker = _checker(settings, as_of)
        return checking.check_asked(checker, asked, guest, is_whole=is_whole), checker, read


def _dossier(
    report: Report, checker: Checker, read: Sequence[Document], asked: tuple[Sequence[str], dict[str, Any]]
) -> Dossier:
    from medlint.commands.report import arguments
    from medlint.reporters.html_report.dossier import gather

    return gather(report, checker, arguments(check, *asked, report.tool.as_of), read)


def _documents(
    settings: Settings, paths: Sequence[str], stdin_filename: str | None
) -> tuple[Iterator[Document | Failure], bool, tuple[Document, ...]]:
    """Return what to check, read when its turn comes.

    Beside it: whether it is all that the settings are for, and what of it cannot be read twice.
    """
    from medlint import checking, files
    from medlint.model import Document, Failure
    from medlint.parsers import SUFFIXES

    named = [path for path in paths if path != "-"]
    exclude, folder = settings.values.exclude, str(settings.folder)
    found, failures = files.find(named, exclude, folder=folder) if named else ((), ())
    documents: list[Document | Failure] = [*failures]
    if "-" in paths:
        documents.append(_standard_input(stdin_filename))
    if named and not found and not documents:
        documents.append(
            Failure(", ".join(named), "document", f"there is no file to check here ({', '.join(SUFFIXES)})")
        )
    is_whole = any(settings.folder.is_relative_to(Path(path).resolve()) for path in named)
    read = tuple(document for document in documents if isinstance(document, Document))
    return chain(documents, map(checking.read, found)), is_whole, read


def _standard_input(name: str | None) -> Document | Failure:
    from medlint import parsers
    from medlint.errors import DocumentError
    from medlint.model import Failure

    try:
        return parsers.parse(name or "-", sys.stdin.buffer.read())
    except DocumentError as error:
        return Failure(error.path, "document", error.problem)


if __name__ == "__main__":
    main()
