"""A comma cannot join two whole sentences: “the scan is short, it takes an hour”.

The reader takes the second for a part of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION

_FINITE = (
    r"(?:is|are|was|were|has|have|had|can|could|may|might|must|will|would|should|do|does|did|isn't|aren't|don't"
    r"|doesn't|can't|won't|cannot)"
)
_SECOND = re.compile(
    r", (?P<right>it|they|we|you|he|she|there|(?:most|many|all|some) of them)"
    r" (?:(?:also|only|just|then|always|often|usually|never|still) )?"
    rf"(?:{_FINITE}|go|get|need|feel|take|takes|needs|helps)\b"
)
_LEFT = re.compile(r"[\w'%-]{1,40}$")
_SUBJECT = re.compile(r"(?:the|our|we|they|it|this|these|your|my|an?|i|he|she|there|its|their|his|her)\b")
_VERB = re.compile(rf"\b{_FINITE}\b")
_OBJECTS = {"you": ("you",), "it": ("it",), "them": ("they",), "us": ("we",)}
# With one of these before the comma, the first part is no sentence of its own, or the comma has another task.
_SUBORDINATE = re.compile(
    r"\b(?:if|when|whenever|while|because|since|although|though|unless|until|before|after|as|once|that|which"
    r"|who|whom|whose|what|where|whether|how|why|not|never|so|said|says|whatever|however|wherever|by|in order"
    r"|provided)\b|[\"(:;]"
)
# "The next day, you can …": the opening words say when or how much.
_WHEN = re.compile(
    r"(?:the|this|the very|our|your) (?:more|less|sooner|better|earlier|longer|higher|fewer|first|next|last"
    r"|day|night|morning|evening|weeks?|month|moment|minutes?|time|year|following|same|other)\b"
)


@rule(
    id="grammar.comma-splice",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    message="“{text}” joins two sentences with a comma.",
    advice="Write a full stop, a semicolon, or a word such as “and” or “because”.",
    sources=(PUNCTUATION,),
    scope="sentence",
    bad=(
        "The scan is [[short, it]] is over in an hour.",
        "The patients are [[awake, most of them]] go home at noon.",
        "Our company organises the hotel for [[you, you]] only have to pack.",
    ),
    good=(
        "If the scan is short, it is over in an hour.",
        "The day before the scan is booked, you will get a letter.",
        "The more you rest, the better you are.",
        "The scan is short, and it is free.",
        "It is not only short, it is free.",
        '"The scan is short," he said, "it is free."',
        "When we call you, you can ask.",
        "In the clinic, you will meet the nurse.",
        "The drug that you take is strong, you know.",
    ),
)
def check(document: Document, sentence: Passage) -> Iterator[Match]:
    """Yield the words around a comma that joins two sentences, once in a sentence."""
    region, folded = sentence.region, document.folded
    found = _SECOND.search(folded, region.start, region.end)
    if found is None or folded[region.end - 1] == "?":
        return
    left = _LEFT.search(folded, region.start, found.start())
    if left and _joins_sentences(folded[region.start : found.start()], left[0], found["right"]):
        yield Match(Region(left.start(), found.end("right")))


def _joins_sentences(first: str, left: str, right: str) -> bool:
    if not _SUBJECT.match(first) or _SUBORDINATE.search(first) or _WHEN.match(first):
        return False
    is_told_again = right in _OBJECTS.get(left, ())  # "for you, you": no clause ends so without a full stop
    return is_told_again or ("," not in first and _VERB.search(first) is not None)
