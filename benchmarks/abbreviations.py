"""Measure the pairs of short and long form that medlint finds in biomedical abstracts.

Run from the checkout, where `../shared/data` holds the data set:

    python benchmarks/abbreviations.py [--show]

A pair counts as right when both its halves are the very words of a labelled pair of the same abstract.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from medlint import expansions

DATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "data" / "med1250_abbreviations" / "dev.jsonl"

Pair = tuple[str, str]


def pairs_in(text: str) -> set[Pair]:
    """Return the pairs of a text, white space made even."""
    return {(even(each.short), even(each.long)) for each in expansions.in_text(text)}


def even(words: str) -> str:
    """Return words with one space between them."""
    return " ".join(words.split())


def count(gold: set[Pair], found: set[Pair]) -> Counter[str]:
    """Return how many pairs are labelled, found and both, whole and by their short form alone."""
    shorts, found_shorts = {short for short, _ in gold}, {short for short, _ in found}
    return Counter(
        {
            "gold": len(gold),
            "found": len(found),
            "right": len(gold & found),
            "gold short": len(shorts),
            "found short": len(found_shorts),
            "right short": len(shorts & found_shorts),
        }
    )


def main() -> None:
    """Print precision, recall and F1 as a Markdown table."""
    totals: Counter[str] = Counter()
    with DATA.open(encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            gold = {(even(short), even(long)) for short, long in item["abbreviations"]}
            found = pairs_in(item["text"])
            totals += count(gold, found)
            if "--show" in sys.argv:
                for name, odd in (("missed", gold - found), ("wrong", found - gold)):
                    print(*(f"{name}: {short} = {long}" for short, long in sorted(odd)), sep="\n", end="")
    print("\n| what | labelled | found | precision | recall | F1 |\n| --- | --- | --- | --- | --- | --- |")
    for name, suffix in (("pairs, both halves exact", ""), ("short forms alone", " short")):
        gold_count, found_count = totals["gold" + suffix], totals["found" + suffix]
        right = totals["right" + suffix]
        precision, recall = right / found_count, right / gold_count
        score = 2 * precision * recall / (precision + recall)
        print(f"| {name} | {gold_count} | {found_count} | {precision:.3f} | {recall:.3f} | {score:.3f} |")


if __name__ == "__main__":
    main()
