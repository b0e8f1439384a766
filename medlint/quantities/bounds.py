"""Which side of a figure is left open: up to, at least, fewer than, about."""

from __future__ import annotations

from medlint.expressions import expression
from medlint.quantities.line import Draft, Line
from medlint.quantities.quantity import Bound

_CEILING = (
    r"up to(?: as much as| as many as| more than)?|as many as|as much as|as high as|(?:well )?over|more than"
    r"|above|upwards? of|in excess of|greater than|exceeding|maximum of"
)
_FLOOR = r"at least|at the very least|a minimum of|minimum|(?:no|not) (?:fewer|less) than"
_BELOW = r"fewer than|less than|lower than|under|below|(?:no|not) more than|at most"
_ABOUT = (
    r"nearly|almost|about|around|approximately|roughly|some|an estimated|estimated|close to"
    r"|(?:an )?average of|on average|average|circa|ca"
)
_WORDS: tuple[tuple[Bound, str], ...] = (
    ("floor", _FLOOR),
    ("below", _BELOW),
    ("ceiling", _CEILING),
    ("about", _ABOUT),
)
_LEADS = tuple(
    (bound, expression(rf"(?:^|\W)(?P<words>(?:{words})) (?:(?:an?|the|about|around|nearly|some) )?$"))
    for bound, words in _WORDS
)
_ALONE = expression(r"(?:^|\W)(?P<words>only|just|merely|our|its|the|an?) $")
_PLUS = expression(r"\+|\s?plus\b")
_WIDTH = 40  # characters that the words of a bound may take


def bound_of(line: Line, draft: Draft) -> tuple[Bound, int]:
    """Return the bound of a figure, and where the words that belong to it begin."""
    start, end = draft.number
    lead = line.text[max(0, start - _WIDTH) : start]
    for bound, pattern in _LEADS:
        if found := pattern.search(lead):
            begins = start - len(lead) + found.start("words")
            return ("floor" if _means_about(draft, bound, found["words"]) else bound), begins
    if draft.unit in ("percent", "ratio") and _PLUS.match(line.text, end - (line.text[end - 1] == "+")):
        return "ceiling", start
    found = _ALONE.search(lead)
    begins = start - len(lead) + found.start("words") if found else start
    return ("range" if draft.is_range else "none"), begins


def _means_about(draft: Draft, bound: Bound, words: str) -> bool:
    # "More than half" is how people say about half; "up to half" is a ceiling.
    return draft.unit in ("fraction", "share") and bound == "ceiling" and not words.startswith(("up", "as"))
