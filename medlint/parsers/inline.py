"""Markdown inside a block: emphasis, links, images, code, references, tags."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import tree_sitter_markdown
from tree_sitter import Language, Node, Parser

from medlint.parsers import tags
from medlint.parsers.chunk import Mark, Span

# Without one of these there is nothing to parse.
_COMMENT = re.compile(rb"(?s)(<!--)(.*?)(-->)")
_SPECIAL = re.compile(rb"[*_`\[<&\\~]|https?://|www\.")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'`\])]*[^\s<>\"'`\]).,;:!?*_]")
_HIDDEN = frozenset({"emphasis_delimiter", "code_span_delimiter"})
_LINKS = frozenset({"inline_link", "full_reference_link", "collapsed_reference_link", "shortcut_link"})
_CITATION = re.compile(r"\d{1,3}(?:\s*[,\u2013-]\s*\d{1,3})*")
_BLANK = re.compile(rb"[^\n]")


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file while it is read."""

    source_text: str
    shadow: bytes  # one byte for every code point of the file, so that offsets of the two agree
    addresses: Mapping[str, str]  # of the reference links, by label in lower case
    parser: Parser


@dataclass(frozen=True, slots=True)
class Inline:
    """What a stretch of Markdown holds besides text."""

    marks: tuple[Mark, ...] = ()  # by place
    images: tuple[Span, ...] = ()  # the alternative texts; an empty one where there is none


def parser() -> Parser:
    """Return a parser of Markdown's inline grammar."""
    return Parser(Language(tree_sitter_markdown.inline_language()))


def parse(page: Page, start: int, end: int, holes: Iterable[Span] = ()) -> Inline:
    """Return the marks of a stretch of the file; `holes` in it belong to the blocks around."""
    data = page.shadow[start:end]
    if not _SPECIAL.search(data):
        return Inline()
    for hole_start, hole_end in holes:
        blank = _BLANK.sub(b" ", data[hole_start - start : hole_end - start])
        data = data[: hole_start - start] + blank + data[hole_end - start :]
    data = _COMMENT.sub(_without_hyphens, data)
    marks: list[Mark] = []
    images: list[Span] = []
    stack = [page.parser.parse(data).root_node]
    while stack:
        node = stack.pop()
        images += _alternative(page, node, start)
        found = _marks(page, node, start)
        marks += found
        if node.type not in ("image", "html_tag"):
            stack += reversed(node.named_children)
    marks += _bare_addresses(page.source_text, start, end, marks)
    # A link closes before another opens, and opens before what is hidden at its first character.
    marks.sort(key=_order)
    return Inline(tuple(marks), tuple(images))


def _without_hyphens(comment: re.Match[bytes]) -> bytes:
    """Blank the hyphens inside a comment: the grammar would end it at the first two."""
    return comment[1] + comment[2].replace(b"-", b" ") + comment[3]


def _order(mark: Mark) -> tuple[int, bool, int]:
    return mark.start, mark.what != "close", mark.end


def _marks(page: Page, node: Node, shift: int) -> Iterator[Mark]:
    start, end = shift + node.start_byte, shift + node.end_byte
    if node.type in _HIDDEN or node.type == "image":
        yield Mark(start, end)
    elif node.type in _LINKS:
        yield from _link(page, node, shift)
    elif node.type in ("uri_autolink", "email_autolink"):
        yield from _linked(start, start + 1, end - 1, end, page.source_text[start + 1 : end - 1])
    elif node.type in ("entity_reference", "numeric_character_reference"):
        shown = html.unescape(page.source_text[start:end])
        if shown != page.source_text[start:end]:
            yield Mark(start, end, text=shown)
    elif node.type == "backslash_escape":
        yield Mark(start, start + 1)
    elif node.type == "hard_line_break":
        yield Mark(start, end, text=" ")
    elif node.type == "html_tag":
        yield from _tag(page.source_text, start, end)


def _linked(start: int, text_start: int, text_end: int, end: int, url: str) -> Iterator[Mark]:
    """Yield the marks of a link: what is hidden around its text, where it opens and closes."""
    if start < text_start:
        yield Mark(start, text_start)
    yield Mark(text_start, text_start, "open", url)
    yield Mark(text_end, text_end, "close")
    if text_end < end:
        yield Mark(text_end, end)


def _link(page: Page, node: Node, shift: int) -> Iterator[Mark]:
    start, end = shift + node.start_byte, shift + node.end_byte
    parts = {child.type: child for child in node.named_children}
    shown = parts.get("link_text")
    url = _address(page, node, parts, shift)
    if url is None:
        return  # no link is defined by that name: the brackets mean themselves
    if shown is None:
        yield Mark(start, end)
        return
    text_start, text_end = shift + shown.start_byte, shift + shown.end_byte
    if _CITATION.fullmatch(page.source_text, text_start, text_end):
        text_start, text_end = text_start - 1, text_end + 1  # [1] would run into the word before it
    yield from _linked(start, text_start, text_end, end, url)


def _address(page: Page, node: Node, parts: Mapping[str, Node], shift: int) -> str | None:
    """Return where a link leads, None if its label is not defined."""
    if node.type == "inline_link":
        target = parts.get("link_destination")
        if target is None:
            return ""
        return destination(page.source_text[shift + target.start_byte : shift + target.end_byte])
    named = parts.get("link_label") or parts.get("link_text")
    if named is None:
        return None
    return page.addresses.get(label(page.source_text[shift + named.start_byte : shift + named.end_byte]))


def destination(written: str) -> str:
    """Return an address without the angle brackets it may stand in."""
    return written[1:-1] if written.startswith("<") and written.endswith(">") else written


def label(written: str) -> str:
    """Return the name of a reference link as names are compared."""
    return " ".join(written.removeprefix("[").removesuffix("]").casefold().split())


def _alternative(page: Page, node: Node, shift: int) -> Iterator[Span]:
    """Yield where the words of an image stand, if the node is one."""
    start, end = shift + node.start_byte, shift + node.end_byte
    if node.type == "html_tag":
        for piece in tags.pieces(page.source_text, start, end):
            if piece.name == "img":
                yield tags.alternative(page.source_text, piece)
    if node.type == "image":
        shown = [child for child in node.named_children if child.type == "image_description"]
        yield (shift + shown[0].start_byte, shift + shown[0].end_byte) if shown else (start, start)


def _tag(source_text: str, start: int, end: int) -> Iterator[Mark]:
    if raised := tags.raised(source_text, start):
        yield raised
    for piece in tags.pieces(source_text, start, end):
        yield from tags.marks(piece)


def _bare_addresses(source_text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield links for addresses that stand in the text as they are."""
    taken = [(mark.start, mark.end) for mark in marks if mark.what == "shown"]
    starts = {mark.start for mark in marks if mark.what == "open"}
    index = 0
    for found in _ADDRESS.finditer(source_text, start, end):
        while index < len(taken) and taken[index][1] <= found.start():
            index += 1
        inside = index < len(taken) and taken[index][0] <= found.start()
        if not inside and found.start() not in starts:
            url = found[0] if found[0].startswith("http") else f"https://{found[0]}"
            yield Mark(found.start(), found.start(), "open", url)
            yield Mark(found.end(), found.end(), "close")
