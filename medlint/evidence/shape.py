"""The shape of a registry of facts, as YAML writes it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Seen = Literal["confirmed", "second-hand", "recalled"]
"""How sure the figure is: seen in the source, seen in a report on it, or known and not looked up."""

Kind = Literal["figure", "statement"]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


class SourceShape(_Shape):
    """Where a fact can be read."""

    title: str = Field(min_length=1)
    year: int | None = None
    url: str | None = None
    seen: Seen


class MeasureShape(_Shape):
    """What is counted, by the words that name it."""

    words: list[str] = Field(min_length=1)
    opposite: list[str] = []  # words for all others: deaths, where the measure is survival


class SaysShape(_Shape):
    """A statement in parts; each part is a list of wordings of which one must stand there."""

    who: list[str] = Field(min_length=1)
    does: list[str] = Field(min_length=1)
    what: list[str] = Field(min_length=1)
    holds: bool  # whether it is true as it stands, or its denial is


class FactShape(_Shape):
    """A fact."""

    id: str = Field(pattern=r"[a-z0-9]+(-[a-z0-9]+)*")
    like: str | None = None  # the id of a fact above, from which it takes all that it does not say
    kind: Kind = "figure"
    statement: str = ""
    plain: str | None = None  # wording that an editor can paste
    topic: str | None = None
    measure: str | None = None
    unit: Literal["percent", "months", "years", "days", "weeks"] = "percent"
    value: float | tuple[float, float] | None = None
    range: tuple[float, float] | None = None  # values of other good studies of the same
    time: str | None = Field(default=None, pattern=r"\d+(\.\d+)? (day|week|month|year)s?")
    population: str | None = None
    people: list[str] = []  # words of `dimensions` that the figure is for: women, distant
    given: list[list[str]] = []  # of each list a word must stand in the sentence
    without: list[str] = []  # none of these may stand there
    as_of: str | None = Field(default=None, alias="as-of")
    sources: list[SourceShape] = []
    review_by: date | None = Field(default=None, alias="review-by")
    misstated: list[str] = []  # known false wordings, as phrases
    says: SaysShape | None = None


class RegistryShape(_Shape):
    """A registry."""

    registry: str
    dimensions: dict[str, dict[str, list[str]]] = {}  # sex: {women: [women, woman], men: [...]}
    topics: dict[str, list[list[str]]] = {}  # of each list a word must stand near
    measures: dict[str, MeasureShape] = {}
    facts: list[FactShape]
