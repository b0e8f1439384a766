"""British and American spelling do not mix on one page: tumour and color, anaesthesia and center.

Each is right by itself; together they show that nobody has read the page as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint import spelling
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import STYLE_GUIDE, different_words, is_address, like

_FEWEST = 2  # words of the dialect that the page keeps to
_SHARE = 2  # that many times the words of the other one


_WORD = re.compile(r"(?<![\w'.@/-])[a-z]{4,}(?![\w@/]|\.\w)")


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
    others = spelling.other_dialect()
    there = document.derived(different_words) & others.keys()
    british: dict[str, Region] = {}
    american: dict[str, Region] = {}
    for found in _WORD.finditer(document.folded) if there else ():
        region = Region(*found.span())
        if found[0] in there and _is_own(document, region):
            is_british = found[0] in spelling.american_of()
            (british if is_british else american).setdefault(found[0], region)
    odd, usual = (british, american) if len(british) < len(american) else (american, british)
    if not odd or len(usual) < max(_FEWEST, _SHARE * len(odd)):
        return
    names = ("British", "American") if odd is british else ("American", "British")
    for word, region in odd.items():
        right = like(others[word], document.text[region.start :])
        yield Match(region, {"found": names[0], "habit": names[1], "right": right}, (right,))


def _is_own(document: Document, region: Region) -> bool:
    """Tell the page's own words from names ("Sleep Center"), quotations, references and addresses."""
    if document.block_at(region.start).kind in ("reference", "quote", "table-cell"):
        return False
    is_capital = document.text[region.start].isupper()
    starts = document.sentence_at(region.start).region.start == region.start
    return (not is_capital or starts) and not is_address(document, region)
