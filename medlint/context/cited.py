"""Does support stand by the words: a reference that resolves, a study or body with its year, a link?

Support may stand in the same sentence, at the end of the paragraph, list item or table cell, in a
remark behind it ("(Figures: …, 2022.)"), or above or below a table or list. "Studies show", "data on
file", a year alone and a number without an entry in the list of sources are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from medlint.expressions import expression
from medlint.model import Document, Passage, Region
from medlint.references import ends_with_source, markers, names_source

_LONGEST = 20
"""Sentences of a paragraph for which its last one may speak: our own judgement."""

_FIRST = 2000
"""Characters of a sentence that are looked at for its own markers; longer ones are no sentences."""

_NOTE = 300
"""Characters of a block that can be a note on the one above it: our own judgement."""

_REMARK = expression(
    r"[(\[]|(?:sources?|figures?|data|numbers?|references?)\b|see\b|as (?:reported|shown|published)\b"
    r"|adapted\b"
    r"|taken from\b|(?:these|this|the|all|both) (?:figures?|numbers?|data|results?|estimates?|statistics"
    r"|rates?)\b",
    re.IGNORECASE,
)
_BACK = expression(
    r"\b(?:(?:this|that|these|those|the|same|its) (?:same )?(?:stud(?:y|ies)|trials?|survey|report"
    r"|registry|authors?"
    r"|researchers?|audit|review|analysis|meta-analysis|cohort|investigators?|participants|group|paper|team)"
    r"|in it|there,|they (?:found|reported)"
    r"|the (?:figure|rate|risk|share|number)s? (?:was|were|is|fell|rose))\b"
    r"|\A(?:for|among|over|under|counting all|of th[eo]se|by that measure"
    r"|in (?:women|men|people|adults|children|those))\b",
    re.IGNORECASE,
)


def holds(document: Document, region: Region) -> bool:
    """Say whether support stands by the words."""
    block = document.block_at(region.start)
    place = _place(document.sentences, region.start)
    sentence = document.sentences[place]
    if names_source(document, sentence):
        return True
    if any(markers(sentence.text[:_FIRST])):
        return False  # it points to a source, which is not there
    return (
        _is_supported_behind(document, block, place)
        or _is_supported_before(document, block, place)
        or _is_supported_around(document, block)
    )


def _place(passages: Sequence[Passage], offset: int) -> int:
    return max(0, bisect_right(passages, offset, key=_start) - 1)


def _start(passage: Passage) -> int:
    return passage.region.start


def _is_supported_behind(document: Document, block: Passage, place: int) -> bool:
    """Say whether a remark behind the sentence, or the end of the paragraph, supports it."""
    window = document.sentences[place + 1 : place + 2 + _LONGEST]
    behind = [sentence for sentence in window if sentence.region.start < block.region.end]
    if not behind:
        return False
    if _REMARK.match(behind[0].text) and names_source(document, behind[0]):
        return True
    # Where other sentences have sources of their own, the last source is not for this one.
    if len(behind) > _LONGEST or any(names_source(document, sentence) for sentence in behind[:-1]):
        return False
    return ends_with_source(document, behind[-1])


def _is_supported_before(document: Document, block: Passage, place: int) -> bool:
    """Say whether the sentence goes on about the study that the one before it names."""
    sentence, earlier = document.sentences[place], document.sentences[place - 1]
    is_inside = place > 0 and earlier.region.start >= block.region.start
    return is_inside and _BACK.search(sentence.text[:_FIRST]) is not None and names_source(document, earlier)


def _is_supported_around(document: Document, block: Passage) -> bool:
    """Say whether the block above or below speaks for this one."""
    above, below = _neighbour(document, block, -1), _neighbour(document, block, 1)
    if block.kind == "table-cell":
        is_above = above is not None and names_source(document, document.sentence_at(above.region.end - 1))
        is_below = below is not None and names_source(document, document.sentence_at(below.region.start))
        return is_above or is_below or _is_row_supported(document, block)
    if block.kind == "list-item" and above is not None and above.text.endswith(":"):
        return names_source(document, document.sentence_at(above.region.end - 1))
    is_note = below is not None and len(below.text) < _NOTE and _REMARK.match(below.text) is not None
    return is_note and below is not None and names_source(document, below)


def _is_row_supported(document: Document, cell: Passage) -> bool:
    """Say whether another cell of the row names a source."""
    here = _place(document.blocks, cell.region.start)
    near = document.blocks[max(0, here - _LONGEST) : here + _LONGEST]
    row = [
        other for other in near if (other.kind, other.group, other.row) == (cell.kind, cell.group, cell.row)
    ]
    return any(names_source(document, other) for other in row)


def _neighbour(document: Document, block: Passage, step: int) -> Passage | None:
    """Return the block right above or below, beyond the other parts of its list or table."""
    blocks = document.blocks
    place = _place(blocks, block.region.start) + step
    while 0 <= place < len(blocks) and block.group and blocks[place].group == block.group:
        place += step
    if not 0 <= place < len(blocks):
        return None
    found = blocks[place]
    is_entry = found.kind in ("reference", "footnote") and not _REMARK.match(found.text)
    return None if found.kind == "heading" or is_entry or not found.text else found
