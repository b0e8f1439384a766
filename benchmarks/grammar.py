"""How well our own grammar rules find the errors of people who write English as a foreign language.

    python benchmarks/grammar.py            development and learner pages by kind of error; sober pages
    python benchmarks/grammar.py --blind    the two blind halves too: figures only, never a word of them
    python benchmarks/grammar.py --rules    beside each rule its right and wrong findings
    python benchmarks/grammar.py --show     the wrong findings, and all on sober pages

A finding is right when it overlaps a marked error of grammar, whatever its kind; an error is found when a
finding overlaps it. `--rules` and `--show` pass over the blind halves. Parts whose pages are not beside
this checkout are named and left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tables import rates, table

from medlint import checking, parsers, settings
from medlint.model import Document, Finding

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
READABLE = {"development pages": SHARED / "eval" / "docs", "learner pages": ROOT / "tests/data/learner_pages"}
FIRST_READ = ("ar", "de", "fa", "it", "pl", "ru", "tr")
"""First languages of the learners whose pages were read first; the others' were kept for measuring."""
BLIND = {f"blind, {half} half": ROOT / "tests/data/blind_grammar" / half for half in ("first", "second")}
SOBER = SHARED / "data" / "nih_patient_pages" / "dev.jsonl"


@dataclass(frozen=True)
class Page:
    """A page with its marked errors, each a place and a kind."""

    document: Document
    errors: Sequence[tuple[int, int, str]]
    findings: Sequence[Finding]

    def right(self) -> Iterator[tuple[Finding, bool]]:
        """Yield each finding, and whether it overlaps an error."""
        for each in self.findings:
            yield each, any(_overlap(each, start, end) for start, end, _ in self.errors)

    def found(self) -> Iterator[tuple[str, bool]]:
        """Yield the kind of each error, and whether a finding overlaps it."""
        for start, end, kind in self.errors:
            yield kind, any(_overlap(each, start, end) for each in self.findings)


