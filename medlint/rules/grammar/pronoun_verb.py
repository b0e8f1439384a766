"""The verb follows its subject in number: they do, it does.

Where the two stand side by side, everybody hears the slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import AGREEMENT, CLAUSE_START, before, pairs, words

_START = rf"(?:{CLAUSE_START}|(?<=, )|(?<=\band )|(?<=\bbut )|(?<=\bthat )|(?<=\bbecause )|(?<=\bif ))"
_ONE = ("is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't")
_MANY = ("are", "have", "do", "aren't", "haven't", "don't")
_HAVE = ("have", "haven't", "don't")
_THEM = ("them", "us", "you", "these", "those")
_PARTNERS = pairs("third-person")
# Where the subject may stand, the subject, and the verbs that it cannot have.
_FRAMES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (r"(?<![\w'-])", ("they", "we"), _ONE),
    (r"(?<![\w'-])", ("he", "she"), ("are", "aren't", *_HAVE)),
    (_START, ("it",), _HAVE),
    (_START, ("this",), _MANY),
    (CLAUSE_START, ("that",), _MANY),
    (_START, ("these", "those"), _ONE),
    (
        CLAUSE_START,
        ("everyone", "everybody", "nobody", *(f"each of {them}" for them in _THEM)),
        ("are", "have", "were"),
    ),
    (
        _START + r"(?:many|several|both|few|two|three|four|five|most|some) ",
        tuple(f"of {them}" for them in _THEM),
        _ONE,
    ),
)
_PATTERNS = tuple(
    re.compile(rf"{start}(?:{'|'.join(subjects)}) (?P<flagged>{'|'.join(verbs)})(?![\w'-])")
    for start, subjects, verbs in _FRAMES
)
_THERE = re.compile(rf"{CLAUSE_START}there (?P<flagged>is|was) (?:many|several|numerous|various) [a-z]")
_ANCHORS = tuple(
    f"{subject} {verb}" for _, subjects, verbs in _FRAMES for subject in subjects for verb in verbs
) + tuple(
    f"there {verb} {many}" for verb in ("is", "was") for many in ("many", "several", "numerous", "various")
)


@rule(
    id="grammar.pronoun-verb",
    label="grammar.agreement",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” does not agree with “{subject}”.",
    advice="Use the form of the verb that belongs to one, or to many, as the subject is.",
    sources=(AGREEMENT,),
    anchors=_ANCHORS,
    bad=(
        "Many of them [[does]] not know it.",
        "They [[has]] pain, and we [[is]] here.",
        "This [[are]] the results of our clinic.",
        "She [[have]] a scar; these [[is]] her tablets.",
        "The scar is old, but it [[have]] not healed.",
        "There [[is]] many reasons to rest.",
    ),
    good=(
        "Does she have pain? Should he have a scan? Make sure he doesn't.",
        "One of these is new. Each of those has a lid.",
        "Drugs like this are common, and people with this have pain.",
        "The number of those who ask is high. Having many of these is rare.",
        "May it have an effect? It is rare that he have any.",
        "Neither he nor they have asked. He and she have pain.",
        "The people with it are well, and those who have it are too.",
        "Eat no nuts, that have been wet, and foods that are old.",
        'She asked: "Should he have a scan?" If this were so, we would know.',
        "There is more than one way.",
        "They are kind. We have time. It has a lid.",
    ),
)
def check(document: Document, sentence: Passage) -> Iterator[Match]:
    """Yield verbs whose number is not that of the pronoun before them."""
    folded, region = document.folded, sentence.region
    for pattern in (*_PATTERNS, _THERE):
        for found in pattern.finditer(folded, region.start, region.end):
            subject = document.text[found.start() : found.start("flagged")].strip()
            if subject.lower() in ("he", "she") and _follows_helper(document, found.start()):
                continue
            suggestion = _PARTNERS[found["flagged"]]
            yield Match(Region(*found.span("flagged")), {"subject": subject}, (suggestion,))


def _follows_helper(document: Document, start: int) -> bool:
    words_before = before(document, start)
    return bool(words_before) and words_before[-1].strip("\"'(") in words("verb-helpers")
