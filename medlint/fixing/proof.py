"""Whether edits did what they should: the text changed nowhere else, and what was found is gone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from medlint.fixing.edits import NOT_AS_READ, Edit, edited, region_of
from medlint.model import CheckedDocument, Document, Region
from medlint.rule import SAFELY_FIXED

BRINGS_ANOTHER = "a change would bring about another finding"
STAYS = "a change would not be enough"


class _Found(NamedTuple):
    """What was found in a document, by place."""

    document: Document
    places: list[tuple[Region, str]]  # with the rule
    longest: int

    def rules_in(self, place: Region) -> Iterator[str]:
        """Yield the rule of each finding that shares a character with a place."""
        first = bisect_left(self.places, (Region(place.start - self.longest, 0), ""))
        for index in range(first, len(self.places)):
            region, rule = self.places[index]
            if region.start >= place.end:
                return
            if region.overlaps(place):
                yield rule

    def rules_around(self, place: Region) -> Counter[str]:
        """Return how often each rule found something in the sentences of a place."""
        most = max(0, len(self.document.text) - 1)
        first = self.document.sentence_at(max(0, place.start - 1))
        last = self.document.sentence_at(min(place.end + 1, most))
        return Counter(self.rules_in(Region(first.region.start, last.region.end)))


def problems(
    before: tuple[Document, CheckedDocument], after: tuple[Document, CheckedDocument], edits: Sequence[Edit]
) -> dict[int, str]:
    """Return which of the edits, by number, must not stay and why.

    All of them where the text is another one than it should be: then nobody knows whose fault it is. What a
    rule finds elsewhere now is no fault of an edit: some rules tell the first place on a page alone.
    """
    if after[0].text != edited(before[0].text, edits):
        return dict.fromkeys(range(len(edits)), NOT_AS_READ)
    was, now = _found(*before), _found(*after)
    own = {edit.finding.rule for edit in edits}
    kinds = {*SAFELY_FIXED, *(rule.partition(".")[0] for rule in own)}
    bad: dict[int, str] = {}
    for number, (edit, place) in enumerate(zip(edits, _moved(edits), strict=True)):
        if edit.finding.rule in now.rules_in(place):
            bad[number] = STAYS
            continue
        brought = now.rules_around(place) - was.rules_around(edit.region)
        if any(rule.partition(".")[0] in kinds and rule not in own for rule in brought):
            bad[number] = BRINGS_ANOTHER
    return bad


def _found(document: Document, checked: CheckedDocument) -> _Found:
    regions = ((region_of(document, finding), finding.rule) for finding in checked.findings)
    places = sorted((region, rule) for region, rule in regions if region is not None)
    return _Found(document, places, max((region.end - region.start for region, _ in places), default=0))


def _moved(edits: Sequence[Edit]) -> Iterator[Region]:
    """Yield where the new words stand; of words that are gone, the characters on both sides."""
    shift = 0
    for edit in edits:
        start = edit.region.start + shift
        yield Region(start, start + len(edit.new)) if edit.new else Region(max(0, start - 1), start + 1)
        shift += len(edit.new) - (edit.region.end - edit.region.start)
