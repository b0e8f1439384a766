"""What nobody looked at, and why: said before anything else is."""

from __future__ import annotations

from collections.abc import Iterator

from medlint import markets
from medlint.model import Report
from medlint.reporters.html_report.dossier import Dossier
from medlint.reporters.html_report.view import NotChecked
from medlint.reporters.summary import counted
from medlint.rule import Rule
from medlint.selection import GENERAL, named
from medlint.settings import Settings


def not_checked(report: Report, dossier: Dossier) -> tuple[NotChecked, ...]:
    """Return what went unchecked: failures, parts of pages, then rules that did not run."""
    return (*_failures(report), *_parts(report), *_known(report), *_rules(dossier))


def _failures(report: Report) -> Iterator[NotChecked]:
    for failure in report.failures:
        what = failure.path or "the run"
        about = "" if failure.what == "document" else f"{failure.what}: "
        yield NotChecked(what, f"{about}{failure.message}")


def _parts(report: Report) -> Iterator[NotChecked]:
    for note in report.not_checked:
        if note != markets.NONE_CHOSEN:  # told where the market would stand
            yield NotChecked("the run", note)
    for document in report.documents:
        for note in document.not_checked:
            yield NotChecked(document.path, note)


def _known(report: Report) -> Iterator[NotChecked]:
    """Yield how many findings are left out because somebody knows them."""
    for document in report.documents:
        if document.known:
            number = counted(len(document.known), "finding")
            why = f"{number} left out, because a baseline or an older version has them"
            yield NotChecked(document.path, why, tuple(finding.rule for finding in document.known))


def _rules(dossier: Dossier) -> Iterator[NotChecked]:
    settings = dossier.settings
    if settings is None:
        return
    by_reason: dict[str, list[str]] = {}
    for rule in dossier.rules:
        if rule.id not in dossier.running:
            by_reason.setdefault(_reason(rule, dossier, settings), []).append(rule.id)
    for reason, ids in sorted(by_reason.items()):
        number = "1 rule" if len(ids) == 1 else f"{len(ids)} rules"
        yield NotChecked(number, reason, tuple(ids))
    if settings.values.overrides:
        files = ", ".join(pattern for each in settings.values.overrides for pattern in each.files)
        yield NotChecked("files of `overrides`", f"other rules may have run for {files}")


def _reason(rule: Rule, dossier: Dossier, settings: Settings) -> str:
    values, ids = settings.values, tuple(dossier.by_id)
    if any(rule.id in named(name, ids) for name in values.ignore):
        return "left out by the settings (`ignore`)"
    if values.select is not None and not any(rule.id in named(name, ids) for name in values.select):
        return "not among those asked for (`select`)"
    if values.grammar.engine == "off" and rule.category == "grammar":
        return "grammar is off (`grammar.engine`)"
    if rule.second_look and not values.second_reader.enabled:
        return "the second reader is off (`second-reader.enabled`)"
    if rule.needs_model:
        return f"they need a spaCy model that can {rule.needs_model}, which is not installed or not wanted"
    profiles = [profile for profile in rule.profiles if profile != GENERAL]
    if not profiles:
        return "nothing was there for them to look at"
    return f"for {' or '.join(profiles)} only, which this text is not said to be for"
