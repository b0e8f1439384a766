"""A block of the page as LanguageTool shall read it: what is no prose is left out or stands for a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from medlint.model import Document, Passage, Region
from medlint.references import citations

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\"'.,;:!?)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_FEWEST_WORDS = 2  # a lone word has no grammar


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block: prose, or what is read as something else."""

    text: str
    read_as: str | None = None  # None: as it stands; "": not at all


@dataclass(frozen=True, slots=True)
class Annotated:
    """A block to be asked about; the pieces joined are its text."""

    block: Passage
    pieces: tuple[Piece, ...]

    @property
    def annotation(self) -> tuple[dict[str, str], ...]:
        """The pieces in LanguageTool's form."""
        return tuple(
            {"text": piece.text}
            if piece.read_as is None
            else {"markup": piece.text, "interpretAs": piece.read_as}
            if piece.read_as
            else {"markup": piece.text}
            for piece in self.pieces
        )

    def touches_substitute(self, start: int, end: int) -> bool:
        """Say whether a stretch of the block holds, or stands next to, a word that we put there."""
        at = 0
        for piece in self.pieces:
            stop = at + len(piece.text)
            if piece.read_as and start <= stop + 1 and at - 1 <= end:
                return True
            at = stop
        return False

    def holds_markup(self, start: int, end: int) -> bool:
        """Say whether a stretch of the block holds something that was not read as it stands."""
        at = 0
        for piece in self.pieces:
            stop = at + len(piece.text)
            if piece.read_as is not None and start < stop and at < end:
                return True
            at = stop
        return False


def blocks(document: Document) -> tuple[Annotated, ...]:
    """Return the blocks that hold prose; a reference is somebody else's title."""
    code = _code(document)
    return tuple(
        Annotated(block, tuple(_pieces(block, code)))
        for block in document.blocks
        if block.kind != "reference" and len(_WORD.findall(block.text)) >= _FEWEST_WORDS
    )


def _code(document: Document) -> tuple[Region, ...]:
    """Return where words stand that the file marks as code."""
    if "`" not in document.source_text or not document.path.endswith((".md", ".markdown")):
        return ()
    found = []
    for code in _CODE.finditer(document.source_text):
        start, last = document.text_offset(code.start(2)), document.text_offset(code.end(2) - 1)
        if start is not None and last is not None and start <= last:
            found.append(Region(start, last + 1))
    return tuple(found)


def _pieces(block: Passage, code: Sequence[Region]) -> Iterator[Piece]:
    at = 0
    for start, end, read_as in _left_out(block, code):
        if start < at:
            continue
        if start > at:
            yield Piece(block.text[at:start])
        yield Piece(block.text[start:end], read_as)
        at = end
    if at < len(block.text):
        yield Piece(block.text[at:])


def _left_out(block: Passage, code: Sequence[Region]) -> list[tuple[int, int, str]]:
    """Return what is not read as it stands, by place."""
    shift = block.region.start
    inside = [region for region in code if block.region.contains(region)]
    found = [(region.start - shift, region.end - shift, "code") for region in inside]
    found += [(each.start(), each.end(), "the page") for each in _ADDRESS.finditer(block.text)]
    for marker in citations.markers(block.text):
        start = marker.start
        while start and block.text[start - 1] == " ":
            start -= 1  # "tissue [1]." is read as "tissue."
        found.append((start, marker.end, ""))
    return sorted(found)


def from_utf16(text: str) -> Sequence[int]:
    """Return for each offset in UTF-16 units the offset in code points; a half of a pair is its whole."""
    if text.isascii():
        return range(len(text) + 1)
    units = [2 if ord(character) > 0xFFFF else 1 for character in text]
    return [point for point, count in enumerate(units) for _ in range(count)] + [len(text)]


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units a text has."""
    return len(text) if text.isascii() else sum(2 if ord(character) > 0xFFFF else 1 for character in text)


def starts(texts: Sequence[str], gap: int) -> list[int]:
    """Return where texts begin, in UTF-16 units, that are joined with `gap` units between them."""
    return list(accumulate((utf16_length(text) + gap for text in texts), initial=0))[:-1]
