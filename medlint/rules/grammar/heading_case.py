"""Headings of one page follow one habit: “What to bring” or “What to Bring”.

A mixture tells that the page was put together from several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import CAPITALS, small_words, words

_WORD = re.compile(r"(?<![\w.@/&-])[A-Za-z][a-z]+(?:['’][a-z]+)?(?![\w.@/])(?!-)")
_ARTICLES = frozenset(
    ("the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or")
)
_STARTS_ANEW = re.compile(r"(?:[:.?!–—¤]|\d) $")  # also a unit of measure
_LATIN = ("situ", "vitro", "vivo", "utero")
_FEWEST = 3  # headings from which a page has a habit
_SHARE = 3  # other headings to one odd heading, at least


class _Heading(NamedTuple):
    """A heading with its words that count, the first word left out."""

    block: Passage
    capitals: tuple[Region, ...]
    small: tuple[Region, ...]

    @property
    def habit(self) -> str:
        """Title, sentence, mixed, or nothing where no word tells."""
        if self.capitals and self.small:
            return "mixed"
        return "title" if self.capitals else "sentence" if self.small else ""


def _page(*headings: str) -> str:
    """Return an example: a page with these headings."""
    return "\n\n".join(f"## {heading}\n\nAsk about the treatment." for heading in headings)


@rule(
    id="grammar.heading-case",
    label="grammar.capitalisation",
    severity="note",
    needs="wording",
    fix="unsafe",
    message="“{text}” does not follow the capitals of the other headings.",
    advice="Write all headings of a page in one way.",
    sources=(CAPITALS,),
    scope="document",
    bad=(
        "# Zelpax\n\n## What are [[The]] risks of tablets\n\nSome.",
        _page(
            "What Is Zelpax For", "How Is the Treatment [[given]]", "Where Are the Risks", "When to Call Us"
        ),
        _page("How it works", "Why you wait", "What the [[Treatment]] does at home", "Where to call"),
    ),
    good=(
        _page("What Is Zelpax", "How It Works", "Where to Call", "The Risks of Tablets"),
        _page("What is Zelpax for", "How it works", "Where Zelpax is made", "Why wait"),
        _page("The Benefits Of Rest", "The Risks Of Rest"),
        _page(
            "About the United States", "What the state states", "What to bring", "How it works", "Who pays"
        ),
        "## Staying at The Royal Marsh",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield words of headings, or whole headings, that break the habit of the page."""
    headings = [_read(block) for block in document.blocks if block.kind == "heading"]
    for heading in headings:
        yield from _stray_article(heading)
    habits = [heading.habit for heading in headings if heading.habit]
    titles, sentences = habits.count("title"), habits.count("sentence")
    if titles >= _FEWEST and titles >= _SHARE * (len(habits) - titles):
        for heading in headings:
            if heading.habit == "mixed" and _any_common(document, heading.capitals):
                yield from map(_match, heading.small)
    elif sentences >= _FEWEST and sentences >= _SHARE * (len(habits) - sentences):
        for heading in headings:
            if heading.habit == "mixed":
                yield from map(_match, (word for word in _alone(heading) if _is_common(document, word)))


def _read(block: Passage) -> _Heading:
    shown = [
        Region(block.region.start + found.start(), block.region.start + found.end())
        for found in _WORD.finditer(block.text)
        if found.start() and not _STARTS_ANEW.search(block.text, 0, found.start())
    ]
    text = block.text
    counted = [
        word for word in shown if text[_inside(block, word)].lower() not in words("heading-small-words")
    ]
    capitals = tuple(word for word in counted if text[word.start - block.region.start].isupper())
    small = tuple(word for word in counted if word not in capitals)
    return _Heading(block, capitals, small)


def _inside(block: Passage, word: Region) -> slice:
    return slice(word.start - block.region.start, word.end - block.region.start)


def _stray_article(heading: _Heading) -> Iterator[Match]:
    """Yield an article with a capital in a heading whose other small words have none."""
    text = heading.block.text
    found = list(_WORD.finditer(text))[1:]
    small = [word for word in found if word[0].lower() in words("heading-small-words")]
    odd = [word for word in small if word[0][0].isupper() and word[0].lower() in _ARTICLES]
    usual = [word for word in small if word[0][0].islower()]
    for word in odd:
        if len(usual) > len(odd) and not text[word.end() + 1 :].lower().startswith(_LATIN):
            start = heading.block.region.start + word.start()
            yield Match(Region(start, start + len(word[0])), suggestions=(word[0].lower(),))


def _match(word: Region) -> Match:
    return Match(word)


def _alone(heading: _Heading) -> Iterator[Region]:
    """Yield the capitals without another beside them: two in a row are a name ("United States")."""
    for word in heading.capitals:
        if not any(
            abs(other.start - word.end) == 1 or abs(word.start - other.end) == 1 for other in heading.capitals
        ):
            yield word


def _any_common(document: Document, words: tuple[Region, ...]) -> bool:
    return any(_is_common(document, word) for word in words)


def _is_common(document: Document, word: Region) -> bool:
    """Say whether the page also writes a word with a small letter: then it is no name."""
    one = document.text[word.start : word.end].lower().removesuffix("s")
    return not document.derived(small_words).isdisjoint((one, f"{one}s"))
