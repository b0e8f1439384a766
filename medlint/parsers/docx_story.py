"""The paragraphs of a Word file in reading order: body, tables, boxes, notes, headers and footers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from medlint.parsers import docx_blocks, docx_numbering, docx_package, docx_styles
from medlint.parsers.docx_names import OWN_AUTHOR, Element, W, below
from medlint.parsers.docx_walk import Paragraph, Piece, Role, Walk
from medlint.parsers.view import View

_TRACKED = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"))


@dataclass(frozen=True, eq=False)
class Story:
    """The text of a Word file, one line for each paragraph, and the way back for every character."""

    text: str
    paragraphs: tuple[Paragraph, ...]  # by place
    pieces: tuple[Piece, ...]  # by place
    left_out: Mapping[str, int]  # what was not read → how often
    languages: Mapping[str, int]  # characters by language
    comments: Mapping[str, tuple[int, int]]  # id → start and end

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the paragraphs begin, by place."""
        return tuple(paragraph.start for paragraph in self.paragraphs)

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph that holds a character of the text, or the last one before it."""
        return self.paragraphs[max(0, bisect_right(self.starts, offset) - 1)]


def read(package: Any, view: View = "final") -> Story:
    """Return what the reader of a Word file sees."""
    main = package.main_document_part
    walk = Walk(
        view,
        docx_styles.read(_root(main, "styles")),
        docx_numbering.read(_root(main, "numbering")),
        part=main,
    )
    walk.note_texts = dict(_note_texts(main))
    body = below(main.element, "body")
    if body is not None:
        docx_blocks.read_part(walk, main, body)
    docx_blocks.read_notes(walk, docx_blocks.NOTES)
    _read_furniture(walk, main)
    return Story(
        text="".join(walk.parts),
        paragraphs=tuple(walk.paragraphs),
        pieces=tuple(walk.pieces),
        left_out=walk.left_out,
        languages=walk.languages,
        comments={key: (min(span), max(span)) for key, span in walk.comments.items()},
    )


def changes(package: Any) -> int:
    """Return how many tracked changes a Word file has, without those that we suggested."""
    main = package.main_document_part
    kinds = ("footnotes", "endnotes", "header", "footer")
    parts = {id(part): part for kind in kinds for part in docx_package.related(main, kind)}
    roots = (main.element, *(docx_package.root(part) for part in parts.values()))
    return sum(change.get(f"{W}author") != OWN_AUTHOR for root in roots for change in root.iter(*_TRACKED))


def _root(main: Any, kind: str) -> Element | None:
    part = next(docx_package.related(main, kind), None)
    return None if part is None else docx_package.root(part)


def _note_texts(main: Any) -> Iterator[tuple[tuple[str, str], tuple[Any, Element]]]:
    for kind in docx_blocks.NOTES:
        for part in docx_package.related(main, kind):
            for note in docx_package.root(part).iterchildren():
                yield (kind, note.get(f"{W}id", "")), (part, note)


def _read_furniture(walk: Walk, main: Any) -> None:
    """Read headers and footers, each of them once, however many pages and sections show it."""
    seen: set[str] = set()
    roles: tuple[Role, ...] = ("header", "footer")
    for role in roles:
        for part in docx_package.related(main, role):
            walk.role, walk.anchor, walk.place = role, None, role.capitalize()
            before = len(walk.paragraphs), len(walk.parts), len(walk.pieces), walk.length
            docx_blocks.read_part(walk, part, docx_package.root(part))
            text = "".join(walk.parts[before[1] :])
            if text in seen:
                del walk.paragraphs[before[0] :], walk.parts[before[1] :], walk.pieces[before[2] :]
                walk.length = before[3]
            seen.add(text)
