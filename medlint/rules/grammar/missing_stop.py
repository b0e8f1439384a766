"""A sentence ends with a full stop, also the last one of a paragraph.

Without it the reader wonders whether the rest was lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION

_LAST_WORD = re.compile(r"[A-Za-z]+$")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|may|must|will|should|does|do|takes?|makes?|gives?|helps?"
    r"|needs?)\b"
)
_FEWEST = 6  # words of the last sentence


@rule(
    id="grammar.missing-stop",
    label="grammar.punctuation",
    severity="note",
    needs="wording",
    message="“{text}” ends a sentence without a full stop.",
    advice="Put a full stop.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=(
        "The wound heals. You can walk after two days of [[rest]]\n\nAsk the nurse.",
        "Rest at home. After a week you must see the [[nurse]]",
    ),
    good=(
        "The wound heals. You can walk after two days of rest.",
        "The wound heals. After a week you must have:\n\n- rest\n- water",
        "Dr. A. Marsh, Hollowbrook",
        "We are open. Signs that you must know\n\n- fever\n- cough",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield last words of paragraphs whose other sentences have a full stop."""
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        if block.kind != "paragraph" or (following and following.kind in ("list-item", "table-cell")):
            continue
        found = _LAST_WORD.search(block.text[-40:])
        sentences = document.sentences_of(block)
        if not found or len(sentences) < 2 or not sentences[0].text.endswith("."):
            continue
        last = sentences[-1].text
        if (
            ":" not in last
            and " - " not in last
            and len(last.split()) >= _FEWEST
            and _VERB.search(last)
            and last[0].isupper()
        ):
            end = block.region.end
            yield Match(Region(end - len(found[0]), end), suggestions=(f"{found[0]}.",))
