"""`frame:` the parts of a claim near each other: who acts, what it does, to what, how surely, for whom.

    frame:
      roles:
        does: ["{restore-verb}"]          # each role is a list of phrases, of which one must stand there
        what: ["{body}", "{condition}"]
      order: given                        # or any: passive and turned sentences too
      words: 5                            # the most words between one role and the next
      from: does                          # the role with which the flagged words begin; without it the first

Lexicons name the parts once, frames combine them: a new verb works in all rules at once. The words from
the first part to the last are flagged; a frame never crosses the end of a clause. `from` leaves who acts
outside the flagged words, so that a "not" between actor and verb is seen in front of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from medlint.lexicons import Lexicon
from medlint.matchers.frequency import occurrences
from medlint.matchers.phrases import Phrase, compile_phrase
from medlint.model import Document, Match, Passage, Region
from medlint.rule import Probe

_CUT = re.compile(r"[;:.!?()]|\b(?:but|although|whereas|because|if|unless)\b")


class Spec(BaseModel):
    """The roles of a claim and how near they stand."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    roles: dict[str, list[str]] = Field(min_length=2)
    order: Literal["given", "any"] = "given"
    words: int = Field(default=5, ge=0, le=20)
    from_: str | None = Field(default=None, alias="from")

    @model_validator(mode="after")
    def _names_a_role(self) -> Spec:
        if self.from_ is not None and self.from_ not in self.roles:
            raise ValueError(f"there is no role {self.from_!r}; the roles are {', '.join(self.roles)}")
        return self


@dataclass(frozen=True)
class Frame:
    """Finds the roles near each other; calling it yields their places in a passage."""

    roles: tuple[tuple[Phrase, ...], ...]
    is_ordered: bool
    words: int
    opening: int = 0  # the role with which the flagged words begin

    def __call__(self, document: Document, passage: Passage) -> Iterator[Match]:
        """Yield the places at which all roles stand near each other, from the first to the last."""
        places = [_places(document, passage, phrases) for phrases in self.roles]
        if not all(places):
            return
        orders = [tuple(range(len(places)))] if self.is_ordered else permutations(range(len(places)))
        for order in orders:
            yield from self._chains(document, [places[role] for role in order])

    def _chains(self, document: Document, places: Sequence[Sequence[Region]]) -> Iterator[Match]:
        for first in places[0]:
            last: Region | None = first
            found = [first]
            for role in places[1:]:
                last = self._next(document, last, role) if last else None
                found += [last] if last else []
            if last:
                yield Match(Region(found[self.opening].start if self.is_ordered else first.start, last.end))

    def _next(self, document: Document, before: Region, role: Sequence[Region]) -> Region | None:
        """Return the nearest place of a role behind another, in the same clause."""
        for region in role:
            if region.start < before.end:
                continue
            between = document.plain[before.end : region.start]
            if len(between.split()) > self.words or _CUT.search(between):
                return None
            return region
        return None


def probes(spec: Spec, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probe of a frame, anchored in its rarest role.

    Raises:
        ValueError: a phrase names an unknown lexicon, or cannot be read.
    """
    roles = tuple(tuple(compile_phrase(text, lexicons) for text in texts) for texts in spec.roles.values())
    anchors = min((_anchors(phrases) for phrases in roles), key=_cost)
    opening = list(spec.roles).index(spec.from_) if spec.from_ else 0
    return (Probe(anchors, Frame(roles, spec.order == "given", spec.words, opening)),)


def plain(spec: Spec, probes: Sequence[Probe]) -> Any:
    """Return what `restored` needs to make the probe again, as plain data."""
    opening = list(spec.roles).index(spec.from_) if spec.from_ else 0
    roles = tuple(map(tuple, spec.roles.values()))
    return roles, spec.order == "given", spec.words, opening, probes[0].anchors


def restored(kept: Any, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probe of what `plain` returned."""
    texts, is_ordered, words, opening, anchors = kept
    roles = tuple(tuple(Phrase(text, lexicons) for text in role) for role in texts)
    return (Probe(anchors, Frame(roles, is_ordered, words, opening)),)


def _anchors(phrases: Sequence[Phrase]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(anchor for phrase in phrases for anchor in phrase.anchors))


def _cost(anchors: Sequence[str]) -> float:
    return sum(map(occurrences, anchors))


def _places(document: Document, passage: Passage, phrases: Sequence[Phrase]) -> list[Region]:
    found = {match.region for phrase in phrases for match in phrase(document, passage) if match.region}
    return sorted(found)
