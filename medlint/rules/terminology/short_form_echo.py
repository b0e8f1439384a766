"""The last letter of many short forms already is the next word: the V of HIV is the virus.

It is a small thing, and the sort by which careful readers measure a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.short_forms import full_words, singular

_PAIR = re.compile(r"(?<![\w/-])([A-Z][A-Za-z]*[A-Z]s?)[ -](?=([a-z]{3,}))")


@rule(
    id="terminology.short-form-echo",
    label="terminology.redundant",
    severity="note",
    needs="wording",
    message="“{text}” says “{word}” twice: {form} is short for {long}.",
    advice="Leave the word out.",
    sources=("us-ama-11", "uk-nhsaz"),
    scope="document",
    bad=(
        "The [[HIV virus]] attacks the immune system.",
        "Enter your [[PIN number]] at the desk.",
        "We treat hair loss with [[PRP plasma]].",
        "She lives with [[COPD disease]].",
    ),
    good=(
        "HIV attacks the immune system.",
        "An IVF cycle takes weeks. The PIN letter comes by post.",
        "The words “HIV virus” say it twice.",
        "ACE inhibitors and MRI scans are common.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield short forms whose own last word follows."""
    for found in _PAIR.finditer(document.text):
        form = singular(found[1])
        for long in full_words(form):
            if _is_same(long.split()[-1], found[2]):
                region = Region(found.start(), found.end(2))
                if not _is_quoted(document, region):
                    yield Match(region, {"word": found[2], "form": form, "long": long}, (found[1],))
                break


def _is_same(last: str, word: str) -> bool:
    """Compare two nouns, whatever their number and spelling."""
    one, other = (_bare(each) for each in (last, word))
    return one == other


def _bare(word: str) -> str:
    plain = (
        word.lower().replace("ae", "e").replace("oe", "e").replace("isation", "ization").replace("our", "or")
    )
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain


def _is_quoted(document: Document, region: Region) -> bool:
    return document.text[max(0, region.start - 1) : region.start] in "“‘\"'" and region.start > 0
