"""One thing that can be counted needs an article: in a clinic, the operation. Many languages have none.

A parser tells the noun that stands alone from the first half of a longer name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from medlint import parse
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import ARTICLES
from medlint.word_codes import letters_of, lists

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACES = frozenset(("dobj", "attr", "nsubj", "nsubjpass", "pobj"))
_OPENERS = frozenset(("det", "poss", "nummod", "predet", "quantmod", "neg", "case"))
_JOINED = frozenset(("conj", "cc", "appos", "compound"))
_AMOUNTS = frozenset(("much", "more", "little", "less", "no", "which", "what", "whose", "enough"))
# Names of diseases are made of them: "medullary sponge kidney".
_IN_NAMES = frozenset(
    (
        ("tumor"),
        ("tumour"),
        ("kidney"),
        ("cyst"),
        ("ulcer"),
        ("eye"),
        ("nose"),
        ("knee"),
        ("hip"),
        ("vein"),
        ("nerve"),
    )
)


@rule(
    id="grammar.parsed-article",
    label="grammar.article",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” lacks an article.",
    advice="Put “a”, “an”, “the” or a word such as “your” before the noun, or make it plural.",
    sources=(ARTICLES,),
    scope="document",
    needs_model=parse.MODEL,
    bad=(
        "You can drive [[car]] after one week.",
        "Some people who travel visit [[specialist]] abroad.",
    ),
    good=(
        "You can drive a car after one week.",
        "Ask your doctor or nurse. She is head of surgery at Hollowbrook Clinic.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield counted nouns without an article."""
    for block in document.derived(parse.parsed):
        for noun in block.doc:
            if is_bare(noun):
                first = min((child for child in noun.lefts), key=lambda child: child.i, default=noun)
                yield Match(block.region(first, noun))


def is_bare(noun: Token) -> bool:
    """Say whether a counted noun stands in a place that needs an article and has none."""
    if noun.tag_ != "NN" or noun.dep_ not in _PLACES or noun.text != noun.lower_:
        return False
    word, classes = noun.lower_, lists()
    if letters_of(word) != "C" or word in classes["bare-allowed"] or word in classes["counting-head"]:
        return False
    if word in _IN_NAMES or noun.text != word:
        return False
    if any(_opens(child) for child in noun.children):
        return False
    if noun.dep_ == "pobj" and not _is_certain_place(noun):
        return False
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    if following is None:
        return True
    return following.tag_ not in ("NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "CD") and "P" not in letters_of(
        following.lower_
    )


def _opens(child: Token) -> bool:
    is_name = child.tag_ in ("NNP", "NNPS", "CD") or child.text != child.lower_
    return is_name or child.dep_ in _OPENERS | _JOINED or child.lower_ in _AMOUNTS


def _is_certain_place(noun: Token) -> bool:
    """Tell "in clinic" from "type of doctor", "from patient to patient" and "as doctor"."""
    preposition = noun.head.lower_
    return preposition in ("in", "at", "with", "without", "after", "before", "during", "into", "for", "near")
