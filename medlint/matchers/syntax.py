"""How a phrase is written → the elements it is made of. `phrases.py` shows the notation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from medlint.inflection import noun_forms, verb_forms
from medlint.lexicons import Lexicon, irregular_verbs, lexicon, normalised
from medlint.matchers.trie import alternation

_PIECE = re.compile(
    r"\{(?P<name>[^{}]*)\}"
    r"|(?P<gap>\.\.\.(?P<most>\d*))(?= |$|[\])|>])"
    r"|(?P<mark>[\[\]()|<>])"
    r"|(?P<word>[^\s{}\[\]()|<>]+)"
)
_LETTERS = r"[\w.,]*\w"
_GAP_WORDS = 3


@dataclass(frozen=True)
class Words:
    """One of these, each one or more words in the form of `Document.plain`."""

    forms: tuple[str, ...]


@dataclass(frozen=True)
class Wild:
    """One word, given by an expression because its forms have no end."""

    expression: str


@dataclass(frozen=True)
class Gap:
    """Up to so many words of any kind."""

    most: int
    least: int = 0


@dataclass(frozen=True)
class Choice:
    """One of these sequences, or nothing where it is optional."""

    branches: tuple[Sequence[Element], ...]
    is_optional: bool = False


@dataclass(frozen=True)
class Edge:
    """Where the flagged words begin or end."""

    is_start: bool


Element = Words | Wild | Gap | Choice | Edge


def read(text: str, lexicons: Mapping[str, Lexicon]) -> tuple[Element, ...]:
    """Return the elements of a phrase, in its order.

    Raises:
        ValueError: it names an unknown lexicon, or cannot be read.
    """
    return _Reader(text, lexicons).read()


class _Reader:
    """Reads one phrase from left to right."""

    def __init__(self, text: str, lexicons: Mapping[str, Lexicon]) -> None:
        self.text, self.lexicons = text, lexicons
        self.pieces = list(_PIECE.finditer(text))
        self.next = 0
        rest = _PIECE.sub("", text).strip()
        if rest:
            raise ValueError(f"{text!r}: {rest!r} cannot be read")

    def read(self) -> tuple[Element, ...]:
        elements = self._sequence(until="")
        if self.next < len(self.pieces):
            raise ValueError(f"{self.text!r}: {self.pieces[self.next].group()!r} closes nothing")
        return elements

    def _sequence(self, until: str) -> tuple[Element, ...]:
        elements: list[Element] = []
        while self.next < len(self.pieces):
            piece = self.pieces[self.next]
            if piece["mark"] and piece["mark"] in "])|":
                break
            self.next += 1
            elements.append(self._element(piece))
        if until and self.next == len(self.pieces):
            raise ValueError(f"{self.text!r}: {until!r} is missing")
        return tuple(elements)

    def _element(self, piece: re.Match[str]) -> Element:
        if piece["name"] is not None:
            return self._named(piece["name"])
        if piece["gap"]:
            return Gap(int(piece["most"] or _GAP_WORDS))
        if piece["word"]:
            return _word(piece["word"])
        if piece["mark"] in "<>":
            return Edge(is_start=piece["mark"] == "<")
        return self._choice("]" if piece["mark"] == "[" else ")")

    def _choice(self, close: str) -> Choice:
        branches = [self._sequence(close)]
        while self.pieces[self.next]["mark"] == "|":
            self.next += 1
            branches.append(self._sequence(close))
        if self.pieces[self.next]["mark"] != close:
            raise ValueError(f"{self.text!r}: {close!r} is missing")
        self.next += 1
        if not all(branches):
            raise ValueError(f"{self.text!r}: a choice is empty; write [ ] for what may be missing")
        return Choice(_joined(branches), is_optional=close == "]")

    def _named(self, name: str) -> Element:
        if name == "number":
            return Wild(rf"(?:\d[\d.,]*|{alternation(lexicon('number-words'))})")
        kind, colon, word = name.partition(":")
        if not colon:
            if name not in self.lexicons:
                raise ValueError(f"{self.text!r}: there is no lexicon {name!r}")
            return Words(self.lexicons[name])
        if kind != "lemma":
            raise ValueError(f"{self.text!r}: {{{name}}} cannot be read; write {{lemma:word}}")
        forms = {normalised(form) for form in (*noun_forms(word), *verb_forms(word, irregular_verbs()))}
        return Words(tuple(sorted(forms, key=lambda form: (-len(form), form))))


def _word(word: str) -> Element:
    if word == "*":
        return Gap(1, least=1)
    if "*" in word:
        return Wild(_LETTERS.join(map(re.escape, normalised(word).split("*"))))
    return Words((normalised(word),))


def _joined(branches: Sequence[tuple[Element, ...]]) -> tuple[Sequence[Element], ...]:
    """Return the branches with all plain words as one, so that the longest wins and is found fast."""
    plain: list[str] = []
    others: list[tuple[Element, ...]] = []
    for branch in branches:
        forms = _plain_words(branch)
        plain += forms
        others += [] if forms else [branch]
    return (*others, (Words(tuple(plain)),)) if plain else tuple(others)


def _plain_words(branch: Sequence[Element]) -> tuple[str, ...]:
    """Return all readings of a branch of nothing but words; none where it holds more than one list."""
    lists = [element.forms for element in branch if isinstance(element, Words)]
    if len(lists) < len(branch):
        return ()
    if len(lists) == 1:
        return lists[0]
    return (" ".join(forms[0] for forms in lists),) if all(len(forms) == 1 for forms in lists) else ()
