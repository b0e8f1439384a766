"""PPTX: slides with their notes, tables, charts and alternative texts; the place is the slide."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from medlint.model import Document
from medlint.parsers import pptx_package, pptx_shapes
from medlint.parsers.builder import Builder
from medlint.parsers.chunk import Chunk, write
from medlint.parsers.outline import arrange
from medlint.parsers.placed import Slides, placed
from medlint.parsers.pptx_text import Text

_NOTES = (
    ("hidden slide", "{} not shown, and not read"),
    ("image", "{}: only the alternative text was read"),
    ("image without alternative text", "{} not read"),
    ("embedded object", "{} not read"),
)


def parse(path: str, data: bytes, sha256: str) -> Document:
    """Return a PowerPoint file as its audience sees it, with the notes of the speaker.

    Raises:
        DocumentError: it is none, it is damaged, encrypted or holds macros, or it is too big to be opened.
    """
    deck = pptx_package.unpack(path, data)
    slides = pptx_shapes.Slides()
    written = _Written()
    try:
        for number, slide in enumerate(deck.slides, 1):
            written.starts.append(written.length)
            if slide._element.get("show") in ("0", "false"):  # noqa: SLF001 - python-pptx has no name for it
                slides.counts["hidden slide"] += 1
                continue
            written.add(pptx_shapes.texts(slide, number, slides))
        written.add(pptx_shapes.running(slides))
        meta = _meta(deck.core_properties)
    except pptx_package.DAMAGE as error:
        raise pptx_package.damaged(path, error) from error
    builder = Builder("".join(written.parts))
    chunks = arrange(written.chunks)
    for chunk in chunks:
        write(builder, chunk)
    built = builder.build(path, sha256, meta=_titled(meta, chunks), not_checked=(*_not_checked(slides),))
    return placed(built, Slides(written.starts))


@dataclass
class _Written:
    """The text so far: a paragraph a line, an empty line between slides."""

    parts: list[str] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("q"))  # of the slides
    length: int = 0

    def add(self, texts: Iterable[Text]) -> None:
        for text in texts:
            start, end = self.length, self.length + len(text.words)
            self.chunks.append(
                Chunk(
                    text.kind, ((start, end),), text.marks(start), text=" ".join(text.words.split()),
                    marker=text.marker, level=text.level, group=text.group, row=text.row, indent=text.indent,
                )
            )  # fmt: skip
            self._write(text.words + "\n")
        self._write("\n")

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def _meta(properties: Any) -> dict[str, Any]:
    found = {"title": properties.title, "author": properties.author, "language": properties.language}
    # What python-pptx writes into a new file is nobody's title.
    return {key: value for key, value in found.items() if value and value != "PowerPoint Presentation"}


def _titled(meta: dict[str, Any], chunks: Sequence[Chunk]) -> dict[str, Any]:
    heading = next((chunk.text for chunk in chunks if chunk.kind == "heading" and chunk.level == 1), None)
    return ({"title": heading} if heading else {}) | meta


def _not_checked(slides: pptx_shapes.Slides) -> Iterator[str]:
    for name, told in _NOTES:
        if number := slides.counts[name]:
            plural = name if number == 1 else name.replace("image", "images").replace("slide", "slides")
            plural = plural.replace("object", "objects") if number > 1 else plural
            yield told.format(f"{number} {plural}")
