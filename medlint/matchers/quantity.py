"""`quantity:` numeric claims, by what they are and by what stands beside them.

unit: [percent, ratio]        which kinds of figure; all where left out
bound: [ceiling]              up to, more than; at least; fewer than; about; a range; none
subject: [survival]           words of which one stands in its clause
is: [relative]                all of: relative, rate, outcome, own
is-not: [rate]                none of the same
has: [time-frame]             all of: time-frame, population, typical, absolute, comparator
lacks: [absolute]             none of the same
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from medlint import quantities
from medlint.lexicons import Lexicon, normalised
from medlint.model import Document, Match, Passage
from medlint.quantities import Bound, Quantity, Unit
from medlint.rule import Probe

Trait = Literal["relative", "rate", "outcome", "own"]
"""What a figure can be."""

Company = Literal["time-frame", "population", "typical", "absolute", "comparator"]
"""What can stand beside it."""


class Spec(BaseModel):
    """Which numeric claims are meant."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.rstrip("_").replace("_", "-")
    )

    unit: list[Unit] = []
    bound: list[Bound] = []
    subject: list[str] = []
    is_: list[Trait] = []
    is_not: list[Trait] = []
    has: list[Company] = []
    lacks: list[Company] = []


@dataclass(frozen=True)
class Claims:
    """Numeric claims of one kind; calling it yields their places in a passage."""

    units: frozenset[str]  # empty for all, as below
    bounds: frozenset[str]
    subjects: frozenset[str]
    traits: frozenset[str]
    no_traits: frozenset[str]
    company: frozenset[str]
    no_company: frozenset[str]

    def __call__(self, document: Document, passage: Passage) -> Iterator[Match]:
        """Yield the claims that begin in `passage`."""
        for quantity in document.derived(quantities.find):
            if passage.region.contains(quantity.region) and self._means(quantity):
                value = document.text[quantity.number.start : quantity.number.end]
                yield Match(quantity.region, words={"value": value})

    def _means(self, quantity: Quantity) -> bool:
        if self.units and quantity.unit not in self.units:
            return False
        if self.bounds and quantity.bound not in self.bounds:
            return False
        if self.subjects and not self.subjects & quantity.subjects:
            return False
        traits, company = _traits(quantity), _company(quantity)
        return (
            self.traits <= traits
            and self.company <= company
            and not self.no_traits & traits
            and not self.no_company & company
        )


def plain(spec: Spec, probes: Sequence[Probe]) -> Any:  # noqa: ARG001 - one shape for all kinds
    """Return what `restored` needs to make the probe again, as plain data."""
    return spec.model_dump(mode="json", by_alias=True)


def restored(kept: Any, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probe of what `plain` returned."""
    return probes(Spec.model_validate(kept), lexicons)


def probes(spec: Spec, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:  # noqa: ARG001 - one shape for all kinds
    """Return the probe of the claims; it looks at the page once."""
    claims = Claims(
        units=frozenset(spec.unit),
        bounds=frozenset(spec.bound),
        subjects=frozenset(map(normalised, spec.subject)),
        traits=frozenset(spec.is_),
        no_traits=frozenset(spec.is_not),
        company=frozenset(spec.has),
        no_company=frozenset(spec.lacks),
    )
    return (Probe((), claims, "document"),)


def _traits(quantity: Quantity) -> set[Trait]:
    traits: dict[Trait, bool] = {
        "relative": quantity.is_relative,
        "rate": quantity.is_rate,
        "outcome": quantity.is_outcome,
        "own": quantity.is_own,
    }
    return {trait for trait, is_so in traits.items() if is_so}


def _company(quantity: Quantity) -> set[Company]:
    company: dict[Company, bool] = {
        "time-frame": quantity.has_time_frame,
        "population": quantity.has_population,
        "typical": quantity.has_typical,
        "absolute": quantity.has_absolute,
        "comparator": bool(quantity.comparator),
    }
    return {kind for kind, is_there in company.items() if is_there}
