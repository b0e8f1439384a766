"""Diseases, organs and treatments are common nouns: liver metastases, targeted therapy.

A capital inside a sentence makes a brand of them, and advertising leans on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from medlint import word_codes
from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import CAPITALS, times, words

_WORD = r"[A-Z][a-z]+"
_RUN = re.compile(rf"(?<=[a-z,;] ){_WORD}(?:[ -]{_WORD})*(?![\w@/’'-])")
# "Stem Cells are": the second word of a sentence tells.
_OPENING = re.compile(rf"{_WORD} (?P<flagged>{_WORD}(?: {_WORD})*)(?= [a-z])")
_PARTS = re.compile(r"[ -]")
_BEHIND = re.compile(r"[^\w\s(]{0,2} (?:(?:of|and|&|for|or) )?(?P<word>[\w(]+)")
# A sentence that quotes the titles of other texts.
_TITLE = re.compile(
    r"[\"“”]|\b(?:topics?|booklets?|brochures?|leaflets?|sections?|chapters?|articles?|books?|guides?|summary"
    r"|see)\b",
    re.IGNORECASE,
)
_SHORT = 6  # spaces of a line without a full stop that may be a heading
_NEAR = 300  # characters of a sentence beside the words
_LOOK_BACK = 40  # characters


@rule(
    id="grammar.common-noun-capital",
    label="grammar.capitalisation",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” is no name and needs no capital inside a sentence{repeat}.",
    advice="Write names of diseases, organs and treatments with a small letter.",
    sources=(CAPITALS,),
    scope="document",
    bad=(
        "In the beginning, [[Liver Metastases]] give no signs.",
        "Zelpax is given with chemotherapy, [[Hormonal]] therapy and [[Targeted]] drugs.",
        "The doctor treats [[Breast Cancer]] here. Most people with Breast Cancer are women.",
    ),
    good=(
        "Liver metastases give no signs. Breast cancer does.",
        "Ask the Hollowbrook Sleep Clinic or the Institute of Cancer Research.",
        "He works in the Department of Surgery and at the Liver Unit of Hollowbrook.",
        "It is a case of Parkinson disease or Hodgkin lymphoma.",
        "We offer:\n\n- Liver surgery\n- Skin care",
        "Magnetic therapy with Biological Response Modifiers (BRM) or Oral Rehydration Salts (ORS).",
        "She wrote the book Living with Cancer for World Cancer Day.",
        "## Treatment of Liver Metastases",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield common nouns with a capital inside a sentence, each once with its count."""
    found: dict[str, list[Region]] = {}
    for run in _RUN.finditer(document.text):
        if _is_common(run[0]) and _is_slip(document, run):
            found.setdefault(run[0], []).append(Region(*run.span()))
    for sentence in document.sentences:
        opening = _OPENING.match(document.text, sentence.region.start, sentence.region.end)
        if opening and _is_common(opening[0]) and _is_text(document, sentence):
            found.setdefault(opening["flagged"], []).append(Region(*opening.span("flagged")))
    for shown, places in found.items():
        repeat = f" ({times(len(places))} on this page)" if len(places) > 1 else ""
        yield Match(places[0], {"repeat": repeat}, (shown.lower(),))


@cache
def _capitals() -> frozenset[str]:
    """Return the common nouns and adjectives with a capital."""
    nouns = words("common-nouns") | (word_codes.nouns() - words("title-words"))
    return frozenset(word.capitalize() for word in nouns)


def _is_common(run: str) -> bool:
    return _capitals().issuperset(_PARTS.split(run))


def _is_slip(document: Document, run: re.Match[str]) -> bool:
    block = document.block_at(run.start())
    if block.kind not in ("paragraph", "list-item", "quote"):
        return False
    text, sentence = document.text, document.sentence_at(run.start()).region
    shown = text[max(sentence.start, run.start() - _NEAR) : min(sentence.end, run.end() + _NEAR)]
    if _TITLE.search(shown) or (shown[-1].isalnum() and shown.count(" ") < _SHORT):
        return False
    before = text[max(sentence.start, run.start() - _LOOK_BACK) : run.start()].split()
    if not before or _is_part_of_name(before, is_start=run.start() - sentence.start <= _LOOK_BACK):
        return False
    behind = _BEHIND.match(text, run.end())
    word = behind["word"] if behind else ""
    if word.startswith("(") or word.isdigit():
        return False
    return not word[:1].isupper() or word in _capitals()


def _is_text(document: Document, sentence: Passage) -> bool:
    return document.block_at(sentence.region.start).kind == "paragraph" and sentence.text.endswith((".", "!"))


def _is_part_of_name(before: list[str], *, is_start: bool) -> bool:
    """Say whether the words in front of the capital speak for a name, or do not speak against it.

    Args:
        before: The words of the sentence in front of it, or the last of them.
        is_start: Whether the first of them begins the sentence.
    """
    last = before[-1].lower()
    if before[-1][0].isupper() and not (is_start and len(before) == 1):
        return True
    if last.endswith((",", ";")):
        return False
    if last not in words("certain-openers") | words("name-joins"):
        letters = word_codes.letters_of(last)
        return letters != "B"  # "prescribe Antibiotics"; behind other words a heading may have run in
    if len(before) == 1 or not before[-2][0].isupper():
        return False
    begins_sentence = is_start and len(before) == 2
    if begins_sentence and last == "the":
        return False
    return last in words("name-joins") or (last in words("loose-joins") and not begins_sentence)
