"""One short form for two things leaves the reader to guess which of them a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint import expansions
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.short_forms import singular

_LETTER = re.compile(r"[a-z]+")


@rule(
    id="terminology.two-meanings",
    label="terminology.abbreviation",
    severity="warning",
    needs="wording",
    message="“{text}” stands for “{long}” here, and for “{first}” before.",
    advice="Keep the short form for one of the two and write the other one out.",
    sources=("us-ama-13", "us-ismp"),
    scope="document",
    bad=(
        "Pulmonary embolism (PE) is a clot. Premature ejaculation ([[PE]]) has other causes.",
        "A quiet zone view (QZV) shows the ear. The quick zinc vial ([[QZV]]) is empty.",
    ),
    good=(
        "Pulmonary embolism (PE) is a clot. Pulmonary emboli (PE) are clots.",
        "Chronic kidney disease (CKD) is common. Stages of chronic kidney diseases (CKD) differ.",
        "Non-alcoholic fatty liver (NAFL) and nonalcoholic fatty liver (NAFL) are one.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield a short form where it is given other words than before."""
    first: dict[str, str] = {}
    for expansion in expansions.in_document(document):
        form = singular(expansion.short)
        earlier = first.setdefault(form, expansion.long)
        if form.isupper() and len(form) > 1 and not _is_same(earlier, expansion.long):
            yield Match(expansion.short_region, {"long": expansion.long, "first": earlier})


def _is_same(one: str, other: str) -> bool:
    """Say whether two long forms share the beginnings of most of their words: a plural, another spelling."""
    left, right = (_beginnings(words) for words in (one, other))
    return 2 * len(left & right) >= min(len(left), len(right))


def _beginnings(words: str) -> frozenset[str]:
    joined = words.lower().replace("-", "").replace("ae", "e").replace("oe", "e")
    return frozenset(word[:4] for word in _LETTER.findall(joined))
