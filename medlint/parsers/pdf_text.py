"""From the lines of all pages to paragraphs, headings and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from medlint.parsers.pdf_pieces import Line
from medlint.parsers.pdf_stacks import Edges, Stack

# Parts of the size of the type, or of the pitch: our own judgement.
_PITCH = 1.45  # the usual one, where a document has too few lines to tell
_WIDER = 1.25  # a gap so much wider than the pitch parts paragraphs
_HEADING = 1.13  # type so much larger than the text's is a heading's
_SAME_SIZE = 0.08
_INDENT = 0.8
_LONGEST_HEADING = 150  # characters
_LONGEST_BOLD_HEADING = 90

_ENDED = re.compile(r"[.!?:][\"'\u2019\u201d)\]]*[\u00b9\u00b2\u00b3\u2070\u2074-\u2079,\u2013]*$")
_FRESH = re.compile(r"[\"'\u2018\u201c(]?[A-Z\u00c0-\u00de0-9]|[^\w\s\"'(\u2018\u201c]")
_INNER_STOP = re.compile(r"[a-z]{2}[.!?]\s+[A-Z]")
_SENTENCE_END = re.compile(r"[a-z)]\.$")
_BULLET = re.compile(r"[^\w\s\"'\u2018\u201c(\[]\s")

What = Literal["text", "heading", "table", "note"]


@dataclass(slots=True)
class Part:
    """Lines that a reader takes together, or a table."""

    what: What
    lines: list[Line]
    edges: Edges
    level: int = 0
    marker: str = ""  # of a note
    skip: int = 0  # characters of the marker and the space behind it
    rows: Sequence[Sequence[Stack]] = ()

    @property
    def text(self) -> str:
        """The words of its lines."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document."""

    size: float  # of the text
    is_bold: bool
    pitches: dict[int, float]  # by twice the size


def parts(pages: Sequence[Sequence[Stack]], measures: Measures) -> list[Part]:
    """Return what stands on the pages, paragraph by paragraph; one may go on over a column or page."""
    found: list[Part] = []
    for stack in (stack for page in pages for stack in page):
        if stack.rows:
            found.append(Part("table", [], stack.edges, rows=stack.rows))
            continue
        for index, line in enumerate(stack.lines):
            before = found[-1] if found and found[-1].what != "table" else None
            goes_on = before is not None and (
                _goes_on(before, line, measures) if index else _goes_over(before, line, measures)
            )
            if before is not None and goes_on:
                before.lines.append(line)
            else:
                found.append(Part("text", [line], stack.edges))
    _name_headings(found, measures)
    return found


def measures(lines: Sequence[Line], stacks: Iterable[Stack]) -> Measures:
    """Return the usual size, weight and pitch, each as most characters or lines have it."""
    sizes: Counter[float] = Counter()
    bold = 0
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
        bold += len(line.text) * line.is_bold
    size = max(sorted(sizes), key=sizes.__getitem__, default=10.0)
    gaps: dict[int, Counter[float]] = {}
    for stack in stacks:
        for one, other in pairwise(stack.lines):
            if abs(one.size - other.size) <= _SAME_SIZE * one.size:
                gaps.setdefault(_key(one), Counter())[round((one.base - other.base) / one.size, 1)] += 1
    # Of two that are as frequent, the narrower: the other parts paragraphs.
    pitches = {key: max(sorted(counts), key=counts.__getitem__) for key, counts in gaps.items()}
    return Measures(size, bold * 2 > sum(sizes.values()), pitches)


def _key(line: Line) -> int:
    return round(line.size * 2)


def _goes_on(part: Part, line: Line, usual: Measures) -> bool:
    """Say whether a line below another goes on with its paragraph."""
    before = part.lines[-1]
    if _differ(before, line, usual):
        return False
    pitch = min(usual.pitches.get(_key(line), _PITCH), 2 * _PITCH)
    if before.base - line.base > _WIDER * pitch * line.size:
        return False
    if _is_large(line, usual):
        return True
    if not (_ENDED.search(before.text) and _FRESH.match(line.text)):
        return True
    if _BULLET.match(line.text):
        return True  # items of a list are told apart where all their markers are known
    return not _is_indented(part, line) and not _ended_early(before, line, part.edges)


def _goes_over(part: Part, line: Line, usual: Measures) -> bool:
    """Say whether the first line of a column, box or page goes on with what ended the one before."""
    before = part.lines[-1]
    if _differ(before, line, usual) or _is_large(line, usual):
        return False
    if before.ends_hyphenated:
        return True
    return not _ENDED.search(before.text) and (
        line.text[:1].islower() or before.text.endswith((",", " and", " or", " the", " a", " of", " to"))
    )


def _differ(before: Line, line: Line, usual: Measures) -> bool:
    if abs(before.size - line.size) > _SAME_SIZE * max(before.size, line.size):
        return True
    is_new_weight = before.is_bold != line.is_bold and not usual.is_bold
    return is_new_weight and not line.text[:1].islower() and before.text[-1] not in ",;-\u00ad"


def _is_indented(part: Part, line: Line) -> bool:
    return line.left > part.lines[-1].left + _INDENT * line.size and len(part.lines) > 1


def _ended_early(before: Line, line: Line, edges: Edges) -> bool:
    """Say whether the first word of a line would have had room on the line before."""
    word = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) * len(word) / len(line.text)
    return before.right + 0.3 * line.size + width < edges[1] - 0.5 * line.size


def _is_large(line: Line, usual: Measures) -> bool:
    return line.size >= _HEADING * usual.size


def _name_headings(found: Sequence[Part], usual: Measures) -> None:
    """Say which paragraphs are headings, and of which level by their size."""
    headings = [part for part in found if part.what == "text" and _is_heading(part, usual)]
    sizes = sorted(
        {_key(part.lines[0]) for part in headings if _is_large(part.lines[0], usual)}, reverse=True
    )
    for part in headings:
        part.what = "heading"
        key = _key(part.lines[0])
        part.level = min(6, sizes.index(key) + 1 if key in sizes else len(sizes) + 1)


def _is_heading(part: Part, usual: Measures) -> bool:
    text = part.text
    if not any(character.isalpha() for character in text) or _BULLET.match(text):
        return False
    if all(_is_large(line, usual) for line in part.lines):
        return len(text) <= _LONGEST_HEADING and not _INNER_STOP.search(text)
    return (
        not usual.is_bold
        and all(line.is_bold for line in part.lines)
        and part.lines[0].size >= (1 - _SAME_SIZE) * usual.size
        and len(text) <= _LONGEST_BOLD_HEADING
        and not _INNER_STOP.search(text)
        and not _SENTENCE_END.search(text)
    )


def words(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the words of lines in lower case, those with a hyphen whole, but not what a line's end cuts."""
    for line in lines:
        found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*-?", line.text.lower())
        yield from (word for word in found if not word.endswith("-"))
