"""The words of a page as codes, and where patterns over them stand; see `word_codes` for the patterns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from medlint import tag_patterns
from medlint.model import Document, Kind, Passage, Region
from medlint.noun_phrases import Sentence
from medlint.part_of_speech.tagger import tags_of
from medlint.pattern_needs import Pair, neighbours
from medlint.word_codes import LETTERS, code_of, is_open, letters_of, lists, name_code, pattern

__all__ = [
    "LETTERS",
    "Spot",
    "TagSpot",
    "Tagged",
    "headings",
    "letters_of",
    "lists",
    "opened_by",
    "running",
    "spots",
    "tag_spots",
    "tagged_in",
    "tagged_sentence",
    "tagged_where",
]

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_BREAK = re.compile("\n")
_NAMES = ("may", "will")  # with a capital inside a sentence a month and a man
_RUNNING: frozenset[Kind] = frozenset(("paragraph", "list-item", "quote", "footnote", "caption"))


@dataclass(frozen=True, eq=False)
class Tagged:
    """Sentences as codes, and where their words stand."""

    codes: str  # "\n" between sentences
    starts: tuple[int, ...]  # by code, characters of the document; of "\n" the end of the sentence
    ends: tuple[int, ...]
    names: frozenset[int]  # ends of words with a capital inside their sentence

    def region(self, first: int, last: int) -> Region:
        """Return the characters of the words from `first` to `last`, which is excluded."""
        return Region(self.starts[first], self.ends[last - 1])


def running(document: Document) -> Tagged:
    """Return the sentences of running text: no headings, tables and references."""
    blocks = (block for block in document.blocks if block.kind in _RUNNING)
    return _tagged(document, chain.from_iterable(document.sentences_of(block) for block in blocks))


def headings(document: Document) -> Tagged:
    """Return the sentences of headings."""
    blocks = (block for block in document.blocks if block.kind == "heading")
    return _tagged(document, chain.from_iterable(document.sentences_of(block) for block in blocks))


@dataclass(frozen=True, eq=False)
class Spot:
    """Where a pattern stands, word by word."""

    document: Document
    tagged: Tagged
    found: re.Match[str]

    def region(self, group: str | int = 0) -> Region:
        """Return the characters of a group, by default `flagged` where the pattern has it."""
        if group == 0 and "flagged" in self.found.re.groupindex:
            group = "flagged"
        return self.tagged.region(*self.span(group))

    def span(self, group: str | int = 0) -> tuple[int, int]:
        """Return the words of a group as numbers of codes, the end excluded."""
        return self.found.span(group)

    def text(self, group: str | int = 0) -> str:
        """Return the words of a group as the page has them, "" where it took no part."""
        if group != 0 and self.found.start(group) in (-1, self.found.end(group)):
            return ""
        region = self.region(group)
        return self.document.text[region.start : region.end]

    def before(self, group: str | int = 0) -> str:
        """Return the sentence up to a group, folded."""
        start = self.region(group).start
        first = self.tagged.codes.rfind("\n", 0, self.span()[0]) + 1
        return self.document.folded[self.tagged.starts[first] : start]

    def behind(self) -> str:
        """Return the rest of the sentence behind the pattern, folded."""
        end = self.span()[1]
        last = self.tagged.codes.find("\n", end)
        return self.document.folded[self.tagged.ends[end - 1] : self.tagged.ends[last]]


def spots(document: Document, *patterns: str) -> Iterator[Spot]:
    """Yield where patterns stand in the running text, in the order of the patterns."""
    tagged = document.derived(running)
    for text in patterns:
        for found in pattern(text).finditer(tagged.codes):
            yield Spot(document, tagged, found)


@dataclass(frozen=True, eq=False)
class TagSpot(Spot):
    """Where a pattern of `tag_patterns` stands, which has two characters for each word."""

    first: int  # the sentence's first word, among all codes

    def span(self, group: str | int = 0) -> tuple[int, int]:
        """Return the words of a group as numbers of codes."""
        start, end = self.found.span(group)
        return self.first + start // 2, self.first + end // 2


def tag_spots(document: Document, *patterns: str) -> Iterator[TagSpot]:
    """Yield where patterns of `tag_patterns` stand in the running text, in the order of the patterns."""
    tagged = document.derived(running)
    bounds = document.derived(_bounds)
    for text in patterns:
        last = -1
        if not tag_patterns.may_stand(text, lambda: document.derived(_neighbours)):
            continue
        for maybe in tag_patterns.loose(text).finditer(tagged.codes):
            number = bisect_right(bounds, maybe.start()) - 1
            if number == last:
                continue
            last = number
            for found in tag_patterns.pattern(text).finditer(_written(document, number)):
                yield TagSpot(document, tagged, found, bounds[number])


def tagged_sentence(document: Document, number: int) -> Sentence:
    """Return a sentence of the running text with its tags; sentences are counted from 0."""
    known = document.derived(_known_sentences)
    if number not in known:
        tagged = document.derived(running)
        first, last = _span(document, number)
        places = list(zip(tagged.starts[first:last], tagged.ends[first:last], strict=True))
        words = [document.folded[start:end] for start, end in places]
        names = frozenset(index for index, (_, end) in enumerate(places) if end in tagged.names)
        tags = tags_of((word, index in names) for index, word in enumerate(words))
        known[number] = Sentence(words, tags, places, names)
    return known[number]


def tagged_in(document: Document, block: Passage) -> Iterator[Sentence]:
    """Yield the sentences of a block of running text, with their tags."""
    starts = document.derived(_sentence_starts)
    first = bisect_left(starts, block.region.start)
    last = bisect_left(starts, block.region.end)
    return (tagged_sentence(document, number) for number in range(first, last))


def _sentence_starts(document: Document) -> Sequence[int]:
    tagged = document.derived(running)
    return [tagged.starts[first] for first in document.derived(_bounds)[:-1]]


def _span(document: Document, number: int) -> tuple[int, int]:
    """Return the words of a sentence as numbers of codes, the end excluded."""
    bounds = document.derived(_bounds)
    return bounds[number], bounds[number + 1] - 1


def tagged_where(document: Document, *patterns: str) -> Iterator[Sentence]:
    """Yield the sentences in which one of the patterns of `word_codes` stands, with their tags."""
    bounds = document.derived(_bounds)
    codes = document.derived(running).codes
    numbers = {
        bisect_right(bounds, found.start()) - 1
        for text in patterns
        for found in pattern(text).finditer(codes)
    }
    return (tagged_sentence(document, number) for number in sorted(numbers))


def opened_by(document: Document, words: Set[str], longest: int) -> Iterator[Sentence]:
    """Yield the sentences of so many words at most that one of `words` opens, with their tags."""
    tagged = document.derived(running)
    bounds = document.derived(_bounds)
    for number, first in enumerate(bounds[:-1]):
        is_short = bounds[number + 1] - 1 - first <= longest
        if is_short and document.folded[tagged.starts[first] : tagged.ends[first]] in words:
            yield tagged_sentence(document, number)


def _written(document: Document, number: int) -> str:
    known = document.derived(_known_written)
    if number not in known:
        first, last = _span(document, number)
        codes = document.derived(running).codes[first:last]
        known[number] = tag_patterns.written(codes, tagged_sentence(document, number).tags)
    return known[number]


def _bounds(document: Document) -> Sequence[int]:
    """Return where each sentence begins, and behind the last one where the next would."""
    codes = document.derived(running).codes
    return [0, *(found.end() for found in _BREAK.finditer(codes))]


def _neighbours(document: Document) -> Sequence[Pair]:
    return neighbours(document.derived(running).codes)


def _known_sentences(_: Document) -> dict[int, Sentence]:
    return {}  # by number, filled when asked for


def _known_written(_: Document) -> dict[int, str]:
    return {}  # in the same way


def _tagged(document: Document, sentences: Iterator[Passage]) -> Tagged:
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    names: set[int] = set()
    text, folded = document.text, document.folded
    name = name_code()
    for sentence in sentences:
        is_first = True
        end = sentence.region.end
        for found in _TOKEN.finditer(text, sentence.region.start, end):
            first, last = found.span()
            word = folded[first:last]
            code = code_of(word)
            shown = text[first:last]
            is_name = shown != word and (not is_first or shown[1:] != word[1:])
            if is_name:
                names.add(last)
                if is_open(code) or word in _NAMES:
                    code = name
            codes.append(code)
            starts.append(first)
            ends.append(last)
            is_first = is_first and not word[0].isalnum()
        codes.append("\n")
        starts.append(end)
        ends.append(end)
    return Tagged("".join(codes), tuple(starts), tuple(ends), frozenset(names))
