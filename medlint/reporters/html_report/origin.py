"""In which context the pages were checked, against what, and how to do it again."""

from __future__ import annotations

import hashlib
import shlex
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from medlint.evidence import registry as registries
from medlint.model import Finding, Report
from medlint.reporters import RenderOptions, json
from medlint.reporters.html_report.cards import source
from medlint.reporters.html_report.dossier import Dossier
from medlint.reporters.html_report.view import PackRow, Row, Source

_MARKETS = {
    "us": "United States", "uk": "United Kingdom", "eu": "European Union", "de": "Germany", "tr": "Türkiye",
    "au": "Australia", "ca": "Canada",
}  # fmt: skip
_AUDIENCES = {
    "patient": "patients and the public",
    "professional": "health professionals",
    "domestic": "patients in the country itself",
    "abroad": "patients in other countries",
}
_NOT_TOLD = "not stated"


def context(report: Report, dossier: Dossier) -> tuple[Row, ...]:
    """Return for whom, where and as of when the pages were checked."""
    profile = dossier.settings.values.profile if dossier.settings else None
    market = profile.market if profile else None
    audience = profile.audience if profile else None
    return (
        Row("Market", _MARKETS[market] if market else _NOT_TOLD, remark=_untold("market", market)),
        Row(
            "Audience", _AUDIENCES[audience] if audience else _NOT_TOLD, remark=_untold("audience", audience)
        ),
        Row("As of", report.tool.as_of, remark="the day for which sources and allowances were judged"),
    )


def _untold(name: str, value: str | None) -> str:
    return "" if value else f"only rules that hold for every {name} ran; --{name} sets one"


def against(report: Report, dossier: Dossier) -> tuple[Row, ...]:
    """Return what the pages were checked against, apart from the packs of rules."""
    return tuple(_against(report, dossier))


def _against(report: Report, dossier: Dossier) -> Iterator[Row]:
    tool, settings = report.tool, dossier.settings
    running = len(dossier.running)
    yield Row("Tool", f"{tool.name} {tool.version}")
    yield Row("Rules", f"{running} in force of {len(dossier.rules)}")
    yield Row("Rules, SHA-256", tool.rules_hash, is_code=True)
    where = settings.path.name if settings and settings.path else "none: the defaults"
    yield Row("Settings", where if settings else _NOT_TOLD)
    yield Row("Settings, SHA-256", tool.settings_hash, is_code=True)
    if settings:
        engine = settings.values.grammar.engine
        yield Row("Grammar", _GRAMMAR[engine], remark=f"grammar.engine: {engine}")
        evidence = settings.values.evidence
        yield _registry(evidence.registry, settings.folder)
        yield Row("Library of claims", _file(evidence.claims))
    if tool.model:
        yield Row("Second reader", tool.model)


def _registry(own: str | None, folder: Path) -> Row:
    """Return which facts the page was held against."""
    registry = registries.load(folder / own) if own else registries.shipped()
    recalled = sum(fact.is_recalled for fact in registry.facts)
    told = f"{len(registry.facts):,} facts, {recalled:,} of them from memory (their findings are notes)"
    return Row("Registry of facts", told, remark=own or "evidence.yaml, as shipped")


_GRAMMAR = {
    "auto": "own rules, and LanguageTool where it is installed",
    "builtin": "own rules",
    "languagetool": "own rules and LanguageTool",
    "off": "not checked",
}


def _file(path: str | None) -> str:
    return PurePath(path).name if path else "none was used"


def packs(dossier: Dossier) -> tuple[PackRow, ...]:
    """Return the packs, then the rules written in Python as one."""
    in_packs = {rule.id for pack in dossier.packs for rule in pack.rules}
    rows = [
        PackRow(
            pack.name,
            sum(rule.id in dossier.running for rule in pack.rules),
            len(pack.rules),
            pack.sha256,
        )
        for pack in dossier.packs
    ]
    others = [rule.id for rule in dossier.rules if rule.id not in in_packs]
    if others:
        running = sum(name in dossier.running for name in others)
        rows.append(PackRow("rules written in Python", running, len(others), ""))
    return tuple(rows)


def cited(findings: Sequence[Finding]) -> tuple[Source, ...]:
    """Return the sources that the findings cite, the most cited first."""
    counts = Counter(given for finding in findings for given in finding.sources)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0].title))
    return tuple(source(given, number) for given, number in ordered)


def hash_to_sign(report: Report, options: RenderOptions) -> str:
    """Return the hash of the same report in JSON, which anybody can make again."""
    text = json.render(report, RenderOptions(show=options.show))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def arguments(report: Report, dossier: Dossier, options: RenderOptions) -> str:
    """Return the arguments that make this report again, ready for a shell."""
    words = dossier.command
    if not words:
        asked = [] if options.show == "note" else ["--severity", options.show]
        words = [*(document.path for document in report.documents), "--as-of", report.tool.as_of, *asked]
    return " ".join(map(shlex.quote, words))
