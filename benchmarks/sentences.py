"""Measure sentence boundaries: F1 of sentence ends, golden rules passed, words per second.

Run from the checkout, where `../shared/data` holds the data sets:

    python benchmarks/sentences.py
"""

from __future__ import annotations

import json
import platform
import re
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy

from medlint import nlp

DATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "data"
ROUNDS = 5  # the fastest counts: the machine is shared

Spans = list[tuple[int, int]]
Splitter = Callable[[str], Iterable[tuple[int, int]]]

_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")


def items(name: str) -> Iterator[dict[str, Any]]:
    """Yield the items of the data set `name`."""
    with (DATA / name / "dev.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def ewt_paragraphs() -> Iterator[tuple[str, Spans]]:
    """Yield text and sentences of each paragraph of web text."""
    for item in items("ewt_sentences"):
        for found in _PARAGRAPH.finditer(item["text"]):
            first, last = found.span()
            inside = [span for span in item["sentences"] if first <= span[0] < last]
            yield found.group(), [(start - first, end - first) for start, end in inside]


def craft_paragraphs() -> Iterator[tuple[str, Spans]]:
    """Yield text and sentences of each paragraph of biomedical articles."""
    for item in items("craft_sentences"):
        for paragraph in item["paragraphs"]:
            yield paragraph["text"], [(start, end) for start, end in paragraph["sentences"]]


def end_score(paragraphs: Iterable[tuple[str, Spans]], split: Splitter) -> float:
    """Return the F1 of sentence ends inside paragraphs; the last end of each does not count."""
    right = wrong = missed = 0
    for text, sentences in paragraphs:
        gold = {end for _, end in sentences[:-1]}
        found = {end for _, end in list(split(text))[:-1]}
        right += len(gold & found)
        wrong += len(found - gold)
        missed += len(gold - found)
    return 2 * right / (2 * right + wrong + missed)


def golden_passed(split: Splitter) -> tuple[int, int]:
    """Return how many golden rules are passed exactly, and how many there are."""
    rules = list(items("golden_rules_en"))
    passed = sum([rule["text"][a:b] for a, b in split(rule["text"])] == rule["sentences"] for rule in rules)
    return passed, len(rules)


def words_per_second(split: Splitter) -> float:
    """Return words of patient pages read in a second, the best of a few rounds."""
    blocks = [
        " ".join(block.split()) for page in items("nih_patient_pages") for block in page["text"].split("\n\n")
    ]
    words = sum(len(block.split()) for block in blocks)
    return words / min(_seconds(blocks, split) for _ in range(ROUNDS))


def _seconds(blocks: list[str], split: Splitter) -> float:
    started = time.perf_counter()
    for block in blocks:
        for _ in split(block):
            pass
    return time.perf_counter() - started


def _sentencizer() -> Splitter:
    language = spacy.blank("en")
    language.add_pipe("sentencizer")

    def split(text: str) -> Iterator[tuple[int, int]]:
        for sentence in language(text).sents:
            stripped = sentence.text.strip()
            start = sentence.start_char + sentence.text.find(stripped)
            if stripped:
                yield start, start + len(stripped)

    return split


def main() -> None:
    """Print the figures of our splitter and of spaCy's sentencizer as a Markdown table."""
    print(f"Python {platform.python_version()}, spaCy {version('spacy')}, {platform.machine()}\n")
    print("| splitter | EWT F1 | CRAFT F1 | golden rules | words per second |")
    print("| --- | --- | --- | --- | --- |")
    splitters = {"medlint.nlp.sentence_spans": nlp.sentence_spans, "spaCy sentencizer": _sentencizer()}
    for name, split in splitters.items():
        ewt, craft = end_score(ewt_paragraphs(), split), end_score(craft_paragraphs(), split)
        passed, rules = golden_passed(split)
        speed = words_per_second(split)
        print(f"| {name} | {ewt:.3f} | {craft:.3f} | {passed} of {rules} | {speed:,.0f} |")


if __name__ == "__main__":
    main()
