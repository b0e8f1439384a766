"""How often each claim rule is right: on labelled sets, and on sober pages, where each overclaim is wrong.

    python benchmarks/precision.py            print the table; exit 1 where a rule is too severe
    python benchmarks/precision.py --write    write docs/precision.md and config/precision.yaml

A rule may be an error when 95 % of at least ten findings were right, a warning when 80 % were, else a note;
a rule that fired less than three times keeps what its author gave it, up to warning. The labelled sets lie
in `../shared`; without them the script says so and ends well.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from medlint import engine, linter, parsers
from medlint.checking import load_rules
from medlint.model import Document
from medlint.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CLAIMS = ("statistic", "overclaim")
FEWEST = 3

Span = tuple[int, int]


def snippets() -> Iterator[tuple[Document, dict[str, list[Span]]]]:
    """Yield the development snippets with their claims, by category."""
    for line in (SHARED / "eval" / "claims_dev.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        gold: dict[str, list[Span]] = {category: [] for category in CLAIMS}
        for label in item["labels"]:
            start = item["text"].index(label["span"])
            gold.setdefault(label["category"], []).append((start, start + len(label["span"])))
        yield parsers.parse("snippet.txt", item["text"].encode()), gold


def pages() -> Iterator[tuple[Document, dict[str, list[Span]]]]:
    """Yield the development pages with their claims, by category."""
    sys.path.insert(0, str(SHARED / "eval"))
    import gold as marks

    documents, _ = marks.load_dir(SHARED / "eval" / "docs")
    for page in documents:
        gold: dict[str, list[Span]] = {category: [] for category in CLAIMS}
        for span in marks.gold(page)["spans"]:
            gold.setdefault(span["category"], []).append((span["start"], span["end"]))
        yield parsers.parse(page.name, page.text.encode()), gold


def sober() -> Iterator[tuple[Document, dict[str, list[Span]]]]:
    """Yield pages and authorised claims on which no overclaim stands."""
    for name in ("nih_patient_pages", "gb_health_claims"):
        for line in (SHARED / "data" / name / "dev.jsonl").read_text(encoding="utf-8").splitlines():
            yield parsers.parse("page.txt", json.loads(line)["text"].encode()), {}


def measured(rules: tuple[Rule, ...]) -> dict[str, tuple[int, int]]:
    """Return right and wrong findings of each rule.

    Sober pages carry unsupported figures of their own, which nobody labelled: there only overclaims count.
    """
    built = engine.build(rules)
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for source in (snippets(), pages(), sober()):
        for document, gold in source:
            for finding in linter.findings(document, built)[0]:
                category = (finding.label or finding.rule).partition(".")[0]
                if category not in CLAIMS or finding.start is None or finding.end is None:
                    continue
                if not gold and category == "statistic":
                    continue
                hit = any(
                    finding.start < end and start < finding.end for start, end in gold.get(category, ())
                )
                (right if hit else wrong)[finding.rule] += 1
    return {rule.id: (right[rule.id], wrong[rule.id]) for rule in rules}


def earned(right: int, wrong: int) -> str:
    """Return the worst severity that a rule may have."""
    fired = right + wrong
    if fired < FEWEST:
        return "warning"
    if right / fired >= 0.95 and fired >= 10:
        return "error"
    return "warning" if right / fired >= 0.8 else "note"


def main() -> int:
    """Measure, print, and compare with the severities in force."""
    if not SHARED.is_dir():
        print("NOT MEASURED: the labelled sets are not beside this checkout.")
        return 0
    rules = tuple(rule for rule in load_rules().rules if rule.category in CLAIMS)
    figures = measured(rules)
    levels = ("note", "warning", "error")
    lines = [
        "# How often each claim rule is right",
        "",
        "Measured by `python benchmarks/precision.py --write` on the development snippets and pages, on",
        "which the rules were developed, and on sober pages, where every overclaim is a false alarm. Rules",
        "that never fired have no figure.",
        "",
        "| rule | severity | right | wrong | precision |",
        "| --- | --- | --- | --- | --- |",
    ]
    too_severe = []
    for rule in rules:
        right, wrong = figures[rule.id]
        share = f"{right / (right + wrong):.2f}" if right + wrong else "–"
        lines.append(f"| {rule.id} | {rule.severity} | {right} | {wrong} | {share} |")
        if levels.index(rule.severity) > levels.index(earned(right, wrong)):
            level = earned(right, wrong)
            too_severe.append(f"{rule.id}: {rule.severity}, earned {level}: {right} right, {wrong} wrong")
    print("\n".join(lines))
    print("\n".join(["", *too_severe]))
    if "--write" in sys.argv:
        (ROOT / "docs" / "precision.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
        rows = [f"{id_}: [{right}, {wrong}]" for id_, (right, wrong) in figures.items() if right + wrong]
        head = "# Right and wrong findings of each rule: benchmarks/precision.py --write\n"
        (ROOT / "config" / "precision.yaml").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return 1 if too_severe else 0


if __name__ == "__main__":
    sys.exit(main())
