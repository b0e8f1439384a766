"""What a numeric claim is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from medlint.model import Region

Unit = Literal["percent", "ratio", "fraction", "multiple", "count", "change", "share"]
"""Kinds of figure: 40 %, one in eight, a quarter, three times, 15,000 people, 12 kilos, the vast majority."""

Bound = Literal["ceiling", "floor", "below", "about", "range", "none"]
"""Up to and more than, at least, fewer than, about, from … to …, or the figure alone."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that claims something about health or business."""

    region: Region  # the smallest stretch that carries the figure with its noun
    number: Region  # the figure with its unit
    unit: Unit
    values: tuple[float, ...]  # two of a range or a ratio; none of a share in words
    bound: Bound = "none"
    subjects: frozenset[str] = frozenset()  # success, survival … as the sentence names them
    comparator: str = ""  # what it is compared with, in the words of the text
    is_rate: bool = False  # called a rate: of success, of survival
    is_relative: bool = False  # by how much a risk or the frequency of an outcome changes
    is_outcome: bool = False  # what a treatment is said to do
    is_own: bool = False  # of a provider's own people and work
    has_time_frame: bool = False
    has_population: bool = False
    has_typical: bool = False  # an average, a median or a range stands beside it
    has_absolute: bool = False  # the risks that a relative change leads from and to stand beside it
