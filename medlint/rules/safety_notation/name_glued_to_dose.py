"""A drug's name that touches its dose lends it a letter: Zelpal20 mg is read as Zelpa 120 mg."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.doses.safe_forms import safe_number, safe_unit
from medlint.doses.setting import is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL

_GLUED = lazily(
    r"(?<![\w.-])(?P<name>[A-Za-z]?[a-z]{3,30})(?P<number>\d{1,6}(?:\.\d{1,4})?)(?P<gap> ?)"
    r"(?P<unit>milligrams?|micrograms?|mcg|mg|[µμ]g|g|m[Ll]|units?|IU|U|%)(?!\w)"
)


@rule(
    id="safety-notation.name-glued-to-dose",
    label=LABEL,
    severity="error",
    needs="wording",
    message="In “{text}” the name touches the dose, and a letter can be read as a digit.",
    advice="Put a space between the name and the dose.",
    sources=ISMP,
    scope="document",
    bad=(
        "Take [[Zelpax20 mg]] at night.",
        "We prescribe [[fluvorine10mg]].",
    ),
    good=(
        "Take Zelpax 20 mg at night.",
        "Factor8 works; Omega3 500 mg is a supplement.",
        "Call room4 g or see figure2.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield names that run into a dose."""
    for found in _GLUED().finditer(document.text):
        region = Region(*found.span())
        if not is_own_words(document, region) or (found["unit"] in ("g", "U") and found["gap"]):
            continue
        unit = safe_unit(found["unit"], is_one=found["number"] == "1", short=False)
        yield Match(region, suggestions=(f"{found['name']} {safe_number(found['number'])} {unit}",))
