"""PDF: columns, headings, lists and tables as they are printed, with page and place of every character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from medlint.errors import DocumentError
from medlint.model import Document
from medlint.parsers import (
    language,
    pdf_asides,
    pdf_glyphs,
    pdf_lines,
    pdf_notes,
    pdf_order,
    pdf_running,
    pdf_text,
)
from medlint.parsers.builder import Builder
from medlint.parsers.chunk import Chunk, write
from medlint.parsers.outline import arrange
from medlint.parsers.pdf_blocks import Written
from medlint.parsers.pdf_boxes import Boxes
from medlint.parsers.pdf_glyphs import Glyphs, Page
from medlint.parsers.pdf_stacks import Stack
from medlint.parsers.pdf_text import Part
from medlint.parsers.placed import PlacedDocument, placed

if find_spec("pypdfium2") is None:
    # What needs it is a process of its own, which would tell too late.
    raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")


def parse(path: str, data: bytes, sha256: str) -> Document:
    """Return a PDF file as its reader sees it.

    Raises:
        DocumentError: it is none, it is damaged, encrypted or too big, or all of it is pictures.
    """
    return made(path, pdf_glyphs.read(path, data), sha256)


def made(path: str, glyphs: Glyphs, sha256: str) -> PlacedDocument:
    """Return the document that the characters of a file make."""
    if not any(map(len, glyphs.pages)):
        problem = "no page has a text layer, as in a scan: nothing could be checked"
        raise DocumentError(path, problem, "Run text recognition (OCR) on it")
    not_read = [*_not_read(glyphs.pages)]
    parts, words = _parts(glyphs.pages)
    boxes = Boxes(glyphs.pages)
    written = Written(boxes, words)
    others: Counter[str] = Counter()  # passages that are not English
    for part in parts:
        if found := language.foreign(part.text):
            others[found] += 1
        else:
            written.add(part)
    pdf_asides.add(written, glyphs.pages)
    builder = Builder(written.text)
    chunks = arrange(written.chunks)
    for chunk in chunks:
        write(builder, chunk)
    built = builder.build(
        path, sha256, meta=_meta(glyphs, chunks), not_checked=(*_passages(others), *not_read)
    )
    return placed(built, boxes)


def _parts(pages: Sequence[Page]) -> tuple[list[Part], frozenset[str]]:
    """Return what stands on the pages, in reading order, and the words that are not cut by a line's end."""
    read = [pdf_lines.lines(page) for page in pages]
    bodies, running = pdf_running.parted([body for body, _ in read])
    stacks = [pdf_order.ordered(body) for body in bodies]
    lines = [line for body in bodies for line in body]
    usual = pdf_text.measures(lines, (stack for page in stacks for stack in page))
    found = pdf_notes.placed(pdf_text.parts(stacks, usual))
    # What runs through the pages, or is written across them, would part the paragraphs in between.
    last = [stack for _, aside in read for stack in pdf_order.ordered(aside)]
    last += [Stack([line], edges=(line.left, line.right)) for line in running]
    for part in (part for stack in last for part in pdf_text.parts([[stack]], usual)):
        part.what = "text" if part.what == "heading" else part.what
        found.append(part)
    return found, frozenset(pdf_text.words(lines))


def _meta(glyphs: Glyphs, chunks: Sequence[Chunk]) -> dict[str, Any]:
    heading = next((chunk.text for chunk in chunks if chunk.kind == "heading" and chunk.level == 1), None)
    return ({"title": heading} if heading else {}) | glyphs.meta


def _passages(others: Counter[str]) -> Iterator[str]:
    for name, number in sorted(others.items()):
        yield f"{number} passage{'s' * (number > 1)} in {name}"


def _not_read(pages: Sequence[Page]) -> Iterator[str]:
    damaged = [page.number for page in pages if page.is_damaged]
    if damaged:
        yield f"{_counted(damaged)} damaged"
    scanned = [page.number for page in pages if not len(page) and not page.is_damaged and page.images]
    if scanned:
        yield f"{_counted(scanned)} without a text layer, such as a scan"
    told = sum(page.told for page in pages)
    if told:
        yield f"{_number(told, 'image')}: only the alternative text was read"
    images = sum(page.images - page.told for page in pages if len(page))
    if images:
        yield f"{_number(images, 'image')} not read"
    if fields := sum(page.fields for page in pages):
        yield f"{_number(fields, 'form field')} without words that can be read"


def _counted(numbers: Sequence[int]) -> str:
    """Return `2 pages (3, 4)`."""
    listed = ", ".join(map(str, numbers[:20])) + (", …" if len(numbers) > 20 else "")
    return f"{len(numbers)} page{'s' * (len(numbers) > 1)} ({listed})"


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number > 1)}"
