"""Make `medlint/part_of_speech/weights.bin`: which part of speech each word of a sentence is.

    python models/grammar/train_tagger.py ../shared/data [--check]

Reads two treebanks with gold tags, spoils a share of their sentences in the way of learners of English
(articles lost, verbs in another form, commas lost), and fits a linear model to the words around each word.
Weights are kept as bytes. `--check` leaves out every tenth sentence and says how well the model reads them.

Needs the development dependencies `numpy` and `scipy`; medlint itself needs neither to read the weights.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse

from medlint.part_of_speech import features
from medlint.part_of_speech.tags import TAGS

TARGET = Path(__file__).resolve().parents[2] / "medlint" / "part_of_speech" / "weights.bin"
TREEBANKS = ("ewt_train", "gum_train")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
SPOILED = 0.35  # of the sentences: a copy of each is spoiled
FEATURES = 62_000
FEWEST = 2
EPOCHS = 8
BATCH = 1024
RATE = 0.08
PULL = 2e-6

PENN = {
    "NN": "n", "NNS": "s", "NNP": "E", "NNPS": "E", "VB": "b", "VBP": "p", "VBZ": "z", "VBD": "d",
    "VBN": "v", "VBG": "g", "MD": "m", "JJ": "j", "JJR": "j", "JJS": "j", "RB": "r", "RBR": "r", "RBS": "r",
    "DT": "D", "PDT": "D", "PRP": "P", "PRP$": "O", "WP$": "O", "POS": "O", "IN": "I", "RP": "I", "TO": "T",
    "CC": "C", "CD": "#", "WDT": "W", "WP": "W", "WRB": "W", "EX": "X",
}  # fmt: skip
MODIFIERS = ("compound", "amod", "nmod", "nummod", "obl:unmarked", "nmod:unmarked", "flat")


@dataclass
class Word:
    """A word as medlint cuts it, with its tag."""

    form: str
    tag: str
    lemma: str = ""


def main() -> None:
    """Fit the model, and write it or say how well it reads."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    sentences = [s for name in TREEBANKS for s in treebank(given.data / "treebank" / f"{name}.conllu.gz")]
    held = [s for number, s in enumerate(sentences) if given.check and number % 10 == 0]
    kept = [s for number, s in enumerate(sentences) if not (given.check and number % 10 == 0)]
    chance = random.Random(7)
    spoil = Spoiler(kept, chance)
    spoiled = [spoil(s) for s in kept if chance.random() < SPOILED]
    model = fit(kept + spoiled)
    if held:
        model.report("clean", held)
        model.report("spoiled", [spoil(s) for s in held])
    else:
        TARGET.write_bytes(model.packed())


def treebank(path: Path) -> Iterator[list[Word]]:
    """Yield the sentences of a CoNLL-U file."""
    rows: list[list[str]] = []
    joined: set[int] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if len(row) == 10 and row[0].isdigit():
                rows.append(row)
            elif len(row) == 10 and "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                joined.update(range(first, last))
            elif not line.strip() and rows:
                yield recut(rows, joined)
                rows, joined = [], set()


def recut(rows: Sequence[Sequence[str]], joined: set[int]) -> list[Word]:
    """Return the words of a sentence as medlint cuts them, each with the tag of its parts."""
    text, owner = "", []
    for row in rows:
        text += row[1]
        owner += [row] * len(row[1])
        if "SpaceAfter=No" not in row[9] and int(row[0]) not in joined:
            text += " "
            owner.append(row)
    words = []
    for found in WORD.finditer(text):
        parts = list({int(row[0]): row for row in owner[found.start() : found.end()]}.values())
        words.append(Word(found[0], tag_of(parts), parts[0][2]))
    return words


def tag_of(parts: Sequence[Sequence[str]]) -> str:
    """Return the tag of a word that the treebank may cut in parts: don't, doctor's, long-term."""
    tags = [row[4] for row in parts]
    if tags[-1] == "POS" or (len(parts) > 1 and parts[-1][1].lower() in ("'s", "’s") and tags[-1] == "POS"):
        return "O"
    if len(parts) == 1 or any("'" in row[1] or "’" in row[1] for row in parts):
        return PENN.get(tags[0], "x") if tags[0] not in (".", ",", ":", "``", "''", "-LRB-", "-RRB-") else "."
    last = parts[-1]
    numbers = [int(row[0]) for row in parts]
    if last[7].partition(":")[0] in ("compound", "amod", "nmod", "nummod") and int(last[6]) > numbers[-1]:
        return "j"
    return PENN.get(tags[-1], "x")


