"""A sentence in which a figure stands, with ways to look around."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from medlint.expressions import expression
from medlint.quantities.quantity import Unit
from medlint.quantities.vocabulary import words

PEOPLE = ("people", "professionals", "events")
"""The lists whose words make a figure a share of people."""

Span = tuple[int, int]
"""Characters of the sentence, from 0, end excluded."""

_WORD = expression(r"\d[\d.,]*\d|[^\W_]+(?:'[^\W_]+)?")
_BREAK = expression(r"[.,;:()!?\"\u2026|]")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, folded and as it stands."""

    text: str
    original: str
    before: str = ""  # the sentence before it in the same block, folded
    kind: str = "paragraph"  # of the block

    def words_after(self, end: int, most: int) -> Iterator[tuple[str, Span]]:
        """Yield up to `most` words behind `end`, as far as no mark parts them."""
        last = end
        for found in _WORD.finditer(self.text, end):
            if most == 0 or _BREAK.search(self.text, last, found.start()):
                return
            yield found[0], found.span()
            last, most = found.end(), most - 1

    def noun_after(self, end: int, names: Collection[str], most: int = 5) -> tuple[str, Span] | None:
        """Return the first word of the lists `names` in the phrase that begins at `end`."""
        for word, span in self.words_after(end, most + 1):
            if any(word in words(name) for name in names):
                return word, span
            if word in words("new-phrase"):
                return None
        return None

    def phrase_end(self, end: int) -> tuple[int, bool]:
        """Return where the phrase of a share that ends at `end` ends, and whether it is one of people."""
        noun = self.noun_after(end, PEOPLE, most=5)
        return (noun[1][1], True) if noun is not None else (end, False)

    def window(self, start: int, end: int, before: int = 60, after: int = 40) -> str:
        """Return the text around a stretch, without it: what stands before and what stands behind."""
        return f"{self.text[max(0, start - before) : start]} \x00 {self.text[end : end + after]}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure as it was read, before what stands around it is known."""

    unit: Unit
    number: Span
    region: Span
    values: tuple[float, ...]
    is_change: bool = False  # something rises or falls by so much, or is so much more or less
    is_range: bool = False
    is_certain: bool = field(default=False)  # its noun or form tells that it is a claim
