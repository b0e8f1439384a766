"""Findings → edits of a file: the fewest whole words, at a place that stands in the file as it is read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from medlint.fixing.protected import Words, reason
from medlint.model import Document, Finding, Region

_TOKEN = re.compile(r"\w+|\s|[^\w\s]")
_LOOKED_AT = 8  # runs that begin before a place and may hold it: a file shows few things twice
NOT_AS_READ = "not written in the file as they are read"
"""Why words cannot be changed that have markup, an entity or a line break between them."""


@dataclass(frozen=True)
class Edit:
    """One change of a file."""

    finding: Finding
    words: Region  # of the text: all that the finding is about
    region: Region  # of the text: what is changed
    start: int  # code points of the decoded file
    end: int  # end excluded
    new: str


def planned(document: Document, findings: Iterable[Finding]) -> tuple[list[Edit], dict[str, str]]:
    """Return the edits for fixable findings, by place, and why others are left: fingerprint → reason.

    Of edits whose words overlap the first stands, and of those at one place the longest, then the first
    by the rule's name: the others wait until the file is read again.
    """
    edits: list[Edit] = []
    left: dict[str, str] = {}
    for finding in sorted(findings, key=_order):
        found = _edit(document, finding)
        if isinstance(found, str):
            left[finding.fingerprint] = found
        elif not edits or edits[-1].words.end <= found.words.start:
            edits.append(found)
    return edits, left


def region_of(document: Document, finding: Finding) -> Region | None:
    """Return where the words of a finding stand in the text; None where they cannot be found again."""
    if finding.start is None:
        return None
    anchors = document.anchors
    starts, runs = document.derived(_runs)
    for index in range(bisect_right(starts, finding.start) - 1, -1, -1)[:_LOOKED_AT]:
        run = runs[index]
        offset = anchors.starts[run]
        if finding.start < anchors.source_ends[run]:
            # Characters of a run that is one whole stand at its beginning: then the words tell.
            shifted = offset + finding.start - starts[index]
            if document.text.startswith(finding.text, shifted):
                return Region(shifted, shifted + len(finding.text))
    return None


def _runs(document: Document) -> tuple[list[int], list[int]]:
    """Return where the runs of the text begin in the file, sorted, and the number of each."""
    source_starts = document.anchors.source_starts
    runs = sorted(range(len(source_starts)), key=source_starts.__getitem__)
    return [source_starts[run] for run in runs], runs


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return the text of a document with the changes made."""
    for edit in reversed(edits):
        text = text[: edit.region.start] + edit.new + text[edit.region.end :]
    return text


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.start or 0, -(finding.end or 0), finding.rule


def _edit(document: Document, finding: Finding) -> Edit | str:
    """Return the edit for a finding, or why there is none."""
    words = region_of(document, finding)
    if words is None or finding.start is None or finding.end is None:
        return NOT_AS_READ
    if why := reason(Words(document, words, finding.start, finding.end)):
        return why
    region, new = _smallest(finding.text, finding.suggestions[0], words.start)
    for place in _same(document.text, region) if not new else (region,):
        start, end = document.source(place)
        if document.source_text[start:end] == document.text[place.start : place.end]:
            return Edit(finding, words, place, start, end, new)
    return NOT_AS_READ


def _smallest(old: str, new: str, offset: int) -> tuple[Region, str]:
    """Return the stretch of the old words that has to change, and what then stands there."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    first = _common(before, after)
    most = min(len(before), len(after)) - first
    last = min(_common(before[::-1], after[::-1]), most)
    if first + last == len(before):
        # Nothing is taken away: what is added goes with a word beside it, which has a place in the file.
        if first and not before[first - 1].isspace():
            first -= 1
        elif last:
            last -= 1
        else:
            first -= 1
    start = offset + len("".join(before[:first]))
    end = offset + len(old) - len("".join(before[len(before) - last :]))
    return Region(start, end), "".join(after[first : len(after) - last])


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many tokens two rows begin with."""
    pairs = zip(first, second, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))


def _same(text: str, region: Region) -> Iterator[Region]:
    """Yield the stretches that leave the same text when they are taken away: of "the the", either "the"."""
    yield region
    for step in (1, -1):
        start, end = region.start, region.end
        for _ in range(len(text[start:end])):
            gone, come = (start, end) if step > 0 else (end - 1, start - 1)
            if not 0 <= come < len(text) or text[gone] != text[come]:
                break
            start, end = start + step, end + step
            yield Region(start, end)
