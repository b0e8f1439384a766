"""What a page says against the registry of settled facts, and what these rules share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from medlint.evidence import registry as registries
from medlint.evidence.registry import Fact, Registry
from medlint.model import Source

SOURCES = ("us-hpcg", "uk-3-7")
"""Why a figure must agree with what is known: keys of authorities.yaml."""

RECALLED = "the registry has this fact from memory; nobody has looked it up"


def registry_at(path: str) -> Registry:
    """Return the registry at `path`, or the shipped one where it is empty.

    Raises:
        PackError: the registry is wrong.
    """
    return registries.load(Path(path)) if path else registries.shipped()


def doubt(facts: Iterable[Fact]) -> str:
    """Return why a finding counts one level less: where no fact of it was looked up."""
    return RECALLED if all(fact.is_recalled for fact in facts) else ""


def links(facts: Iterable[Fact]) -> tuple[Source, ...]:
    """Return where the facts can be read."""
    found = [each for fact in facts for each in fact.sources if each.url]
    return tuple(dict.fromkeys(Source(each.url or "", each.told, each.url or "") for each in found))


def known(facts: Iterable[Fact]) -> str:
    """Return the facts in a message: figure, time, people, source."""
    return "; ".join(dict.fromkeys(_told(fact) for fact in facts))


def _told(fact: Fact) -> str:
    frame = (
        f" within {fact.time}"
        if fact.time and fact.measure == "occurrence"
        else f" after {fact.time}"
        if fact.time
        else ""
    )
    people = f" ({fact.population})" if fact.population else ""
    return f"{fact.figure}{frame}{people}: {fact.sources[0].told}"
