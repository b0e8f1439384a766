"""“1 in 8” beside “3 in 1,000” cannot be compared at a glance: many readers take 8 for the larger risk.

Chances that stand side by side need one denominator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule

_RATIO = re.compile(
    r"\b(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten) (?:\w+ ){0,2}?(?:in|out of"
    r"|of) (?:every |each )?(?P<whole>\d{1,3}(?:,\d{3})+|\d{2,7})\b(?! ?(?:%|percent|mg|ml|years?|hours?"
    r"|days?|weeks?|minutes?))"
)
_FEWEST = 2


@rule(
    id="plain-language.mixed-denominators",
    severity="note",
    not_for=("professional",),
    needs="wording",
    message="“{text}” counts in another number of people than “{other}” beside it.",
    advice="Give all chances of one paragraph in the same number of people: 125 in 1,000 and 3 in 1,000.",
    sources=("int-gig08", "us-cci", "uk-nhsnum"),
    scope="block",
    bad=(
        "Bleeding happens in 1 in 20 people and infection in [[1 in 1,000]].",
        "A rash is seen in 2 out of 50 users, sickness in [[3 out of 100]].",
    ),
    good=(
        "Bleeding happens in 50 in 1,000 people and infection in 1 in 1,000.",
        "It happens in 1 in 20 people, that is in 50 of 1,000.",
        "One in 20 people felt sick. The house was built in 1920.",
    ),
)
def check(document: Document, passage: Passage) -> Iterator[Match]:
    """Yield the first chance of a block that has another denominator than the one before it."""
    plain = document.plain[passage.region.start : passage.region.end]
    found = list(_RATIO.finditer(plain))
    for first, second in pairwise(found):
        between = plain[first.end() : second.start()]
        is_the_same = re.search(r"\b(?:that is|which is|i\.e|or|meaning|means)\b|[(=]", between) is not None
        if first["whole"] != second["whole"] and not is_the_same:
            start = passage.region.start
            region = Region(start + second.start(), start + second.end())
            yield Match(region, words={"other": passage.text[first.start() : first.end()]})
            return
