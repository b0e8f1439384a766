"""A baseline: the findings that were there already. They are left out, so that a run shows what is new.

An entry is known by its fingerprint (rule, words, sentence), a page by the sentences it has: re-wrapping,
renaming and an edit elsewhere on the page change neither.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from medlint import again
from medlint.baseline_file import Baseline, Entry, Page
from medlint.model import CheckedDocument, Finding, Report
from medlint.pairing import Sketch, pairs, sketch

KNOWN = "known"
"""The state of a finding that is in the baseline."""

Exists = Callable[[str], bool]
"""Whether a page of the baseline, by its path there, is still a file."""


@dataclass(frozen=True)
class Applied:
    """A report without the findings of a baseline, and what of the baseline is needed no more."""

    report: Report
    stale: Mapping[str, tuple[Entry, ...]]  # by path in the baseline
    renamed: Mapping[str, str]  # path in the baseline → path now


def apply(report: Report, baseline: Baseline, exists: Exists) -> Applied:
    """Return the report with the known findings apart, and the entries that nothing needs.

    An entry is stale when its page was checked, by the rule of the entry, or is gone. Entries of pages
    that were not checked, and of rules that did not run, are left alone.
    """
    named = {baseline.name(document.path): document for document in report.documents}
    before = _pages_of(named, baseline, exists)
    stale: dict[str, tuple[Entry, ...]] = {}
    split: list[CheckedDocument] = []
    for name, document in named.items():
        entries = baseline.pages[before[name]].entries if name in before else ()
        result, left = _split(document, entries)
        split.append(result)
        if unneeded := tuple(entry for entry in left if not document.rules or entry.rule in document.rules):
            stale[before[name]] = unneeded
    for name, page in baseline.pages.items():
        if name not in before.values() and not exists(name) and page.entries:
            stale[name] = page.entries
    renamed = {old: new for new, old in before.items() if old != new}
    return Applied(replace(report, documents=tuple(split)), dict(sorted(stale.items())), renamed)


def _pages_of(named: Mapping[str, CheckedDocument], baseline: Baseline, exists: Exists) -> dict[str, str]:
    """Return name of a checked page → name of its page in the baseline, for pages that have one."""
    # A page that is still there but was not checked keeps its entries: a copy of it is new.
    free = {name: page.sketch for name, page in baseline.pages.items() if name in named or not exists(name)}
    return pairs({name: _sketch(document) for name, document in named.items()}, free)


def _sketch(document: CheckedDocument) -> Sketch:
    page = again.page(document)
    return sketch(page) if page else Sketch()


def _split(document: CheckedDocument, entries: Iterable[Entry]) -> tuple[CheckedDocument, tuple[Entry, ...]]:
    """Return the document with its known findings apart, and the entries that fit none."""
    waiting = {entry.fingerprint: entry for entry in entries}
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in document.findings:
        if waiting.pop(finding.fingerprint, None):
            known.append(replace(finding, state=KNOWN))
        else:
            new.append(finding)
    changed = replace(document, findings=tuple(new), known=(*document.known, *known))
    return changed, tuple(waiting.values())


def written(report: Report, baseline: Baseline, exists: Exists) -> Baseline:
    """Return the baseline with all findings of a report; pages that were not checked keep their entries."""
    named = {baseline.name(document.path): document for document in report.documents}
    before = set(_pages_of(named, baseline, exists).values())
    kept = {name: page for name, page in baseline.pages.items() if name not in before and exists(name)}
    for name, document in named.items():
        if entries := tuple(_entries((*document.findings, *document.known))):
            kept[name] = Page(_sketch(document), entries)
    return replace(baseline, pages=dict(sorted(kept.items())))


def pruned(baseline: Baseline, applied: Applied) -> Baseline:
    """Return the baseline without stale entries, its pages under the names that they have now."""
    pages: dict[str, Page] = {}
    for name, page in baseline.pages.items():
        gone = {entry.fingerprint for entry in applied.stale.get(name, ())}
        if left := tuple(entry for entry in page.entries if entry.fingerprint not in gone):
            pages[applied.renamed.get(name, name)] = replace(page, entries=left)
    return replace(baseline, pages=dict(sorted(pages.items())))


def _entries(findings: Iterable[Finding]) -> Iterable[Entry]:
    for finding in findings:
        yield Entry(finding.fingerprint, finding.rule, finding.text)


def told(stale: Mapping[str, Collection[Entry]]) -> str:
    """Return how many entries are needed no more, by page; nothing where there are none."""
    numbers = Counter({name: len(entries) for name, entries in stale.items()})
    if not numbers:
        return ""
    pages = ", ".join(f"{name} {number}" for name, number in sorted(numbers.items()))
    entries = "1 entry is" if numbers.total() == 1 else f"{numbers.total():,} entries are"
    return f"{entries} needed no more ({pages}); `medlint baseline prune` takes them out"


def is_file_beside(baseline: Path) -> Exists:
    """Return a function that says whether a page of a baseline is a file; paths count from its folder."""
    folder = baseline.absolute().parent
    return lambda name: os.path.isfile(folder / name)  # noqa: PTH113
