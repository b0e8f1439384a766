"""The parts of a wrong wording: words, entries of a lexicon, words of a class, a gap for adverbs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from medlint import tagging
from medlint.matchers.frequency import occurrences
from medlint.matchers.trie import alternation

GAP = ".."
"""Up to two adverbs."""
NUMBER = "{#}"
"""A number in digits or words, or a span of two: 5, ten, 4 to 6."""

_WORD = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
_ADVERBS = (
    "also|always|almost|again|even|first|just|mainly|maybe|more|mostly|much|never|not|often|only|quite|rather"
    "|really|so|sometimes|soon|still|then|too|together|very|well"
)
_GAP = rf"(?: (?:[a-z]{{2,}}ly|{_ADVERBS})(?=[ ])){{0,2}}"
_COUNT = (
    r"(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty"
    r"|thirty|forty|fifty|sixty)"
)
_SPAN = rf"{_COUNT}(?:(?: (?:to|or|and) | ?[–-] ?){_COUNT})?"


@dataclass(frozen=True)
class Slot:
    """A part of a wrong wording: one of `forms`, or a word of a class; as the pack writes it in `source`."""

    source: str
    forms: tuple[str, ...]
    is_optional: bool = False
    bases: tuple[str, ...] = ()  # what the forms are -ing forms of
    letters: str = ""  # classes of medlint.tagging, of which the word has one
    is_certain: bool = False  # and has no other

    @property
    def is_gap(self) -> bool:
        """Whether it is a gap for adverbs, which may hold nothing."""
        return self.source == GAP

    @cached_property
    def occurrences(self) -> float:
        """How often one of its forms is met in a million words, roughly."""
        return sum(map(_met, self.forms))

    @property
    def ends_in_letter(self) -> bool:
        """Whether what it finds ends in a letter or digit, so that no other may follow."""
        return not self.forms or self.forms[0][-1:].isalnum()

    @cached_property
    def expression(self) -> str:
        """What it finds, as an expression over `Document.folded`."""
        if self.is_gap:
            return _GAP
        if self.source == NUMBER:
            return _SPAN
        if self.letters:
            return _WORD
        expression = alternation(sorted(self.forms, key=lambda form: (-len(form), form)))
        # A lexicon has lost its hyphens, which the text still has.
        return expression.replace(r"\ ", "[ -]") if self.source.startswith("{") else expression

    def holds(self, text: str | None) -> bool:
        """Say whether a word that `expression` found is of the class."""
        if not self.letters or text is None:
            return True
        known = _letters(text)
        if self.is_certain:
            return bool(known) and set(known) <= set(self.letters)
        return text not in _closed() and (not known or bool(set(known) & set(self.letters)))


def class_slot(source: str) -> Slot | None:
    """Return the slot that `{=B}`, `{~UC}`, `{#}` or `..` stands for; None for any other."""
    if source in (GAP, NUMBER):
        return Slot(source, (), is_optional=source == GAP)
    letters = source[2:-1].partition(":")[0]
    if source[:2] not in ("{=", "{~") or not letters or set(letters) - set(tagging.LETTERS):
        return None
    return Slot(source, (), letters=letters, is_certain=source[1] == "=")


@cache
def _letters(word: str) -> str:
    return tagging.letters_of(word)


_met = cache(occurrences)


@cache
def _closed() -> frozenset[str]:
    return frozenset(tagging.lists()["function"])
