"""Measure whether the FDA disclaimer of supplement labels is found, on labels that NIH has sorted.

python benchmarks/disclaimer.py [--wrong]     --wrong prints what is judged wrongly, and all changes
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tables import SCORES, scores, table

from medlint import disclaimer, parsers

LABELS = Path(__file__).resolve().parents[1] / ".." / "shared" / "data" / "dsld_labels" / "dev.jsonl"
KIND = "FDA Disclaimer Statement"


def labels() -> Iterator[dict[str, Any]]:
    """Yield the labels."""
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def main() -> None:
    """Print the figures."""
    if not LABELS.exists():
        sys.exit("not measured: ../shared/data/dsld_labels is not here")
    pairs, changed = [], 0
    for label in labels():
        text = "\n\n".join(statement["text"] for statement in label["statements"])
        parts = disclaimer.parts(parsers.parse("label.txt", text.encode()))
        is_there = any(statement["type"] == KIND for statement in label["statements"])
        pairs.append((bool(parts), is_there))
        changes = [part.change for part in parts if part.change]
        changed += bool(changes)
        if "--wrong" in sys.argv and (bool(parts) != is_there or changes):
            print(f"{label['product']}: labelled {is_there}, found {bool(parts)}; {'; '.join(changes)}")
    print("\n".join(table(SCORES, [("the disclaimer is there", *scores(pairs))])))
    print(f"\nof {sum(found for found, _ in pairs)} that were found, {changed} differ from the fixed words")


if __name__ == "__main__":
    main()
