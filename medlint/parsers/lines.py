"""How the lines of a paragraph form blocks, where the file does not say so.

For plain text, and for Markdown that is plain text in disguise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from medlint.model import Kind
from medlint.parsers.chunk import Chunk, Mark
from medlint.parsers.outline import is_reference_heading

_BULLETS = "•·∙●○◦▪▫■□‣⁃►▶▸➢➤➔→★☆✓✔✅❖◆◇"
_MARKER = re.compile(
    rf"""
    \[\^(?P<footnote>[^\]\s]+)\]:\s*
    | \[(?P<reference>\d{{1,3}})\]:?\s+(?=\S)
    | (?P<raised>[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{{1,3}})\s*(?=[^\W\d_])
    | (?P<bullet>[{_BULLETS}])\ufe0f?\s*
    | (?P<dash>[*+–—-])(?:\s+(?=\S)|(?<=[–-])(?=[^\W\d_]))
    | (?P<number>\d{{1,2}}[.)])(?:\s+(?=\S)|(?=[A-Z]))
    | (?P<bracketed>\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})\))\s+(?=\S)
    """,
    re.VERBOSE,
)
_RAISED = str.maketrans("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", "1230456789")
_REMARK = re.compile(r"medlint:\s*\S")
# Words and marks that no line of an address, a title or an advert ends with: our own judgement.
_OPEN_WORDS = (
    "a about after all also an and are as at be because been before between but by can could did "
    "do does during each every for from had has have he her his i if in into is it its many may "
    "might more most nor not no of on only or our over per she should since so some than that "
    "the their these they this those through to under until very was we were when which while "
    "who whose will with within without would you your dr prof mr mrs ms"
)
_OPEN_END = re.compile(
    rf"(?:^|\W)(?:{_OPEN_WORDS.replace(' ', '|')})\.?$|[,;(\u2013\u2014/&+-]$", re.IGNORECASE
)
_ENDED = re.compile(r"[.!?:;\u2026][\"'\u2019\u201d)\]]*$")
_FULL_STOP = re.compile(r"[.!?][\"'\u2019\u201d)\]]*$")
_FRESH = re.compile(
    r"[*_`~]*[\"'\u2018\u201c(\[]?"
    r"(?:[\u2013\u2014]?\s*[A-Z\u00c0-\u00de]|\d[\d \t/()+-]{5}|\d\S*\s+[A-Z]"
    r"|[^\w\s\"'\u2018\u201c\u2019\u201d(\[,.;:!?)\]%/*`~<\u2013\u2014-])"
)
_END = 12  # characters of a line's end that the patterns above need
_NARROW = 60  # characters of a line that may be one of an address or a verse
_WIDE = 120  # characters of a line that nobody wrapped
_TITLE_SHARE = 0.6  # of the width: an unfinished line so short was ended on purpose


class Line(NamedTuple):
    """A line without the white space around it."""

    text: str
    start: int  # code points of the file
    end: int  # end excluded
    indent: int = 0


class _Opening(NamedTuple):
    """What begins with a line."""

    kind: Kind
    marker: str = ""
    skip: int = 0  # characters of the marker and the space behind it
    indent: int = 0


class _Shape(NamedTuple):
    """What the line breaks of a paragraph mean."""

    width: int  # of the longest line
    is_verse: bool  # an address, a poem, an advert: every line for itself
    parts_sentences: bool


def split(lines: Sequence[Line], *, parts_sentences: bool = True) -> Iterator[Chunk]:
    """Yield the blocks of one paragraph, with their markers and the remarks between the lines.

    Args:
        lines: Of the paragraph, none empty.
        parts_sentences: Whether a line break behind a whole sentence can begin a paragraph, as in plain
            text and not in Markdown. What would run together to one false sentence is parted in both.
    """
    shape = _shape([line for line in lines if not _is_remark(line.text)], parts_sentences=parts_sentences)
    opening, before = _Opening("paragraph"), None
    part: list[Line] = []
    marks: list[Mark] = []
    waiting: list[Mark] = []
    for line in lines:
        if _is_remark(line.text):
            waiting.append(Mark(line.start, line.end, "comment", line.text))
            continue
        new = _opening(line, before, opening, shape)
        if new is not None:
            if part:
                yield _chunk(opening, part, marks)
            opening, part, marks = new, [], []
        part.append(line)
        marks += waiting
        waiting, before = [], line
    if part:
        yield _chunk(opening, part, marks, is_alone=len(lines) == 1)
    if waiting:
        yield Chunk(None, (), tuple(waiting))


def _is_remark(text: str) -> bool:
    """Say whether a line is addressed to medlint."""
    return text.startswith("medlint:") and bool(_REMARK.match(text))


def _chunk(
    opening: _Opening, part: Sequence[Line], marks: Sequence[Mark], *, is_alone: bool = False
) -> Chunk:
    first = part[0]
    return Chunk(
        kind=opening.kind,
        spans=((first.start + opening.skip, part[-1].end),),
        marks=tuple(marks),
        text=first.text[opening.skip :],
        marker=opening.marker,
        indent=first.indent,
        is_alone=is_alone,
    )


def _opening(line: Line, before: Line | None, current: _Opening, shape: _Shape) -> _Opening | None:
    """Return what begins with a line, or None where it goes on with what was there."""
    found = _MARKER.match(line.text)
    if found and _is_marker(found, line, before, current, shape):
        return _marked(found, line)
    if is_reference_heading(line.text) and _may_follow(line, before, shape):
        return _Opening("heading")
    if before is None or current.kind == "heading" or _breaks(line, before, current, shape):
        return _Opening("paragraph", indent=line.indent)
    return None


def _marked(found: re.Match[str], line: Line) -> _Opening:
    name, skip = found.lastgroup or "", found.end()
    marker = found[name]
    if name == "footnote":
        return _Opening("footnote", marker, skip, line.indent)
    if name in ("reference", "raised"):
        return _Opening("reference", marker.translate(_RAISED), skip, line.indent)
    return _Opening("list-item", marker, skip, line.indent)


def _is_marker(
    found: re.Match[str], line: Line, before: Line | None, current: _Opening, shape: _Shape
) -> bool:
    """Say whether what looks like a marker is one, and not the middle of a wrapped sentence."""
    name = found.lastgroup
    if name in ("footnote", "bullet"):
        return True
    follows = line.text[found.end() : found.end() + 4]
    if name in ("reference", "raised") and follows[:1].islower() and follows != "http":
        return False
    if before is None:
        return True
    if name == "dash" and before.text[-1] in "\"'\u2019\u201d":
        return False  # under a quotation stands who said it
    if name == "dash" and found[0][0] in "\u2013\u2014" and current.kind == "paragraph":
        # Such a dash parts a sentence as often as it begins an item.
        return bool(_ENDED.search(before.text[-_END:])) or (
            not follows[:1].islower() and _fits(line, before, shape)
        )
    if line.indent < current.indent:
        return True
    same_kind = current.kind == _marked(found, line).kind and current.kind != "paragraph"
    return (same_kind and name != "number") or _may_follow(line, before, shape) or _is_next(found, current)


def _is_next(found: re.Match[str], current: _Opening) -> bool:
    """Say whether a number follows on the item before."""
    digits, before = re.sub(r"\D", "", found[0]), re.sub(r"\D", "", current.marker)
    return bool(digits and before) and int(digits) == int(before) + 1


def _may_follow(line: Line, before: Line | None, shape: _Shape) -> bool:
    """Say whether a new thought can begin here: the line before has ended, or was ended on purpose."""
    return before is None or bool(_ENDED.search(before.text[-_END:])) or _fits(line, before, shape)


def _fits(line: Line, before: Line, shape: _Shape) -> bool:
    """Say whether the first word would have had room on the line before."""
    return len(before.text) + 1 + len(line.text.partition(" ")[0]) <= shape.width


def _breaks(line: Line, before: Line, current: _Opening, shape: _Shape) -> bool:
    """Say whether a line without a marker begins a block of its own."""
    if not _FRESH.match(line.text) or _OPEN_END.search(before.text[-_END:]):
        return False
    if current.kind != "paragraph":
        return line.indent <= current.indent and _fits(line, before, shape)
    if _ENDED.search(before.text[-_END:]):
        wanted = shape.is_verse or len(before.text) > _WIDE or _fits(line, before, shape)
        return wanted and shape.parts_sentences
    return shape.is_verse or (len(before.text) <= _TITLE_SHARE * shape.width and _fits(line, before, shape))


def _shape(lines: Sequence[Line], *, parts_sentences: bool) -> _Shape:
    width = max((len(line.text) for line in lines), default=0)
    is_verse = len(lines) > 1 and width < _NARROW and _is_verse(lines)
    return _Shape(width, is_verse, parts_sentences)


def _is_verse(lines: Sequence[Line]) -> bool:
    if not all(_FRESH.match(line.text) for line in lines):
        return False
    if any(_OPEN_END.search(line.text[-_END:]) for line in lines[:-1]):
        return False
    # Two such lines may be one sentence whose second line begins with a name by chance.
    ended = [bool(_FULL_STOP.search(line.text[-_END:])) for line in lines]
    return len(lines) > 2 or ended[0] or not ended[1]
