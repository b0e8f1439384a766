"""A word typed twice is a slip of the keyboard or of an edit, often where a line broke.

It is easy to overlook and tells the reader that nobody has read the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR, words

_WORD = re.compile(r" ((?:[a-z]{2,}(?:'[a-z]+)?|a))(?= \1(?![\w'-]))")
_FIRST = re.compile(r"(?:\A|\n)((?:[a-z]{2,}|a))(?= \1(?![\w'-]))")
_PAIR = re.compile(
    r" ((?:of|in|to|for|with|on|at|by|from|is|are|as|into) (?:the|an?|your|our|this|these|their))"
    r"(?= \1(?![\w'-]))"
)


@rule(
    id="grammar.repeated-word",
    label="grammar.repeated",
    severity="warning",
    needs="wording",
    message="“{text}” says the same twice in a row.",
    advice="Delete one of the two.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "Ask [[the the]] nurse at Hollowbrook Clinic.",
        "Take the tablet\nwith [[a\na]] glass of water.",
        "Zelpax works [[in the in the]] gut.",
        "[[The the]] wound needs three days.",
    ),
    good=(
        "She said that that scar had had time to heal.",
        "The nurse gave her her tablets.",
        "It is very very rare.",
        "The band Duran Duran came. Walla Walla is a town.",
        "The code was 12 12 and the interval 3 3.",
        "What is Zelpax?\n\nZelpax is a tablet.",
        "The red fox (Vulpes vulpes) carries it.",
        "More and more and more people ask.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield words and short beginnings of phrases that stand twice in a row."""
    folded = document.folded
    for pattern in (_FIRST, _WORD):
        for found in pattern.finditer(folded):
            if found[1] not in words("meant-twice") and not _is_name(document, found):
                yield _match(document, found)
    for found in _PAIR.finditer(folded):
        yield _match(document, found)


def _match(document: Document, found: re.Match[str]) -> Match:
    start, end = found.span(1)
    return Match(Region(start, end + 1 + end - start), suggestions=(document.text[start:end],))


def _is_name(document: Document, found: re.Match[str]) -> bool:
    """Tell "Walla Walla", "Vulpes vulpes" and the end of a heading ("about pain Pain is") from "The the"."""
    if found[1] in words("never-names"):
        return False
    first, second = document.text[found.start(1)], document.text[found.end() + 1]
    return first.isupper() or second.isupper()
