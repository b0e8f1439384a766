"""Report and dossier → view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from medlint.model import CheckedDocument, Finding, Report
from medlint.reporters import RenderOptions
from medlint.reporters.html_report import allowed, cards, charts, ledger, marks, origin, unchecked
from medlint.reporters.html_report.cards import Numbered
from medlint.reporters.html_report.dossier import Dossier
from medlint.reporters.html_report.marks import Mark
from medlint.reporters.html_report.view import Choice, FileRow, Lack, Page, Tables, View
from medlint.reporters.summary import by_severity, counted, reaches, severities


def view(report: Report, dossier: Dossier, options: RenderOptions) -> View:
    """Return what the report shows; the same for the same input."""
    documents = sorted(report.documents, key=lambda document: document.path)
    keys = {document.path: f"p{number}" for number, document in enumerate(documents, 1)}
    shown = cards.worst_first(each for each in report.findings if reaches(each.severity, options.show))
    numbered, pages, tables = _placed(documents, shown, dossier, keys)
    arguments = origin.arguments(report, dossier, options)
    return View(
        title=_title(documents, dossier),
        headline=_headline(shown),
        is_clean=not shown,
        words=sum(document.words for document in documents),
        needs=cards.by_need(shown),
        severities=cards.by_severity(shown),
        categories=cards.by_category(shown),
        file_choices=_file_choices(documents, shown, keys),
        files=tuple(_file_row(document, keys, dossier, options) for document in documents),
        context=origin.context(report, dossier),
        against=origin.against(report, dossier),
        packs=origin.packs(dossier),
        cited=origin.cited(shown),
        not_checked=unchecked.not_checked(report, dossier),
        charts=charts.charts(shown, keys),
        groups=cards.groups(numbered, dossier, keys),
        hidden=_hidden(report, options),
        pages=pages,
        tables=tables,
        lacks=tuple(_lack(each, keys) for each in numbered if _is_lack(each.finding)),
        looked_for=_looked_for(report, dossier),
        allowances=allowed.allowances(report, dossier),
        hash=origin.hash_to_sign(report, options),
        command=f"medlint report {arguments}",
        hash_command=f"medlint check {arguments} --format json | sha256sum",
        as_of=report.tool.as_of,
        version=report.tool.version,
    )


def _placed(
    documents: Sequence[CheckedDocument],
    shown: Sequence[Finding],
    dossier: Dossier,
    keys: Mapping[str, str],
) -> tuple[tuple[Numbered, ...], tuple[Page, ...], tuple[Tables, ...]]:
    """Return the findings with their numbers, and the pages they stand in."""
    by_path: dict[str, list[Numbered]] = {document.path: [] for document in documents}
    for number, finding in enumerate(shown, 1):
        by_path[finding.path].append(Numbered(number, finding))
    marked: set[int] = set()
    pages: list[Page] = []
    tables: list[Tables] = []
    for path, found in by_path.items():
        document = dossier.documents.get(path)
        if document is None:
            continue
        placed = [(each, marks.region_of(document, each.finding)) for each in found]
        here = [Mark(each.number, each.finding.severity, region) for each, region in placed if region]
        marked.update(mark.number for mark in here)
        nowhere = [each.number for each, region in placed if region is None]
        pages.append(marks.page(keys[path], document, here, nowhere))
        tables.append(ledger.tables(keys[path], document, found, here))
    numbered = tuple(
        Numbered(number, finding, is_marked=number in marked) for number, finding in enumerate(shown, 1)
    )
    return numbered, tuple(pages), tuple(tables)


def _title(documents: Sequence[CheckedDocument], dossier: Dossier) -> str:
    if len(documents) != 1:
        return counted(len(documents), "file")
    return _page_title(documents[0], dossier) or documents[0].path


def _page_title(checked: CheckedDocument, dossier: Dossier) -> str:
    document = dossier.documents.get(checked.path)
    if document is None:
        return ""
    heading = next((block.text for block in document.blocks if block.kind == "heading"), "")
    return str(document.meta.get("title") or heading)


def _headline(shown: Iterable[Finding]) -> str:
    needed = [f"{choice.number} {_NEEDED[choice.key]}" for choice in cards.by_need(shown) if choice.number]
    return ", ".join(needed) or "No trigger found"


_NEEDED = {
    "wording": "to change",
    "evidence": "to prove",
    "judgement": "to judge",
    "addition": "to add",
}


def _file_choices(
    documents: Iterable[CheckedDocument], shown: Iterable[Finding], keys: Mapping[str, str]
) -> tuple[Choice, ...]:
    counts = Counter(keys[finding.path] for finding in shown)
    return cards.choices(counts, {keys[document.path]: document.path for document in documents})


def _file_row(
    checked: CheckedDocument, keys: Mapping[str, str], dossier: Dossier, options: RenderOptions
) -> FileRow:
    findings = [each for each in checked.findings if reaches(each.severity, options.show)]
    return FileRow(
        key=keys[checked.path],
        path=checked.path,
        title=_page_title(checked, dossier),
        words=checked.words,
        sha256=checked.sha256,
        counts=cards.severities_of(findings),
        told=severities(findings) or "no trigger found",
        has_text=checked.path in dossier.documents,
    )


def _hidden(report: Report, options: RenderOptions) -> str:
    left_out = [each for each in report.findings if not reaches(each.severity, options.show)]
    told = [counted(number, name) for name, number in by_severity(left_out).items() if number]
    return ", ".join(told)


def _is_lack(finding: Finding) -> bool:
    return finding.needs == "addition" and (finding.position is None or cards.category(finding) == "document")


def _lack(numbered: Numbered, keys: Mapping[str, str]) -> Lack:
    finding = numbered.finding
    return Lack(
        finding.rule, keys[finding.path], finding.path, finding.message, finding.advice, numbered.number
    )


def _looked_for(report: Report, dossier: Dossier) -> tuple[str, ...]:
    """Return the rules about what a page must hold that found it on every page."""
    missed = {finding.rule for finding in report.findings}
    asked = [rule.id for rule in dossier.rules if rule.category == "document" and rule.needs == "addition"]
    return tuple(rule for rule in asked if rule in dossier.running and rule not in missed)