def main() -> None:
    """Measure what was asked for."""
    options = _options()
    checker = _checker()
    for name, folder in {**READABLE, **(BLIND if options.blind else {})}.items():
        pages = list(_pages(folder, checker)) if SHARED.is_dir() and folder.is_dir() else []
        if not pages:
            print(f"NOT MEASURED: the {name} are not there.\n")
            continue
        print("\n".join(_by_kind(name, pages)), end="\n\n")
        if name == "learner pages":
            print("\n".join(_by_half(pages)), end="\n\n")
        if name in READABLE and options.rules:
            print("\n".join(_by_rule(pages)), end="\n\n")
        if name in READABLE and options.show:
            print("\n".join(_wrong(pages)), end="\n\n")
    print("\n".join(_on_sober_pages(checker, is_shown=options.show)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name in ("blind", "rules", "show"):
        parser.add_argument(f"--{name}", action="store_true")
    return parser.parse_args()


def _checker() -> checking.Checker:
    asked = {"select": ["grammar"], "grammar": {"engine": "builtin"}}
    return checking.checker(settings.with_command_line(settings.default(ROOT), asked), "2026-01-01")


def _pages(folder: Path, checker: checking.Checker) -> Iterator[Page]:
    sys.path.insert(0, str(SHARED / "eval"))
    import gold

    documents, problems = gold.load_dir(folder)
    if problems:
        sys.exit(f"not measured: {len(problems)} problems in the marks of {folder.name}")
    for each in documents:
        spans: list[dict[str, Any]] = gold.gold(each)["spans"]
        errors = [(s["start"], s["end"], s["subtype"]) for s in spans if s["category"] == "grammar"]
        document = parsers.parse(f"{each.name}.md", each.text.encode())
        yield Page(document, errors, _findings(checker, document))


def _findings(checker: checking.Checker, document: Document) -> Sequence[Finding]:
    report = checking.check_documents(checker, [document])
    if report.failures:
        sys.exit(f"not measured: {report.failures}")
    return [each for each in report.findings if each.rule.startswith("grammar.")]


def _overlap(finding: Finding, start: int, end: int) -> bool:
    return (
        finding.start is not None and finding.end is not None and finding.start < end and finding.end > start
    )


def _by_kind(name: str, pages: Sequence[Page]) -> Iterator[str]:
    found = Counter[tuple[str, bool]](each for page in pages for each in page.found())
    right = Counter[tuple[str, bool]]((_kind(f), is_right) for page in pages for f, is_right in page.right())
    kinds = sorted({kind for kind, _ in (*found, *right)})
    rows = [_row(kind, found, right) for kind in kinds]
    for counter in (found, right):
        for is_so in (True, False):
            counter["all", is_so] = sum(n for (_, so), n in counter.items() if so is is_so)
    yield from table(
        (f"{name} ({len(pages)})", "errors", "findings", "precision", "recall", "F1"),
        [*rows, _row("all", found, right)],
    )


def _by_half(pages: Sequence[Page]) -> Iterator[str]:
    """Yield the figures of the learners whose pages were read first, and of the others."""
    rows = []
    for name, is_first in (("read first", True), ("read later", False)):
        half = [page for page in pages if page.errors and (page.document.path[:2] in FIRST_READ) is is_first]
        found = [is_found for page in half for _, is_found in page.found()]
        right = [is_right for page in half for _, is_right in page.right()]
        shares = rates(sum(right) / max(1, len(right)), sum(found) / max(1, len(found)))
        rows.append((name, len(found), len(right), *shares))
    yield from table(("learners by first language", "errors", "findings", "precision", "recall", "F1"), rows)


def _row(kind: str, found: Counter[tuple[str, bool]], right: Counter[tuple[str, bool]]) -> Sequence[object]:
    errors = found[kind, True] + found[kind, False]
    findings = right[kind, True] + right[kind, False]
    precision, recall, score = rates(right[kind, True] / max(1, findings), found[kind, True] / max(1, errors))
    shown = precision if findings else "–", recall if errors else "–", score if findings and errors else "–"
    return kind, errors, findings, *shown


def _kind(finding: Finding) -> str:
    return (finding.label or "grammar.other").partition(".")[2]


def _by_rule(pages: Sequence[Page]) -> Iterator[str]:
    counts = Counter((each.rule, is_right) for page in pages for each, is_right in page.right())
    rules = sorted({rule for rule, _ in counts})
    yield from table(("rule", "right", "wrong"), [(r, counts[r, True], counts[r, False]) for r in rules])


def _wrong(pages: Sequence[Page]) -> Iterator[str]:
    for page in pages:
        for each, is_right in page.right():
            if not is_right:
                yield f"{each.path}: {each.rule}: “{each.text}” in: {each.sentence[:160]}"


def _on_sober_pages(checker: checking.Checker, *, is_shown: bool) -> Iterator[str]:
    """Yield how often grammar rules speak on the patient pages of health institutes."""
    if not SOBER.is_file():
        yield "NOT MEASURED: the sober pages are not there."
        return
    words, counts = 0, Counter[str]()
    for number, line in enumerate(SOBER.read_text(encoding="utf-8").splitlines()):
        document = parsers.parse(f"{number:04}.txt", json.loads(line)["text"].encode())
        words += document.words
        for each in _findings(checker, document):
            counts[each.rule] += 1
            if is_shown:
                yield f"{each.path}: {each.rule}: “{each.text}” in: {each.sentence[:160]}"
    rows = [(rule, number, f"{1000 * number / words:.3f}") for rule, number in counts.most_common()]
    total = sum(counts.values())
    head = (f"sober pages, {words:,} words", "findings", "in 1,000 words")
    yield from table(head, [*rows, ("all", total, f"{1000 * total / words:.3f}")])


if __name__ == "__main__":
    main()
