"""What a change brought: pages are checked as they are and as they were; what was there is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from medlint import again, parsers
from medlint.errors import DocumentError
from medlint.history import Older
from medlint.model import CheckedDocument, Document, Failure, Finding, Report
from medlint.pairing import pairs, sketch
from medlint.parsers.view import META

KNOWN = "known"
"""The state of a finding that was there before the change."""

Check = Callable[[Iterable[Document | Failure]], Report]
"""Checks documents with the same rules and settings."""


def apply(report: Report, older: Older, check: Check) -> Report:
    """Return the report with findings apart that the pages had before.

    A finding is new when its sentence is, when the sentence had no such finding before (its source was
    taken out, say), or when it is about the page as a whole and the page did not have it.
    """
    names = {document.path: older.name(document.path) for document in report.documents}
    changed = {
        names[each.path]: page
        for each in report.documents
        if not older.is_unchanged(names[each.path]) and (page := again.page(each))
    }
    before = _before(changed, older)
    checked = {document.path: document for document in check(before.values()).documents}
    documents = []
    for document in report.documents:
        name = names[document.path]
        if older.is_unchanged(name):
            documents.append(_split(document, lambda _: True))
        elif name in before and document.path in checked:
            documents.append(_split(document, _was_there(checked[document.path], before[name])))
        else:
            documents.append(document)
    return replace(report, documents=tuple(documents))


def _before(changed: Mapping[str, Document], older: Older) -> dict[str, Document]:
    """Return name of a changed page → the page as it was, under the path that it has now."""
    # A page that was changed but is still there, and is not checked now, lends its past to no other.
    past = {
        name: document
        for name, data in older.before.items()
        if name in changed or not (older.root / name).exists()
        if (document := _parsed(name, data, changed.get(name)))
    }
    sketches = {name: sketch(document) for name, document in past.items()}
    found = pairs({name: sketch(document) for name, document in changed.items()}, sketches)
    return {name: replace(past[before], path=changed[name].path) for name, before in found.items()}


def _parsed(name: str, data: bytes, now: Document | None) -> Document | None:
    """Return an older page, its tracked changes read as those of the page are now."""
    is_original = now is not None and now.meta.get(META) == "original"
    try:
        return parsers.parse(name, data, view="original" if is_original else "final")
    except DocumentError:
        return None  # it could not be read before, so all that stands in it now is new


def _was_there(before: CheckedDocument, page: Document) -> Callable[[Finding], bool]:
    """Return a function that says whether a finding was there before."""
    fingerprints = {finding.fingerprint for finding in before.findings}
    rules = set(before.rules)
    sentences = {_normal(sentence.text) for sentence in page.sentences}

    def was_there(finding: Finding) -> bool:
        if finding.rule in rules:
            return finding.fingerprint in fingerprints
        # Of a rule that did not run on the old page, such as a guest's, the sentence has to tell.
        return bool(finding.sentence) and _normal(finding.sentence) in sentences

    return was_there


def _split(document: CheckedDocument, was_there: Callable[[Finding], bool]) -> CheckedDocument:
    known = tuple(replace(each, state=KNOWN) for each in document.findings if was_there(each))
    new = tuple(each for each in document.findings if not was_there(each))
    return replace(document, findings=new, known=(*document.known, *known))


def _normal(text: str) -> str:
    return " ".join(text.lower().split())
