"""A quotation that never ends makes the reader guess which words are the patient's and which the clinic's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION

_STRAIGHT = re.compile(r'"')
_CURLED = re.compile(r"[“”]")
_GERMAN = re.compile(r"[„‟«»]")
_KINDS = ("table-cell", "reference", "alt-text")


@rule(
    id="grammar.unpaired-quote",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    message="The quotation mark {text} has no partner.",
    advice="Close the quotation where the words end, or delete the mark.",
    sources=(PUNCTUATION,),
    scope="block",
    bad=(
        'The nurse said [["]]rest at home and then she left.',
        "The nurse said “rest at home[[“]] and left.",
        "The nurse said [[“]]rest at home and left.",
    ),
    good=(
        'The nurse said "rest at home" and left.',
        "The tube is 5' 10\" long.",
        'The scar was 4" and the patient said "fine".',
        "“It began at night.\n\n“Then it stopped,” she said.",
        "Er sagte „gut“ und ging.",
        "The nurses' room is the patients' choice, isn't it?",
    ),
)
def check(document: Document, block: Passage) -> Iterator[Match]:
    """Yield the quotation mark without a partner, at most one of a block."""
    text = block.text
    if block.kind in _KINDS:
        return
    place = None
    if text.count('"') % 2:
        place = _unpaired_straight(text)
    elif text.count("“") != text.count("”") and not _GERMAN.search(text):
        place = _unpaired_curled(text)
        if place is not None and text[place] == "“" and _goes_on(document, block):
            return
    if place is not None:
        start = block.region.start + place
        yield Match(Region(start, start + 1))


def _unpaired_straight(text: str) -> int | None:
    """Return the odd one out of an odd number of straight marks, None for inches and seconds."""
    places = [found.start() for found in _STRAIGHT.finditer(text)]
    if sum(not text[place - 1 : place].isdigit() for place in places) % 2 == 0:
        return None
    opened: int | None = None
    for place in places:
        opens = place == 0 or text[place - 1] in " ([-–—/"
        if opens and opened is not None:
            return opened
        if not opens and opened is None:
            return place
        opened = place if opens else None
    return opened


def _unpaired_curled(text: str) -> int | None:
    opened: int | None = None
    for found in _CURLED.finditer(text):
        if found[0] == "“":
            if opened is not None:
                return found.start() if _stands_as_closing(text, found.start()) else opened
            opened = found.start()
        elif opened is None:
            return found.start()
        else:
            opened = None
    return opened


def _stands_as_closing(text: str, place: int) -> bool:
    return not text[place - 1].isspace() and not text[place + 1 : place + 2].isalnum()


def _goes_on(document: Document, block: Passage) -> bool:
    """A quotation of several paragraphs opens in each and closes in the last."""
    behind = document.text[block.region.end : block.region.end + 3].lstrip()
    return behind.startswith("“")
