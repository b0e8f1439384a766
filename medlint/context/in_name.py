"""Are the words part of a name: of an organisation, a journal, a law, a place?

Alcoholics Anonymous and the Institute on Drug Abuse have chosen their words; no editor changes them.
A heading in capitals is no name, unless it names an organisation.
"""

from __future__ import annotations

import re
from itertools import takewhile

from medlint.model import Document, Passage, Region

_TOKEN = re.compile(r"[\w'\u2019&-]+")
_SMALL = frozenset(("of", "on", "for", "the", "and", "&", "in", "against", "to", "with"))
_BODIES = frozenset(
    (
        *(
            "association",
            "society",
            "foundation",
            "institute",
            "institutes",
            "anonymous",
            "journal",
            "centre",
        ),
        *(
            "center",
            "council",
            "charity",
            "trust",
            "federation",
            "alliance",
            "act",
            "agency",
            "administration",
        ),
        *(
            "network",
            "union",
            "league",
            "commission",
            "college",
            "academy",
            "registry",
            "ministry",
            "department",
        ),
        *("office", "services", "study", "trial", "scale", "inventory", "questionnaire", "index", "hospital"),
    )
)
_LONG = 4  # letters of a word that only a title writes with a capital
_WIDTH = 120  # characters on each side in which the rest of a name stands


def holds(document: Document, region: Region) -> bool:
    """Say whether the words stand in a run of capitalised words that is a name."""
    words = _TOKEN.findall(document.text[region.start : region.end])
    if not words or not all(word[0].isupper() or word in _SMALL for word in words):
        return False
    run = (*_before(document, region), *words, *_behind(document, region))
    if any(word.lower() in _BODIES for word in run):
        return True
    sentence = document.sentence_at(region.start)
    is_alone = len(run) == len(words) and (len(words) == 1 or sentence.region.start == region.start)
    return not is_alone and not _is_title(sentence, run)


def _before(document: Document, region: Region) -> list[str]:
    """Return the rest of a name in front of a place, nearest word first."""
    start = max(document.sentence_at(region.start).region.start, region.start - _WIDTH)
    line = re.split(r"[,.;:!?()\"\n]", document.text[start : region.start])[-1]
    return _run(_TOKEN.findall(line)[::-1])


def _behind(document: Document, region: Region) -> list[str]:
    """Return the rest of a name behind a place."""
    line = re.split(r"[,.;:!?()\"\n]", document.text[region.end : region.end + _WIDTH])[0]
    return _run(_TOKEN.findall(line))


def _run(tokens: list[str]) -> list[str]:
    """Return the words up to the first that a name would not have, without small words at the end."""
    found = list(takewhile(lambda word: word[0].isupper() or word in _SMALL, tokens))
    while found and found[-1] in _SMALL:
        found.pop()
    return found


def _is_title(sentence: Passage, run: tuple[str, ...]) -> bool:
    """Say whether all long words have capitals, as in a heading, so that a capital means nothing."""
    others = set(_TOKEN.findall(sentence.text)) - set(run)
    return all(word[0].isupper() for word in others if len(word) >= _LONG)
