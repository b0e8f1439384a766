"""Measure negation: precision, recall and F1 of `negated` on clinical sentences, and claims per second.

Run from the checkout, where `../shared/data/negex_kit` holds the sentences:

    python benchmarks/negation.py [--wrong]

`--wrong` prints the items that are judged wrongly.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from medlint.context import negated
from medlint.model import Anchors, Document, Passage, Region

DATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "data" / "negex_kit" / "dev.jsonl"


def items() -> Iterator[tuple[Document, Region, bool]]:
    """Yield a sentence as a document, the concept in it, and whether people called it negated."""
    for line in DATA.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        text = re.sub(r"\s+", " ", item["text"])
        concept = re.sub(r"\s+", " ", item["concept"]).strip()
        yield page(text), place(text, concept), item["negation"] == "Negated"


def place(text: str, concept: str) -> Region:
    """Return where the concept stands: mostly in capitals; a few are longer than their sentence."""
    for start in (text.find(concept.upper()), text.lower().find(concept.lower())):
        if start >= 0:
            return Region(start, start + len(concept))
    return Region(0, len(text))


def page(text: str) -> Document:
    """Return a document of one paragraph."""
    block = Passage("paragraph", text, Region(0, len(text)))
    anchors = Anchors((0,), (0,), (len(text),), len(text))
    return Document("page.txt", text, (block,), anchors, text, "")


def main() -> None:
    """Print the figures."""
    right = wrong = missed = 0
    started = time.perf_counter()
    total = 0
    for document, region, is_negated in items():
        total += 1
        found = negated.holds(document, region)
        right += found and is_negated
        wrong += found and not is_negated
        missed += is_negated and not found
        if "--wrong" in sys.argv and found != is_negated:
            words = document.text[: region.start] + "[[" + document.text[region.start : region.end] + "]]"
            print("wrongly negated:" if found else "missed:", words + document.text[region.end :])
    seconds = time.perf_counter() - started
    precision, recall = right / (right + wrong), right / (right + missed)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    print(f"{right} right, {wrong} wrong, {missed} missed of {total}; {total / seconds:,.0f} claims a second")


if __name__ == "__main__":
    main()
