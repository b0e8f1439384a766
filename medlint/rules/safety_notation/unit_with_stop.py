"""A full stop behind mg or mL means nothing and is read as a 1 where writing is poor."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.amounts import amounts
from medlint.doses.setting import is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL, safe_forms

_STOP = lazily(r"\.(?=,| [a-z(]|\))")
_UNITS = frozenset(("mg", "mcg", "g", "mL", "ml"))


@rule(
    id="safety-notation.unit-with-stop",
    label=LABEL,
    severity="note",
    needs="wording",
    message="“{text}” needs no full stop behind the unit.",
    advice="Leave out the stop.",
    sources=ISMP,
    scope="document",
    bad=(
        "Take [[10 mg.]] of Zelpax at night.",
        "Stir in [[5 mL.]] (one spoon) of syrup.",
    ),
    good=(
        "Take 10 mg. Then rest.",
        "Take 10 mg of Zelpax, up to 20 mg.",
        "It weighs 5 lb. or so.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield units with a stop inside a sentence."""
    for amount in amounts(document):
        end = amount.region.end
        has_stop = amount.unit in _UNITS and not amount.rate and _STOP().match(document.text, end)
        if has_stop and is_own_words(document, amount.region):
            yield Match(Region(amount.region.start, end + 1), suggestions=safe_forms(amount))
