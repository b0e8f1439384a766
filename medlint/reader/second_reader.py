"""The second reader as rules: what it reports where no rule fired, and when it keeps silent."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from medlint.context import CONTEXTS
from medlint.model import Document, Match, Region
from medlint.reader import judge
from medlint.reader.features import words_of
from medlint.rule import Option, Rule

BAR = 0.75
"""The probability from which the second reader reports."""

REST_BAR = BAR - 0.1
"""The probability for what a rule has left of a sentence: it lacks the words that tipped the rule."""

NEARLY_SURE = 0.02
"""The probability below which a rule's finding counts one level less; measured in `benchmarks/eval.md`."""

_SILENT = ("question", "refuted", "mentioned", "cited", "advice", "defined", "under-sources")
_SILENT_WORDS = ("negated", "hedged", "conditional", "fixed-term")  # asked of the words that tip the sentence
_LONGEST_BLOCK = 20_000  # characters: no paragraph is longer, and contexts look through all of it
_SHORTEST = 3  # words; shorter sentences say too little to judge
_SHORTEST_REST = 4
_MOST_CAPITAL = 0.5  # of the words; beyond it they are a name
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
    scores = document.derived(_scores(category))
    for number, sentence in enumerate(document.sentences):
        score = scores[number]
        inside = _inside(flagged, sentence.region)
        if judge.probability(score, category) < bar or _is_innocent(document, sentence.region):
            continue
        for stretch in _rest(document, sentence.region, inside):
            if inside:
                score = judge.score_of_rest(document, number, scores[number], stretch, category)
            found = _match(document, stretch, score, category, min(bar, REST_BAR) if inside else bar)
            if found:
                yield found


def doubt(document: Document, region: Region, *, category: str) -> str | None:
    """Return why the words of a region are likely innocent, or nothing."""
    scores = document.derived(_scores(category))
    sentences = document.sentences
    place = bisect_right(sentences, region.start, key=lambda sentence: sentence.region.start) - 1
    likely = judge.probability(scores[place], category)
    while place + 1 < len(sentences) and sentences[place + 1].region.start < region.end:
        place += 1
        likely = max(likely, judge.probability(scores[place], category))
    if likely >= NEARLY_SURE:
        return None
    return f"One level less: the second reader finds the sentence innocent ({1 - likely:.0%} sure)."


@cache
def _scores(category: str) -> Callable[[Document], tuple[float, ...]]:
    """Return what makes a document's scores; the same object each time, so that they are made once."""
    return partial(judge.scores, category=category)


def _match(document: Document, stretch: Region, score: float, category: str, bar: float) -> Match | None:
    if judge.probability(score, category) < bar:
        return None
    opinion = judge.opinion(document, stretch, score, category)
    if any(CONTEXTS[name](document, opinion.region) for name in _SILENT_WORDS):
        return None
    if _is_name(document, opinion.region):
        return None
    words = {
        "name": _NAMES[opinion.label.partition(".")[2]],
        "words": ", ".join(f"“{word}”" for word in opinion.words),
    }
    return Match(opinion.region, words, label=opinion.label)


def _is_name(document: Document, region: Region) -> bool:
    """Find "National Institute of Hollow Bones"; in a heading all words may be capital."""
    words = document.text[region.start : region.end].split()
    capital = sum(word[:1].isupper() for word in words)
    return document.block_at(region.start).kind != "heading" and capital > _MOST_CAPITAL * len(words)


def _inside(flagged: Sequence[Region], sentence: Region) -> Sequence[Region]:
    """Return the flagged regions that touch the sentence."""
    place = max(0, bisect_left(flagged, Region(sentence.start, sentence.start)) - 1)
    found = []
    while place < len(flagged) and flagged[place].start < sentence.end:
        if flagged[place].overlaps(sentence):
            found.append(flagged[place])
        place += 1
    return found


def _rest(document: Document, sentence: Region, flagged: Sequence[Region]) -> Iterator[Region]:
    """Yield the stretches of a sentence between the words that a rule has flagged."""
    start = sentence.start
    for region in (*flagged, Region(sentence.end, sentence.end)):
        end = min(region.start, sentence.end)
        if len(words_of(document.folded[start:end])) >= (_SHORTEST_REST if flagged else _SHORTEST):
            yield Region(start, end)
        start = max(start, region.end)


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
        doubt=partial(doubt, category=category) if category == "overclaim" else None,
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
    _rule(
        "statistic",
        bad=(
            "[[Of ten hearts that come to us, nine beat in step again]].",
            "[[More than half a million smiles were born in our rooms]].",
        ),
        good=(
            "Take ten drops with half a glass of water.",
            "The clinic has nine rooms and half a floor for the children.",
        ),
    ),
)
"""What the second reader reports."""
