"""A sentence that begins with a small letter looks as if its beginning were lost, and often it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import CAPITALS, is_address, words

_WORD = r"[a-z]+(?:['’-][a-z]+)*"
_INSIDE = re.compile(rf"[.?] (?P<flagged>{_WORD})(?=[ ,])")
_BEFORE = re.compile(r"(?<![.\w’'&/-])(?:[a-z]{3,}|[a-z]+\))$")
_LONGEST = 30  # characters of the word before
_FIRST = re.compile(rf"(?P<flagged>{_WORD})(?=[ ,])")
_ENDED = re.compile(r"[.!?][\"'”’)]*$")
_VOWEL = re.compile(r"[aeiouy]")
_SHORTEST = 4  # words of a paragraph that is a sentence


@rule(
    id="grammar.sentence-without-capital",
    label="grammar.capitalisation",
    severity="note",
    needs="wording",
    message="“{text}” begins a sentence and has no capital.",
    advice="Write the first word with a capital, or join it to the sentence before.",
    sources=(CAPITALS,),
    scope="block",
    bad=(
        "Rest for a week. [[then]] call us at the clinic.",
        "Welcome to Hollowbrook.\n\n[[our]] nurses are here for you.",
        "Does it hurt? [[most]] people feel little.",
    ),
    good=(
        "We use a swab. mRNA is then measured. p53 is too. eGFR follows.",
        "Take it with food, e.g. bread, approx. one hour before sleep etc. and so on.",
        "It treats:\n\n- fever\n- cough",
        "The results are shown here:\n\nnausea in one of ten people who took it.",
        "Dr. med. dent. von Berg, Acinetobacter spp. and others.",
        "The gene is new. mr-s is its name. ac is another.",
        "He asked, “Why?” and left.",
        "Write to us. hollowbrook.example is our page.",
    ),
)
def check(document: Document, block: Passage) -> Iterator[Match]:
    """Yield first words of sentences that have a small letter."""
    if block.kind not in ("paragraph", "quote"):
        return
    text, shift = block.text, block.region.start
    if text[:1].islower() and (found := _FIRST.match(text)) and _is_alone(document, block):
        yield from _match(document, found, shift)
    for found in _INSIDE.finditer(text):
        before = _BEFORE.search(text, max(0, found.start() - _LONGEST), found.start())
        if before and before[0] not in words("shortened"):
            yield from _match(document, found, shift)


def _match(document: Document, found: re.Match[str], shift: int) -> Iterator[Match]:
    word = found["flagged"]
    region = Region(shift + found.start("flagged"), shift + found.end("flagged"))
    is_short = word in words("small-names") or word in words("shortened")
    if not is_short and _is_word(word) and not is_address(document, region):
        yield Match(region, suggestions=(word.capitalize(),))


def _is_word(word: str) -> bool:
    """Tell a word from the name of a gene."""
    first = word.partition("-")[0]
    return first in words("short-words") or (len(first) > 2 and _VOWEL.search(first) is not None)


def _is_alone(document: Document, block: Passage) -> bool:
    """Say whether a paragraph is a sentence that does not go on from the block before."""
    if not _ENDED.search(block.text) or len(block.text.split()) < _SHORTEST:
        return False
    before = document.text[: block.region.start].rstrip("\n")
    if not before:
        return True
    last = document.block_at(len(before) - 1)
    return last.kind in ("heading", "paragraph") and bool(_ENDED.search(last.text))
