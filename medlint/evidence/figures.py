"""A numeric claim against the registry: does it agree, is its frame missing, is it contradicted?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from medlint.context import mentioned, negated, question, refuted
from medlint.evidence.frames import is_same_time, pattern, people, stands, times
from medlint.evidence.registry import Fact, Registry
from medlint.evidence.topics import hits, topics_of
from medlint.model import Document, Region
from medlint.quantities import Quantity, find
from medlint.references import names_source

_FAR = 1.5  # how many times a figure with a source of its own must lie outside to be told
_EXACT = 0.06  # points within which a figure is the very one of a fact
_DENIED_BEFORE = re.compile(
    r"\bnot (?:true|correct|the case|so) that\b|\b(?:not|never|no longer)\s+(?:\w+\s+)?$"
)
_SHARES = ("percent", "ratio", "fraction", "share")


@dataclass(frozen=True)
class Claim:
    """A figure of the page, as the registry needs it."""

    quantity: Quantity
    unit: str  # percent, or a unit of time
    values: tuple[float, ...]
    measure: str
    topics: frozenset[str]
    times: tuple[float, ...]
    people: Mapping[str, frozenset[str]]
    plain: str  # its sentence
    is_cited: bool
    given: frozenset[str]  # words by which facts of these topics are told apart


@dataclass(frozen=True)
class Verdict:
    """What the registry says of a claim."""

    claim: Claim
    kind: str  # agrees, contradicted, time, people or no-frame
    facts: tuple[Fact, ...] = field(default=())


def verdicts(document: Document, registry: Registry) -> tuple[Verdict, ...]:
    """Return what the registry says of the figures of a page, in reading order."""
    return tuple(found for readings in _readings(document, registry) for found in _said(readings, registry))


def _readings(document: Document, registry: Registry) -> Iterator[tuple[Claim, ...]]:
    """Yield the readings of each figure that is about something in the registry."""
    quantities = [each for each in document.derived(find) if each.unit in _SHARES and not each.is_relative]
    found = hits(document, registry) if quantities else None
    for quantity in quantities:
        sentence = document.sentence_at(quantity.region.start)
        topics = topics_of(document, registry, found, sentence.region) if found else frozenset()
        if topics and not _is_somebody_elses(document, quantity.region):
            yield tuple(_claims(document, registry, quantity, topics))


def _said(readings: Sequence[Claim], registry: Registry) -> Iterator[Verdict]:
    """Yield the verdict on a figure; where it agrees as one of its readings has it, there is none."""
    found = [verdict(claim, registry) for claim in readings]
    if not any(each is not None and each.kind == "agrees" for each in found):
        yield from [each for each in found if each][:1]


def _is_somebody_elses(document: Document, region: Region) -> bool:
    start = document.sentence_at(region.start).region.start
    if _DENIED_BEFORE.search(document.plain[start : region.start]):
        return True
    return any(context.holds(document, region) for context in (refuted, question, mentioned))


def _claims(
    document: Document, registry: Registry, quantity: Quantity, topics: frozenset[str]
) -> Iterator[Claim]:
    sentence = document.sentence_at(quantity.region.start)
    plain = document.plain[sentence.region.start : sentence.region.end]
    values = _percent(quantity)
    place = quantity.region.start - sentence.region.start
    for measure, is_opposite, (start, end) in _measures(plain, place, registry, topics) if values else ():
        at = Region(sentence.region.start + start, sentence.region.start + end)
        is_turned = is_opposite != negated.holds(document, at)
        yield Claim(
            quantity=quantity,
            unit="percent",
            values=tuple(sorted(100 - value for value in values)) if is_turned else values,
            measure=measure,
            topics=topics,
            times=times(plain),
            people=people(plain, registry),
            plain=plain,
            is_cited=names_source(document, sentence),
            given=_given(plain, registry, topics),
        )


def _given(plain: str, registry: Registry, topics: frozenset[str]) -> frozenset[str]:
    groups = {
        group for fact in registry.facts if fact.topic in topics for group in (*fact.given, fact.without)
    }
    return frozenset(found[0] for group in groups if (found := pattern(group).search(plain)))


def _measures(
    plain: str, place: int, registry: Registry, topics: frozenset[str]
) -> Iterator[tuple[str, bool, tuple[int, int]]]:
    """Yield the measures whose word stands nearest to the figure, whether as their opposite, and where.

    "Die" is the word of one measure and the opposite of another; both are readings of the sentence.
    """
    found = [
        (min(abs(place - word.start()), abs(place - word.end())), name, bool(is_opposite), word.span())
        for name in sorted({fact.measure for fact in registry.facts if fact.topic in topics})
        for is_opposite, words in enumerate((registry.measures[name].words, registry.measures[name].opposite))
        for word in pattern(words).finditer(plain)
    ]
    nearest = min((distance for distance, *_ in found), default=0)
    told: set[str] = set()
    for distance, name, is_opposite, span in sorted(found):
        if name not in told and distance == nearest:
            told.add(name)
            yield name, is_opposite, span


def _percent(quantity: Quantity) -> tuple[float, ...]:
    values = quantity.values
    if quantity.unit == "percent":
        return tuple(sorted(values))
    if quantity.unit == "ratio" and len(values) > 1 and values[1]:
        return (100 * values[0] / values[1],)
    if quantity.unit == "fraction" and values:
        return (100 * values[0] / values[1],) if len(values) > 1 and values[1] else (100 * values[0],)
    return ()


def verdict(claim: Claim, registry: Registry) -> Verdict | None:
    """Return what the registry says of a claim, or nothing where it does not know."""
    known = [fact for fact in registry.facts if _is_about(fact, claim)]
    meant = [fact for fact in known if _is_given(fact, claim) and not _differs(fact, claim)]
    if fitting := [fact for fact in meant if _agrees(fact, claim)]:
        needs_frame = not claim.times and all(fact.days for fact in fitting) and not claim.is_cited
        return Verdict(claim, "no-frame" if needs_frame else "agrees", tuple(fitting))
    if exact := [fact for fact in known if _is_exact(fact, claim)]:
        return Verdict(claim, "time" if _other_time(exact[0], claim) else "people", tuple(exact))
    if not meant or (claim.is_cited and not any(_is_far(fact, claim) for fact in meant)):
        return None
    return Verdict(claim, "contradicted", tuple(meant))


def _is_about(fact: Fact, claim: Claim) -> bool:
    return (
        fact.kind == "figure"
        and fact.topic in claim.topics
        and (fact.measure, fact.unit) == (claim.measure, claim.unit)
    )


def _is_given(fact: Fact, claim: Claim) -> bool:
    """Say whether the sentence has the words without which the fact does not speak of it."""
    return all(stands(claim.plain, group) for group in fact.given) and not stands(claim.plain, fact.without)


def _agrees(fact: Fact, claim: Claim) -> bool:
    """Say whether the figure lies where the fact allows; of a floor the side it opens counts too."""
    low, high = min(claim.values), max(claim.values)
    if claim.quantity.bound == "floor":
        return low <= fact.high
    if claim.quantity.bound == "below":
        return high >= fact.low
    return fact.low <= low and high <= fact.high


def _differs(fact: Fact, claim: Claim) -> bool:
    return _other_time(fact, claim) or _other_people(fact, claim)


def _other_time(fact: Fact, claim: Claim) -> bool:
    """Say whether the sentence gives a time, and not that of the fact."""
    if not claim.times or fact.days is None:
        return False
    return not any(is_same_time(fact.days, time) for time in claim.times)


def _other_people(fact: Fact, claim: Claim) -> bool:
    """Say whether the sentence is about other people than the fact: men, where it counts women."""
    return any(
        dimension in claim.people and member not in claim.people[dimension]
        for dimension, member in fact.people
    )


def _is_exact(fact: Fact, claim: Claim) -> bool:
    """Say whether the page has the very figure of a fact that is for another time or other people."""
    is_meant = _other_people(fact, claim) or _is_given(fact, claim)
    return (
        is_meant
        and _differs(fact, claim)
        and all(any(abs(value - own) <= _EXACT for own in fact.values) for value in claim.values)
    )


def _is_far(fact: Fact, claim: Claim) -> bool:
    return min(claim.values) > fact.high * _FAR or max(claim.values) < fact.low / _FAR


def told(document: Document, registry: Registry) -> tuple[Claim, ...]:
    """Return all figures of a page on topics and measures of the registry, in reading order."""
    return tuple(claim for readings in _readings(document, registry) for claim in readings[:1])
