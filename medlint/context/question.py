"""Does the sentence ask: "Is it safe?", or leave it open: "ask whether it is safe"?

A salesman's question covers its own sentence; the answer behind it is a claim.
"""

from __future__ import annotations

from medlint.context._clauses import is_cut
from medlint.context._cues import around, find
from medlint.expressions import expression
from medlint.model import Document, Region

# The mark that ends the words of the region, also before a closing quotation mark or bracket.
_MARK = expression(r"[?!]|\.(?=[\s\"')\]]|$)|;(?=\s)")
# "Whether it cures …" is open; "whether you are young or old" is not.
_WHETHER = expression(r"\W*whether (?!you\b|your\b|it's\b|it is\b|at\b|for\b|in\b)")


def holds(document: Document, region: Region) -> bool:
    """Say whether the words are asked and not stated."""
    sentence = around(document, region)
    mark = _MARK.search(document.folded, max(region.start, region.end - 1), sentence.end)
    if mark is not None and mark.group() == "?":
        return True
    if any(
        not is_cut(document, cue.end(), region.start)
        for cue in find(document, ("indirect-questions",), sentence.start, region.start)
    ):
        return True
    opened = _WHETHER.match(document.plain, sentence.start)
    return opened is not None and "," not in document.plain[opened.end() : region.start]
