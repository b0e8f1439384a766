"""What commands do with the command line: settings in force, a checker, the documents and their report."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from medlint.checking import Checker
    from medlint.model import Document, Failure, Report
    from medlint.settings import Settings

SettingsOf = Callable[[dict[str, Any]], "Settings"]
"""The settings in force, given the options of a command."""

Check = Callable[["Settings", "str | None", Sequence[str], "str | None"], "Report"]
"""Checks paths: settings, day, paths, name of what comes on standard input."""

STANDARD_INPUT = "-"


@dataclass(frozen=True)
class Found:
    """What is to be checked."""

    files: tuple[Path, ...]
    failures: tuple[Failure, ...]  # what could not be looked at
    given: tuple[str, bytes] | None  # what came on standard input, with its name; it cannot be read twice
    is_whole: bool  # whether it is all that the settings are for


def settings_of(given: dict[str, Any]) -> Settings:
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
    if given.get("tracked_changes"):
        asked["tracked-changes"] = given["tracked_changes"]
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


def checker_of(settings: Settings, as_of: str | None) -> Checker:
    """Return a checker for a day, or for today."""
    from datetime import date

    from medlint.checking import checker
    from medlint.errors import UsageError

    try:
        day = date.fromisoformat(as_of) if as_of else date.today()
    except ValueError as error:
        raise UsageError(f"--as-of: {as_of!r} is no date; write it as 2026-11-24") from error
    return checker(settings, day.isoformat())


def report_of(
    settings: Settings, as_of: str | None, paths: Sequence[str], stdin_filename: str | None
) -> Report:
    """Return the report on paths."""
    found = find(settings, paths, stdin_filename)
    return checked(settings, as_of, documents(found, settings), is_whole=found.is_whole)[0]


def checked(
    settings: Settings,
    as_of: str | None,
    documents: Iterable[Document | Failure],
    checker: Checker | None = None,
    *,
    is_whole: bool = False,
) -> tuple[Report, Checker]:
    """Return the report on documents, and what they were checked with: `checker`, if there is one already."""
    from medlint import checking
    from medlint.languagetool import rules, session

    if not rules.is_wanted(settings):
        checker = checker or checker_of(settings, as_of)
        return checking.check_documents(checker, documents, is_whole=is_whole), checker
    with session.Session() as guest:
        # Its server starts while our own rules are loaded.
        asked = guest.ahead(documents)
        checker = checker or checker_of(settings, as_of)
        return checking.check_asked(checker, asked, guest, is_whole=is_whole), checker


def find(settings: Settings, paths: Sequence[str], stdin_filename: str | None) -> Found:
    """Return what the paths of the command line lead to, with standard input read."""
    from medlint import files
    from medlint.model import Failure
    from medlint.parsers import SUFFIXES

    named = [path for path in paths if path != STANDARD_INPUT]
    exclude, folder = settings.values.exclude, str(settings.folder)
    found, failures = files.find(named, exclude, folder=folder) if named else ((), ())
    has_input = STANDARD_INPUT in paths
    if named and not found and not failures and not has_input:
        problem = f"there is no file to check here ({', '.join(SUFFIXES)})"
        failures = (Failure(", ".join(named), "document", problem),)
    given = (stdin_filename or STANDARD_INPUT, sys.stdin.buffer.read()) if has_input else None
    is_whole = any(settings.folder.is_relative_to(Path(path).resolve()) for path in named)
    return Found(found, failures, given, is_whole)


def documents(found: Found, settings: Settings) -> Iterator[Document | Failure]:
    """Yield the documents, each read when its turn comes, and what could not be read."""
    from medlint import checking

    yield from found.failures
    if (given := standard_input(found, settings)) is not None:
        yield given
    for path in found.files:
        yield checking.read(path, settings.values.tracked_changes)


def standard_input(found: Found, settings: Settings) -> Document | Failure | None:
    """Return the document on standard input; None where it was not asked for."""
    from medlint import parsers
    from medlint.errors import DocumentError
    from medlint.model import Failure

    if found.given is None:
        return None
    try:
        return parsers.parse(*found.given, view=settings.values.tracked_changes)
    except DocumentError as error:
        return Failure(error.path, "document", error.problem)
