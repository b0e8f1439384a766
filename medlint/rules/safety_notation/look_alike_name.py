"""Names that look alike have been taken for each other, most often where both stand on one page with doses.

Tall-man letters, such as hydrALAZINE and hydrOXYzine, show where they differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from medlint.doses.setting import amount_before, amount_behind, is_own_words
from medlint.doses.vocabulary import sets
from medlint.lazy import stand_on
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import LABEL

_BESIDE = 20  # characters between a name and its dose


@rule(
    id="safety-notation.look-alike-name",
    label=LABEL,
    severity="note",
    needs="judgement",
    message="“{text}” looks like {other}, which stands on this page too.",
    advice="In lists and labels use tall-man letters; in running text say what each drug is for.",
    sources=("us-fda-tallman", "us-ismp-tallman"),
    scope="document",
    bad=(
        "Take [[prednisone]] 5 mg in the morning, not [[prednisolone]] 5 mg.",
        "Give 25 mg of [[hydroxyzine]] at night. The heart drug is hydralazine.",
    ),
    good=(
        "Take prednisolone 5 mg in the morning.",
        "Vincristine and vinblastine come from a plant.",
        "Take predniSONE 5 mg, not predniSOLONE 5 mg.",
        "Take amlodipine 5 mg and metformin 500 mg.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the first mention with a dose of each name that has its double on the page."""
    names = _names()
    if not stand_on(document, names.keys()):
        return
    standing = {found[0] for found in _expression().finditer(document.folded)}
    told: set[str] = set()
    for found in _expression().finditer(document.folded) if len(standing) > 1 else ():
        name, region = found[0], Region(*found.span())
        doubles = sorted(names[name][1] & standing)
        if name in told or not doubles or not document.text[region.start + 1 : region.end].islower():
            continue
        if _has_dose(document, region) and is_own_words(document, region):
            told.add(name)
            yield Match(region, {"other": " and ".join(doubles)}, (names[name][0],))


def _has_dose(document: Document, region: Region) -> bool:
    return bool(
        amount_behind(document, region.end, within=_BESIDE) or amount_before(document, region.start, within=5)
    )


@cache
def _names() -> Mapping[str, tuple[str, frozenset[str]]]:
    """Return name → its tall-man form and the names that look like it."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for names in sets("look-alikes"):
        for name in names:
            others = frozenset(other.lower() for other in names) - {name.lower()}
            known = found.get(name.lower(), (name, frozenset[str]()))[1]
            found[name.lower()] = name, known | others
    return found


@cache
def _expression() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(_names())})(?!\w)")
