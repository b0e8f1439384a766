"""What is put into a file of pages: words to say, and the boxes of the words that they are about."""

from __future__ import annotations

from dataclasses import dataclass

from medlint.model import Severity
from medlint.parsers.placed import Box


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation."""

    page: int  # from 1
    boxes: tuple[Box, ...]  # of the words, line by line; none: about the whole file
    text: str  # a paragraph on each line
    severity: Severity
    name: str  # the same in every copy
