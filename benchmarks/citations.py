"""Measure citation markers: F1 by overlap on biomedical articles, numbered and author-year apart.

Run from the checkout, where `../shared/data` holds the data set:

    python benchmarks/citations.py [--show]
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from medlint.references import author_years, markers

DATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "data" / "craft_citations" / "dev.jsonl"

Span = tuple[int, int]


def found_in(text: str) -> list[Span]:
    """Return the markers of both styles that medlint finds in a paragraph."""
    return [*((marker.start, marker.end) for marker in markers(text)), *author_years(text)]


def count(text: str, gold: list[Span], found: list[Span], *, show: bool) -> Counter[str]:
    """Return how many of the found overlap a gold marker, and how many gold markers are met."""
    counts: Counter[str] = Counter()
    for kind, these, those in (("found", found, gold), ("gold", gold, found)):
        for start, end in these:
            is_met = any(start < other_end and other_start < end for other_start, other_end in those)
            counts[kind] += 1
            counts[f"{kind} met"] += is_met
            if show and not is_met:
                print(
                    f"{kind}: {text[max(0, start - 30) : start]}[[{text[start:end]}]]{text[end : end + 20]}"
                )
    return counts


def main() -> None:
    """Print precision, recall and F1 for each style as a Markdown table."""
    show = "--show" in sys.argv
    totals: dict[str, Counter[str]] = {}
    with DATA.open(encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            for paragraph in item["paragraphs"]:
                gold = [(start, end) for start, end in paragraph["citations"]]
                counts = count(paragraph["text"], gold, found_in(paragraph["text"]), show=show)
                totals.setdefault(item["style"], Counter()).update(counts)
    print("| style | markers | precision | recall | F1 |\n| --- | --- | --- | --- | --- |")
    for style, counts in {**totals, "both": sum(totals.values(), Counter())}.items():
        precision = counts["found met"] / counts["found"]
        recall = counts["gold met"] / counts["gold"]
        score = 2 * precision * recall / (precision + recall)
        print(f"| {style} | {counts['gold']} | {precision:.3f} | {recall:.3f} | {score:.3f} |")


if __name__ == "__main__":
    main()
