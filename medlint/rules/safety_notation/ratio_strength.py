"""1:1000 and 1:10,000 differ by a zero, and tenfold in dose; few turn a ratio into milligrams in a hurry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from medlint.doses.setting import is_own_words
from medlint.lazy import lazily
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.safety_notation import ISMP, LABEL

_RATIO = lazily(
    r"(?<![\w:.,])1 ?(?::| in ) ?(?P<parts>\d{1,3}(?:[, ]?000)+)(?![\w:]|[.,]\d)"
    r"(?! (?:people|patients|women|men|babies|births))"
)
_DRUG = lazily(
    r"\b(?:adrenalin\w*|epinephrine|isoproterenol|isoprenaline|neostigmine|l[iy]docaine|lignocaine|articaine"
    r"|bupivacaine|prilocaine|noradrenaline|norepinephrine)\b"
)
_MICROGRAMS_PER_ML = 1_000_000  # of a gram in a millilitre


@rule(
    id="safety-notation.ratio-strength",
    label=LABEL,
    severity="error",
    needs="wording",
    message="The ratio “{text}” is easily taken for a strength ten times as high or low.",
    advice="Give milligrams or micrograms in a millilitre.",
    sources=ISMP,
    scope="document",
    bad=(
        "Keep adrenaline [[1:1000]] at hand.",
        "The dentist uses lidocaine with epinephrine [[1:100,000]].",
    ),
    good=(
        "Keep adrenaline 1 mg/mL at hand.",
        "The antibody titre was 1:1000.",
        "About 1 in 1,000 people react to lidocaine.",
        "The map of the park has a scale of 1:10,000.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield strengths written as ratios."""
    for found in _RATIO().finditer(document.text):
        region = Region(*found.span())
        sentence = document.sentence_at(region.start).region
        if _DRUG().search(document.folded, sentence.start, sentence.end) and is_own_words(document, region):
            yield Match(region, suggestions=(_strength(found["parts"]),))


def _strength(parts: str) -> str:
    micrograms = Fraction(_MICROGRAMS_PER_ML, int(re.sub(r"\D", "", parts)))
    if micrograms >= 100:
        return f"{float(micrograms / 1000):g} mg/mL"
    return f"{float(micrograms):g} micrograms/mL"
