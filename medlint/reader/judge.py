"""What the model makes of a sentence: how likely it claims too much, of which kind, and by which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from math import exp

from medlint.model import Document, Passage, Region
from medlint.reader.features import (
    Feature,
    company,
    features,
    length_weight,
    neighbours,
    of_word,
    tokens,
    words_of,
)
from medlint.reader.weights import Head, Weights, load

CATEGORIES = ("overclaim", "statistic")

_PAGE_WEIGHT = 0.6  # how much the company of the whole page counts
_PAGE_SENTENCES = 8.0  # sentences after which the page's tone is half known
_HOPELESS = -1.0  # score of the words by themselves
_WORDS_SHOWN = 3
_MOST_WORDS = 65_536  # that a table remembers


@dataclass(frozen=True)
class Opinion:
    """What the model makes of one sentence."""

    region: Region  # of the words that tip it
    probability: float  # calibrated, from 0 to 1
    label: str  # the likeliest kind
    words: tuple[str, ...]  # that weigh most, heaviest first


def scores(document: Document, category: str) -> tuple[float, ...]:
    """Return the score of every sentence, the tone of the page included; in reading order."""
    words = document.derived(_all_words)
    in_company = _table(category, _in_company)
    around = [sum(map(in_company.__getitem__, sorted(set(own)))) for own in words]
    own = [_score(category, each) for each in words]
    for number in range(len(own)):
        own[number] += sum(around[other] for other in (number - 1, number + 1) if 0 <= other < len(around))
    total = sum(own)
    return tuple(score + _tone(total - score, len(own) - 1) for score in own)


def score_of_rest(document: Document, number: int, score: float, rest: Region, category: str) -> float:
    """Return the score that a stretch of a sentence would have in the company of the whole sentence."""
    whole = document.sentences[number].region
    return score - _score(category, _words_in(document, whole)) + _score(category, _words_in(document, rest))


def probability(score: float, category: str) -> float:
    """Return the calibrated probability of a score."""
    head = load().categories[category]
    return 1 / (1 + exp(-(head.slope * score + head.offset)))


def opinion(document: Document, stretch: Region, score: float, category: str) -> Opinion:
    """Return what the model makes of a sentence or of a stretch of one, given its score."""
    weights = load()
    found = tokens(document.folded[stretch.start : stretch.end])
    shares = _shares(weights.categories[category], [word for word, _, _ in found])
    first, last = _heaviest_stretch(shares)
    shift = stretch.start
    ranked = sorted(range(len(found)), key=lambda place: (-shares[place], place))
    heavy = (document.text[shift + found[n][1] : shift + found[n][2]] for n in ranked if shares[n] > 0)
    return Opinion(
        region=Region(shift + found[first][1], shift + found[last][2]),
        probability=probability(score, category),
        label=_kind(weights, category, [word for word, _, _ in found]),
        words=tuple(dict.fromkeys(heavy))[:_WORDS_SHOWN],
    )


def sentence_shares(sentence: Passage, category: str) -> tuple[tuple[str, float], ...]:
    """Return each word of a sentence with what it adds to the score, in reading order."""
    found = tokens(sentence.text.lower())
    shares = _shares(load().categories[category], [word for word, _, _ in found])
    return tuple(
        (sentence.text[start:end], share) for (_, start, end), share in zip(found, shares, strict=True)
    )


def _all_words(document: Document) -> tuple[tuple[str, ...], ...]:
    return tuple(_words_in(document, sentence.region) for sentence in document.sentences)


def _words_in(document: Document, region: Region) -> tuple[str, ...]:
    return words_of(document.folded[region.start : region.end])


def _score(category: str, words: Sequence[str]) -> float:
    """Return the score of a sentence by itself; what a word adds wherever it stands is counted once."""
    head = load().categories[category]
    weights = head.weights
    alone = sum(map(_table(category, _alone).__getitem__, words))
    by_itself = alone / length_weight(words) + head.bias
    if by_itself < _HOPELESS:  # what the words do together seldom lifts such a sentence to the bar
        return by_itself
    joint = 0.0
    for found in neighbours(words, load().classes):
        for place, value in found:
            joint += weights[place] * value
    return (alone + head.scale * joint) / length_weight(words) + head.bias


class _Table(dict[str, float]):
    """What words add to a score, each worked out once: a lookup is all that most words cost."""

    def __init__(self, make: Callable[[str], float]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> float:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = made = self._make(word)
        return made


@cache
def _table(category: str, make: Callable[[str, str], float]) -> _Table:
    return _Table(partial(make, category))


def _alone(category: str, word: str) -> float:
    head = load().categories[category]
    kind = load().classes.get(word)
    return head.scale * _weighed(head.weights, of_word(word, kind))


def _in_company(category: str, word: str) -> float:
    head = load().categories[category]
    return head.scale * _weighed(head.weights, company([word]))


def _weighed(weights: memoryview, found: Iterable[Feature]) -> float:
    total = 0.0
    for place, value in found:
        total += weights[place] * value
    return total


def _tone(others: float, count: int) -> float:
    """Return what the other sentences of the page add: a page that sells sells in this sentence too."""
    return _PAGE_WEIGHT * others / (count + _PAGE_SENTENCES)


def _shares(head: Head, words: Sequence[str]) -> list[float]:
    """Return what each word adds to the score."""
    factor = head.scale / length_weight(words)
    weights, mask = head.weights, len(head.weights) - 1
    return [
        factor * sum(weights[place & mask] * value for place, value in found)
        for _, found in features(words, load().classes)
    ]


def _heaviest_stretch(shares: Sequence[float]) -> tuple[int, int]:
    """Return first and last word of the stretch whose shares add up to most."""
    best, best_first, best_last = float("-inf"), 0, max(0, len(shares) - 1)
    total, first = 0.0, 0
    for place, share in enumerate(shares):
        if total <= 0:
            total, first = 0.0, place
        total += share
        if total > best:
            best, best_first, best_last = total, first, place
    return best_first, best_last


def _kind(weights: Weights, category: str, words: Sequence[str]) -> str:
    """Return the likeliest kind of a claim."""
    of_category = [label for label in weights.kinds if label.startswith(f"{category}.")]
    return max(
        of_category,
        key=lambda label: (sum(_shares(weights.kinds[label], words)) + weights.kinds[label].bias, label),
    )
