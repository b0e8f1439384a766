"""Diabetic patients, an epileptic child: the condition comes first, and the person second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from medlint.lazy import stand_on
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.person_first import STYLE, is_own_words, like, words


@rule(
    id="person-first.condition-before-person",
    label=None,
    severity="note",
    needs="wording",
    message="“{text}” names the condition before the person.",
    advice="Turn it round: patients with …",
    sources=(*STYLE, "us-ada"),
    scope="document",
    bad=(
        "[[Diabetic patients]] should check their feet.",
        "School with [[an epileptic child]] needs a plan for [[asthmatic children]] too.",
    ),
    good=(
        "Patients with diabetes should check their feet.",
        "Autistic children and disabled people choose their own words.",
        "The Hollowbrook Home for Epileptic Children opened in 1900.",
        "Diabetic patient leaflets? No: leaflets about diabetes.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield conditions in front of people."""
    conditions = words("before-people")
    if not stand_on(document, conditions.keys()):
        return
    for found in _expression().finditer(document.folded):
        is_article = found["article"] is not None
        region = Region(found.start() if is_article else found.start("condition"), found.end("people"))
        right = f"{'a ' if is_article else ''}{found['people']} with {conditions[found['condition']]}"
        if is_own_words(document, region):
            yield Match(region, suggestions=(like(right, document.text[region.start :]),))


@cache
def _expression() -> re.Pattern[str]:
    people = alternation([*words("people").split(), *words("person").split()])
    conditions = alternation(words("before-people"))
    return re.compile(
        rf"(?<![\w-])(?:(?P<article>an) )?(?P<condition>{conditions}) (?P<people>{people})(?![\w'-])"
        r"(?! leaflets?\b)"
    )
