"""Places in a text and in its file, and the way from one to the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """Characters (code points) of `Document.text`, from 0, end excluded."""

    start: int
    end: int

    def overlaps(self, other: Region) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Region) -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Position:
    """Where something stands, for people: everything counts from 1."""

    line: int
    column: int
    page: int | None = None
    slide: int | None = None
    paragraph: int | None = None
    box: tuple[float, float, float, float] | None = None
    cue: str | None = None  # when it is shown in a film: hours, minutes and seconds, such as 00:01:07


@dataclass(frozen=True, slots=True)
class Anchors:
    """The way back from a document's text to its file, one run of characters after another.

    Run i covers the text from `starts[i]` to `starts[i + 1]` and the file from `source_starts[i]` to
    `source_ends[i]`. Where both are equally long the characters correspond one to one; elsewhere
    (a line break shown as a space, an entity, a ligature) the run is one whole.
    """

    starts: Sequence[int]  # code points of the text, from 0, strictly rising
    source_starts: Sequence[int]  # code points of the decoded file, from 0
    source_ends: Sequence[int]  # end excluded
    length: int  # of the text

    def source(self, region: Region) -> tuple[int, int]:
        """Return start and end (excluded) of `region` in code points of the decoded file."""
        if not 0 <= region.start <= region.end <= self.length:
            raise IndexError(f"{region} is outside a text of {self.length} characters")
        start, _ = self._character(region.start)
        if region.end == region.start:
            return start, start
        _, end = self._character(region.end - 1)
        # The words of an image are shown behind the block that holds it.
        return min(start, end), max(start, end)

    def text_offset(self, source_offset: int) -> int | None:
        """Return where a code point of the file stands in the text; None where it is not shown."""
        for run, start in enumerate(self.starts):
            source_start, source_end = self.source_starts[run], self.source_ends[run]
            if source_start <= source_offset < source_end:
                end = self.starts[run + 1] if run + 1 < len(self.starts) else self.length
                is_one_to_one = end - start == source_end - source_start
                return start + (source_offset - source_start if is_one_to_one else 0)
        return None

    def _character(self, offset: int) -> tuple[int, int]:
        """Return where the character at `offset` stands in the file; at the end of the text, nothing."""
        if not self.starts:
            return 0, 0
        if offset == self.length:
            end = self.source_ends[-1]
            return end, end
        run = bisect_right(self.starts, offset) - 1
        run_end = self.starts[run + 1] if run + 1 < len(self.starts) else self.length
        source_start, source_end = self.source_starts[run], self.source_ends[run]
        if run_end - self.starts[run] != source_end - source_start:
            return source_start, source_end
        place = source_start + offset - self.starts[run]
        return place, place + 1
