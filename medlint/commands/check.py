"""`medlint check`: the report on files, after their safe suggestions are applied if that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import filterfalse
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from medlint.commands import run
from medlint.commands.options import LEVELS, PATH, in_force

if TYPE_CHECKING:
    from medlint.checking import Checker
    from medlint.commands.fix import Work
    from medlint.commands.run import Found
    from medlint.model import Report
    from medlint.reporters.html_report.dossier import Dossier
    from medlint.settings import Settings


@click.command()
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
@click.option("--diff-file", type=PATH, metavar="PATCH", help="Only what this patch brought.")
@click.option("--baseline", type=PATH, metavar="FILE", help="Only what is not in this baseline.")
@click.option(
    "--fail-on",
    type=click.Choice((*LEVELS, "never")),
    help="From which severity on the exit code is 1 (default error).",
)
@click.option(
    "--severity",
    type=click.Choice(LEVELS),
    default="note",
    help="The lowest severity to show (default note).",
)
@in_force
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
    "--tracked-changes",
    type=click.Choice(("final", "original")),
    help="Read Word's tracked changes as if accepted (final, the default) or rejected (original).",
)
@click.option(
    "--stdin-filename", metavar="NAME", help="The name, and so the format, of what comes on standard input."
)
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Files left out, as in .gitignore.")
@click.option(
    "--suggest-changes", is_flag=True, help="In docx:FILE, write safe suggestions as tracked changes too."
)
@click.option("--fix", is_flag=True, help="Write safe suggestions into the files; report what is left.")
@click.option("--fix-diff", is_flag=True, help="Print what --fix would change, and write nothing.")
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
    from medlint import outputs
    from medlint.gate import gate
    from medlint.reporters.summary import exit_code

    asked = _asked(paths, formats, given)
    wanted = outputs.parse(formats or ("terminal",))
    settings = run.settings_of(given)
    found = run.find(settings, asked, given["stdin_filename"])
    if given["fix_diff"]:
        from medlint.commands import fix

        return fix.show(settings, found, given)
    report, checker, work = _checked(settings, found, given)
    dossier = None
    if any(output.format == "html" for output in wanted):
        dossier = _dossier(report, checker, work.found if work else found, (paths, given))
    options = outputs.options(settings, given, checker.ruleset.rules, dossier, may_be_empty=not paths)
    has_page = work is not None and work.found.given is not None
    echo = partial(click.echo, nl=False, err=has_page)  # what is fixed of standard input has the screen
    outputs.write(wanted, report, options, echo, suggest_changes=given["suggest_changes"])
    if work:
        work.finish(report)
    return exit_code(report, gate(settings.values.fail_on), may_be_empty=not paths)


def _asked(paths: Sequence[str], formats: Sequence[str], given: dict[str, Any]) -> tuple[str, ...]:
    """Return the paths of the command line and of the list that it names.

    Raises:
        UsageError: two options do not go together, or nothing is named.
    """
    from medlint import file_list

    if given["fix"] and given["diff"] and Path(given["diff"]).is_file():
        name = given["diff"]
        raise click.UsageError(
            f"--diff takes a commit, and {name} is a file; to see what --fix would change: --fix-diff {name}"
        )
    if not paths and not given["files_from"]:
        raise click.UsageError("name a file or folder to check, or - for standard input")
    if run.STANDARD_INPUT in paths and given["files_from"] == run.STANDARD_INPUT:
        raise click.UsageError("standard input is either a page or a list of files, not both")
    if given["fix_diff"] and formats:
        raise click.UsageError("--fix-diff prints a diff in place of the report: leave --format out")
    if given["fix"] and given["diff_file"] and not given["fix_diff"]:
        raise click.UsageError("--fix changes what --diff-file has to fit: use --diff REF in its place")
    listed = file_list.read(given["files_from"]) if given["files_from"] else ()
    return (*paths, *listed)


def _checked(settings: Settings, found: Found, given: dict[str, Any]) -> tuple[Report, Checker, Work | None]:
    """Return the report, what it was made with, and what was fixed before."""
    from medlint import only_new
    from medlint.markets import is_about_market

    work, checker = None, None
    documents = run.documents(found, settings)
    if given["fix"]:
        from medlint.commands import fix

        checker = run.checker_of(settings, given["as_of"])
        work = fix.Work(checker, found, given)
        documents = work.documents()
    report, checker = run.checked(settings, given["as_of"], documents, checker, is_whole=found.is_whole)
    report, notes = only_new.shown(report, settings, given, checker)
    told = tuple(filterfalse(is_about_market, report.not_checked))
    for note in (*_on_one_line(told), *notes):
        click.echo(f"medlint: {note}", err=True)
    return report, checker, work


def _on_one_line(notes: Sequence[str]) -> Sequence[str]:
    """Return what of a run was left out, with all that is said of grammar in one line."""
    subject = "grammar: "
    about = [note.removeprefix(subject) for note in notes if note.startswith(subject)]
    others = [note for note in notes if not note.startswith(subject)]
    return [subject + "; ".join(about), *others] if about else others


def _dossier(
    report: Report, checker: Checker, found: Found, asked: tuple[Sequence[str], dict[str, Any]]
) -> Dossier:
    from medlint.commands.report import arguments
    from medlint.model import Document
    from medlint.reporters.html_report.dossier import gather

    page = run.standard_input(found, checker.settings)
    read = (page,) if isinstance(page, Document) else ()
    return gather(report, checker, arguments(check, *asked, report.tool.as_of), read)
