"""Agreement of two label files over the same snippets.

    python models/claims/agreement.py models/claims/first_labels.jsonl models/claims/second_labels.jsonl

Both files hold one JSON object a line. The first has `id`, `text` and `labels` (and `kind`, if known); the
second has `id` and `labels`. A label has `category`, `subtype` and `span`, an exact substring of the text.
The first file is the reference for precision and recall. `--list` prints the ids on which the two differ.

Figures: Cohen's kappa for "has any label of the category" (with a bootstrap interval); precision, recall and
F1 of spans that overlap; agreement on the exact subtype where spans overlap; confusions of subtype.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

CATEGORIES = ("overclaim", "statistic")
ROUNDS = 2000
SEED = 20261125


class Label(NamedTuple):
    """One label with its place in the text."""

    category: str
    subtype: str
    start: int
    end: int


class Item(NamedTuple):
    """One snippet as both readers labelled it."""

    id: str
    kind: str
    first: list[Label]
    second: list[Label]


def read(path: Path) -> dict[str, dict[str, object]]:
    """Read a JSON lines file into a mapping by id."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {str(row["id"]): row for row in rows}


def place(text: str, labels: object) -> list[Label]:
    """Find every label in the text; of several occurrences the first counts."""
    placed: list[Label] = []
    for label in labels if isinstance(labels, list) else []:
        start = text.find(label["span"])
        if start < 0:
            raise ValueError(f"not in the text: {label['span']!r}")
        placed.append(Label(label["category"], label["subtype"], start, start + len(label["span"])))
    return placed


def load(first_path: Path, second_path: Path) -> list[Item]:
    """Pair the two files by id; ids that only one of them has are left out."""
    first, second = read(first_path), read(second_path)
    items: list[Item] = []
    for key, row in first.items():
        if key in second:
            text, kind = str(row["text"]), str(row.get("kind", ""))
            items.append(Item(key, kind, place(text, row["labels"]), place(text, second[key]["labels"])))
    return items


def has(labels: list[Label], category: str) -> bool:
    """Say whether any label is of the category."""
    return any(label.category == category for label in labels)


def overlap(one: Label, other: Label) -> int:
    """Count the characters two labels share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def kappa(pairs: list[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two yes/no readings."""
    total = len(pairs)
    observed = sum(a == b for a, b in pairs) / total
    yes_first, yes_second = sum(a for a, _ in pairs) / total, sum(b for _, b in pairs) / total
    chance = yes_first * yes_second + (1 - yes_first) * (1 - yes_second)
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def interval(pairs: list[tuple[bool, bool]]) -> tuple[float, float]:
    """95 % bootstrap interval of kappa."""
    rng = random.Random(SEED)
    values = sorted(kappa(rng.choices(pairs, k=len(pairs))) for _ in range(ROUNDS))
    return values[int(ROUNDS * 0.025)], values[int(ROUNDS * 0.975) - 1]


def spans(labels: list[Label], category: str) -> list[Label]:
    """The different spans of a category, each once whatever its subtypes."""
    seen: dict[tuple[int, int], Label] = {}
    for label in labels:
        if label.category == category:
            seen.setdefault((label.start, label.end), label)
    return list(seen.values())


def span_scores(items: list[Item], category: str) -> tuple[float, float, float, int, int]:
    """Precision, recall and F1 of overlapping spans, and how many spans each reader has."""
    hit_first = hit_second = all_first = all_second = 0
    for item in items:
        first, second = spans(item.first, category), spans(item.second, category)
        all_first += len(first)
        all_second += len(second)
        hit_first += sum(any(overlap(a, b) for b in second) for a in first)
        hit_second += sum(any(overlap(a, b) for a in first) for b in second)
    precision, recall = hit_second / max(1, all_second), hit_first / max(1, all_first)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return precision, recall, f1, all_first, all_second


def subtype_scores(
    items: list[Item], category: str
) -> tuple[int, int, Counter[tuple[str, str]], dict[str, list[int]]]:
    """Compare subtypes where the spans of the two readers overlap.

    Gives the number of such labels of the first reader, how many have the same subtype in the second, the
    confusions, and for each subtype: labels of the first, of the second, overlapped, of the same subtype.
    """
    touched = same = 0
    confusion: Counter[tuple[str, str]] = Counter()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for item in items:
        first = [label for label in item.first if label.category == category]
        second = [label for label in item.second if label.category == category]
        for label in second:
            counts[label.subtype][1] += 1
        for label in first:
            counts[label.subtype][0] += 1
            met = [other for other in second if overlap(label, other)]
            if not met:
                continue
            touched += 1
            counts[label.subtype][2] += 1
            if any(other.subtype == label.subtype for other in met):
                same += 1
                counts[label.subtype][3] += 1
            else:
                confusion[label.subtype, max(met, key=lambda other: overlap(label, other)).subtype] += 1
    return touched, same, confusion, counts


def differences(items: list[Item]) -> list[tuple[str, str, str]]:
    """Ids on which the readers differ in whether a category occurs at all."""
    found: list[tuple[str, str, str]] = []
    for item in items:
        for category in CATEGORIES:
            a, b = has(item.first, category), has(item.second, category)
            if a != b:
                found.append((item.id, category, "only the first reader" if a else "only the second reader"))
    return found


def report(items: list[Item]) -> None:
    """Print all figures."""
    print(f"snippets read twice: {len(items)}")
    for category in CATEGORIES:
        pairs = [(has(item.first, category), has(item.second, category)) for item in items]
        low, high = interval(pairs)
        both, only_first = pairs.count((True, True)), pairs.count((True, False))
        only_second, neither = pairs.count((False, True)), pairs.count((False, False))
        print(f"\n{category}")
        print(f"  any: kappa {kappa(pairs):.3f} (95 % {low:.3f} to {high:.3f})")
        print(f"    both {both}, first only {only_first}, second only {only_second}, neither {neither}")
        precision, recall, f1, count_first, count_second = span_scores(items, category)
        print(f"  spans: F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})")
        print(f"    first {count_first}, second {count_second}")
        touched, same, confusion, counts = subtype_scores(items, category)
        print(f"  subtype on overlapping spans: {same} of {touched} ({same / max(1, touched):.3f})")
        for subtype, (one, two, met, right) in sorted(counts.items(), key=lambda pair: -pair[1][0]):
            print(f"    {subtype}: first {one}, second {two}, overlapped {met}, same subtype {right}")
        pairs_shown = ", ".join(f"{a} read as {b} {n}" for (a, b), n in confusion.most_common(15))
        print(f"  confusions: {pairs_shown or 'none'}")
    kinds = sorted({item.kind for item in items if item.kind})
    for kind in kinds:
        part = [item for item in items if item.kind == kind]
        marked = sum(any(has(item.second, category) for category in CATEGORIES) for item in part)
        print(f"\n{kind}: {len(part)} snippets, {marked} with a label of the second reader")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--list", action="store_true", help="print the ids on which the two differ")
    options = parser.parse_args()
    items = load(options.first, options.second)
    report(items)
    if options.list:
        print()
        for key, category, who in differences(items):
            print(f"{key}\t{category}\t{who}")


if __name__ == "__main__":
    main()
