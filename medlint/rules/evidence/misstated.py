"""Some false wordings are copied from page to page: “lifetime implants”, “scarless FUE”.

The registry of facts lists them beside the fact that they twist.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from medlint.context import mentioned, negated, question, refuted
from medlint.evidence.registry import Fact, Registry
from medlint.lexicons import shipped
from medlint.matchers.phrases import Phrase, compile_phrase
from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule, whole
from medlint.rules.evidence import SOURCES, doubt, links, registry_at

_WITHHELD = (negated, refuted, question, mentioned)


@rule(
    id="evidence.misstated",
    label="terminology.false",
    severity="warning",
    needs="evidence",
    message="“{text}” twists what is known: {fact}.",
    advice="Say what is known in its place.",
    sources=SOURCES,
    scope="document",
    bad=(
        "We place [[lifetime implants]].",
        "Ask for [[scarless FUE]].",
        "[[Sugar feeds cancer]].",
    ),
    good=(
        "There are no lifetime implants.",
        "Is there a scarless FUE?",
        "The claim that “sugar feeds cancer” is false.",
    ),
)
def check(document: Document, *, registry: str = "") -> Iterator[Match]:
    """Yield the false wordings that the registry knows."""
    passage = whole(document)
    for fact, phrase in _phrases(registry_at(registry)):
        if any(anchor in document.plain for anchor in phrase.anchors):
            yield from _found(document, passage, fact, phrase)


def _found(document: Document, passage: Passage, fact: Fact, phrase: Phrase) -> Iterator[Match]:
    for match in phrase(document, passage):
        if match.region and not _is_withheld(document, match.region):
            yield Match(
                match.region,
                words={"fact": fact.statement.rstrip(".")},
                doubt=doubt([fact]),
                sources=links([fact]),
            )


def _is_withheld(document: Document, region: Region) -> bool:
    return any(context.holds(document, region) for context in _WITHHELD)


@lru_cache(maxsize=4)
def _phrases_of(facts: tuple[Fact, ...]) -> tuple[tuple[Fact, Phrase], ...]:
    names = shipped()
    return tuple((fact, compile_phrase(text, names)) for fact in facts for text in fact.misstated)


def _phrases(registry: Registry) -> tuple[tuple[Fact, Phrase], ...]:
    return _phrases_of(registry.facts)
