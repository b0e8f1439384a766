"""A sentence needs a verb that shows time: “Because of the drug.” is a part of another sentence.

Headlines do without; in a paragraph the reader waits for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match, Passage
from medlint.noun_phrases import Sentence
from medlint.rule import rule
from medlint.rules.grammar import FRAGMENTS, words
from medlint.tagging import opened_by

_OPENS = words("fragment-openers")
_VERBS = words("plain-verbs")
_LONGEST = 14  # words and marks; a longer one may hold a verb that the tagger does not see
_SHORTEST = 4


@rule(
    id="grammar.sentence-without-verb",
    label="grammar.fragment",
    severity="note",
    needs="wording",
    message="“{text}” is not a whole sentence: it has no verb.",
    advice="Join it to the sentence before, or give it a verb.",
    sources=(FRAGMENTS,),
    scope="document",
    bad=(
        "You may feel tired. [[Because of the sedative.]]",
        "We call you in the evening. [[Also after a small operation.]]",
    ),
    good=(
        "You may feel tired because of the sedative.",
        "When can I eat? After two hours. Is it free? Not always.",
        "Rest for a day. Then walk.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield parts of sentences that end with a full stop in a paragraph."""
    for sentence in opened_by(document, _OPENS, _LONGEST):
        if _is_fragment(sentence):
            region = sentence.region(0, len(sentence) - 1)
            block = document.block_at(region.start)
            if block.kind == "paragraph" and _follows_statement(document, block, region.start):
                yield Match(region)


def _is_fragment(sentence: Sentence) -> bool:
    if len(sentence) < _SHORTEST or sentence.words[-1] != ".":
        return False
    if any(word in _VERBS or word in ':()"/' or "'" in word for word in sentence.words):
        return False
    return not any(sentence.may_be(i, "zpdmb") or _may_act(sentence, i) for i in range(len(sentence)))


def _may_act(sentence: Sentence, index: int) -> bool:
    """Say whether a word can be a verb and stands where one may: behind what can be its subject."""
    can_act = set(sentence.letters[index]) & set("ZD")
    return bool(can_act) and index > 1 and sentence.tag(index - 1) not in "DOjI#C."


def _follows_statement(document: Document, block: Passage, start: int) -> bool:
    before = document.text[block.region.start : start].rstrip()
    return bool(before) and before[-1] in ".!"
