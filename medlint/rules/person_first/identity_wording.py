"""Communities differ: many autistic and Deaf people want the word first, others want the person first.

Of the two nothing is said until you choose, for each, in `options`: `person-first` or `identity-first`.
What both sides reject, such as high-functioning, is told always.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.person_first import LABEL, is_own_words, like, words

_CHOICES = ("person-first", "identity-first")


@rule(
    id="person-first.identity-wording",
    label=LABEL,
    severity="note",
    needs="wording",
    message="“{text}” is not the wording that {who} chosen: “{right}”.",
    advice="Keep to what the people you write for have chosen; ask them where you can.",
    sources=("us-apa", "us-ama-1112"),
    scope="document",
    bad=(
        "Our course is for adults with [[high-functioning autism]].",
        "[[Hearing-impaired patients]] may bring an interpreter.",
    ),
    good=(
        "Autistic people and people with autism may both read this.",
        "Deaf people use the entrance on the left, people with hearing loss too.",
        "Disabled people, people with disabilities, blind people.",
    ),
)
def check(
    document: Document,
    *,
    autism: str = "either",
    deafness: str = "either",
    blindness: str = "either",
    disability: str = "either",
) -> Iterator[Match]:
    """Yield wordings that the settings do not prefer."""
    chosen = {"autism": autism, "deafness": deafness, "blindness": blindness, "disability": disability}
    yield from _found(document, "rejected", _CHOICES[0], "the people themselves have")
    for name, choice in chosen.items():
        if choice in _CHOICES:
            yield from _found(document, name, choice, "this house has")


def _found(document: Document, name: str, choice: str, who: str) -> Iterator[Match]:
    pairs = _pairs(name, choice)
    if not any(wording in document.folded for wording in pairs):
        return
    for found in _expression(name, choice).finditer(document.folded):
        region = Region(*found.span())
        right = like(pairs[found[0]], document.text[region.start :])
        if is_own_words(document, region):
            yield Match(region, {"right": right, "who": who}, (right,))


@cache
def _pairs(name: str, choice: str) -> Mapping[str, str]:
    pairs: Mapping[str, str] = words(name)
    return pairs if choice == "person-first" else {right: wrong for wrong, right in pairs.items()}


@cache
def _expression(name: str, choice: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternation(_pairs(name, choice))})(?![\w-])")
