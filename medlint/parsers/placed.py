"""Documents of formats that have pages, slides or times: a place in the text is a place on one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Protocol

from medlint.model import Document, Position

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the lower left corner: the top is more than the bottom."""


class Places(Protocol):
    """Where the characters of a file's text stand."""

    def at(self, start: int, end: int) -> Place:
        """Return the place of a stretch of `Document.source_text`."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page or slide, from 1, and where on it, or a time; words on many lines or pages have the first's."""

    page: int | None = None
    slide: int | None = None
    paragraph: int | None = None
    box: Box | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Slides:
    """The slides of a presentation, each a stretch of the text."""

    starts: Sequence[int]

    def at(self, start: int, end: int) -> Place:  # noqa: ARG002 - a slide has no boxes
        """Return the slide that a stretch begins on."""
        return Place(slide=max(1, bisect_right(self.starts, start)))


@dataclass(frozen=True, slots=True)
class Cues:
    """The times at which the parts of a film's text are shown."""

    starts: Sequence[int]
    times: Sequence[str]

    def at(self, start: int, end: int) -> Place:  # noqa: ARG002 - words over two cues have the time of the first
        """Return the time at which a stretch begins; before the first cue there is none."""
        index = bisect_right(self.starts, start) - 1
        return Place(cue=self.times[index] if index >= 0 else None)


@dataclass(frozen=True, eq=False)
class PlacedDocument(Document):
    """A document whose positions tell page, slide or time too.

    With pages and slides, line and column count in the text that was read from the file: they sort
    findings and are what `explain --at` understands, and no viewer shows them.
    """

    places: Places | None = None

    def source_position(self, offset: int) -> Position:
        """Return line, column and place of one character of the file's text."""
        return self.place(offset, offset + 1)

    def place(self, start: int, end: int) -> Position:
        """Return the position of words: line and column of the first, with the box around them all."""
        position = super().source_position(start)
        if self.places is None:
            return position
        at = self.places.at(start, end)
        return replace(position, **{each.name: getattr(at, each.name) for each in fields(Place)})


def placed(document: Document, places: Places) -> PlacedDocument:
    """Return the document with its places."""
    given = {each.name: getattr(document, each.name) for each in fields(Document)}
    return PlacedDocument(**given, places=places)
