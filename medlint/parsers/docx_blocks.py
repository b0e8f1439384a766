"""The blocks of a Word file: paragraphs, lists, tables, and what is anchored in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from medlint.model import Kind
from medlint.parsers import docx_fields, docx_inline, docx_styles
from medlint.parsers.docx_names import MC, Element, W, alternative, below, value
from medlint.parsers.docx_styles import Facts
from medlint.parsers.docx_walk import Line, Paragraph, Waiting, Walk

NOTES = ("footnotes", "endnotes")
"""The kinds of notes, by the names of their parts."""

_CONTENTS = "Table of Contents"


def read_part(walk: Walk, part: Any, parent: Element) -> None:
    """Read what stands in one part of the package."""
    kept = walk.part, walk.fields, walk.has_fields
    sorts = [each.get(f"{W}fldCharType") for each in parent.iter(f"{W}fldChar")]
    # A field that never ends would swallow all that follows.
    walk.has_fields = sorts.count("begin") == sorts.count("end")
    walk.part, walk.fields = part, []
    read(walk, parent)
    walk.part, walk.fields, walk.has_fields = kept


def read_notes(walk: Walk, kinds: Sequence[str]) -> None:
    """Read the notes that the text so far refers to, each once; a note may refer to another one."""
    kept = walk.role, walk.anchor, walk.place
    while kind := next((kind for kind in kinds if walk.notes_to_read[kind]), ""):
        key = kind, walk.notes_to_read[kind].popleft()
        if key in walk.note_texts:
            count, reference = walk.notes[key]
            place = f"{kind.capitalize()[:-1]} {count}"
            walk.role, walk.anchor, walk.place = "footnote", reference, place
            read_part(walk, *walk.note_texts[key])
    walk.role, walk.anchor, walk.place = kept


def read(walk: Walk, parent: Element) -> None:
    """Read the paragraphs and tables of a body, cell, note or box, in order."""
    joined: list[Element] = []  # paragraphs whose ends are not there
    for child in parent:
        reader = _BLOCKS.get(child.tag)
        if reader:
            reader(walk, child)
        elif child.tag == f"{W}p":
            joined.append(child)
            if not _is_joined(walk, child):
                _read_paragraph(walk, joined)
                joined = []
    if joined:
        _read_paragraph(walk, joined)


def _read_wrapper(walk: Walk, element: Element) -> None:
    if element.get(f"{W}author") is None or walk.stands(element):
        read(walk, element)


def _read_alternative(walk: Walk, element: Element) -> None:
    chosen = alternative(element)
    if chosen is not None:
        read(walk, chosen)


def _read_chunk(walk: Walk, element: Element) -> None:
    del element
    walk.left_out["chunk"] += 1


def _read_mark(walk: Walk, element: Element) -> None:
    docx_inline.read(walk, [element])


def _read_control(walk: Walk, element: Element) -> None:
    gallery = value(element, "sdtPr", "docPartObj", "docPartGallery")
    if gallery == _CONTENTS:
        walk.left_out["contents"] += 1
        return
    for content in element.iterchildren(f"{W}sdtContent"):
        read(walk, content)


def _is_joined(walk: Walk, paragraph: Element) -> bool:
    """Say whether a tracked change took away the end of a paragraph, or has yet to put it there."""
    mark = below(paragraph, "pPr", "rPr")
    added, taken = below(mark, "ins"), below(mark, "del")
    return (added is not None and not walk.stands(added)) or (taken is not None and not walk.stands(taken))


def _read_paragraph(walk: Walk, joined: list[Element]) -> None:
    """Read a paragraph, or several that are shown as one: it has the properties of the last."""
    properties = below(joined[-1], "pPr")
    style = walk.styles.of(value(properties, "pStyle"))
    facts = docx_styles.of_paragraph(properties).over(style)
    walk.line = Line(facts.over(walk.styles.default), walk.length)
    for paragraph in joined:
        docx_inline.read(walk, paragraph)
    while walk.line.open_links:
        docx_fields.close_link(walk)
    _end_line(walk, facts)
    waiting, walk.waiting = walk.waiting, []
    for each in waiting:
        _read_waiting(walk, each)
    if walk.role == "body":
        read_notes(walk, NOTES[:1])


def _end_line(walk: Walk, facts: Facts) -> None:
    line, end = walk.line, walk.length
    is_empty = not "".join(walk.parts[_first_part(walk, line.start) :]).strip()
    kind, level, group, marker = _kind(walk, facts, is_empty=is_empty)
    walk.paragraphs.append(
        Paragraph(
            start=line.start,
            end=end,
            role=walk.role,
            kind=kind,
            level=level,
            group=group,
            row=walk.row if kind == "table-cell" else 0,
            marker=marker,
            is_bold=line.is_bold and not is_empty,
            marks=tuple(line.marks),
            breaks=tuple(line.breaks),
            languages=tuple(line.languages),
            anchor=walk.anchor,
            place=walk.place,
        )
    )
    walk.parts.append("\n")
    walk.length += 1


def _first_part(walk: Walk, start: int) -> int:
    """Return the index of the first part of the text from `start` on."""
    index, place = len(walk.parts), walk.length
    while place > start:
        index -= 1
        place -= len(walk.parts[index])
    return index


def _kind(walk: Walk, facts: Facts, *, is_empty: bool) -> tuple[Kind, int, int, str]:
    """Return what a paragraph is, with its level, its group and its marker."""
    if walk.role == "footnote":
        return "footnote", 0, 0, walk.place.rpartition(" ")[2]
    if facts.level:
        return "heading", facts.level, 0, ""
    if facts.list_id and facts.list_id != "0" and not is_empty:
        marker = walk.numbering.next(facts.list_id, facts.list_level or 0)
        if marker is not None:
            return "list-item", (facts.list_level or 0) + 1, _list_group(walk, facts), marker
    if not is_empty:
        walk.last_list = ("", 0)
    if walk.role == "table":
        return "table-cell", 0, walk.group, ""
    return facts.kind or "paragraph", 0, 0, ""


def _list_group(walk: Walk, facts: Facts) -> int:
    """Return the number of the list that an item belongs to; a list inside another is part of it."""
    last_id, group = walk.last_list
    list_id = facts.list_id or ""
    if not group or (list_id != last_id and not facts.list_level):
        group = walk.take_group()
    walk.last_list = (last_id if group == walk.last_list[1] and facts.list_level else list_id, group)
    return group


def _read_waiting(walk: Walk, waiting: Waiting) -> None:
    """Read a text box or an alternative text."""
    kept = walk.role, walk.anchor, walk.place, walk.fields
    walk.fields = []
    if walk.role in ("body", "table"):
        walk.anchor = waiting.anchor
    if waiting.role == "alt":
        walk.role, walk.place = "alt", "Alternative text"
        _read_alternative_text(walk, waiting)
    else:
        walk.role = "box" if walk.role in ("body", "table") else walk.role
        walk.place = walk.place or "Text box"
        read(walk, waiting.element)
    walk.role, walk.anchor, walk.place, walk.fields = kept


def _read_alternative_text(walk: Walk, waiting: Waiting) -> None:
    start = walk.length
    walk.write(waiting.text, waiting.element, waiting.anchor)
    walk.paragraphs.append(
        Paragraph(start, walk.length, "alt", "alt-text", anchor=walk.anchor, place=walk.place)
    )
    walk.parts.append("\n")
    walk.length += 1


def _read_table(walk: Walk, table: Element) -> None:
    rows = [[*_inside(row, "tc")] for row in _inside(table, "tr") if _is_there(walk, below(row, "trPr"))]
    if len(rows) == 1 and len(rows[0]) == 1:
        read(walk, rows[0][0])  # a frame around text, no table
        return
    kept = walk.role, walk.row, walk.group
    walk.role = "table" if walk.role in ("body", "table") else walk.role
    walk.group, walk.last_list = walk.take_group(), ("", 0)
    for index, row in enumerate(rows, start=1):
        for cell in row:
            walk.row = index
            if not _continues(cell) and _is_there(walk, below(cell, "tcPr")):
                read(walk, cell)
    walk.role, walk.row, walk.group = kept
    walk.last_list = ("", 0)
    if walk.role == "body":
        read_notes(walk, NOTES[:1])


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those inside a control."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag == f"{W}sdt":
            for content in child.iterchildren(f"{W}sdtContent"):
                yield from _inside(content, name)
        elif child.tag == f"{W}customXml":
            yield from _inside(child, name)


def _is_there(walk: Walk, properties: Element | None) -> bool:
    """Say whether no tracked change took away a row or cell, or has yet to put it there."""
    changes = (below(properties, name) for name in ("ins", "del", "cellIns", "cellDel"))
    return all(walk.stands(change) for change in changes if change is not None)


def _continues(cell: Element) -> bool:
    """Say whether a cell is the lower part of one above, whose text alone is shown."""
    merged = below(cell, "tcPr", "vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"


_BLOCKS: Mapping[str, Callable[[Walk, Element], None]] = {
    f"{W}tbl": _read_table,
    f"{W}sdt": _read_control,
    **dict.fromkeys((f"{W}customXml", f"{W}smartTag"), read),
    **dict.fromkeys((f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom"), _read_wrapper),
    f"{MC}AlternateContent": _read_alternative,
    f"{W}altChunk": _read_chunk,
    **dict.fromkeys((f"{W}commentRangeStart", f"{W}commentRangeEnd"), _read_mark),
}
"""What reads a part of the text that is no paragraph, by its name."""
