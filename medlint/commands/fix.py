"""`medlint check --fix`: files fixed one after the other, and what there is to say of it."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import click

from medlint.commands import run

if TYPE_CHECKING:
    from medlint.checking import Checker
    from medlint.commands.run import Found
    from medlint.fixing.files import Result
    from medlint.fixing.rounds import Fixed, Fixer
    from medlint.model import Document, Failure, Finding, Report
    from medlint.settings import Settings


@dataclass
class Work:
    """The fixes of a run: first what is to be done, then what was."""

    checker: Checker
    found: Found
    given: Mapping[str, Any]
    writes: bool = True
    done: list[Fixed] = field(default_factory=list)  # files with fixes
    left: Counter[str] = field(default_factory=Counter)  # why a fixable finding was left → how many
    refused: dict[str, list[str]] = field(default_factory=dict)  # why whole files were left → their names

    def documents(self) -> Iterator[Document | Failure]:
        """Yield the documents as they are after their fixes, and what could not be done."""
        from medlint.fixing import files

        fixer = self._fixer()
        yield from self.found.failures
        if self.found.given is not None:
            name, data = self.found.given
            result = files.in_memory(fixer, name, data)
            yield from self._taken(result, is_done=True)
            if result.fixed:
                self.found = replace(self.found, given=(name, result.fixed.after.data))
        for path in self.found.files:
            result = files.fix(fixer, path, writes=self.writes)
            yield from self._taken(result, is_done=result.is_written or not self.writes)

    def finish(self, report: Report) -> None:
        """Print the page of standard input, and tell what was fixed and what is left."""
        from medlint.reporters.summary import counted, reaches

        if self.found.given is not None:
            sys.stdout.buffer.write(self.found.given[1])
            sys.stdout.buffer.flush()
        left = sum(reaches(finding.severity, self.given["severity"]) for finding in report.findings)
        count = sum(fixed.count for fixed in self.done)
        click.echo(f"medlint: {count:,} fixed in {counted(len(self.done), 'file')}, {left:,} left", err=True)
        self.tell()

    def tell(self) -> None:
        """Tell what could have been fixed and was not, each reason once."""
        from medlint.reporters.characters import on_one_line
        from medlint.reporters.summary import counted

        if self.left:
            reasons = ", ".join(f"{number:,} {why}" for why, number in sorted(self.left.items()))
            click.echo(
                f"medlint: {counted(self.left.total(), 'suggestion')} not applied: {reasons}", err=True
            )
        for why, names in self.refused.items():
            click.echo(f"medlint: {on_one_line(', '.join(names))}: not fixed: {why}", err=True)

    def _taken(self, result: Result, *, is_done: bool) -> Iterator[Document | Failure]:
        if result.failure:
            yield result.failure
        if result.fixed is None:
            return
        if result.fixed.refusal:
            self.refused.setdefault(result.fixed.refusal, []).append(result.fixed.before.path)
        self.left.update(result.fixed.left)
        if result.fixed.count and is_done:
            self.done.append(result.fixed)
        yield (result.fixed.after if is_done else result.fixed.before).document

    def _fixer(self) -> Fixer:
        from medlint.checking import check_document
        from medlint.fixing.rounds import Fixer
        from medlint.reporters.summary import reaches

        known = self._known()

        def is_meant(finding: Finding) -> bool:
            is_shown = reaches(finding.severity, self.given["severity"])
            return is_shown and finding.fingerprint not in known.get(finding.path, ())

        def check(document: Document) -> Any:
            return check_document(self.checker, document, repeats=True)[0]

        return Fixer(check, is_meant, self.checker.settings.values.tracked_changes)

    def _known(self) -> dict[str, frozenset[str]]:
        """Return the fingerprints of what this run leaves out, for it was there before, by path."""
        from medlint import only_new
        from medlint.checking import check_documents

        settings = self.checker.settings
        asks = any(self.given[name] for name in ("diff", "diff_file", "baseline"))
        if not (asks or settings.values.baseline):
            return {}
        report = check_documents(self.checker, run.documents(self.found, settings))
        report, _ = only_new.shown(report, settings, self.given, self.checker)
        return {
            each.path: frozenset(finding.fingerprint for finding in each.known) for each in report.documents
        }


def show(settings: Settings, found: Found, given: Mapping[str, Any]) -> int:
    """Print what `--fix` would change; return 1 if that is anything, 2 if a file could not be read."""
    from medlint.fixing.showing import unified
    from medlint.model import Failure
    from medlint.reporters.summary import counted

    work = Work(run.checker_of(settings, given["as_of"]), found, given, writes=False)
    failures = [each for each in work.documents() if isinstance(each, Failure)]
    is_on_screen = sys.stdout.isatty()
    may_color = given["color"] == "auto" and "NO_COLOR" not in os.environ
    has_color = given["color"] == "always" or (may_color and is_on_screen)
    for fixed in work.done:
        text = unified(fixed, is_on_screen=is_on_screen, has_color=has_color)
        click.echo(text, nl=False, color=has_color)
    for failure in failures:
        click.echo(f"medlint: {failure.path}: {failure.message}", err=True)
    count = sum(fixed.count for fixed in work.done)
    told = f"{count:,} would be fixed in {counted(len(work.done), 'file')}"
    click.echo(f"medlint: {told}; nothing was written", err=True)
    work.tell()
    if failures:
        return 2
    return 1 if work.done else 0
