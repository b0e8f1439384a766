"""Train the second reader from `corpus/*.jsonl` and write `medlint/reader/weights.bin`.

    make model

Logistic regression on hashed n-grams (see `medlint/reader/features.py`), one head for each category, one for
each kind. Weights are rounded to bytes, so that two runs, on two machines, give the same file. Calibration
and figures come from predictions of writers left out, one after another: nobody's style is in training and
test.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from medlint import parsers
from medlint.lexicons import lexicon
from medlint.pack import LABELS
from medlint.reader.features import BITS, SIZE, Classes, company, features, length_weight, tokens
from medlint.reader.nearest import PATH as EXAMPLES
from medlint.reader.second_reader import BAR
from medlint.reader.weights import KIND_SIZE, PATH, pack

CORPUS = Path(__file__).parent / "corpus"
FIGURES = Path(__file__).parent / "figures.md"
CATEGORIES = ("overclaim", "statistic")
STRENGTH = 6.0  # inverse of the regularisation
SHARPNESS = 0.7  # how far a feature's share in claims and in the rest scales it before it is fitted
SMOOTHING = 0.1
VERSION = "2"
# Lists whose words do the same work in a claim; a word in several belongs to the first.
CLASSES = (
    *("cure-verb", "strong-effect-verb", "effect-verb", "supplement", "strong-product", "treatment"),
    *("provider", "doctor", "condition", "body", "superlative-adjective", "absolutely", "highly", "praised"),
    *("praise", "beneficiary", "pleasant-result", "shop", "negations", "hedges-of-certainty"),
    *("hedges-of-ability", "comparatives", "number-words"),
)


@dataclass(frozen=True)
class Example:
    """A sentence with the labels of the spans it holds."""

    writer: str
    kind: str
    words: tuple[str, ...]
    company: tuple[tuple[str, ...], ...]
    labels: frozenset[str]


def examples(path: Path) -> Iterator[Example]:
    """Yield the sentences of one writer's file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        document = parsers.parse("snippet.txt", item["text"].encode())
        spans = [
            (item["text"].index(x["span"]), len(x["span"]), f"{x['category']}.{x['subtype']}")
            for x in item["labels"]
        ]
        sentences = document.sentences
        words = [
            tuple(word for word, _, _ in tokens(document.folded[s.region.start : s.region.end]))
            for s in sentences
        ]
        for number, sentence in enumerate(sentences):
            start, end = document.source(sentence.region)
            labels = {label for at, size, label in spans if at < end and start < at + size}
            near = tuple(words[n] for n in (number - 1, number + 1) if 0 <= n < len(words))
            yield Example(path.stem, item["kind"], words[number], near, frozenset(labels))


def classes() -> dict[str, list[str]]:
    """Return the single words of each class, as the lexicons have them today."""
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    for name in CLASSES:
        words = sorted({word for word in lexicon(name) if re.fullmatch(r"[a-z0-9']+", word)} - taken)
        found[name] = words
        taken.update(words)
    return found


def by_word() -> Classes:
    """Return each word's class."""
    return {word: f"@{name}" for name, words in classes().items() for word in words}


def row(example: Example, known: Classes) -> dict[int, float]:
    """Return the features of a sentence, weighed by its length."""
    sums: dict[int, float] = {}
    for _, found in features(example.words, known):
        for place, value in found:
            sums[place] = sums.get(place, 0.0) + value
    weight = length_weight(example.words)
    total = {place: value / weight for place, value in sums.items()}
    for sentence in example.company:
        for place, value in company(sentence):
            total[place] = total.get(place, 0.0) + value
    return total


def matrix(rows: Sequence[dict[int, float]]) -> csr_matrix:
    """Return the rows as a sparse matrix, (sentences, SIZE)."""
    data, columns, starts = [], [], [0]
    for each in rows:
        for place in sorted(each):
            columns.append(place)
            data.append(each[place])
        starts.append(len(columns))
    return csr_matrix((data, columns, starts), shape=(len(rows), SIZE))


def coarse(x: csr_matrix) -> csr_matrix:
    """Return the rows with the buckets of the heads that tell kinds apart."""
    folded = csr_matrix((x.data, x.indices & (KIND_SIZE - 1), x.indptr), shape=(x.shape[0], KIND_SIZE))
    folded.sum_duplicates()
    return folded


def fit(x: csr_matrix, y: np.ndarray, sharpness: float = SHARPNESS) -> tuple[np.ndarray, float]:
    """Return weights and bias of one head.

    A feature counts the more, the more unequally it is spread over claims and the rest (as in naive Bayes).
    """
    share = [np.asarray(x[part].sum(axis=0)).ravel() + SMOOTHING for part in (y, ~y)]
    ratio = np.log(share[0] / share[0].sum()) - np.log(share[1] / share[1].sum())
    worth = 1 - sharpness + sharpness * np.abs(ratio)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-6, max_iter=2000, random_state=0)
    model.fit(x @ diags(worth), y)
    return model.coef_[0] * worth, float(model.intercept_[0])


def left_out(x: csr_matrix, y: np.ndarray, writers: np.ndarray) -> np.ndarray:
    """Return each sentence's score from a model that has not seen its writer."""
    scores = np.zeros(len(y))
    for writer in sorted(set(writers)):
        rest = writers != writer
        weights, bias = fit(x[rest], y[rest])
        scores[~rest] = x[~rest] @ weights + bias
    return scores


