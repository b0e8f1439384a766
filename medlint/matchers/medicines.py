"""`medicines:` the name of a medicine that a market does not let be advertised to the public.

    medicines: {market: uk, kinds: [prescription], with: ["lose weight"]}

The names stand in `config/words/medicines.yaml`, which is read when the first rule needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from medlint import config
from medlint.lexicons import Lexicon, normalised
from medlint.matchers.phrases import Phrase, compile_phrase
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Passage, Region
from medlint.rule import Probe

MedicineKind = Literal["prescription", "over-the-counter", "wanted"]
"""`wanted` are those on prescription that are sold for looks, weight, sex or sleep."""


class Spec(BaseModel):
    """Whose names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    market: Literal["us", "uk", "eu", "de", "tr", "au", "ca"]
    kinds: list[MedicineKind] = Field(default=["prescription"], min_length=1)
    beside: list[str] = Field(default=[], alias="with")


@dataclass(frozen=True)
class Medicine:
    """A substance with its common brands."""

    substance: str
    brands: tuple[str, ...]
    is_wanted: bool
    without_prescription: tuple[str, ...]  # markets where some pack of it is sold without one

    @property
    def names(self) -> tuple[str, ...]:
        """Substance and brands, as in `Document.plain`."""
        return tuple(map(normalised, (self.substance, *self.brands)))


@dataclass(frozen=True)
class Named:
    """Yields the names in a passage."""

    names: tuple[str, ...]
    exempt: tuple[str, ...]  # longer names of packs that need no prescription
    beside: tuple[Phrase, ...] = ()  # one of which has to stand in the same passage

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """All names as one expression; the longest is tried first."""
        return re.compile(rf"(?<!\w)(?:{alternation((*self.names, *self.exempt))})(?!\w)")

    def __call__(self, document: Document, passage: Passage) -> Iterator[Match]:
        """Yield a match for each name."""
        region = passage.region
        if self.beside and not any(next(phrase(document, passage), None) for phrase in self.beside):
            return
        for found in self.expression.finditer(document.plain, region.start, region.end):
            if found.group() not in self.exempt:
                yield Match(Region(*found.span()))


def probes(spec: Spec, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probe that looks for all names at once.

    Raises:
        ValueError: a phrase cannot be read.
    """
    names = names_for(spec.market, tuple(spec.kinds))
    beside = tuple(compile_phrase(text, lexicons) for text in spec.beside)
    return (Probe(names, Named(names, _exempt(spec.market), beside)),)


def plain(spec: Spec, probes: Sequence[Probe]) -> Any:
    """Return what `restored` needs to make the probe again, as plain data."""
    return probes[0].anchors, _exempt(spec.market), tuple(spec.beside)


def restored(kept: Any, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probe of what `plain` returned."""
    names, exempt, beside = kept
    return (Probe(names, Named(names, exempt, tuple(Phrase(text, lexicons) for text in beside))),)


@cache
def names_for(market: str, kinds: Sequence[str]) -> tuple[str, ...]:
    """Return the names, in order, that stand for medicines of these kinds in a market."""
    chosen = (medicine for medicine in medicines() if kinds_of(medicine, market).intersection(kinds))
    return tuple(sorted({name for medicine in chosen for name in medicine.names}))


def kinds_of(medicine: Medicine, market: str) -> frozenset[str]:
    """Return what a medicine is in a market."""
    if market in medicine.without_prescription:
        return frozenset({"over-the-counter"})
    return frozenset({"prescription", "wanted"} if medicine.is_wanted else {"prescription"})


@cache
def medicines() -> tuple[Medicine, ...]:
    """Return all medicines of the list, by group, then as they stand there."""
    data = _data()
    free = {str(name): tuple(markets) for name, markets in data["without-prescription"].items()}
    return tuple(
        Medicine(str(substance), tuple(brands or ()), group == "wanted", free.get(str(substance), ()))
        for group, entries in data["medicines"].items()
        for substance, brands in entries.items()
    )


def _exempt(market: str) -> tuple[str, ...]:
    packs: Mapping[str, Sequence[str]] = _data()["packs-without-prescription"]
    return tuple(normalised(name) for name, markets in packs.items() if market in markets)


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = config.data("words/medicines.yaml")
    return data
