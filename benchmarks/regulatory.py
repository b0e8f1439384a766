"""Count what the market packs find on sober pages, and on the texts written with them.

python benchmarks/regulatory.py [--findings]     --findings prints every finding on the sober pages
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tables import Row, table

from medlint import parsers, settings
from medlint.checking import Checker, check_document, checker
from medlint.markets import COUNTRIES
from medlint.model import Document, Finding

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / ".." / "shared" / "data" / "nih_patient_pages" / "dev.jsonl"
CORPUS = ROOT / "tests" / "regulatory_corpus"
AS_OF = "2026-12-01"


def checker_for(market: str) -> Checker:
    """Return a checker of the rules of one market alone."""
    asked = {"profile": {"market": market}, "select": ["regulatory"]}
    return checker(settings.with_command_line(settings.default(ROOT), asked), AS_OF)


def pages() -> Iterator[tuple[str, Document]]:
    """Yield the sober pages with their names."""
    for line in PAGES.read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        yield page["id"], parsers.parse("page.txt", page["text"].encode())


def findings(checking: Checker, document: Document) -> tuple[Finding, ...]:
    """Return what stands in a document."""
    checked, failures, _ = check_document(checking, document)
    if failures:
        sys.exit(f"a rule failed: {failures[0].message}")
    return checked.findings


def corpus_row(market: str, checking: Checker) -> Row:
    """Return how many of the texts written with the rules are judged rightly."""
    lines = (CORPUS / f"{market}.txt").read_text(encoding="utf-8").splitlines()
    faulty = [line.split(": ", 1) for line in lines if line and line[0] not in "#-"]
    sound = [line[2:] for line in lines if line.startswith("- ")]
    found = [
        f"regulatory.{rule}" in {each.rule for each in findings(checking, _document(text))}
        for rule, text in faulty
    ]
    flagged = [bool(findings(checking, _document(text))) for text in sound]
    return f"{sum(found)} of {len(found)}", f"{sum(flagged)} of {len(flagged)}"


def _document(text: str) -> Document:
    return parsers.parse("text.md", text.encode())


def main() -> None:
    """Print the table."""
    sober = list(pages()) if PAGES.exists() else []
    words = sum(document.words for _, document in sober)
    rows: list[Row] = []
    for market in COUNTRIES:
        checking = checker_for(market)
        own = sum(market in rule.profiles for rule in checking.ruleset.rules)
        found = [(name, each) for name, document in sober for each in findings(checking, document)]
        if "--findings" in sys.argv:
            for name, each in found:
                print(f"{market} {name} {each.rule}: {each.text!r} in {each.sentence!r}")
        rate = f"{1000 * len(found) / words:.3f}" if words else "not measured"
        rows.append((market, own, len(found), rate, *corpus_row(market, checking)))
    head = ("market", "rules", "findings on sober pages", "per 1,000 words", "faulty found", "sound flagged")
    print("\n".join(table(head, rows)))


if __name__ == "__main__":
    main()
