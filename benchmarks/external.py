"""Measure the shipped rules on data that nobody of the project wrote or labelled, in one run.

Run from the checkout, where `../shared/data` holds the sets; a set that is not there is named and left out:

    python benchmarks/external.py [--write]     --write puts the figures into benchmarks/external.md

Where a trained model reads beside the rules, its findings are counted in figures of their own: first the
rules alone, then rules and model together.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from external_parts import certainty, citation_markers, hedges_of, negations, quantity_spans
from tables import Row, table

from medlint import parsers, settings
from medlint.checking import Checker, check_document, checker
from medlint.model import Finding

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / ".." / "shared" / "data"
AS_OF = "2026-12-01"

Item = dict[str, Any]
Findings = tuple[Finding, ...]

PUFFERY = ("overclaim.hype", "overclaim.superlative", "overclaim.credential")
MARKETING = "marketing"
PRECAUTIONS = ("Precautions", "Storage", "FDA Disclaimer Statement")


# --- what medlint says ----------------------------------------------------------------------------


@cache
def _shipped() -> Checker:
    return checker(settings.default(ROOT), AS_OF)


def claims(text: str) -> Findings:
    """Return the findings of statistics and overclaims in a text that is a document of its own."""
    document = parsers.parse("text.txt", text.encode())
    checked, failures, _ = check_document(_shipped(), document)
    if failures:
        sys.exit(f"a rule failed: {failures[0].message}")
    return tuple(each for each in checked.findings if each.rule.startswith(("overclaim.", "statistic.")))


def is_of_model(finding: Finding) -> bool:
    """Say whether the trained model made a finding, and no rule."""
    return finding.rule.endswith(".second-reader")


@cache
def has_model() -> bool:
    """Say whether a trained model reads beside the rules."""
    return any(rule.endswith(".second-reader") for rule in _shipped().ids)


def both(count: Callable[[Callable[[Finding], bool]], str]) -> str:
    """Return a figure of the rules alone, and of rules and model where there is one."""
    alone = count(lambda finding: not is_of_model(finding))
    return f"{alone} / {count(lambda _: True)}" if has_model() else alone


def share_flagged(found: Sequence[Findings], labels: Sequence[str]) -> str:
    """Return which share of texts has a finding with one of the labels, or labels that begin so."""

    def share(is_counted: Callable[[Finding], bool]) -> str:
        hit = [
            any(is_counted(each) and (each.label or "").startswith(tuple(labels)) for each in findings)
            for findings in found
        ]
        return f"{sum(hit) / len(hit):.3f}"

    return both(share)


def per_thousand(findings: Iterable[Finding], words: int, *starts: str) -> str:
    """Return how many findings of rules that begin so stand in 1,000 words."""
    counted = [each for each in findings if each.rule.startswith(starts)]
    return both(lambda keep: f"{1000 * sum(map(keep, counted)) / words:.2f}")


# --- the sets -------------------------------------------------------------------------------------


def puffery(items: Sequence[Item]) -> Iterator[str]:
    """Yield recall on sentences that editors called puffery, and alarms on two controls."""
    groups = {
        "puffery": [claims(each["text"]) for each in items if each["label"] == "peacock"],
        "other articles": [claims(each["text"]) for each in items if each["file"] == "nonpeacock_ir"],
        "same articles": [
            claims(each["text"]) for each in items if each["file"] == "nonpeacock_same_article"
        ],
    }
    kinds = [*((kind,) for kind in PUFFERY), PUFFERY, ("overclaim.",)]
    names = [*PUFFERY, "one of the three", "any overclaim"]
    rows = [
        (name, *(share_flagged(found, kind) for found in groups.values()))
        for name, kind in zip(names, kinds, strict=True)
    ]
    yield from table(("flagged as", *(f"{name} ({len(found)})" for name, found in groups.items())), rows)
    yield (
        "Share of sentences flagged: recall in the first column, false alarms in the others. Editors marked"
        " people, bands and towns; many marked sentences boast of nothing that a reader of medical copy "
        "would call a boast."
    )


def causal(items: Sequence[Item]) -> Iterator[str]:
    """Yield which share of conclusions of studies is flagged, by how flatly they say that A causes B."""
    rows = []
    for grade in ("direct_causal", "conditional_causal", "correlational", "none"):
        texts = [each["text"] for each in items if each["label"] == grade]
        found = [claims(text) for text in texts]
        limited = sum(any(hedges_of(text)) for text in texts) / len(texts)
        shares = [share_flagged(found, [label]) for label in ("overclaim.causal", "overclaim.", "statistic.")]
        rows.append((f"{grade} ({len(texts)})", *shares, f"{limited:.3f}"))
    yield from table(("grade", "overclaim.causal", "any overclaim", "any statistic", "holds a hedge"), rows)
    yield (
        "These are conclusions of published studies, and nobody called them overclaims: even a flat causal "
        "sentence reports its authors' own data, and a compliance reviewer would leave it. medlint waits "
        "for the words in which sellers promise (prevents, reverses, restores …). So the figures show how "
        "rarely sober science is flagged, and whether direct sentences fire more than the rest; they are no"
        " recall. The last column: `context.hedged` governs at least one word."
    )


def labels_of_supplements(items: Sequence[Item]) -> Iterator[str]:
    """Yield how much more often marketing statements fire than precautions on the same labels."""
    found: dict[str, list[Finding]] = {MARKETING: [], "precautions": [], "other": []}
    words: Counter[str] = Counter()
    for item in items:
        text, places = "", []
        for statement in item["statements"]:
            places.append((len(text), _kind_of(statement)))
            text += statement["text"] + "\n\n"
            words[_kind_of(statement)] += len(statement["text"].split())
        for finding in claims(text):
            start = finding.start or 0
            found[[kind for place, kind in places if place <= start][-1]].append(finding)
    rows = [
        (kind, words[kind], *(per_thousand(found[kind], words[kind], name) for name in _CLAIMS))
        for kind in found
    ]
    yield from table(("statements", "words", *(f"{name[:-1]} / 1,000 words" for name in _CLAIMS)), rows)
    yield (
        "A label is one document; marketing is what the database calls so, precautions are warnings, storage"
        " and disclaimers, other is ingredients, directions and seals, some of which boast. The labels hedge"
        " (“helps support”), so that most of their marketing is rightly silent."
    )


def _kind_of(statement: Item) -> str:
    if statement["promo_type"]:
        return MARKETING
    return "precautions" if statement["type"].startswith(PRECAUTIONS) else "other"


_CLAIMS = ("overclaim.", "statistic.")


def authorised_claims(items: Sequence[Item]) -> Iterator[str]:
    """Yield how many authorised health claims are flagged; none should be."""
    found = [(each["id"], claims(each["text"])) for each in items]
    flagged = both(lambda keep: str(sum(any(map(keep, findings)) for _, findings in found)))
    yield f"Flagged: {flagged} of {len(items)} authorised wordings."
    rows = [(name, each.rule, f"“{each.text}”") for name, findings in found for each in findings]
    if rows:
        yield from table(("claim", "rule", "words"), rows)


def patient_pages(items: Sequence[Item]) -> Iterator[str]:
    """Yield findings in 1,000 words of sober patient pages, by rule."""
    words = sum(len(each["text"].split()) for each in items)
    found = [finding for each in items for finding in claims(each["text"])]
    rows: list[Row] = [
        (f"all of {name[:-1]}", _count(found, name), per_thousand(found, words, name)) for name in _CLAIMS
    ]
    by_rule = Counter(each.rule for each in found)
    rows += [(rule, number, f"{1000 * number / words:.3f}") for rule, number in by_rule.most_common()]
    yield from table(("rule", "findings", "in 1,000 words"), rows)
    yield f"{words:,} words in {len(items)} answers, each a document."


def _count(found: Sequence[Finding], start: str) -> str:
    return both(lambda keep: str(sum(keep(each) for each in found if each.rule.startswith(start))))


SETS: tuple[tuple[str, str, Callable[[Sequence[Item]], Iterator[str]]], ...] = (
    ("Puffery in an encyclopedia", "puffery_wikipedia", puffery),
    ("Causal conclusions of studies", "causal_pubmed", causal),
    ("Labels of supplements", "dsld_labels", labels_of_supplements),
    ("Authorised health claims", "gb_health_claims", authorised_claims),
    ("Patient pages of health institutes", "nih_patient_pages", patient_pages),
    ("Negation", "negex_kit", negations),
    ("Spans of quantities", "measeval_quantities", quantity_spans),
    ("Citation markers", "craft_citations", citation_markers),
    ("Certainty and numbers in findings of science", "certainty_science", certainty),
)


def main() -> None:
    """Measure and print, as Markdown."""
    blocks = ["# Data of others", "`python benchmarks/external.py --write`", _about()]
    for title, name, measure in SETS:
        path = DATA / name / "dev.jsonl"
        blocks.append(f"## {title} (`{name}`)")
        if path.is_file():
            items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            blocks += measure(items)
        else:
            blocks.append(f"NOT MEASURED: `../shared/data/{name}` is not beside this checkout.")
    text = "\n\n".join(blocks) + "\n"
    print(text, end="")
    if "--write" in sys.argv:
        (ROOT / "benchmarks" / "external.md").write_text(text, encoding="utf-8")


def _about() -> str:
    told = "Half of each set; nobody of the project wrote the texts or the labels. All settings as shipped."
    model = " Figures with a slash: the rules alone / rules and trained model." if has_model() else ""
    return told + model


if __name__ == "__main__":
    main()
