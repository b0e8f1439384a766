"""Some words are misspelt so often that the wrong form is known by itself: recieve, occured, symptons.

In a text about health they cost trust.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.expressions import expression
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import STYLE_GUIDE, like, pairs, words

_SPECIALISTS = {
    f"{stem}logyst{ending}": f"{stem}logist{ending}"
    for stem in sorted(words("specialties"))
    for ending in ("", "s")
}
_RIGHT = {**pairs("misspellings"), **_SPECIALISTS}
_WORD = expression(rf"(?<![\w'.@/-])(?:{alternation(_RIGHT)})(?![\w'@/-]|\.\w)")


@rule(
    id="grammar.misspelling",
    label="grammar.spelling",
    severity="warning",
    needs="wording",
    message="“{text}” is misspelt: “{right}”.",
    advice="Write the word as the dictionary has it.",
    sources=(STYLE_GUIDE,),
    scope="sentence",
    anchors=tuple(_RIGHT),
    bad=("You will [[recieve]] a letter.", "[[Diabetis]] is a [[seperate]] topic.", "We help [[alot]]."),
    good=(
        "You will receive a letter.",
        "Anaesthesia and anesthesia, tumour and tumor are both fine.",
        "Write to recieve@hollowbrook.example.",
    ),
)
def check(document: Document, sentence: Passage) -> Iterator[Match]:
    """Yield words that are misspelt."""
    for found in _WORD.finditer(document.folded, sentence.region.start, sentence.region.end):
        region = Region(found.start(), found.end())
        right = like(_RIGHT[found[0]], document.text[found.start() :])
        yield Match(region, words={"right": right}, suggestions=(right,))
