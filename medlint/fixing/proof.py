"""Whether edits did what they should: the text changed nowhere else, and what was found is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from medlint.fixing.edits import NOT_AS_READ, Edit, edited, region_of
from medlint.model import CheckedDocument, Document, Finding, Region
from medlint.rule import SAFELY_FIXED

BRINGS_ANOTHER = "a change would bring about another finding"
STAYS = "a change would not be enough"

Placed = list[tuple[Finding, Region]]
"""What was found in a document, and where."""


def problem(
    before: tuple[Document, CheckedDocument], after: tuple[Document, CheckedDocument], edits: Sequence[Edit]
) -> str:
    """Return why the edits must not stay, "" where they are sound.

    What a rule finds elsewhere now is no fault of an edit: many rules tell the first place on a page alone.
    """
    if after[0].text != edited(before[0].text, edits):
        return NOT_AS_READ
    was, now = _placed(*before), _placed(*after)
    places = [*_moved(edits)]
    for edit, place in zip(edits, places, strict=True):
        if any(finding.rule == edit.finding.rule and region.overlaps(place) for finding, region in now):
            return STAYS
    own = {edit.finding.rule for edit in edits}
    kinds = {*SAFELY_FIXED, *(rule.partition(".")[0] for rule in own)}
    known = _rules_around(before[0], was, [edit.region for edit in edits])
    brought = _rules_around(after[0], now, places) - known
    return (
        BRINGS_ANOTHER if any(rule.partition(".")[0] in kinds for rule in brought if rule not in own) else ""
    )


def _placed(document: Document, checked: CheckedDocument) -> Placed:
    regions = ((finding, region_of(document, finding)) for finding in checked.findings)
    return [(finding, region) for finding, region in regions if region is not None]


def _moved(edits: Sequence[Edit]) -> Iterator[Region]:
    """Yield where the new words stand; of words that are gone, the characters on both sides."""
    shift = 0
    for edit in edits:
        start = edit.region.start + shift
        yield Region(start, start + len(edit.new)) if edit.new else Region(max(0, start - 1), start + 1)
        shift += len(edit.new) - (edit.region.end - edit.region.start)


def _rules_around(document: Document, found: Placed, places: Sequence[Region]) -> Counter[str]:
    """Return how often each rule found something in the sentences of the places."""
    most = max(0, len(document.text) - 1)
    sentences = set()
    for place in places:
        first = document.sentence_at(max(0, place.start - 1))
        last = document.sentence_at(min(place.end + 1, most))
        sentences.add(Region(first.region.start, last.region.end))
    return Counter(
        finding.rule for finding, region in found if any(region.overlaps(sentence) for sentence in sentences)
    )
