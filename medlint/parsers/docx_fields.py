"""Fields of a Word file, of which the result is read and not the code; and links, which may be fields."""

from __future__ import annotations

import re

from medlint.parsers.chunk import Mark
from medlint.parsers.docx_names import Element, W
from medlint.parsers.docx_walk import Field, Walk

_LINK = re.compile(r"\s*HYPERLINK\s+(?:\\l\s+)?\"([^\"]*)\"", re.IGNORECASE)
_CONTENTS = re.compile(r"\s*(?:TOC|INDEX|TOA)\b", re.IGNORECASE)


def is_shown(walk: Walk) -> bool:
    """Say whether text is shown here, or part of a field that shows something else."""
    return all(each.is_result and not each.is_hidden for each in walk.fields)


def step(walk: Walk, element: Element) -> None:
    """Begin or end a field, or come to its result, as the mark says."""
    sort = element.get(f"{W}fldCharType") if walk.has_fields else None
    if sort == "begin":
        begin(walk)
    elif sort == "separate":
        show(walk)
    elif sort == "end":
        end(walk)


def begin(walk: Walk, code: str = "") -> None:
    """Open a field."""
    walk.fields.append(Field(code))


def show(walk: Walk) -> None:
    """Say that what follows is the result of the field opened last."""
    if not walk.fields:
        return
    field = walk.fields[-1]
    field.is_result = True
    if _CONTENTS.match(field.code):
        field.is_hidden = True
        walk.left_out["contents"] += 1
    elif found := _LINK.match(field.code):
        field.is_link = True
        open_link(walk, found[1])


def end(walk: Walk) -> None:
    """Close the field opened last."""
    if walk.fields and walk.fields.pop().is_link:
        close_link(walk)


def open_link(walk: Walk, url: str) -> None:
    """Say that what follows leads somewhere."""
    walk.line.marks.append(Mark(walk.length, walk.length, "open", url))
    walk.line.open_links += 1


def close_link(walk: Walk) -> None:
    """Say where the words of a link end; one that was opened in another paragraph has ended there."""
    if walk.line.open_links:
        walk.line.open_links -= 1
        walk.line.marks.append(Mark(walk.length, walk.length, "close"))
