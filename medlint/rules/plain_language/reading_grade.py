"""Half of adults read below the level on which most health pages are written.

The grade is the middle one of five formulas, so that none of them decides alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.page.kind import LEAST_WORDS
from medlint.readability import figures
from medlint.rule import rule

_LEAST_SENTENCES = 8  # below that the formulas jump
_HARD = " ".join(
    [
        "Percutaneous vertebral intervention facilitates considerable improvement of functional capacity.",
        "Multidisciplinary evaluation of individual characteristics determines therapeutic opportunities.",
    ]
    * 6
)
_EASY = " ".join(["The nurse calls you by your name.", "Then you sit down and she looks at your knee."] * 8)


@rule(
    id="plain-language.reading-grade",
    severity="note",
    not_for=("professional",),
    needs="wording",
    message="The page reads at grade {grade} ({formulas}).",
    advice="Use shorter sentences and everyday words; for the public, aim for grade 8 or lower.",
    sources=("us-cci", "us-pemat", "uk-nhsaz"),
    scope="document",
    bad=(_HARD, f"# Backs\n\n{_HARD}"),
    good=(_EASY, "Percutaneous vertebral intervention facilitates considerable improvement."),
)
def check(document: Document, *, grade: float = 10.0) -> Iterator[Match]:
    """Yield one match where the page is harder to read than `grade`."""
    found = figures(document)
    if found.words < LEAST_WORDS or found.sentences < _LEAST_SENTENCES or found.grade <= grade:
        return
    told = ", ".join(f"{name} {value:.1f}" for name, value in found.grades.items())
    yield Match(None, words={"grade": f"{found.grade:.1f}", "formulas": told})