class Spoiler:
    """Makes the slips of learners: the tag of a word stays that of the form that is written."""

    def __init__(self, sentences: Iterable[Sequence[Word]], chance: random.Random) -> None:
        self.chance = chance
        forms: dict[tuple[str, str], Counter[str]] = {}
        for sentence in sentences:
            for word in sentence:
                if word.tag in "bpzdvg" and word.form.isalpha():
                    forms.setdefault((word.lemma, word.tag), Counter())[word.form.lower()] += 1
        self.forms = {key: counter.most_common(1)[0][0] for key, counter in forms.items()}

    def __call__(self, sentence: Sequence[Word]) -> list[Word]:
        """Return the sentence with slips of one kind."""
        kind = self.chance.choice(
            ("articles", "articles", "agreement", "agreement", "behind", "commas", "number")
        )
        result: list[Word] = []
        for number, word in enumerate(sentence):
            low = word.form.lower()
            before = sentence[number - 1].tag if number else ""
            if kind == "articles" and low in ("a", "an", "the") and self.chance.random() < 0.7:
                continue
            if kind == "commas" and low == "," and self.chance.random() < 0.7:
                continue
            if kind == "agreement" and word.tag in "zp" and word.lemma not in ("be", "have", "do"):
                other = "p" if word.tag == "z" else "z"
                form = self.forms.get((word.lemma, other)) or (
                    self.forms.get((word.lemma, "b")) if other == "p" else f"{word.lemma}s"
                )
                result.append(Word(form or word.form, other if form else word.tag, word.lemma))
                continue
            if kind == "behind" and word.tag == "b" and before in ("m", "T") and self.chance.random() < 0.6:
                other = self.chance.choice("zdvg")
                form = self.forms.get((word.lemma, other))
                result.append(Word(form, other, word.lemma) if form else word)
                continue
            is_plural = kind == "number" and word.tag == "s" and word.form.islower()
            if is_plural and self.chance.random() < 0.3 and word.lemma.islower():
                result.append(Word(word.lemma, "n", word.lemma))
                continue
            result.append(word)
        return result


def read(sentence: Sequence[Word]) -> Iterator[list[str]]:
    """Yield the features of each word."""
    edge = (features.EDGE, features.EDGE)
    words = [edge, edge]
    is_first = True
    for word in sentence:
        low = word.form.lower().replace("’", "'")
        is_name = word.form.lower() != word.form and (not is_first or word.form[1:] != word.form[1:].lower())
        words.append((low, features.word_class(low, is_name=is_name)))
        is_first = is_first and not low[0].isalnum()
    words += [edge, edge]
    for number in range(2, len(words) - 2):
        around = words[number - 2 : number + 3]
        found = [
            f
            for place, each in zip((-2, -1, 0, 1, 2), around, strict=True)
            for f in features.of_word(*each, place)
        ]
        yield found + features.of_company(*(each[1] for each in around), around[2][0])


