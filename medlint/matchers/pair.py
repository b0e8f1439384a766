"""One wrong wording with its right ones: where it stands, and what fits there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from medlint import expressions
from medlint.matchers.pair_forms import PARTICIPLE, PAST, base_of_ing, forms_of, ing_form
from medlint.matchers.pair_slots import Slot
from medlint.model import Document, Match, Region

PIECE = re.compile(
    r"(?P<slot>\{[^{}]*\}|\([^()]*\)|\[[^\[\]]*\]|(?<!\S)\.\.(?!\S))|(?P<mark>[<>^$])|(?P<word>[^\s{}()\[\]<>^$]+)"
)
"""A part of a wording as a pack writes it."""

_WORD = re.compile(r"\w+")
_MOST_ANCHORS = 48  # of one pair; one with more forms is looked for by a part of itself
_ENOUGH_WORDS = 3  # in a row: they hardly ever stand where the pair does not
_STARTS = r"(?<![\w@/-])(?<!\w['.])"
_ENDS = r"(?![\w@/-])(?!['.]\w)"
_CLOSES = r"(?=[.,;:!?)]|$)"
_OF_A_NAME = re.compile(r"['\u2019]s\b|^(?:Lyme|Down)\b")
_LOOK_BACK = 40  # characters in which an auxiliary may stand
_PARTICIPLE_FOLLOWS = re.compile(
    r"\b(?:have|has|had|having|be|been|being|is|are|was|were|get|got)(?:n't)? (?:(?:not|\w+ly) )?$|'ve $"
)


@dataclass(frozen=True)
class Silencers:
    """Words that make the wording sound where one of them stands next to it."""

    behind: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()

    def hold(self, text: str, start: int, end: int) -> bool:
        """Say whether one stands right before `start` or right behind `end`."""
        return bool(
            (self.behind and self._behind.search(text, max(0, start - _LOOK_BACK), start))
            or (self.ahead and self._ahead.match(text, end))
        )

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, self.behind))})[ ,]+$")

    @cached_property
    def _ahead(self) -> re.Pattern[str]:
        return re.compile(rf"[ ,-]+(?:{'|'.join(map(re.escape, self.ahead))})(?![\w])")


NO_SILENCERS = Silencers()


@dataclass(frozen=True)
class Pair:
    """A wrong wording; calling it yields its places, each with what is right there."""

    kind: str
    slots: tuple[Slot, ...]
    flagged: tuple[int, int]  # numbers of the slots that are replaced, end excluded
    is_opening: bool
    is_closing: bool
    rights: tuple[str, ...]
    silencers: Silencers = NO_SILENCERS

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """Words in a row of which one stands wherever the pair does, in the form of `Document.plain`."""
        runs = (_run(self.slots, start) for start in range(len(self.slots)))
        best = min(filter(None, runs), key=_cost)
        return tuple(dict.fromkeys(row.replace("-", " ") for row in _rows(best)))

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The wrong wording as an expression over `Document.folded`, a group for each slot."""
        first, end = self.flagged
        parts = [_STARTS]
        for number, slot in enumerate(self.slots):
            is_behind_gap = number == 1 and self.slots[0].is_optional
            gap = " " if number and not is_behind_gap else ""
            opening = "(?P<flagged>" if number == first else ""
            group = f"(?P<s{number}>{slot.expression})"
            closing = ")" if number == end - 1 else ""
            if slot.is_gap:
                parts.append(f"{opening}{group}{closing}")
            elif not slot.is_optional:
                parts.append(f"{gap}{opening}{group}{closing}")
            elif number:
                parts.append(f"{opening}(?:{gap}{group})?{closing}")
            else:
                parts.append(f"{opening}(?:{group} )?{closing}")
        end_mark = _CLOSES if self.is_closing else ""
        ending = _ENDS if self.slots[-1].ends_in_letter else ""
        return expressions.expression("".join((*parts, ending, end_mark)))

    def may_stand_among(self, words: Iterable[str]) -> bool:
        """Say whether each part that must be there begins with one of the words of a sentence."""
        return not any(first.isdisjoint(words) for first in self._first_words)

    @cached_property
    def _first_words(self) -> tuple[frozenset[str], ...]:
        must = (slot for slot in self.slots if slot.forms and not slot.is_optional)
        return tuple(frozenset(filter(None, map(_first_word, slot.forms))) for slot in must)

    def __call__(self, document: Document, region: Region) -> Iterator[Match]:
        """Yield the places of the pair in `region`."""
        for found in self.expression.finditer(document.folded, region.start, region.end):
            if self.is_opening and found.start() != region.start:
                continue
            if not all(slot.holds(found[f"s{number}"]) for number, slot in enumerate(self.slots)):
                continue
            if self.silencers.hold(document.folded, found.start(), found.end()):
                continue
            place = Region(*found.span("flagged"))
            shown = document.text[place.start : place.end]
            rights = (self._fitted(right, found, document) for right in self.rights)
            yield Match(place, suggestions=tuple(dict.fromkeys(_like(right, shown) for right in rights)))

    def _fitted(self, right: str, found: re.Match[str], document: Document) -> str:
        """Return a right wording with what was found in its slots, and the form of its first word."""
        unused = list(range(len(self.slots)))
        words: list[str] = []
        for piece in PIECE.finditer(right):
            if piece["slot"]:
                words += self._carried(piece["slot"], unused, found, document)
            elif piece["word"]:
                words.append(piece["word"])
        if self.kind != "words" and self.flagged[0] == 0:
            words[0] = self._inflected(words[0], found)
        return " ".join(words)

    def _carried(
        self, source: str, unused: list[int], found: re.Match[str], document: Document
    ) -> Iterator[str]:
        name = name_of(source)
        number = next(number for number in unused if name_of(self.slots[number].source) == name)
        unused.remove(number)
        start, end = found.span(f"s{number}")
        if start >= 0:
            shown = document.text[start:end]
            if start == found.start() and not self.rights_begin_with(source):
                shown = _without_capital(shown)
            carried = _as_asked(source, self.slots[number], shown)
            if carried:  # a gap may hold nothing
                yield carried

    def rights_begin_with(self, source: str) -> bool:
        """Say whether a slot comes first in what is right, where it keeps the capital of a sentence."""
        return any(right.startswith(source) for right in self.rights)

    def _inflected(self, head: str, found: re.Match[str]) -> str:
        wrong = forms_of(self.kind, self.slots[0].source)
        fitting = [number for number, form in enumerate(wrong) if form == found["s0"]]
        number = fitting[0]
        if number == PAST and PARTICIPLE in fitting:
            is_participle = _PARTICIPLE_FOLLOWS.search(
                found.string, max(0, found.start() - _LOOK_BACK), found.start()
            )
            number = PARTICIPLE if is_participle else PAST
        return forms_of(self.kind, head)[number]


