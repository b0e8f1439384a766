"""The blocks of a Markdown file, each read by a function of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tree_sitter import Node

from medlint.model import Kind
from medlint.parsers import html_block, inline, page, plain
from medlint.parsers.chunk import Chunk, Mark, Span, visible, without
from medlint.parsers.lines import Line, split

_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_HTML_HEADING = re.compile(r"</?h[1-6][\s>]", re.IGNORECASE)
_CODE = re.compile(r"[{}=<>;$]|^\s*(?:>>>|#)", re.MULTILINE)
_SHOWN = 200  # characters of a block's first line that tell what it is


class Place(NamedTuple):
    """In what a block stands."""

    kind: Kind = "paragraph"
    marker: str = ""
    group: int = 0
    level: int = 0
    is_top: bool = True


@dataclass
class Reading:
    """A file while it is read: what was found so far."""

    page: inline.Page
    elements: html_block.Elements = field(default_factory=html_block.Elements)
    chunks: list[Chunk] = field(default_factory=list)
    pictures: int = 0
    pictures_without_text: int = 0
    code_blocks: int = 0


def _read_paragraph(reading: Reading, node: Node, place: Place) -> None:
    content = _content(node)
    if content is None:
        return
    if _HTML_HEADING.match(reading.page.source_text, content.start_byte):
        _read_html(reading, content, place)  # the grammar takes "<h2>" for a word of a paragraph
        return
    span, holes = _span(reading, content), _holes(content)
    found = inline.parse(reading.page, *span, holes)
    lines = _lines(reading.page.source_text, span, holes)
    parts = list(split(lines, parts_sentences=False))
    marks = list(found.marks)
    for index, part in enumerate(parts):
        following = parts[index + 1].spans if index + 1 < len(parts) else ()
        limit = following[0][0] if following else span[1] + 1
        own = [mark for mark in marks if mark.start < limit]
        del marks[: len(own)]
        reading.chunks.append(_placed(reading, part, own, holes, place))
        place = place._replace(marker="")
    _read_images(reading, found.images)


def _placed(
    reading: Reading, part: Chunk, marks: Sequence[Mark], holes: Sequence[Span], place: Place
) -> Chunk:
    """Return a part of a paragraph with what stands in it and what it stands in."""
    spans = tuple(without(part.spans, holes))
    own = tuple(sorted([*part.marks, *marks], key=_start)) if part.marks else tuple(marks)
    chunk = replace(part, spans=spans, marks=own, text=visible(reading.page.source_text, spans, own, _SHOWN))
    if part.kind != "paragraph":
        return chunk
    is_item = place.kind == "list-item"
    return replace(
        chunk,
        kind=place.kind,
        marker=place.marker,
        group=place.group,
        level=place.level if is_item else 0,
        is_alone=part.is_alone and place.is_top,
    )


def _lines(source_text: str, span: Span, holes: Sequence[Span]) -> list[Line]:
    """Return the lines of a paragraph without what belongs to the blocks around it."""
    return [
        line
        for start, end in without([span], holes)
        for paragraph in plain.paragraphs(source_text, start, end)
        for line in paragraph
        if not page.is_definition(line.text)
    ]


def _read_heading(reading: Reading, node: Node, place: Place) -> None:
    del place
    content = _content(node)
    level = next((int(child.type[-8]) for child in node.named_children if "_marker" in child.type), 0)
    if content is None:
        return
    if not level:
        level = 1 if node.named_children[-1].type == "setext_h1_underline" else 2
    start, end = _span(reading, content)
    if node.type == "atx_heading" and (found := _CLOSING_HASHES.search(reading.page.source_text[start:end])):
        end = start + found.start()
    _append(reading, Chunk("heading", (), level=level), (start, end), _holes(content))


def _read_table(reading: Reading, node: Node, place: Place) -> None:
    if node.has_error:  # no table after all: the grammar would swallow the rows it cannot make sense of
        _read_error(reading, node, place)
        return
    group = next(reading.elements.groups)
    rows = (child for child in node.named_children if child.type in ("pipe_table_header", "pipe_table_row"))
    for number, row in enumerate(rows, start=1):
        for cell in row.named_children:
            if cell.type == "pipe_table_cell":
                _append(
                    reading,
                    Chunk("table-cell", (), group=group, row=number),
                    _span(reading, cell),
                )


def _append(reading: Reading, chunk: Chunk, span: Span, holes: Sequence[Span] = ()) -> None:
    """Add a block that is one stretch of Markdown."""
    found = inline.parse(reading.page, *span, holes)
    spans = tuple(without([span], holes))
    text = visible(reading.page.source_text, spans, found.marks, _SHOWN)
    reading.chunks.append(replace(chunk, spans=spans, marks=found.marks, text=text))
    _read_images(reading, found.images)


def _read_images(reading: Reading, images: Sequence[Span]) -> None:
    for start, end in images:
        if reading.page.source_text[start:end].strip():
            reading.pictures += 1
            marks = inline.parse(reading.page, start, end).marks
            reading.chunks.append(Chunk("alt-text", ((start, end),), marks))
        else:
            reading.pictures_without_text += 1


def _read_html(reading: Reading, node: Node, place: Place) -> None:
    span = _span(reading, node)
    chunks, images = html_block.parse(reading.page.source_text, span, _holes(node), reading.elements)
    for chunk in chunks:
        is_plain = chunk.kind == "paragraph" and not place.is_top
        kind, group = (place.kind, place.group) if is_plain else (chunk.kind, chunk.group)
        reading.chunks.append(replace(chunk, kind=kind, group=group))
    _read_images(reading, images)


def _read_definition(reading: Reading, node: Node, place: Place) -> None:
    """Show what is a footnote or a reference, though it has the form of a link's definition."""
    source_text = reading.page.source_text
    written = source_text[node.start_byte : node.end_byte]
    if written.lstrip().startswith("[^") or not page.is_address(written.partition("]:")[2]):
        lines = _lines(source_text, _span(reading, node), ())
        reading.chunks += [
            _placed(reading, part, (), (), place) for part in split(lines, parts_sentences=False)
        ]


