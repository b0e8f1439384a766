"""Examples of the corpus that are most alike to a sentence: why the model finds it familiar."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from math import log
from pathlib import Path

from medlint.reader.features import tokens

PATH = Path(__file__).parent / "examples.jsonl"


def alike(sentence: str, most: int = 2) -> tuple[tuple[str, str], ...]:
    """Return label and words of the claims that share the rarest words with a sentence, best first."""
    words = _words(sentence)
    examples, rarity = _examples()
    ranked = sorted(
        (
            (sum(rarity[word] for word in words & own) / (len(words | own) or 1), text, label)
            for label, text, own in examples
        ),
        key=lambda each: (-each[0], each[1]),
    )
    return tuple((label, text) for likeness, text, label in ranked[:most] if likeness > 0)


@cache
def _examples() -> tuple[tuple[tuple[str, str, frozenset[str]], ...], dict[str, float]]:
    lines = PATH.read_text(encoding="utf-8").splitlines()
    pairs = [tuple(json.loads(line)) for line in lines]
    examples = tuple((label, text, _words(text)) for label, text in pairs)
    counts = Counter(word for _, _, own in examples for word in own)
    return examples, {word: log(len(examples) / count) for word, count in counts.items()}


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word, _, _ in tokens(text.lower().replace("\u2019", "'")))
