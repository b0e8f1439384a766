"""What LanguageTool is asked and answers, and its matches in our terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Annotation = Sequence[Mapping[str, str]]
"""Pieces of a text, in LanguageTool's form: `text`, or `markup` that may be read as something else."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One match as LanguageTool tells it."""

    rule: str  # LanguageTool's own id
    category: str
    start: int  # UTF-16 units of the pieces joined, from 0
    end: int  # end excluded
    message: str
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """What LanguageTool found in a block."""

    rule: str  # LanguageTool's own id
    category: str
    start: int  # code points of the block's text, from 0
    end: int  # end excluded
    message: str
    suggestions: tuple[str, ...]  # in place of exactly these words

    @property
    def fields(self) -> list[Any]:
        """All that it says, in a form to be kept."""
        return [self.rule, self.category, self.start, self.end, self.message, list(self.suggestions)]

    @classmethod
    def of(cls, fields: Sequence[Any]) -> Hit:
        """Return what was kept."""
        rule, category, start, end, message, suggestions = fields
        return cls(rule, category, start, end, message, tuple(suggestions))
