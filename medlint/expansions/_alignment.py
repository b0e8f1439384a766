"""The stretch of words that the letters of a short form fit best, by what each letter costs.

A letter that begins a word costs nothing, one inside a word something, a word without a letter more, and
a word behind the last letter most. The costs are our own, set on biomedical abstracts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from medlint.expansions._words import FINITE, Word
from medlint.model import Region

NEVER = 99.0
EXACT = 1.5
"""The bar for words that stand in two places: nothing but letters that begin words, or nearly so."""

_NEXT, _LATER, _MIDDLE = 0.3, 0.6, 1.5  # a letter behind the last one, further on, of a word not begun
_OMITTED_LETTER = 0.8
_SMALL_WORD, _JOINED_WORD, _WORD, _WORD_BEHIND = 0.15, 0.8, 1.2, 1.6


def longest_fit(short: str, words: Sequence[Word], bar: float | None = None) -> Region | None:
    """Return the cheapest stretch of words up to the last one, if it is cheap enough."""
    letters = letters_of(short)
    fit = _Fit(letters, words)
    limit = _bar(short, letters) if bar is None else bar
    best: tuple[float, int] | None = None
    for number in range(len(words) - 1, -1, -1):
        if words[number].is_aside or not letters or words[number].text[0] != letters[0]:
            continue
        cost = fit.from_first(number)
        if cost <= limit and (best is None or cost < best[0]):
            best = cost, number
    return Region(words[best[1]].start, words[-1].end) if best else None


def whole_fit(short: str, words: Sequence[Word]) -> Region | None:
    """Return all the words, if the letters fit them from first to last."""
    letters = letters_of(short)
    if not words or not letters or words[0].text[0] != letters[0]:
        return None
    if _Fit(letters, words).from_first(0) > _bar(short, letters):
        return None
    return Region(words[0].start, words[-1].end)


def letters_of(short: str) -> str:
    """Return the letters and digits of a short form, in lower case."""
    return "".join(character for character in short.lower() if character.isalnum())


def _bar(short: str, letters: str) -> float:
    """Return the highest cost at which words are believed to be the long form."""
    if len(letters) == 1:
        return 0.0
    return 1.3 if short.islower() else 1.8 + len(letters) - 2


@dataclass(frozen=True)
class _Fit:
    """Letters and words, and what was found to be the least cost of the rest of both."""

    letters: str
    words: Sequence[Word]
    known: dict[tuple[int, int], float] = field(default_factory=dict)

    def from_first(self, number: int) -> float:
        """Return the least cost if the first letter begins that word."""
        return self._taking(number, 0, is_first=True)

    def _least(self, number: int, done: int) -> float:
        """Return the least cost of the letters from `done` on in the words from `number` on."""
        place = number, done
        if place not in self.known:
            self.known[place] = self._computed(number, done)
        return self.known[place]

    def _computed(self, number: int, done: int) -> float:
        if number == len(self.words):
            return self._at_the_end(done)
        best = self._skipping(self.words[number], done) + self._least(number + 1, done)
        if done < len(self.letters) and self._may_go(done):
            best = min(best, _OMITTED_LETTER + self._least(number, done + 1))
        return min(best, self._taking(number, done))

    def _taking(self, number: int, done: int, *, is_first: bool = False) -> float:
        """Return the least cost if the word stands for one letter or more."""
        best = NEVER
        for taken in range(1, len(self.letters) - done + 1):
            cost = _inside(self.letters[done : done + taken], self.words[number], is_first=is_first)
            if cost >= NEVER:
                break
            best = min(best, cost + self._least(number + 1, done + taken))
        return best

    def _at_the_end(self, done: int) -> float:
        if done == len(self.letters):
            return 0.0
        return _OMITTED_LETTER if done == len(self.letters) - 1 and self._may_go(done) else NEVER

    def _skipping(self, word: Word, done: int) -> float:
        if word.text in FINITE:
            return NEVER
        if word.is_aside:
            return 0.0
        if word.is_small:
            return _SMALL_WORD
        if done == len(self.letters):
            return _WORD_BEHIND
        return _JOINED_WORD if word.is_joined else _WORD

    def _may_go(self, place: int) -> bool:
        """Say whether no word need stand for a letter: the only digit of "N2O", the x of "Rx"."""
        letter = self.letters[place]
        if letter.isdigit():
            return sum(each.isdigit() for each in self.letters) == 1
        return letter == "x" and place == len(self.letters) - 1


def _inside(letters: str, word: Word, *, is_first: bool) -> float:
    """Return what it costs that a word gives these letters."""
    cost, at = 0.0, 0
    if word.text[0] != letters[0]:
        at = word.text.find(letters[0], 2)
        if is_first or at < 0 or word.ends_phrase:
            return NEVER
        cost = _MIDDLE
    for letter in letters[1:]:
        found = word.text.find(letter, at + 1)
        if found < 0:
            return NEVER
        cost += _NEXT if found == at + 1 else _LATER
        at = found
    return cost
