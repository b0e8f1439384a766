"""Cosmetic treatment is not for children. Several codes ask for the age from which it is offered.

The page should say so where it sells such a treatment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.context import negated
from medlint.model import Document, Match, Region
from medlint.page.kind import kind
from medlint.rule import rule
from medlint.rules.document import page

_COSMETIC = re.compile(
    r"\b(?:botox|botulinum toxin|(?:dermal |lip )?fillers?|lip augmentation|liposuction|rhinoplasty|nose "
    r"job|breast (?:augmentation|implants?|lift)|tummy tuck|abdominoplasty|facelift"
    r"|brazilian butt lift|blepharoplasty|eyelid surgery|buttock (?:lift|augmentation)|labiaplasty"
    r"|thread lift|(?:slimming|weight loss|fat dissolving|fat burning) injections?|cosmetic surgery)\b"
)
_AGE = re.compile(
    r"\b(?:adults?|under 18s?|over 18s?|18 (?:years|and over|or over|or older)|aged 18|at least 18|18\+"
    r"|minors?|legal age|from the age of|years of age|under (?:the age of )?(?:18|21)|"
    r"older than 18|younger than|teenagers|parental consent|proof of age|age limit)"
)
_OFTEN = 2  # mentions that make it something the page sells


@rule(
    id="document.no-age-limit",
    severity="note",
    needs="addition",
    message="The page offers cosmetic treatment (“{text}”) and tells no age from which.",
    advice="Say that the treatment is for adults only, from the age that the law of the market sets.",
    sources=("uk-12-u18", "au-mba", "uk-gmc"),
    scope="document",
    bad=(
        page("We also offer [[lip filler]]. Lip filler is given on Mondays."),
        page("[[Liposuction]] is done on Tuesdays. Book your liposuction online."),
    ),
    good=(
        page("We also offer lip filler, for adults only. Lip filler is given on Mondays."),
        page("We do not offer lip filler."),
        "# Breast implants\n\nBreast implants do not last for ever.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the first cosmetic treatment of a page that sells it and tells no age."""
    if not kind(document).is_selling or _AGE.search(document.plain):
        return
    found = [Region(*each.span()) for each in _COSMETIC.finditer(document.plain)]
    meant = [region for region in found if not negated.holds(document, region)]
    if len(meant) >= _OFTEN:
        yield Match(meant[0])
