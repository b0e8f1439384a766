"""A registry of facts: YAML → frozen facts; mistakes are named by line and column, all at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from medlint import compiled, config, shapes
from medlint.errors import Mistake, PackError
from medlint.evidence.shape import FactShape, RegistryShape
from medlint.lexicons import normalised

DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
"""Days in each unit of time."""

_ROUNDED = 0.75  # points of a percentage by which a page may round
_ROUNDED_SHARE = 0.03  # the same for large values, as a share of the value


@dataclass(frozen=True)
class Reference:
    """Where a fact can be read, and how sure it is."""

    title: str
    year: int | None
    url: str | None
    seen: str

    @property
    def told(self) -> str:
        """Return title and year."""
        return (
            self.title if self.year is None or str(self.year) in self.title else f"{self.title} ({self.year})"
        )


@dataclass(frozen=True)
class Says:
    """A statement in parts, in the form of `Document.plain`."""

    who: tuple[str, ...]
    does: tuple[str, ...]
    what: tuple[str, ...]
    holds: bool


@dataclass(frozen=True)
class Fact:
    """A settled fact. Words are in the form of `Document.plain`."""

    id: str
    kind: str
    statement: str
    plain: str
    topic: str
    measure: str
    unit: str
    values: tuple[float, ...]  # one, or the ends of a range
    low: float  # the least and the largest value that a page may tell
    high: float
    days: float | None  # the time frame
    time: str
    population: str
    people: tuple[tuple[str, str], ...]  # dimension and member: ("sex", "women")
    given: tuple[tuple[str, ...], ...]
    without: tuple[str, ...]
    as_of: str
    sources: tuple[Reference, ...]
    review_by: date
    misstated: tuple[str, ...]
    says: Says | None

    @property
    def is_recalled(self) -> bool:
        """Say whether nobody has looked the figure up: such a fact raises no more than a note."""
        return all(source.seen == "recalled" for source in self.sources)

    @property
    def figure(self) -> str:
        """Return the value with its unit, as people write it."""
        sign = "%" if self.unit == "percent" else f" {self.unit}"
        return " to ".join(f"{value:g}" for value in self.values) + sign


@dataclass(frozen=True)
class Measure:
    """What is counted."""

    words: tuple[str, ...]
    opposite: tuple[str, ...]


@dataclass(frozen=True)
class Registry:
    """Facts with the words by which a page is matched to them."""

    path: str
    sha256: str
    topics: Mapping[str, tuple[tuple[str, ...], ...]]
    measures: Mapping[str, Measure]
    dimensions: Mapping[str, Mapping[str, tuple[str, ...]]]
    facts: tuple[Fact, ...]


@cache
def shipped() -> Registry:
    """Return the registry that comes with medlint."""
    return load(config.folder() / "evidence.yaml")


def load(path: Path) -> Registry:
    """Return the registry at `path`.

    Raises:
        PackError: it cannot be read or is wrong; all mistakes are told.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
        raise PackError([Mistake(str(path), 1, 1, "", f"the registry cannot be read: {reason}")]) from error
    digest = hashlib.sha256(text.encode()).hexdigest()
    kept = compiled.get("registry", (digest,))
    if kept is None:
        kept = _plain(_read(str(path), text))
        compiled.put("registry", (digest,), kept)
    return _registry(str(path), digest, kept)


def _read(path: str, text: str) -> RegistryShape:
    shape = _whole(shapes.load(path, text, RegistryShape, PackError))
    mistakes = [
        Mistake(path, *shapes.place(text, keys), ".".join(map(str, keys)), problem)
        for keys, problem in _problems(shape)
    ]
    if mistakes:
        raise PackError(mistakes)
    return shape


def _plain(shape: RegistryShape) -> tuple[Any, ...]:
    """Return a registry as plain data, from which a later run makes it again without reading YAML."""
    facts = [_values(_fact(each, shape)) for each in shape.facts]
    return (
        {name: tuple(_all(group) for group in groups) for name, groups in shape.topics.items()},
        {name: (_all(each.words), _all(each.opposite)) for name, each in shape.measures.items()},
        {
            name: {member: _all(words) for member, words in members.items()}
            for name, members in shape.dimensions.items()
        },
        tuple(facts),
    )


def _values(fact: Fact) -> tuple[Any, ...]:
    plain = {each.name: getattr(fact, each.name) for each in fields(Fact)}
    plain["sources"] = tuple((each.title, each.year, each.url, each.seen) for each in fact.sources)
    plain["review_by"] = fact.review_by.isoformat()
    plain["says"] = (fact.says.who, fact.says.does, fact.says.what, fact.says.holds) if fact.says else None
    return tuple(plain.values())


def _registry(path: str, digest: str, plain: tuple[Any, ...]) -> Registry:
    topics, measures, dimensions, facts = plain
    return Registry(
        path=path,
        sha256=digest,
        topics=topics,
        measures={name: Measure(*words) for name, words in measures.items()},
        dimensions=dimensions,
        facts=tuple(_restored(values) for values in facts),
    )