class Model:
    """The weights while they are fitted."""

    def __init__(self, index: dict[str, int], weights: np.ndarray) -> None:
        self.index = index
        rows = np.abs(weights).max()
        self.scale = float(rows / 127)
        self.weights = np.clip(np.round(weights / self.scale), -127, 127).astype(np.int8)

    def report(self, name: str, sentences: Sequence[Sequence[Word]]) -> None:
        """Print how well sentences are read."""
        matrix, tags = table(sentences, self.index)
        scores = (matrix @ self.weights.astype(np.float32)) * self.scale
        best = scores.argmax(axis=1)
        ordered = np.sort(scores, axis=1)
        margin = ordered[:, -1] - ordered[:, -2]
        print(f"{name}: {np.mean(best == tags):.4f} of {len(tags)} words")
        for low, high in ((0, 0.5), (0.5, 1), (1, 2), (2, 3), (3, 4), (4, 99)):
            here = (margin >= low) & (margin < high)
            print(
                f"   margin {low}–{high}: {here.sum():6} words, {np.mean(best[here] == tags[here]):.3f} right"
            )
        for number, tag in enumerate(TAGS):
            said, is_it = best == number, tags == number
            both = (said & is_it).sum()
            precision, recall = both / max(1, said.sum()), both / max(1, is_it.sum())
            print(f"   {tag}: precision {precision:.3f} recall {recall:.3f} of {is_it.sum()}")
        wrong = Counter((TAGS[t], TAGS[b]) for t, b in zip(tags, best, strict=True) if t != b)
        print("   ", wrong.most_common(15))

    def packed(self) -> bytes:
        """Return the weights as `medlint.part_of_speech.weights` reads them."""
        order = sorted(self.index, key=lambda f: features.key(f))
        keys = np.array([features.key(f) for f in order], dtype="<u4")
        rows = (self.weights[[self.index[f] for f in order]].astype(np.int16) + 128).astype(np.uint8)
        head = b"medlint-tagger-1\n" + struct.pack("<IIf", len(order), len(TAGS), self.scale)
        return head + keys.tobytes() + rows.tobytes()


def fit(sentences: Sequence[Sequence[Word]]) -> Model:
    """Return a model of the features that matter most."""
    counts = Counter(f for s in sentences for fs in read(s) for f in fs)
    seen: set[int] = set()
    index: dict[str, int] = {}
    for feature, number in counts.most_common():
        if number >= FEWEST and features.key(feature) not in seen:
            seen.add(features.key(feature))
            index[feature] = len(index)
    print(len(index), "features")
    matrix, tags = table(sentences, index)
    weights = descend(matrix, tags)
    if len(index) > FEATURES:
        number = np.asarray((matrix != 0).sum(axis=0)).ravel()
        worth = np.abs(weights).max(axis=1) * np.log1p(number)
        kept = np.argsort(-worth)[:FEATURES]
        names = list(index)
        index = {names[k]: i for i, k in enumerate(kept)}
        weights = descend(matrix[:, kept], tags, weights[kept])
    return Model(index, weights)


def table(sentences: Sequence[Sequence[Word]], index: dict[str, int]) -> tuple[sparse.csr_matrix, np.ndarray]:
    """Return the words of sentences as rows of features, and their tags."""
    columns: list[int] = []
    starts = [0]
    tags = []
    for sentence in sentences:
        for word, found in zip(sentence, read(sentence), strict=True):
            columns += [index[f] for f in found if f in index]
            starts.append(len(columns))
            tags.append(TAGS.index(word.tag))
    data = np.ones(len(columns), dtype=np.float32)
    matrix = sparse.csr_matrix((data, columns, starts), shape=(len(tags), len(index)))
    return matrix, np.array(tags)


def descend(matrix: sparse.csr_matrix, tags: np.ndarray, first: np.ndarray | None = None) -> np.ndarray:
    """Fit by logistic regression: small steps, smaller where a feature is frequent."""
    chance = np.random.default_rng(7)
    weights = np.zeros((matrix.shape[1], len(TAGS)), dtype=np.float32) if first is None else first.copy()
    squares = np.full_like(weights, 1e-6)
    epochs = EPOCHS if first is None else EPOCHS // 2
    for epoch in range(epochs):
        order, loss = chance.permutation(len(tags)), 0.0
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            batch = matrix[rows]
            used = np.unique(batch.indices)
            batch = batch[:, used]
            scores = batch @ weights[used]
            scores -= scores.max(axis=1, keepdims=True)
            share = np.exp(scores)
            share /= share.sum(axis=1, keepdims=True)
            loss -= float(np.log(share[np.arange(len(rows)), tags[rows]] + 1e-9).sum())
            share[np.arange(len(rows)), tags[rows]] -= 1
            slope = batch.T @ share + PULL * len(rows) * weights[used]
            squares[used] += slope**2
            weights[used] -= RATE * slope / np.sqrt(squares[used])
        print(f"   round {epoch}: loss {loss / len(order):.4f}")
    return weights


if __name__ == "__main__":
    main()
