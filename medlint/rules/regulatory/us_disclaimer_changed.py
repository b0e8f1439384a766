"""The disclaimer of dietary supplements is prescribed word for word.

21 CFR 101.93(c) gives its text for one statement and for several. Other words, “FDA” in place of the full
name among them, or one of its two sentences alone, do not fulfil the duty.
"""

import re
from collections.abc import Iterator

from medlint import disclaimer
from medlint.model import Document, Match
from medlint.rule import rule

_MEANT = r"\b(?:statements?|claims?|information|disease)\b"  # an app that is not approved is another matter
_SHOWN = "These statements have not been evaluated by the Food and Drug Administration. "
_OTHER = "This product is not intended to diagnose, treat, cure, or prevent any disease."


@rule(
    id="regulatory.us-disclaimer-changed",
    message="The prescribed disclaimer reads differently: {change}.",
    severity="warning",
    needs="wording",
    advice=(
        "Write: “This statement has not been evaluated by the Food and Drug Administration. This product is "
        "not intended to diagnose, treat, cure, or prevent any disease.” For several, it opens “These "
        "statements have not been”."
    ),
    sources=("us-101-93c", "us-403r6"),
    profiles=("us",),
    scope="document",
    anchors=("evaluated", "diagnose", "administration", "fda"),
    bad=(
        f"Zindra supports sleep.* *[[These statements have not been evaluated by the FDA]]. {_OTHER}",
        f"Zindra supports sleep.* {_SHOWN}[[This product is not meant to treat any disease]].",
        f"Zindra supports sleep.* [[{_OTHER[:-1]}]].",
    ),
    good=(
        f"Zindra supports sleep.* *{_SHOWN}{_OTHER}",
        f"ZINDRA SUPPORTS SLEEP.* {(_SHOWN + _OTHER).upper()}",
        "The app is not intended to diagnose anything.",
        "Homeopathic products have not been approved by the FDA.",
    ),
    misses=("Zindra supports sleep.* [[Not evaluated]]: ask us what that means.",),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the sentences of the disclaimer that differ, and one that stands without the other."""
    found = disclaimer.parts(document)
    if not any(re.search(_MEANT, document.folded[p.region.start : p.region.end]) for p in found):
        return
    exact = {part.number for part in found if not part.change}
    for part in found:
        if part.change and part.number not in exact:  # beside the fixed words, others may say more
            yield Match(part.region, {"change": part.change})
    numbers = {part.number for part in found}
    if len(numbers) == 1 and found and not found[0].change:
        missing = disclaimer.FIXED[1 - found[0].number]
        yield Match(found[0].region, {"change": f"“{missing}” is missing"})