def _restored(values: tuple[Any, ...]) -> Fact:
    known = dict(zip((each.name for each in fields(Fact)), values, strict=True))
    known["sources"] = tuple(Reference(*each) for each in known["sources"])
    known["review_by"] = date.fromisoformat(known["review_by"])
    known["says"] = Says(*known["says"]) if known["says"] else None
    return Fact(**known)


def _whole(shape: RegistryShape) -> RegistryShape:
    """Return the registry with each fact completed from the one that it is `like`."""
    known: dict[str, FactShape] = {}
    facts = []
    for fact in shape.facts:
        model = known.get(fact.like or "")
        own = {name: getattr(fact, name) for name in fact.model_fields_set}
        facts.append(model.model_copy(update=own) if model else fact)
        known.setdefault(fact.id, facts[-1])
    return shape.model_copy(update={"facts": facts})


def _problems(shape: RegistryShape) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield place and message of what the shape alone cannot refuse."""
    seen: set[str] = set()
    members = {member for each in shape.dimensions.values() for member in each}
    for number, fact in enumerate(shape.facts):
        at = ("facts", number)
        if fact.id in seen:
            yield (*at, "id"), f"there is already a fact {fact.id!r}"
        if fact.like is not None and fact.like not in seen:
            yield (*at, "like"), f"there is no fact {fact.like!r} above this one{_meant(fact.like, seen)}"
        seen.add(fact.id)
        yield from (((*at, key), "missing here") for key in _missing(fact))
        if fact.topic is not None and fact.topic not in shape.topics:
            yield (*at, "topic"), f"there is no topic {fact.topic!r}{_meant(fact.topic, shape.topics)}"
        if fact.measure is not None and fact.measure not in shape.measures:
            yield (
                (*at, "measure"),
                f"there is no measure {fact.measure!r}{_meant(fact.measure, shape.measures)}",
            )
        for name in fact.people:
            if name not in members:
                yield (*at, "people"), f"no dimension has {name!r}{_meant(name, members)}"
        if fact.range and not fact.range[0] <= fact.range[1]:
            yield (*at, "range"), "the first value is larger than the second"


def _missing(fact: FactShape) -> Iterator[str]:
    """Yield the keys that a fact of its kind cannot do without."""
    needed: dict[str, object] = {
        "statement": fact.statement or None,
        "sources": fact.sources,
        "review-by": fact.review_by,
    }
    if fact.kind == "figure":
        needed |= {"topic": fact.topic, "measure": fact.measure, "value": fact.value}
    else:
        needed |= {"says": fact.says or fact.misstated}
    yield from (key for key, value in needed.items() if value in (None, []))


def _meant(name: str, known: object) -> str:
    return shapes.nearest(name, list(known))  # type: ignore[call-overload]


def _fact(shape: FactShape, registry: RegistryShape) -> Fact:
    values = shape.value if isinstance(shape.value, tuple) else () if shape.value is None else (shape.value,)
    low, high = _accepted(values, shape.range)
    number, unit = (shape.time or "0 years").split()
    return Fact(
        id=shape.id,
        kind=shape.kind,
        statement=shape.statement,
        plain=shape.plain or shape.statement,
        topic=shape.topic or "",
        measure=shape.measure or "",
        unit=shape.unit,
        values=values,
        low=low,
        high=high,
        days=float(number) * DAYS[unit.removesuffix("s")] if shape.time else None,
        time=shape.time or "",
        population=shape.population or "",
        people=tuple((_dimension(name, registry), name) for name in shape.people),
        given=tuple(_all(group) for group in shape.given),
        without=_all(shape.without),
        as_of=shape.as_of or "",
        sources=tuple(Reference(each.title, each.year, each.url, each.seen) for each in shape.sources),
        review_by=shape.review_by or date.min,
        misstated=tuple(shape.misstated),
        says=Says(_all(shape.says.who), _all(shape.says.does), _all(shape.says.what), shape.says.holds)
        if shape.says
        else None,
    )


def _accepted(values: tuple[float, ...], others: tuple[float, float] | None) -> tuple[float, float]:
    """Return the least and the largest value that agrees with the fact, roundings included."""
    all_values = (*values, *(others or ()))
    if not all_values:
        return 0.0, 0.0
    low, high = min(all_values), max(all_values)
    return low - _rounding(low), high + _rounding(high)


def _rounding(value: float) -> float:
    """Return by how many points a page may round: little for the rare and for the nearly certain."""
    share = _ROUNDED_SHARE * min(value, 100 - value) if value <= 100 else _ROUNDED_SHARE * value
    return min(max(share, _ROUNDED), value, abs(100 - value) if value < 100 else share) if value else 0.0


def _dimension(name: str, registry: RegistryShape) -> str:
    return next(key for key, members in registry.dimensions.items() if name in members)


def _all(words: list[str]) -> tuple[str, ...]:
    return tuple(normalised(word) for word in words)
