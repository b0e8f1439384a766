"""Markdown: headings, paragraphs, lists, tables, quotes, footnotes, links, and HTML among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import tree_sitter_markdown
from tree_sitter import Language, Node, Parser

from medlint.model import Document
from medlint.parsers import front_matter, page
from medlint.parsers.blocks import READERS, Place, Reading
from medlint.parsers.builder import Builder
from medlint.parsers.chunk import Chunk, write
from medlint.parsers.html_block import Elements
from medlint.parsers.outline import arrange


def parse(path: str, source_text: str, sha256: str) -> Document:
    """Return a Markdown text as its reader sees it."""
    front = front_matter.read(source_text)
    reading = Reading(page.make(source_text, front.end))
    root = Parser(Language(tree_sitter_markdown.language())).parse(reading.page.shadow).root_node
    for node, place in _leaves(root, reading.elements):
        READERS[node.type](reading, node, place)
    builder = Builder(source_text)
    chunks = arrange(reading.chunks)
    for chunk in chunks:
        write(builder, chunk)
    return builder.build(
        path, sha256, meta=_meta(front.values, chunks), not_checked=_not_checked(front, reading)
    )


def _leaves(root: Node, elements: Elements) -> Iterator[tuple[Node, Place]]:
    """Yield the blocks that hold text, in order, each with what it stands in."""
    stack = [(root, Place())]
    while stack:
        node, place = stack.pop()
        if node.type in READERS:
            yield node, place
            continue
        if node.type == "block_quote":
            place = Place("quote", is_top=False)
        elif node.type == "list":
            level = place.level + 1
            place = Place("list-item", group=next(elements.groups), level=level, is_top=False)
        inside = [(child, place) for child in node.named_children]
        if node.type == "list_item":
            inside = _with_marker(inside)
        stack += reversed(inside)


def _with_marker(inside: list[tuple[Node, Place]]) -> list[tuple[Node, Place]]:
    """Give the marker of a list item to its first paragraph."""
    marker = inside[0][0].text if inside and inside[0][0].type.startswith("list_marker") else None
    for index, (child, place) in enumerate(inside):
        if child.type == "paragraph":
            inside[index] = child, place._replace(marker=(marker or b"").decode().strip())
            break
    return inside


def _meta(values: dict[str, Any], chunks: Sequence[Chunk]) -> dict[str, Any]:
    meta: dict[str, Any] = {"front_matter": values}
    heading = next((chunk.text for chunk in chunks if chunk.kind == "heading" and chunk.level == 1), None)
    title, language = values.get("title") or heading, values.get("language") or values.get("lang")
    return meta | ({"title": str(title)} if title else {}) | ({"language": str(language)} if language else {})


def _not_checked(front: front_matter.FrontMatter, reading: Reading) -> tuple[str, ...]:
    counted = (
        (reading.pictures, "{}: only the alternative text was read", "image"),
        (reading.pictures_without_text, "{} without alternative text", "image"),
        (reading.code_blocks, "{} not read", "code block"),
    )
    notes = [told.format(f"{number} {noun}{'s' * (number > 1)}") for number, told, noun in counted if number]
    return (*([front.problem] if front.problem else []), *notes)
