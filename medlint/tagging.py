"""The words of a page as codes, and where patterns over them stand; see `word_codes` for the patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from medlint.model import Document, Kind, Passage, Region
from medlint.word_codes import LETTERS, code_of, is_open, letters_of, lists, name_code, pattern

__all__ = ["LETTERS", "Spot", "Tagged", "headings", "letters_of", "lists", "running", "spots"]

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_NAMES = ("may", "will")  # with a capital inside a sentence a month and a man
_RUNNING: frozenset[Kind] = frozenset(("paragraph", "list-item", "quote", "footnote", "caption"))


@dataclass(frozen=True, eq=False)
class Tagged:
    """Sentences as codes, and where their words stand."""

    codes: str  # "\n" between sentences
    starts: tuple[int, ...]  # by code, characters of the document; of "\n" the end of the sentence
    ends: tuple[int, ...]

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
        return self.tagged.region(*self.found.span(group))

    def text(self, group: str | int = 0) -> str:
        """Return the words of a group as the page has them, "" where it took no part."""
        if group != 0 and self.found.start(group) in (-1, self.found.end(group)):
            return ""
        region = self.region(group)
        return self.document.text[region.start : region.end]

    def before(self, group: str | int = 0) -> str:
        """Return the sentence up to a group, folded."""
        start = self.region(group).start
        first = self.tagged.codes.rfind("\n", 0, self.found.start()) + 1
        return self.document.folded[self.tagged.starts[first] : start]

    def behind(self) -> str:
        """Return the rest of the sentence behind the pattern, folded."""
        last = self.tagged.codes.find("\n", self.found.end())
        return self.document.folded[self.tagged.ends[self.found.end() - 1] : self.tagged.ends[last]]


def spots(document: Document, *patterns: str) -> Iterator[Spot]:
    """Yield where patterns stand in the running text, in the order of the patterns."""
    tagged = document.derived(running)
    for text in patterns:
        for found in pattern(text).finditer(tagged.codes):
            yield Spot(document, tagged, found)


def _tagged(document: Document, sentences: Iterator[Passage]) -> Tagged:
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
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
            if is_name and (is_open(code) or word in _NAMES):
                code = name
            codes.append(code)
            starts.append(first)
            ends.append(last)
            is_first = is_first and not word[0].isalnum()
        codes.append("\n")
        starts.append(end)
        ends.append(end)
    return Tagged("".join(codes), tuple(starts), tuple(ends))
