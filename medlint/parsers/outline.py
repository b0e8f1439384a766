"""What blocks are by their company: headings of plain text, reference sections, items of one list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from medlint.parsers.chunk import Chunk

MAX_HEADING = 80
"""Characters of a heading in plain text: our own judgement."""

_NO_HEADING = re.compile(
    r"[.,;:!\u2026]$|^[\"'\u2018\u201c].*[\"'\u2019\u201d]$|https?://|www\.|@|\w{4}[.!]\s+[A-Z]"
    r"|[.!]\s?(?:\[\^?[\w, \u2013-]+\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)"
)
_BEGINS_HEADING = re.compile(r"[\"'\u2018\u201c(]?[^\W_a-z]|[^\w\s\"'\u2018\u201c(,.;)-]")
_REFERENCE_WORDS = (
    r"(?:references?|sources?|bibliography|literature(?:\s+cited)?|works\s+cited|further\s+reading"
    r"|citations?)"
)
_REFERENCE_HEADING = re.compile(
    rf"(?:\d+[.)]\s*)?(?:(?:scientific|selected|clinical|key|medical|list\s+of)\s+)?{_REFERENCE_WORDS}"
    rf"(?:\s+(?:and|&)\s+(?:{_REFERENCE_WORDS}|notes))?\s*:?",
    re.IGNORECASE,
)
_REFERENCE_LINE = re.compile(
    r"(?:references?|sources?)\s*:\s*(?:\[?(\d{1,3})(?:[.)\]]\s|\]))?\s*\S", re.IGNORECASE
)
_LOOKS_CITED = re.compile(r"\b(?:1[89]|20)\d\d\b|https?:|www\.|\bdoi\b", re.IGNORECASE)
# What stands below the references without being one.
_FOOTER = re.compile(
    r"(?:page\s+|medically\s+|date\s+|last\s+)*(?:reviewed|updated|published|written|modified|version"
    r"|author|reviewer|disclaimer|contact|copyright|note|important)\b|©",
    re.IGNORECASE,
)


def is_heading(text: str) -> bool:
    """Say whether a line that stands alone reads like a heading."""
    return (
        0 < len(text) <= MAX_HEADING
        and not _NO_HEADING.search(text)
        and bool(_BEGINS_HEADING.match(text))
        and any(character.isalpha() for character in text)
    )


def is_reference_heading(text: str) -> bool:
    """Say whether a line announces the references: "References", "Further reading:"."""
    return len(text) <= MAX_HEADING and bool(_REFERENCE_HEADING.fullmatch(text))


def arrange(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Return the blocks with headings, references and lists told apart, in the same order."""
    return tuple(_grouped(tuple(_with_references(_with_headings(chunks)))))


def _with_headings(chunks: Sequence[Chunk]) -> Iterable[Chunk]:
    """Make headings of lines that stand alone and are followed by something."""
    last = max((index for index, chunk in enumerate(chunks) if chunk.kind), default=-1)
    is_first = True
    for index, chunk in enumerate(chunks):
        if chunk.kind == "heading" and not chunk.level:
            yield replace(chunk, level=1 if is_first else 2)
        elif index < last and chunk.is_alone and _becomes_heading(chunks, index):
            yield replace(chunk, kind="heading", level=1 if is_first else 2)
        else:
            yield chunk
        is_first = is_first and chunk.kind is None


def _becomes_heading(chunks: Sequence[Chunk], index: int) -> bool:
    chunk = chunks[index]
    if chunk.kind == "paragraph":
        return is_heading(chunk.text)
    # "1. What Zelpax is" above a paragraph: the number of a chapter, not of an item.
    is_numbered = chunk.kind == "list-item" and chunk.marker[:1].isdigit() and not chunk.group
    neighbours = [*chunks[index - 1 : index], *chunks[index + 1 : index + 2]] if index else list(chunks[1:2])
    return is_numbered and is_heading(chunk.text) and all(other.kind != "list-item" for other in neighbours)


def _with_references(chunks: Iterable[Chunk]) -> Iterable[Chunk]:
    """Make references of what stands under a heading that announces them."""
    section = 0  # the level of that heading; 0 outside
    for chunk in chunks:
        if chunk.kind == "heading" and section and _LOOKS_CITED.search(chunk.text) and chunk.is_alone:
            yield replace(chunk, kind="reference", level=0)
            continue
        if chunk.kind == "heading":
            if is_reference_heading(chunk.text):
                section = chunk.level
            elif chunk.is_alone or chunk.level <= section:
                section = 0
        elif chunk.kind in ("paragraph", "list-item"):
            named = _REFERENCE_LINE.match(chunk.text)
            if section and _FOOTER.match(chunk.text):
                section = 0
            elif section or named:
                marker = chunk.marker or ((named[1] or "") if named else "")
                chunk = replace(chunk, kind="reference", marker=re.sub(r"\W", "", marker), level=0)
        yield chunk


def _grouped(chunks: Sequence[Chunk]) -> Iterable[Chunk]:
    """Give the items of one list one number, and each its level by indentation."""
    taken = max((chunk.group for chunk in chunks), default=0)
    group = 0  # of the list that is open; 0 for none
    levels: list[tuple[int, str]] = []  # indentation and sort of marker of each level of it
    for chunk in chunks:
        if chunk.kind != "list-item" or chunk.group:
            if chunk.kind:
                group = 0
            yield chunk
            continue
        sort = _sort(chunk.marker)
        while len(levels) > 1 and levels[-1][0] > chunk.indent:
            levels.pop()
        if not group or (chunk.indent <= levels[-1][0] and sort != levels[-1][1]):
            taken += 1
            group, levels = taken, []
        if not levels or chunk.indent > levels[-1][0]:
            levels.append((chunk.indent, sort))
        yield replace(chunk, group=group, level=len(levels))


def _sort(marker: str) -> str:
    """Return what the markers of one list have in common: the bullet, or how they count."""
    if any(character.isdigit() for character in marker):
        return "number"
    return "letter" if any(character.isalpha() for character in marker) else marker