def calibrated(scores: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Return slope and offset of Platt's calibration."""
    model = LogisticRegression(C=1e6, solver="lbfgs").fit(scores.reshape(-1, 1), y)
    return round(float(model.coef_[0][0]), 3), round(float(model.intercept_[0]), 3)


def rounded(weights: np.ndarray, bias: float) -> tuple[bytes, dict[str, float]]:
    """Return the weights as signed bytes and what one of them is worth."""
    # Few digits: the last ones differ with the number of threads and the processor.
    scale = float(f"{max(abs(weights).max(), 1e-6) / 127:.3g}")
    return np.clip(np.rint(weights / scale), -127, 127).astype(np.int8).tobytes(), {
        "scale": scale,
        "bias": round(bias, 3),
    }


def recall_at(precision: float, scores: np.ndarray, y: np.ndarray) -> float:
    """Return the recall at the lowest bar that keeps a precision."""
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(y[order])
    kept = np.flatnonzero(right / np.arange(1, len(y) + 1) >= precision)
    return float(right[kept[-1]] / y.sum()) if len(kept) else 0.0


def reliability(category: str, sure: np.ndarray, y: np.ndarray) -> Iterator[str]:
    """Yield how often the model was right, by how sure it was: the table of one category."""
    yield f"## {category.capitalize()}: what became of each degree of certainty\n"
    yield "| probability | sentences | meant on average | were claims | |\n| --- | ---: | ---: | ---: | --- |"
    for low in np.arange(0, 1, 0.1):
        inside = (sure >= low) & (sure < low + 0.1)
        if inside.any():
            meant, seen = float(sure[inside].mean()), float(y[inside].mean())
            bar = "█" * round(20 * seen)
            yield f"| {low:.1f}–{low + 0.1:.1f} | {inside.sum():,} | {meant:.2f} | {seen:.2f} | {bar} |"
    error = float(np.mean((sure - y) ** 2))
    blind = float(np.mean((y.mean() - y) ** 2))
    yield f"\nBrier score {error:.3f}; {blind:.3f} for somebody who only knows how many are claims.\n"


def claims_shown(paths: Sequence[Path]) -> Iterator[str]:
    """Yield the claims of the corpus as lines of label and words, for `explain`."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            for label in json.loads(line)["labels"]:
                pair = [f"{label['category']}.{label['subtype']}", label["span"]]
                yield json.dumps(pair, ensure_ascii=False) + "\n"


def _figures(figures: Mapping[str, float]) -> Iterator[str]:
    """Yield the first part of the page of figures."""
    yield "# How well the second reader reads\n"
    yield f"Written by `make model`. Each writer was left out of training in turn; the bar is {BAR}.\n"
    yield "| figure | value |\n| --- | ---: |"
    for name, value in figures.items():
        yield f"| {name.replace('.', ', ', 1).replace('_', ' ')} | {value:,} |"
    yield ""


def main() -> int:
    """Train all heads and write the file."""
    paths = sorted(CORPUS.glob("*.jsonl"))
    every = [example for path in paths for example in examples(path)]
    known = by_word()
    x = matrix([row(example, known) for example in every])
    writers = np.array([example.writer for example in every])
    order, heads, arrays, figures = [], {}, [], {}
    curves: list[str] = []
    for category in CATEGORIES:
        y = np.array([any(label.startswith(category) for label in e.labels) for e in every])
        scores = left_out(x, y, writers)
        slope, offset = calibrated(scores, y)
        weights, bias = fit(x, y)
        data, head = rounded(weights, bias)
        order.append(category)
        arrays.append(data)
        heads[category] = {**head, "slope": slope, "offset": offset}
        probabilities = 1 / (1 + np.exp(-(slope * scores + offset)))
        curves += reliability(category, probabilities, y)
        sure = probabilities >= BAR
        figures[f"{category}.precision_at_bar"] = round(float(y[sure].mean()), 3)
        figures[f"{category}.recall_at_bar"] = round(float(y[sure].sum() / y.sum()), 3)
        for bar in (0.95, 0.9, 0.85, 0.8):
            figures[f"{category}.recall_at_precision_{bar}"] = round(recall_at(bar, scores, y), 3)
    claims = np.array([bool(example.labels) for example in every])
    folded = coarse(x[claims])
    for label in (f"{c}.{kind}" for c in CATEGORIES for kind in LABELS[c]):
        y = np.array([label in example.labels for example in every])[claims]
        data, head = rounded(*fit(folded, y))
        order.append(label)
        arrays.append(data)
        heads[label] = head
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    figures |= {"sentences": len(every), "writers": len(paths)}
    header = {
        "bits": BITS,
        "classes": {name: " ".join(words) for name, words in classes().items()},
        "version": VERSION,
        "corpus_sha256": digest,
        "order": order,
        "heads": heads,
        "figures": figures,
    }
    PATH.write_bytes(pack(header, arrays))
    EXAMPLES.write_text("".join(claims_shown(paths)), encoding="utf-8")
    FIGURES.write_text("\n".join((*_figures(figures), *curves)), encoding="utf-8")
    for name, value in figures.items():
        print(f"{name:40} {value}")
    print(f"{PATH}: {PATH.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    with threadpool_limits(1):  # the order of sums, and so the last digits, depend on the number of threads
        sys.exit(main())
