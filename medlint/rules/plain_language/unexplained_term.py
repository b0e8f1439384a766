"""A medical word that nobody explains shuts out the readers for whom the page is meant.

Doctors may use the word, and readers may have to learn it; so keep it, and say once what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from medlint import config
from medlint.context import defined, quoted
from medlint.lexicons import normalised
from medlint.model import Document, Match, Region
from medlint.rule import rule

_CUE = re.compile(
    r"\b(?:called|known as|termed|named|that is|i\.e|means?|meaning|refers? to|in other words|in short"
    r"|short for|medical (?:term|word|name)|stands? for"
    r"|so called|is when|are when|describes?)\b"
)
_BEHIND = re.compile(
    r"[\"')]*\s?(?:\(|, (?:an?|the|or|which|that|when|where|in which|also) |,? or |: |  | (?:is|are|was"
    r"|were) (?:an?|the|when|one|what|any|like) )"
)
_BEFORE = re.compile(r"(?:\(|, or |\bor (?:an? |the )?|\band other |\bsuch as )[\"']?(?:an? |the )?$")
_SMALL = frozenset(
    [
        "with",
        "from",
        "that",
        "into",
        "much",
        "very",
        "many",
        "some",
        "through",
        "when",
        "where",
        "which",
        "part",
        "parts",
        "their",
        "them",
        "your",
        "this",
        "most",
        "more",
        "less",
        "after",
        "before",
    ]
)
_STEM = 5  # letters by which two forms of a word are the same
_PASSED_OVER = ("heading", "reference", "quote", "footnote", "caption", "alt-text")


@dataclass(frozen=True)
class _Term:
    name: str  # as the list has it first: forms of one word share it
    plain: tuple[str, ...]


@rule(
    id="plain-language.unexplained-term",
    severity="note",
    not_for=("professional",),
    needs="wording",
    message="“{text}” is not explained where it first stands. In plain words: {plain}.",
    advice="Use the plain words, or add them in brackets behind the medical one.",
    sources=("us-plain", "uk-nhsaz", "us-pemat"),
    scope="document",
    bad=(
        "You may notice [[oedema]] of the feet.",
        "The surgeon removes the clot by [[thrombolysis]]. Then you rest, and thrombolysis is over.",
        "The rash comes with [[pruritus]] and [[pyrexia]].",
    ),
    good=(
        "You may notice swelling (oedema) of the feet.",
        "Oedema is a swelling of the feet.",
        "The clot is treated by thrombolysis, a medicine that dissolves it.",
        "Ask at the Hollowbrook Renal Unit.",
        "Doctors speak of pruritus. That is the medical word for itching.",
        "# Oedema\n\nSwollen feet are common.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the first use of each medical word of the list that the page does not explain there."""
    told: set[str] = set()
    for region, term in _found(document):
        block = document.block_at(region.start)
        if term.name in told or block.kind in _PASSED_OVER:
            continue
        told.add(term.name)
        if not (_is_named(document, region) or _is_explained(document, region, term)):
            yield Match(region, words={"plain": " or ".join(term.plain)})


def _found(document: Document) -> Iterator[tuple[Region, _Term]]:
    search, terms = _search()
    plain = document.plain
    for number, start, end in search.find_matches_as_indexes(plain):
        if not (plain[start - 1 : start].isalnum() or plain[end : end + 1].isalnum()):
            yield Region(start, end), terms[number]


def _is_named(document: Document, region: Region) -> bool:
    """Say whether the word is part of a name: "the Hollowbrook Renal Unit"."""
    is_first = document.sentence_at(region.start).region.start == region.start
    word = document.text[region.start : region.end]
    return not is_first and word[0].isupper() and not word.isupper()


def _is_explained(document: Document, region: Region, term: _Term) -> bool:
    plain = document.plain
    sentence = document.sentence_at(region.start).region
    before, behind = plain[sentence.start : region.start], plain[region.end : sentence.end]
    if (
        before.rfind("(") > before.rfind(")")
        or _BEFORE.search(before)
        or _BEHIND.match(document.folded[region.end : sentence.end])
    ):
        return True
    if _CUE.search(before) or _CUE.search(behind) or quoted.holds(document, region):
        return True
    near = _near(document, sentence)
    return defined.holds(document, region) or any(
        _says(near.replace(plain[region.start : region.end], " "), each) for each in term.plain
    )


def _near(document: Document, sentence: Region) -> str:
    """Return the sentence with its neighbours, in which an explanation may stand."""
    first = document.sentence_at(max(0, sentence.start - 2)).region
    last = document.sentence_at(min(len(document.text), sentence.end + 2)).region
    return document.plain[first.start : last.end]


def _says(near: str, plain: str) -> bool:
    """Say whether most of the words that carry the plain wording stand nearby, in any form."""
    wanted = [word[:_STEM] for word in re.findall(r"[a-z]{4,}", normalised(plain)) if word not in _SMALL]
    stems = {word[:_STEM] for word in re.findall(r"[a-z]{4,}", near)}
    return bool(wanted) and sum(stem in stems for stem in wanted) * 2 > len(wanted)


@cache
def _search() -> tuple[AhoCorasick, tuple[_Term, ...]]:
    """Return the search for all words of the list, and what each stands for."""
    groups: list[Mapping[str, str]] = config.data("words/jargon.yaml")["groups"]
    terms = {form: term for group in groups for form, term in _terms(group["terms"])}
    return AhoCorasick(list(terms), matchkind=MatchKind.LeftmostLongest), tuple(terms.values())


def _terms(lines: str) -> Iterator[tuple[str, _Term]]:
    for line in lines.splitlines():
        forms, _, plain = line.partition(": ")
        names = [normalised(form) for form in forms.split(", ")]
        yield from ((name, _Term(names[0], tuple(plain.split(" | ")))) for name in names)