def _read_fenced(reading: Reading, node: Node, place: Place) -> None:
    del node, place
    reading.code_blocks += 1


def _read_indented(reading: Reading, node: Node, place: Place) -> None:
    """Read an indented block, unless it is code: in such pages it is text moved in."""
    source_text = reading.page.source_text
    written = source_text[node.start_byte : node.end_byte]
    last = reading.chunks[-1] if reading.chunks else None
    in_quote = any(source_text[start:end].strip() for start, end in _holes(node))
    if in_quote or (_CODE.search(written) and not (last and last.kind == "footnote")):
        reading.code_blocks += 1
        return
    for chunk in _plain(reading, node, place):
        if last and last.kind == "footnote":
            chunk = replace(chunk, kind="footnote", marker=last.marker)
        reading.chunks.append(chunk)


def _read_error(reading: Reading, node: Node, place: Place) -> None:
    """Read what the grammar cannot make sense of as plain text: nothing is lost."""
    reading.chunks += _plain(reading, node, place)


def _plain(reading: Reading, node: Node, place: Place) -> list[Chunk]:
    return [
        replace(_placed(reading, part, (), (), place), is_alone=False)
        for paragraph in plain.paragraphs(reading.page.source_text, *_span(reading, node))
        for part in split(paragraph)
    ]


READERS: Mapping[str, Callable[[Reading, Node, Place], None]] = {
    "paragraph": _read_paragraph,
    "atx_heading": _read_heading,
    "setext_heading": _read_heading,
    "pipe_table": _read_table,
    "html_block": _read_html,
    "link_reference_definition": _read_definition,
    "fenced_code_block": _read_fenced,
    "indented_code_block": _read_indented,
    "ERROR": _read_error,
}
"""What reads a block, by its name in the grammar."""


def _content(node: Node) -> Node | None:
    """Return what a block says, without its marks."""
    for child in node.named_children:
        if child.type == "inline":
            return child
        if child.type == "paragraph":
            return _content(child)
    return None


def _span(reading: Reading, node: Node) -> Span:
    """Return where a node stands; the line end that the shadow adds is not in the file."""
    return node.start_byte, min(node.end_byte, len(reading.page.source_text))


def _holes(node: Node) -> tuple[Span, ...]:
    """Return the marks of the blocks around that stand at the beginning of lines."""
    return tuple(
        (child.start_byte, child.end_byte)
        for child in node.named_children
        if child.type == "block_continuation" and child.start_byte < child.end_byte
    )


def _start(mark: Mark) -> int:
    return mark.start
