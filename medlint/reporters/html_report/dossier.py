"""What the HTML report needs beside the findings: the pages, the rules and the settings of the run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from medlint import again, checking
from medlint.model import Document, Report
from medlint.pack import Pack
from medlint.rule import Rule
from medlint.settings import Settings


@dataclass(frozen=True, eq=False)
class Dossier:
    """What was read, and what it was checked with."""

    documents: Mapping[str, Document]  # by path; only those whose text is the one that was checked
    rules: tuple[Rule, ...]  # all there are, by id
    packs: tuple[Pack, ...]
    running: frozenset[str]  # ids of the rules that looked at a page
    settings: Settings | None = None  # None where nobody told
    command: Sequence[str] = field(default=())  # what follows `medlint report`; () where nobody told

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """The rules by their ids."""
        return {rule.id: rule for rule in self.rules}


def gather(
    report: Report,
    checker: checking.Checker,
    command: Sequence[str] = (),
    documents: Iterable[Document] = (),
) -> Dossier:
    """Return the dossier of a run.

    Args:
        report: What the run found.
        checker: What it was checked with.
        command: The arguments behind `medlint report` that make this report again.
        documents: Pages that cannot be read a second time, such as standard input.
    """
    ruleset = checker.ruleset
    return Dossier(
        read_again(report, documents), ruleset.rules, ruleset.packs, _ran(report), checker.settings, command
    )


def of_report(report: Report) -> Dossier:
    """Return what can be known of a report alone: its files, and the rules that come with medlint."""
    ruleset = checking.load_rules()
    return Dossier(read_again(report), ruleset.rules, ruleset.packs, _ran(report))


def _ran(report: Report) -> frozenset[str]:
    return frozenset(rule for document in report.documents for rule in document.rules)


def read_again(report: Report, known: Iterable[Document] = ()) -> dict[str, Document]:
    """Return the pages of a report by path, leaving out what is not the very text that was checked.

    A run may answer from a cache or in other processes, so the pages are not at hand when it ends.
    """
    given = {document.path: document for document in known}
    read = (given.get(checked.path) or again.page(checked) for checked in report.documents)
    return {
        document.path: document
        for document, checked in zip(read, report.documents, strict=True)
        if document is not None and document.sha256 == checked.sha256
    }
