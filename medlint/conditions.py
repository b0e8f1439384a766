"""`unless:` and `only:` when the words at a place are no fault.

A condition is the name of a context ("negated"), of a kind of passage ("heading"), or words near by:
`{near: [risk, side effect], within: sentence, side: before, words: 6}`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from medlint.context import CONTEXTS
from medlint.lexicons import Lexicon
from medlint.matchers.phrases import Phrase, compile_phrase
from medlint.model import Document, Kind, Match, Passage, Region
from medlint.rule import Find, Probe
from medlint.words import nearest

KINDS: tuple[str, ...] = tuple(kind for kind in get_args(Kind) if kind != "sentence")

Holds = Callable[[Document, Region], bool]


class Near(BaseModel):
    """Words that must stand near the place."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    near: list[str] = Field(min_length=1)
    within: Literal["sentence", "block", "document"] = "sentence"
    side: Literal["before", "after", "either"] = "either"
    words: int | None = Field(default=None, ge=1)


class All(BaseModel):
    """Conditions of which every one must hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    all: list[str | Near] = Field(min_length=2)


Condition = str | Near | All


@dataclass(frozen=True)
class Named:
    """A condition and the name by which people know it."""

    name: str
    holds: Holds


@dataclass(frozen=True)
class Guarded:
    """A search whose matches are dropped where an `unless` holds or no `only` does."""

    find: Find
    unless: tuple[Named, ...]
    only: tuple[Named, ...]

    def __call__(self, document: Document, passage: Passage) -> Iterator[Match]:
        """Yield the matches that stand."""
        for match in self.find(document, passage):
            if self.silenced_by(document, match) is None:
                yield match

    def silenced_by(self, document: Document, match: Match) -> str | None:
        """Return the name of the condition that drops `match`, if any."""
        region = match.region
        if region is None:
            return None
        if self.only and not any(condition.holds(document, region) for condition in self.only):
            return "only " + ", ".join(condition.name for condition in self.only)
        return next((named.name for named in self.unless if named.holds(document, region)), None)


def guarded(probes: Iterable[Probe], unless: Sequence[Named], only: Sequence[Named]) -> tuple[Probe, ...]:
    """Return the probes with conditions around their searches."""
    if not unless and not only:
        return tuple(probes)
    return tuple(replace(probe, find=Guarded(probe.find, tuple(unless), tuple(only))) for probe in probes)


def compile_condition(condition: Condition, lexicons: Mapping[str, Lexicon]) -> Named:
    """Return the condition, ready to ask.

    Raises:
        ValueError: there is no context or kind of passage of that name, or a phrase cannot be read.
    """
    if isinstance(condition, Near):
        for text in condition.near:
            compile_phrase(text, lexicons)
        return near(condition, lexicons)
    if isinstance(condition, All):
        parts = tuple(compile_condition(part, lexicons) for part in condition.all)
        return together(parts)
    if condition in CONTEXTS:
        return Named(condition, CONTEXTS[condition])
    if condition in KINDS:
        return Named(condition, _InKind(condition))
    known = sorted((*CONTEXTS, *KINDS))
    raise ValueError(f"there is no condition {condition!r}{nearest(condition, known)}")


def near(condition: Near, lexicons: Mapping[str, Lexicon]) -> Named:
    """Return the condition, whose phrases are read when it is first asked."""
    phrases = tuple(Phrase(text, lexicons) for text in condition.near)
    return Named(f"near {', '.join(condition.near)}", _Nearness(condition, phrases))


def together(parts: Sequence[Named]) -> Named:
    """Return the condition that all of these hold."""
    return Named(" and ".join(part.name for part in parts), _Together(tuple(part.holds for part in parts)))


@dataclass(frozen=True)
class _Together:
    """True where every one holds."""

    parts: tuple[Holds, ...]

    def __call__(self, document: Document, region: Region) -> bool:
        return all(holds(document, region) for holds in self.parts)


@dataclass(frozen=True)
class _InKind:
    """True inside a passage of one kind."""

    kind: str

    def __call__(self, document: Document, region: Region) -> bool:
        return document.block_at(region.start).kind == self.kind


@dataclass(frozen=True)
class _Nearness:
    """True where one of the phrases stands near."""

    condition: Near
    phrases: tuple[Phrase, ...]

    def __call__(self, document: Document, region: Region) -> bool:
        around = _surroundings(document, region, self.condition.within)
        return any(
            self._is_near(document, region, match.region)
            for phrase in self.phrases
            for match in phrase(document, around)
            if match.region is not None and not match.region.overlaps(region)
        )

    def _is_near(self, document: Document, region: Region, other: Region) -> bool:
        is_before = other.end <= region.start
        if self.condition.side != "either" and is_before != (self.condition.side == "before"):
            return False
        between = (other.end, region.start) if is_before else (region.end, other.start)
        words = len(document.plain[slice(*between)].split())
        return self.condition.words is None or words < self.condition.words


def _surroundings(document: Document, region: Region, within: str) -> Passage:
    if within == "document":
        return Passage("paragraph", document.text, Region(0, len(document.text)))
    return document.sentence_at(region.start) if within == "sentence" else document.block_at(region.start)