def _without_capital(shown: str) -> str:
    """Return a word as it stands inside a sentence; names of people and acronyms keep their capitals."""
    is_common = shown[1:2].islower() and not _OF_A_NAME.search(shown)
    return shown[:1].lower() + shown[1:] if is_common else shown


def _first_word(form: str) -> str:
    found = _WORD.search(form)
    return found[0] if found else ""


def name_of(source: str) -> str:
    """Return what a slot is called, without the ending that is asked for."""
    return source.replace(":ing}", "}").replace(":base}", "}")


def _as_asked(source: str, slot: Slot, text: str) -> str:
    """Return what was found in a slot, with or without -ing as the right wording asks."""
    if source == slot.source:
        return text.strip()
    if source.endswith(":base}"):
        return base_of_ing(text.lower())
    return ing_form(text) if source.endswith(":ing}") else slot.bases[slot.forms.index(text.lower())]


def _run(slots: Sequence[Slot], start: int) -> Sequence[Slot]:
    """Return the slots from `start` that must be there, as far as their words multiplied out stay few."""
    end, rows, words = start, 1, 0
    while end < len(slots) and words < _ENOUGH_WORDS:
        slot = slots[end]
        if slot.is_optional or not slot.forms or (end > start and rows * len(slot.forms) > _MOST_ANCHORS):
            break
        rows *= len(slot.forms)
        words += slot.forms[0].count(" ") + 1
        end += 1
    return slots[start:end]


def _rows(slots: Iterable[Slot]) -> Iterator[str]:
    return (" ".join(words) for words in product(*(slot.forms for slot in slots)))


def _cost(run: Sequence[Slot]) -> float:
    """Say roughly how often the words of a run are met in vain, in a million words."""
    return min(slot.occurrences for slot in run) / len(run)


def _like(right: str, shown: str) -> str:
    """Return `right` with a capital, or in capitals, where the words that it replaces are so."""
    if len(shown) > 1 and shown.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if shown[:1].isupper() else right
