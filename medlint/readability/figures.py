"""Counts of a page and the reading grades that five formulas make of them.

A grade is a year of school in the United States. Sentences and words are medlint's own, so that "e.g.",
"2.5 mg" and the items of a list do not make false sentences; headings, table cells, quotations and
sources do not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

from medlint.model import Document, Passage
from medlint.page.kind import prose
from medlint.readability.syllables import syllables

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONG = 3  # syllables from which SMOG and Gunning Fog count a word as hard


@dataclass(frozen=True)
class Figures:
    """Counts of a page; a page without a sentence has zeros."""

    sentences: int
    words: int
    letters: int
    syllables: int
    long_words: int  # of three syllables or more

    @property
    def words_a_sentence(self) -> float:
        """Mean length of a sentence, in words."""
        return self.words / max(1, self.sentences)

    @property
    def flesch_kincaid(self) -> float:
        """Flesch-Kincaid grade (Kincaid et al., 1975)."""
        return 0.39 * self.words_a_sentence + 11.8 * self._a_word(self.syllables) - 15.59

    @property
    def gunning_fog(self) -> float:
        """Gunning Fog index (Gunning, 1952); every word of three syllables counts."""
        return 0.4 * (self.words_a_sentence + 100 * self._a_word(self.long_words))

    @property
    def smog(self) -> float:
        """SMOG grade (McLaughlin, 1969), by its formula for any number of sentences."""
        return 1.043 * sqrt(self.long_words * 30 / max(1, self.sentences)) + 3.1291

    @property
    def coleman_liau(self) -> float:
        """Coleman-Liau index (Coleman and Liau, 1975)."""
        return 5.88 * self._a_word(self.letters) - 29.6 / max(1.0, self.words_a_sentence) - 15.8

    @property
    def automated(self) -> float:
        """Automated Readability Index (Smith and Senter, 1967)."""
        return 4.71 * self._a_word(self.letters) + 0.5 * self.words_a_sentence - 21.43

    @property
    def grades(self) -> dict[str, float]:
        """All five grades by the name of their formula."""
        return {
            "Flesch-Kincaid": self.flesch_kincaid,
            "Gunning Fog": self.gunning_fog,
            "SMOG": self.smog,
            "Coleman-Liau": self.coleman_liau,
            "ARI": self.automated,
        }

    @property
    def grade(self) -> float:
        """The middle one of the five; no formula alone is reliable on a short page."""
        return max(0.0, median(self.grades.values()))

    def _a_word(self, number: int) -> float:
        return number / max(1, self.words)


def figures(document: Document) -> Figures:
    """Return the counts of a page, computed once."""
    return document.derived(_figures)


def _figures(document: Document) -> Figures:
    return counted(
        [found for each in prose(document) if (found := words_of(each)) and _is_sentence(document, each)]
    )


def counted(sentences: Sequence[Sequence[str]]) -> Figures:
    """Return the counts of sentences, each given as its words."""
    lengths = [syllables(word) for sentence in sentences for word in sentence]
    return Figures(
        sentences=len(sentences),
        words=len(lengths),
        letters=sum(len(word) for sentence in sentences for word in sentence),
        syllables=sum(lengths),
        long_words=sum(length >= _LONG for length in lengths),
    )


def words_of(sentence: Passage) -> list[str]:
    """Return the words of a sentence; figures and signs are none."""
    return _WORD.findall(sentence.text)


def _is_sentence(document: Document, sentence: Passage) -> bool:
    """Say whether a passage is a sentence, or an item of a list that is as long as one."""
    return document.block_at(sentence.region.start).kind != "table-cell"
