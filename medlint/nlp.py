"""spaCy, loaded once and late, and the sentence boundaries that it and we use."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from medlint.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["COMPONENT", "pipeline", "read", "sentence_spans"]

COMPONENT = "medlint_sentences"
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")  # parts blocks


@cache
def pipeline() -> Language:
    """Return spaCy's blank English pipeline with our sentences.

    The first call imports spaCy, about half a second.
    """
    import spacy
    from spacy.language import Language

    Language.component(COMPONENT, func=_mark_sentences)
    language = spacy.blank("en")
    language.max_length = sys.maxsize  # the usual limit guards the memory of trained models; we load none
    language.add_pipe("sentencizer")
    language.add_pipe(COMPONENT)
    return language


def read(text: str) -> Doc:
    """Return `text` as spaCy reads it, with the sentences of `sentence_spans` in each block."""
    return pipeline()(text)


def _mark_sentences(doc: Doc) -> Doc:
    """Begin a sentence where ours begin; white space at the ends of a sentence stays with it."""
    starts = set(list(_sentence_starts(doc.text))[1:])  # white space before the first belongs to it
    _split_tokens(doc, starts)
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    return doc


def _sentence_starts(text: str) -> Iterator[int]:
    edges = [0, *(found.end() for found in _EMPTY_LINE.finditer(text)), len(text)]
    for first, last in pairwise(edges):
        for start, _ in sentence_spans(text[first:last]):
            yield first + start


def _split_tokens(doc: Doc, starts: set[int]) -> None:
    """Part the tokens in which a sentence begins: spaCy takes "safe!Then" for one word."""
    text = doc.text
    offsets = [token.idx for token in doc]
    cuts: defaultdict[int, list[int]] = defaultdict(list)
    for start in sorted(starts.difference(offsets)):
        cuts[bisect_right(offsets, start) - 1].append(start)
    with doc.retokenize() as retokenizer:
        for number, places in cuts.items():
            token = doc[number]
            edges = [token.idx, *places, token.idx + len(token)]
            parts = [text[first:last] for first, last in pairwise(edges)]
            retokenizer.split(token, parts, heads=[(token, part) for part in range(len(parts))])
