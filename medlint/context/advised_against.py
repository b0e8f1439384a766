"""Are the words named as ones that should not be used: “people with epilepsy, not epileptics”?

Pages about language must name what they warn of.
"""

from __future__ import annotations

import re

from medlint.model import Document, Region

_WARNED_OF = re.compile(
    r"\b(?:instead of|rather than|avoid\w*|(?:do not|don't|never) (?:say|write|use)|the (?:term|word|label)s?"
    r"|called|not)(?: the| an?)? [\"']?$"
)
_LOOK_BACK = 40  # characters in which such a word stands


def holds(document: Document, region: Region) -> bool:
    """Say whether a warning of the words stands right before them."""
    start = max(document.sentence_at(region.start).region.start, region.start - _LOOK_BACK)
    return _WARNED_OF.search(document.folded, start, region.start) is not None
