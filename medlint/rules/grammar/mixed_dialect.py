"""British and American spelling do not mix on one page: tumour and color, anaesthesia and center.

Each is right by itself; together they show that nobody has read the page as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import STYLE_GUIDE, is_address, like, pairs

_FEWEST = 2  # words of the dialect that the page keeps to
_SHARE = 2  # that many times the words of the other one


def _both(british: Mapping[str, str]) -> dict[str, str]:
    """Return the pairs with their plurals and other endings."""
    grown = dict(british)
    for left, right in british.items():
        for ending in ("s", "d", "ed", "ing", "ful"):
            grown[left + ending] = right + ending
        if left.endswith("e") and right.endswith("e"):
            grown[left[:-1] + "ing"] = right[:-1] + "ing"
    return grown


_AMERICAN = _both(pairs("british-american"))
_BRITISH = {right: left for left, right in _AMERICAN.items()}
_WORD = re.compile(rf"(?<![\w'.@/-])(?:{alternation({**_AMERICAN, **_BRITISH})})(?![\w@/]|\.\w)")


@rule(
    id="grammar.mixed-dialect",
    label="grammar.spelling",
    severity="note",
    needs="wording",
    fix="unsafe",
    message="“{text}” is {found} spelling on a page that is otherwise {habit}: “{right}”.",
    advice="Keep to one spelling on a page.",
    sources=(STYLE_GUIDE,),
    scope="document",
    bad=(
        "The tumour is small, the colour is normal and the anaesthetic is light. The [[center]] is open.",
        "The tumor is small, the color is normal and the fiber is soft. Ask for the [[anaesthetic]].",
    ),
    good=(
        "The tumour is small, the colour is normal and the Hollowbrook Sleep Center is open.",
        "The tumor and the tumour are one.",
        "The tumor is small, the color is normal, and the center is open.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield each word of the rarer spelling, once."""
    british: dict[str, Region] = {}
    american: dict[str, Region] = {}
    for found in _WORD.finditer(document.folded):
        region = Region(*found.span())
        if _is_own(document, region):
            (british if found[0] in _AMERICAN else american).setdefault(found[0], region)
    odd, usual = (british, american) if len(british) < len(american) else (american, british)
    if not odd or len(usual) < max(_FEWEST, _SHARE * len(odd)):
        return
    names = ("British", "American") if odd is british else ("American", "British")
    for word, region in odd.items():
        right = like((_AMERICAN if odd is british else _BRITISH)[word], document.text[region.start :])
        yield Match(region, {"found": names[0], "habit": names[1], "right": right}, (right,))


def _is_own(document: Document, region: Region) -> bool:
    """Tell the page's own words from names ("Sleep Center"), quotations, references and addresses."""
    if document.block_at(region.start).kind in ("reference", "quote", "table-cell"):
        return False
    is_capital = document.text[region.start].isupper()
    starts = document.sentence_at(region.start).region.start == region.start
    return (not is_capital or starts) and not is_address(document, region)
