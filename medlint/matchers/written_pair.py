"""A wrong wording as a pack writes it, with its right ones, read into a search."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from medlint.lexicons import Lexicon
from medlint.matchers.pair import NO_SILENCERS, PIECE, Pair, Silencers, name_of
from medlint.matchers.pair_forms import forms_of, ing_form
from medlint.matchers.pair_slots import Slot, class_slot

_NOT_PLAIN = re.compile(r"[{}()\[\]<>^$,]|\.\.")


@dataclass(frozen=True)
class Written:
    """A pair as the pack writes it, read when a page first holds its words."""

    kind: str
    wrong: str
    rights: tuple[str, ...]
    lexicons: Mapping[str, Lexicon]
    silencers: Silencers = NO_SILENCERS
    slots: MutableMapping[str, Slot] = field(default_factory=dict)  # those that were read, to share them

    @cached_property
    def pair(self) -> Pair:
        """The pair, ready to search.

        Raises:
            ValueError: it names an unknown lexicon, or carries over what is not found.
        """
        return replace(_pair(self), silencers=self.silencers)

    @property
    def anchors(self) -> tuple[str, ...]:
        """Words of which some stand wherever the pair does."""
        if _NOT_PLAIN.search(self.wrong) or any("{" in right or "(" in right for right in self.rights):
            return self.pair.anchors
        # Nothing in it varies but the form of its first word: it is its own anchor.
        head, space, rest = self.wrong.lower().replace("\u2019", "'").replace("-", " ").partition(" ")
        if self.kind == "words" or "-" in self.wrong.split(" ")[0]:
            return (head + space + rest,) if self.kind == "words" else self.pair.anchors
        return tuple(dict.fromkeys(form + space + rest for form in forms_of(self.kind, head)))


def _pair(read: Written) -> Pair:
    slots: list[Slot] = []
    start, end, marks = 0, None, set()
    for piece in PIECE.finditer(read.wrong.replace("\u2019", "'")):
        if piece["mark"] == "<":
            start = len(slots)
        elif piece["mark"] == ">":
            end = len(slots)
        elif piece["mark"]:
            marks.add(piece["mark"])
        elif piece["slot"]:
            slots.append(_slot(piece["slot"], read))
        else:
            slots.append(_word_slot(piece["word"].lower(), read.kind if not slots else "words"))
    if not any(slot.forms and not slot.is_optional for slot in slots):
        raise ValueError(f"{read.wrong!r} needs at least one word that is not optional")
    flagged = start, len(slots) if end is None else end
    pair = Pair(read.kind, tuple(slots), flagged, "^" in marks, "$" in marks, read.rights)
    _check_carried(pair, read.wrong)
    return pair


def _check_carried(pair: Pair, wrong: str) -> None:
    known = [name_of(slot.source) for slot in pair.slots]
    for right in pair.rights:
        if "{" not in right and "(" not in right and "[" not in right and ".." not in right:
            continue
        for piece in PIECE.finditer(right):
            if piece["slot"] and name_of(piece["slot"]) not in known:
                raise ValueError(f"{right!r}: {piece['slot']} does not stand in {wrong!r}")


def _slot(source: str, read: Written) -> Slot:
    if source not in read.slots:
        read.slots[source] = class_slot(source) or _listed_slot(source.lower(), read)
    return read.slots[source]


def _listed_slot(source: str, read: Written) -> Slot:
    inside = source[1:-1]
    if source[0] != "{":
        forms = tuple(" ".join(form.split()) for form in inside.split("|"))
        return Slot(source, forms, is_optional=source[0] == "[")
    name, _, form = inside.partition(":")
    if name not in read.lexicons or form not in ("", "ing"):
        raise ValueError(f"{read.wrong!r}: there is no lexicon {inside!r}")
    if form:
        return Slot(source, tuple(map(ing_form, read.lexicons[name])), bases=read.lexicons[name])
    return Slot(source, read.lexicons[name])


def _word_slot(word: str, kind: str) -> Slot:
    return Slot(word, tuple(dict.fromkeys(forms_of(kind, word))))
