"""`absent:` something a page must hold: flagged, without a place, when none of `phrases` stands there.

`when` limits it to pages that hold one of its phrases, `least-words` to pages long enough to owe it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from medlint.lexicons import Lexicon
from medlint.matchers.phrases import Phrase, compile_phrase
from medlint.model import Document, Match, Passage
from medlint.rule import Probe


class Spec(BaseModel):
    """What must stand on the page, and on which pages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    phrases: list[str] = Field(min_length=1)
    when: list[str] = []
    least_words: int = Field(default=0, alias="least-words", ge=0)


@dataclass(frozen=True)
class Absent:
    """Yields one match without a place where the page lacks all `phrases`."""

    phrases: tuple[Phrase, ...]
    when: tuple[Phrase, ...]
    least_words: int

    def __call__(self, document: Document, passage: Passage) -> Iterator[Match]:
        """Yield the match, if any."""
        if document.words < self.least_words or not document.text:
            return
        if self.when and not _holds_any(document, passage, self.when):
            return
        if not _holds_any(document, passage, self.phrases):
            yield Match(None)


def probes(spec: Spec, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probe of the page.

    Raises:
        ValueError: a phrase cannot be read.
    """
    absent = Absent(
        phrases=tuple(compile_phrase(text, lexicons) for text in spec.phrases),
        when=tuple(compile_phrase(text, lexicons) for text in spec.when),
        least_words=spec.least_words,
    )
    return (Probe((), absent, "document"),)


def plain(spec: Spec, probes: Sequence[Probe]) -> Any:  # noqa: ARG001 - one shape for all kinds
    """Return what `restored` needs to make the probe again, as plain data."""
    return tuple(spec.phrases), tuple(spec.when), spec.least_words


def restored(kept: Any, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probe of what `plain` returned."""
    phrases, when = (tuple(Phrase(text, lexicons) for text in texts) for texts in kept[:2])
    return (Probe((), Absent(phrases, when, kept[2]), "document"),)


def _holds_any(document: Document, passage: Passage, phrases: tuple[Phrase, ...]) -> bool:
    return any(
        anchor in document.plain and next(phrase(document, passage), None) is not None
        for phrase in phrases
        for anchor in phrase.anchors
    )
