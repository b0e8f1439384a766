"""A patient's story is one outcome among many, chosen because it was good.

Readers take it for what they may expect, so advertising rules ask for the typical result beside it,
and some countries forbid it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from medlint.context import CONTEXTS
from medlint.lexicons import lexicon
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule

_QUOTE = re.compile(
    r"[\"\u201c\u201e\u00ab](?P<words>[^\"\u201c\u201d\u201e\u00ab\u00bb]{12,600})[\"\u201d\u00bb]"
)
_PATIENT = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|me|myself)\b")
_OPENS_AS_PATIENT = re.compile(r"(?:i|i've|i'm|my|after|for years i|since i)\b")
_SPEAKER = re.compile(
    r"[,.!]?[\"\u201d]?\s*(?:-|says|said|writes|wrote|beams|raves|reports|tells us|smiles|laughs|recalls|\()"
)
_STAFF = re.compile(
    r"\b(?:our|we|patients?|prof|dr|professor|doctor|director|founder|surgeon|spokes\w+|minister)\b"
)
# "I'd love to say", "I can't tell you": whoever speaks so recommends nothing.
_WITHHOLDS = re.compile(
    r"\bi (?:can't|cannot|couldn't|won't|would not|wouldn't|don't) (?:honestly )?"
    r"(?:say|tell|know|choose|recommend)\b"
    r"|\bi'd (?:love|like) to (?:say|tell)\b|\bcan i say\b|\bi am a (?:coach|nurse|doctor)\b"
)
_SPEAKER_WIDTH = 60  # characters behind a quotation in which its speaker is named


@rule(
    id="overclaim.patient-story",
    label="overclaim.testimonial",
    severity="warning",
    needs="judgement",
    message="“{text}” lets a patient promise the outcome.",
    advice="Cut the outcome from the story, or put the typical result with its source beside it.",
    sources=("us-255-2", "au-133", "tr-25-test"),
    scope="block",
    bad=(
        'Read what Jo wrote: [["I lost my headaches after one visit and never looked back."]]',
        "[[I came in on crutches and walked home without pain.]] The staff were kind.",
    ),
    good=(
        '"I was frightened of the scan," said Jo, "so the nurse showed me the room first."',
        "I have a cold. Can I have the vaccine?",
        'The surgeon told us: "Our patients often ask about pain."',
    ),
    misses=("[[Jo came in on crutches and walked home.]]",),
)
def check(document: Document, block: Passage) -> Iterator[Match]:
    """Yield quoted or first-person words in which a patient tells of an outcome."""
    folded = document.folded[block.region.start : block.region.end]
    quotes = [Region(found.start(), found.end()) for found in _QUOTE.finditer(folded)]
    for quote in quotes:
        if _is_patients(folded, quote, is_block=block.kind == "quote"):
            yield from _unless_refuted(document, block, quote)
    if quotes:
        return
    for sentence in document.sentences_of(block):
        start, end = (offset - block.region.start for offset in (sentence.region.start, sentence.region.end))
        words = folded[start:end]
        opens = _OPENS_AS_PATIENT.match(words) if block.kind != "quote" else _PATIENT.search(words)
        if opens and _PATIENT.search(words) and _outcome().search(words) and not words.endswith("?"):
            yield from _unless_refuted(document, block, Region(start, end))


def _is_patients(folded: str, quote: Region, *, is_block: bool) -> bool:
    words = folded[quote.start : quote.end]
    if not _outcome().search(words):
        return False
    behind = folded[quote.end : quote.end + _SPEAKER_WIDTH]
    if _STAFF.search(behind) or re.search(r"\b(?:our|we offer|we use)\b", words):
        return False
    return _PATIENT.search(words) is not None or is_block or _SPEAKER.match(behind) is not None


def _unless_refuted(document: Document, block: Passage, inside: Region) -> Iterator[Match]:
    region = Region(block.region.start + inside.start, block.region.start + inside.end)
    if any(CONTEXTS[name](document, region) for name in ("refuted", "mentioned")):
        return
    if _WITHHOLDS.search(document.plain, region.start, region.end):
        return
    outcomes = _outcome().finditer(document.plain, region.start, region.end)
    if any(_is_told(document, Region(*outcome.span())) for outcome in outcomes):
        yield Match(region)


def _is_told(document: Document, outcome: Region) -> bool:
    """Say whether the outcome is stated, and not denied or only hoped for."""
    return not any(CONTEXTS[name](document, outcome) for name in ("negated", "hedged", "conditional"))


@cache
def _outcome() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(lexicon('patient-outcome'))})\b")
