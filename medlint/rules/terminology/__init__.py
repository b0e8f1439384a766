"""Words of medicine used for what they do not mean, said twice, or never explained."""

from __future__ import annotations

from medlint.context import CONTEXTS
from medlint.model import Document, Region

_SILENT = ("negated", "question", "refuted", "mentioned")


def is_only_told(document: Document, region: Region) -> bool:
    """Say whether the words are denied, asked, refuted or quoted as words."""
    return any(CONTEXTS[name](document, region) for name in _SILENT)


def is_mentioned(document: Document, region: Region) -> bool:
    """Say whether the words are quoted as words."""
    return CONTEXTS["mentioned"](document, region)
