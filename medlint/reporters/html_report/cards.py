"""Findings as cards, worst first, and the filters over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from medlint import model
from medlint.model import Finding, Position, Severity
from medlint.reporters.html_report import precision
from medlint.reporters.html_report.dossier import Dossier
from medlint.reporters.html_report.view import Card, Choice, Group, Source
from medlint.reporters.summary import counted, place
from medlint.reporters.where import beside_line
from medlint.rule import CATEGORIES, SEVERITIES

TO_DO: Mapping[str, str] = {
    "wording": "change",
    "evidence": "evidence",
    "judgement": "judgement",
    "addition": "addition",
}
"""What a finding needs, in the words of the answer."""

_MOST_CONTEXT = 400
"""Characters of a sentence on each side of the words; a “sentence” may be a whole file in one line."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding and its number in the report."""

    number: int
    finding: Finding
    is_marked: bool = False


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, worst first, then by file and place."""
    return sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[int, str, tuple[bool, int, int, int, int, str]]:
    return SEVERITIES.index(finding.severity), finding.path, place(finding)


def groups(numbered: Sequence[Numbered], dossier: Dossier, keys: Mapping[str, str]) -> tuple[Group, ...]:
    """Return the cards, a group for each severity that has some.

    Args:
        numbered: The findings, worst first.
        dossier: For the reason behind a rule.
        keys: Path of a file → its key.
    """
    made = []
    firsts: dict[str, int] = {}
    for each in numbered:
        firsts.setdefault(each.finding.rule, each.number)
    for severity in SEVERITIES:
        cards = tuple(
            _card(each, firsts[each.finding.rule], dossier, keys)
            for each in numbered
            if each.finding.severity == severity
        )
        if cards:
            made.append(Group(severity, counted(len(cards), severity), cards))
    return tuple(made)


def told_place(position: Position | None) -> str:
    """Return where something stands, for people."""
    if position is None:
        return "the whole page"
    return beside_line(position) or f"line {position.line}, column {position.column}"


def source(given: model.Source, findings: int = 0) -> Source:
    """Return a source; without its address where that is none of the web, which must not be followed."""
    return Source(given.title, given.url if is_web(given.url) else "", findings)


def is_web(url: str) -> bool:
    """Say whether an address may be followed from the report."""
    try:
        address = urlsplit(url)
    except ValueError:
        return False
    return address.scheme in ("http", "https") and bool(address.hostname)


def choices(counts: Mapping[str, int], labels: Mapping[str, str]) -> tuple[Choice, ...]:
    """Return the values of a filter in the order of `labels`."""
    return tuple(Choice(key, label, counts.get(key, 0)) for key, label in labels.items())


def by_need(findings: Iterable[Finding]) -> tuple[Choice, ...]:
    """Return how many findings need what; also of what none needs."""
    return choices(Counter[str](finding.needs for finding in findings), TO_DO)


def by_severity(findings: Iterable[Finding]) -> tuple[Choice, ...]:
    """Return how many findings there are of each severity, worst first."""
    labels: dict[str, str] = {severity: severity for severity in SEVERITIES}
    return choices(Counter(finding.severity for finding in findings), labels)


def by_category(findings: Iterable[Finding]) -> tuple[Choice, ...]:
    """Return how many findings there are of each category that has some."""
    counts = Counter(category(finding) for finding in findings)
    known = [name for name in CATEGORIES if name in counts]
    others = sorted(counts.keys() - set(CATEGORIES))  # of packs that the user wrote
    return choices(counts, {name: name for name in (*known, *others)})


def category(finding: Finding) -> str:
    """Return the part of a rule's id before the first dot."""
    return finding.rule.partition(".")[0]


def _card(numbered: Numbered, first: int, dossier: Dossier, keys: Mapping[str, str]) -> Card:
    finding = numbered.finding
    rule = dossier.by_id.get(finding.rule)
    before, words, after = _excerpt(finding)
    return Card(
        number=numbered.number,
        first=first,
        severity=finding.severity,
        needs=finding.needs,
        to_do=TO_DO[finding.needs],
        category=category(finding),
        file=keys[finding.path],
        path=finding.path,
        place=told_place(finding.position),
        is_marked=numbered.is_marked,
        message=finding.message,
        before=before,
        words=words,
        after=after,
        why=rule.why if rule else "",
        advice=finding.advice,
        sources=tuple(source(each) for each in finding.sources),
        suggestions=finding.suggestions,
        rule=finding.rule,
        label=finding.label if finding.label and finding.label != finding.rule else "",
        precision=precision.told(finding.rule),
        causes=finding.causes,
        fingerprint=finding.fingerprint,
        state="" if finding.state == "new" else finding.state,
        doubt=finding.doubt,
    )


def _excerpt(finding: Finding) -> tuple[str, str, str]:
    """Return the sentence in three parts around the words, without what is too far to matter."""
    start, end = finding.in_sentence
    before, after = finding.sentence[:start], finding.sentence[end:]
    if len(before) > _MOST_CONTEXT:
        before = f"… {before[-_MOST_CONTEXT:].partition(' ')[2]}"
    if len(after) > _MOST_CONTEXT:
        after = f"{after[:_MOST_CONTEXT].rpartition(' ')[0]} …"
    words = finding.sentence[start:end]
    if len(words) > 2 * _MOST_CONTEXT:
        words = f"{words[:_MOST_CONTEXT]} … {words[-_MOST_CONTEXT:]}"
    return before, words, after


def severities_of(findings: Iterable[Finding]) -> tuple[tuple[Severity, int], ...]:
    """Return the counts by severity, worst first."""
    counts = Counter(finding.severity for finding in findings)
    return tuple((severity, counts[severity]) for severity in SEVERITIES)
