"""How new the corpus is: runs of words shared with the evaluation sets, and likeness between its writers.

    python models/claims/novelty.py [--write]     --write puts the figures into novelty.md

No snippet may share a run of six words with the labelled sets, which must stay unseen.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
ROOT = HERE.parent.parent
EVALUATION = ROOT.parent / "shared" / "eval"
RUN = 6


def texts(path: Path) -> list[str]:
    """Return the texts of a file of snippets."""
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of six words."""
    words = re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'"))
    for start in range(len(words) - RUN + 1):
        yield tuple(words[start : start + RUN])


def labelled() -> dict[str, str]:
    """Return the texts of the evaluation sets and of the blind sets, by name."""
    found = {
        f"{path.stem} {n}": text
        for path in sorted((ROOT / "tests" / "data").glob("blind_claims*.jsonl"))
        for n, text in enumerate(texts(path))
    }
    if EVALUATION.is_dir():
        found |= {f"dev {n}": text for n, text in enumerate(texts(EVALUATION / "claims_dev.jsonl"))}
        found |= {path.name: path.read_text(encoding="utf-8") for path in (EVALUATION / "docs").glob("*.md")}
    return found


def shared_runs() -> list[tuple[str, str, str]]:
    """Return file, evaluation text and run for each run of words that both hold."""
    seen: dict[tuple[str, ...], str] = {}
    for name, text in labelled().items():
        for run in runs(text):
            seen.setdefault(run, name)
    return [
        (path.name, seen[run], " ".join(run))
        for path in sorted(CORPUS.glob("*.jsonl"))
        for text in texts(path)
        for run in runs(text)
        if run in seen
    ]


def main() -> int:
    """Measure and print, as Markdown."""
    paths = sorted(CORPUS.glob("*.jsonl"))
    by_writer = {path.stem: texts(path) for path in paths}
    every = [text for own in by_writer.values() for text in own]
    writers = np.array([name for name, own in by_writer.items() for _ in own])
    vectors = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True).fit_transform(every)
    lines = ["# How new the corpus is", "", "`python models/claims/novelty.py --write`", ""]
    labels: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    fields: defaultdict[str, int] = defaultdict(int)
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            kinds[item["kind"]] += 1
            fields[item["field"]] += 1
            labels.update(f"{label['category']}.{label['subtype']}" for label in item["labels"])
    shares = ", ".join(f"{number:,} {kind}" for kind, number in kinds.most_common())
    lines += [f"{len(every):,} snippets of {len(paths)} briefs in {len(fields)} fields: {shares}.", ""]
    lines += [
        "| label | spans |",
        "| --- | --- |",
        *(f"| {label} | {n} |" for label, n in sorted(labels.items())),
        "",
    ]
    lines += [
        "Likeness (cosine of words and pairs of words, 0 to 1) of a snippet to the nearest one of another",
        "brief, and to the nearest one of its own:",
        "",
        "| brief | snippets | others, median | others, highest | own, median |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, own in by_writer.items():
        mine = writers == name
        other = (vectors[mine] @ vectors[~mine].T).max(axis=1).toarray().ravel()
        same = (vectors[mine] @ vectors[mine].T).tolil()
        same.setdiag(0)
        nearest = same.tocsr().max(axis=1).toarray().ravel()
        lines.append(
            f"| {name} | {len(own)} | {np.median(other):.2f} | {other.max():.2f} | {np.median(nearest):.2f} |"
        )
    shared = shared_runs()
    lines += ["", f"Runs of {RUN} words shared with the evaluation sets and the blind sets: {len(shared)}."]
    lines += [f"- {name}: “{run}” ({where})" for name, where, run in shared]
    text = "\n".join(lines) + "\n"
    print(text)
    if "--write" in sys.argv:
        (HERE / "novelty.md").write_text(text, encoding="utf-8")
    return 1 if shared else 0


if __name__ == "__main__":
    sys.exit(main())
