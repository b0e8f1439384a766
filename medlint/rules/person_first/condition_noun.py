"""A diabetic, epileptics: such nouns make a person of a disease. People have it, beside much else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from medlint.lazy import stand_on
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.person_first import LABEL, STYLE, is_own_words, like, words

_GOES_ON = (
    r"(?=\s*$|[.,;:!?)\u2014\u201d\"]| [\u2013\u2014-] | (?:who|whose|whom|is|was|has|had|can|could|may|might"
    r"|must|should|will|would|needs|feels|takes|wants|does|doesn't|on|in|with|without|at|for|since|himself|herself"
    r"|themselves|like|that|living|taking|to|or|from|than|because|when|if"
    r"|and (?:his|her|their|is|has|can|a|an|the))\b)"
)
_ADJECTIVES = (
    "known|young|elderly|severe|mild|fellow|lifelong|brittle|new|newly diagnosed|diagnosed|recovering|typical"
    "|single|type [12]|average|older|adult|treated|untreated|insulin-dependent|non-insulin-dependent"
)
_ARTICLE = (
    rf"(?P<article>an?|the|every|each|any|no|another|this|that|your) (?P<between>(?:(?:{_ADJECTIVES}) )?)"
)


@rule(
    id="person-first.condition-noun",
    label=LABEL,
    severity="warning",
    needs="wording",
    message="“{text}” names people by what they have.",
    advice="Put the person first: people with …",
    sources=(*STYLE, "us-ada"),
    scope="document",
    bad=(
        "[[Diabetics]] heal more slowly.",
        "He is [[an epileptic]], and she is a severe [[asthmatic]].",
        "Ask whether a [[diabetic]] may drive.",
    ),
    good=(
        "People with diabetes heal more slowly.",
        "Diabetic retinopathy, a diabetic foot and a diabetic diet.",
        "An asthmatic bronchitis is no asthma; epileptic seizures pass.",
        "The Society of Epileptics and Diabetics UK answer by phone.",
        "“I am a diabetic,” he says.",
        "Antiepileptics and anti-asthmatics are drugs.",
        "Say people with diabetes instead of diabetics.",
    ),
    misses=("Care for the [[diabetic]] of today.",),
)
def check(document: Document) -> Iterator[Match]:
    """Yield nouns that stand for people with a condition."""
    conditions = words("nouns")
    if not stand_on(document, _forms()):
        return
    for found in _many().finditer(document.folded):
        yield from _match(document, Region(*found.span()), f"people with {conditions[found[0][:-1]]}")
    for found in _one().finditer(document.folded):
        takes_article = found["article"] == "an" and not found["between"]
        region = Region(found.start() if takes_article else found.start("noun"), found.end("noun"))
        article = "a " if takes_article else ""
        yield from _match(document, region, f"{article}person with {conditions[found['noun']]}")


def _match(document: Document, region: Region, right: str) -> Iterator[Match]:
    if is_own_words(document, region):
        yield Match(region, suggestions=(like(right, document.text[region.start :]),))


@cache
def _forms() -> frozenset[str]:
    """Return all nouns, of those of two words the last one."""
    last = [noun.split()[-1] for noun in words("nouns")]
    return frozenset((*last, *(f"{noun}s" for noun in last)))


@cache
def _many() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternation(f'{noun}s' for noun in words('nouns'))})(?![\w-])")


@cache
def _one() -> re.Pattern[str]:
    nouns = alternation(noun for noun in words("nouns") if noun not in words("plural-only"))
    return re.compile(rf"(?<![\w-]){_ARTICLE}(?P<noun>{nouns})(?![\w-]){_GOES_ON}")
