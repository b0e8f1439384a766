"""The rules of a run as SARIF describes them: what each looks for, why, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from medlint import rule_docs
from medlint.model import Finding, Report, Source
from medlint.reporters.json import Value
from medlint.rule import Rule

_NAME = re.compile(r"\{[^{}]*\}")  # of the words that a message is filled with


def descriptors(report: Report, rules: Sequence[Rule]) -> list[dict[str, Value]]:
    """Return a descriptor for each rule that has results, by id."""
    known = {rule.id: rule for rule in rules}
    found = {finding.rule: finding for finding in _findings(report)}
    return [
        _described(known[name]) if name in known else _from_finding(found[name]) for name in sorted(found)
    ]


def _findings(report: Report) -> Iterator[Finding]:
    for document in report.documents:
        yield from document.findings
        yield from document.known
        yield from (allowed.finding for allowed in document.allowed)


def _described(rule: Rule) -> dict[str, Value]:
    sources = rule.cited
    described: dict[str, Value] = {
        "id": rule.id,
        "name": _camel(rule.id),
        "shortDescription": {"text": _NAME.sub("…", rule.message)},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n\n{rule.advice}", "markdown": rule_docs.page(rule)},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.category, rule.needs], "label": rule.label},
    }
    return described | _help_uri(sources)


def _from_finding(finding: Finding) -> dict[str, Value]:
    """Return what a finding tells of its rule: one that another tool brought along."""
    described: dict[str, Value] = {
        "id": finding.rule,
        "name": _camel(finding.rule),
        "shortDescription": {"text": finding.message},
        "help": {"text": finding.advice or finding.message},
        "defaultConfiguration": {"level": finding.severity},
        "properties": {"tags": [finding.rule.partition(".")[0], finding.needs], "label": finding.label},
    }
    return described | _help_uri(finding.sources)


def _help_uri(sources: Sequence[Source]) -> dict[str, Value]:
    return next(({"helpUri": source.url} for source in sources if source.url), {})


def _camel(rule: str) -> str:
    return "".join(part.capitalize() for part in re.split(r"[.-]", rule))
