"""Information, advice and equipment have no plural in English, and women and teeth have one already.

Writers whose own language counts these words add an s that the reader trips over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import COUNTING, like, pairs, words

_RIGHT = pairs("wrong-plurals")
_WORD = re.compile(rf"(?<![\w'.@/-])(?:{alternation(_RIGHT)})(?![\w'@/-]|\.\w)")
# "He researches", "as the scan evidences": verbs, unless one of these stands before or behind.
_VERBS = frozenset(("evidences", "researches"))
_PLURAL_VERB = re.compile(r" (?:show|shows|have|are|were|suggest|prove|indicate|confirm)\b")


@rule(
    id="grammar.wrong-plural",
    label="grammar.agreement",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” is no English plural.",
    advice="Write the word without the ending: information, advice, equipment, women, teeth.",
    sources=(COUNTING,),
    scope="sentence",
    anchors=tuple(_RIGHT),
    bad=(
        "Ask us for more [[informations]] and [[advices]].",
        "Many [[researches]] show that [[womens]] bones heal.",
        "The [[equipments]] of Hollowbrook Clinic are new.",
    ),
    good=(
        "Ask for information and advice on women's health.",
        "Dr. Marsh researches pain, as this page evidences.",
        "The children's room has new equipment.",
        "See womens.hollowbrook.example for data.",
    ),
)
def check(document: Document, sentence: Passage) -> Iterator[Match]:
    """Yield plurals that English does not have."""
    folded = document.folded
    for found in _WORD.finditer(folded, sentence.region.start, sentence.region.end):
        word = found[0]
        if word in _VERBS and not _is_noun(folded, found, sentence.region.start):
            continue
        shown = document.text[found.start() : found.end()]
        yield Match(Region(found.start(), found.end()), suggestions=(like(_RIGHT[word], shown),))


def _is_noun(folded: str, found: re.Match[str], start: int) -> bool:
    before = folded[start : found.start()].split()
    return (bool(before) and before[-1] in words("counting-words")) or _PLURAL_VERB.match(
        folded, found.end()
    ) is not None
