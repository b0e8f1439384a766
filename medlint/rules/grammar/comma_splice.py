"""A comma cannot join two whole sentences: “the scan is short, it takes an hour”.

The reader takes the second for a part of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION
from medlint.tagging import tag_spots

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


_SUBORDINATE_WORDS = (
    "COMMA|SEMICOLON|COLON|MARK|ASK|if|when|because|although|though|while|unless|until|that|which|who|whose|what"
    "|where|whether|how|why|so|never|before|after|since|as|than|said|only"
)
_NOT_MAIN = "(?!prep|conj|to|as|opener|/r|/I|/W|such|like|most|both|in|on|at)"
_CLAUSE_GOES_ON = "(?:(?!COMMA).|COMMA (?:and|but|or|because|so|which))*STOP"
_SECOND_CLAUSE = (
    "(?P<flagged>(?!COMMA). COMMA (?:this|it|they|we|you|he|she|there|these|those)) /r? "
    f"(?!said|told)(?:be-form|modal|have-form|/z!|/p!|do|does) {_CLAUSE_GOES_ON}"
)
_PATTERNS_WITH_TAGS = (
    (
        f"^{_NOT_MAIN}(?:(?!not|{_SUBORDINATE_WORDS}).){{0,6}} "
        "(?:be-form|have-form|modal|/zpdm|do|does|did) (?:not(?!only))? "
        f"(?:(?!not|{_SUBORDINATE_WORDS}).){{0,14}} {_SECOND_CLAUSE}"
    ),
    f"^(?:~B/b!|do not|please) (?:(?!{_SUBORDINATE_WORDS}).){{1,12}} {_SECOND_CLAUSE}",
    (
        "(?!COMMA|SEMICOLON|and|but|COLON|MARK|STOP|/I|/C)(?P<flagged>. run-on) (?:/P|(?:the|your|our) /n) "
        "(?:be-form|have-form|modal|/zpdm|do|does|did|~B/p)"
    ),
    "(?P<flagged>. COMMA only) /jn? (?:/n|/s) (?:is|are|can|may)",
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
        "Drink nothing red on this day, and eat no nuts. The hair falls [[out, this]] is normal.",
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
    if folded[region.end - 1] == "?":
        return
    if region.start in document.derived(_with_tags):
        yield Match(document.derived(_with_tags)[region.start])
        return
    if found is None:
        return
    left = _LEFT.search(folded, region.start, found.start())
    if left and _joins_sentences(folded[region.start : found.start()], left[0], found["right"]):
        yield Match(Region(left.start(), found.end("right")))


def _with_tags(document: Document) -> Mapping[int, Region]:
    """Return where tags show a comma between sentences, by the start of the first."""
    found: dict[int, Region] = {}
    for spot in tag_spots(document, *_PATTERNS_WITH_TAGS):
        region = spot.region()
        if not _WHEN.match(document.folded, document.sentence_at(region.start).region.start):
            found.setdefault(document.sentence_at(region.start).region.start, region)
    return found


def _joins_sentences(first: str, left: str, right: str) -> bool:
    if not _SUBJECT.match(first) or _SUBORDINATE.search(first) or _WHEN.match(first):
        return False
    is_told_again = right in _OBJECTS.get(left, ())  # "for you, you": no clause ends so without a full stop
    return is_told_again or ("," not in first and _VERB.search(first) is not None)
