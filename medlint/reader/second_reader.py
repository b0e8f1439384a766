"""The second reader as rules: what it reports where no rule fired, and when it keeps silent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial

from medlint.context import CONTEXTS
from medlint.model import Document, Match, Region
from medlint.reader import judge
from medlint.rule import Option, Rule

BAR = 0.85
"""The probability from which the second reader reports."""

_SILENT = ("question", "refuted", "mentioned", "cited", "advice")
_SILENT_WORDS = ("negated", "hedged", "fixed-term")  # asked of the words that tip the sentence
_LONGEST_BLOCK = 20_000  # characters: no paragraph is longer, and contexts look through all of it
_SHORTEST = 3  # words; shorter sentences say too little to judge
_NAMES = {
    "authority": "borrowed authority",
    "causal": "an effect stated as a fact",
    "ceiling": "a ceiling without a usual value",
    "comparative": "a comparison",
    "credential": "praise of people",
    "cure": "a promise of cure",
    "guarantee": "a guarantee",
    "hype": "praise of novelty",
    "inducement": "a lure",
    "minimising": "a treatment made small",
    "natural": "natural and therefore good",
    "no-frame": "a rate without time or people",
    "outcome": "a promised benefit",
    "relative-only": "a relative change alone",
    "safety": "a promise of safety",
    "superlative": "a first place",
    "testimonial": "a patient's story",
    "universal": "a claim for everybody",
    "unsupported": "a figure without a source",
    "urgency": "pressure to decide",
}


def look(
    document: Document, flagged: Sequence[Region], *, category: str, bar: float = BAR
) -> Iterator[Match]:
    """Yield the sentences without a flagged word that are likelier than `bar` to claim too much."""
    if not document.text.strip():
        return
    scores = judge.scores(document, category)
    for number, sentence in enumerate(document.sentences):
        if judge.probability(scores[number], category) < bar or _touches(flagged, sentence.region):
            continue
        if len(sentence.text.split()) < _SHORTEST or _is_innocent(document, sentence.region):
            continue
        opinion = judge.opinion(document, number, scores[number], category)
        if any(CONTEXTS[name](document, opinion.region) for name in _SILENT_WORDS):
            continue
        words = {
            "name": _NAMES[opinion.label.partition(".")[2]],
            "words": ", ".join(f"“{word}”" for word in opinion.words),
        }
        yield Match(opinion.region, words, label=opinion.label)


def _touches(flagged: Sequence[Region], sentence: Region) -> bool:
    place = bisect_left(flagged, Region(sentence.start, sentence.start))
    near = flagged[max(0, place - 1) : place + 1]
    return any(region.overlaps(sentence) for region in near)


def _is_innocent(document: Document, sentence: Region) -> bool:
    block = document.block_at(sentence.start)
    if block.kind == "reference" or len(block.text) > _LONGEST_BLOCK:
        return True
    return any(CONTEXTS[name](document, sentence) for name in _SILENT)


def _rule(category: str, bad: tuple[str, ...], good: tuple[str, ...]) -> Rule:
    return Rule(
        id=f"{category}.second-reader",
        label=None,
        message="“{text}” reads like {name}; what weighs most: {words}.",
        severity="note",
        needs="judgement",
        why=(
            "No rule knows this wording, but a model that was trained on thousands of sentences finds it "
            "alike to claims that promise more than evidence can carry. It may be wrong: read the sentence "
            "as a doubting reader would."
        ),
        advice="Say what was found, in whom and by which source; leave it if it promises nothing.",
        sources=("us-hpcg",),
        bad=bad,
        good=good,
        probes=(),
        second_look=partial(look, category=category),
        options={"bar": Option("bar", float, BAR)},
        origin=__name__,
    )


SECOND_READER_RULES: tuple[Rule, ...] = (
    _rule(
        "overclaim",
        bad=(
            "[[One spoonful at breakfast and your knees remember how to dance]].",
            "[[Leave the walking stick at home and race the grandchildren to the beach]].",
        ),
        good=(
            "Take one spoonful at breakfast with a glass of water.",
            "Bring your walking stick and a list of your medicines.",
        ),
    ),
)
"""What the second reader reports; figures without support are found by rules well enough."""
