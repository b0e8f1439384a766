"""`phrases:` words in a row, with lexicons, forms of a word, choices and gaps.

- `completely safe`: words; a space also matches a hyphen or a comma, case does not count
- `no side {lemma:effect}`: every form of a word
- `{praise} {staff}`: any entry of a lexicon
- `[really] works`: may be missing
- `(cuts|reduces) the risk`: one or the other
- `heals ... wounds`: up to three words between; `...6` up to six
- `* finest`: any one word
- `*'s finest`, `£*`: a word of which part is any letters or digits
- `{number} visits`: a number in digits or words
- `we <fully guarantee> it`: only what stands between < and > is flagged
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from medlint import expressions
from medlint.lexicons import Lexicon, digest_of
from medlint.matchers.frequency import occurrences
from medlint.matchers.syntax import Choice, Edge, Element, Gap, Wild, Words, read
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Passage, Region
from medlint.rule import Probe

Spec = list[str]

_WORD = r"[\w'%&/]+"
_SPACE = ",? +"


@dataclass(frozen=True)
class Phrase:
    """A phrase, read and compiled when first needed; calling it yields its places in a passage."""

    text: str
    lexicons: Mapping[str, Lexicon] = field(repr=False, compare=False)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """What it is made of.

        Raises:
            ValueError: it names an unknown lexicon, or cannot be read.
        """
        return read(self.text, self.lexicons)

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """The words without which the phrase cannot be there, the rarest choice."""
        return _anchors(self.elements)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The phrase as a regular expression over `Document.plain`."""
        digest = digest_of(self.lexicons)
        if digest is None:
            return expressions.expression(self._regex())
        return expressions.named((self.text, "phrase", digest), self._regex)

    def _regex(self) -> str:
        return rf"(?<!\w)(?:{_sequence(self.elements)})(?!\w)"

    def __call__(self, document: Document, passage: Passage) -> Iterator[Match]:
        """Yield the places of the phrase in `passage`."""
        group = "flagged" if "flagged" in self.expression.groupindex else 0
        region = passage.region
        for found in self.expression.finditer(document.plain, region.start, region.end):
            yield Match(Region(*found.span(group)))


def probes(spec: Spec, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return a probe for each phrase.

    Raises:
        ValueError: a phrase names an unknown lexicon, or cannot be read.
    """
    compiled = [compile_phrase(text, lexicons) for text in spec]
    return tuple(Probe(phrase.anchors, phrase) for phrase in compiled)


def plain(spec: Spec, probes: Sequence[Probe]) -> Any:
    """Return what `restored` needs to make the probes again, as plain data."""
    return tuple((text, probe.anchors) for text, probe in zip(spec, probes, strict=True))


def restored(kept: Any, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probes of what `plain` returned."""
    return tuple(Probe(anchors, Phrase(text, lexicons)) for text, anchors in kept)


def compile_phrase(text: str, lexicons: Mapping[str, Lexicon]) -> Phrase:
    """Return the phrase; see the module for how it is written.

    Raises:
        ValueError: it names an unknown lexicon, or cannot be read.
    """
    phrase = Phrase(text, lexicons)
    if not phrase.anchors:
        raise ValueError(f"{text!r} needs at least one word that is not optional")
    return phrase


def _sequence(elements: Sequence[Element]) -> str:
    """Return the expression; what is optional brings its own space."""
    expression, has_word = "", False
    for element in elements:
        if isinstance(element, Edge):
            expression += _edge(element, has_word=has_word)
            has_word = has_word and not element.is_start
        elif _may_be_missing(element):
            inner = _element(element)
            expression += f"(?:{_SPACE}{inner})?" if has_word else f"(?:{inner}{_SPACE})?"
        else:
            expression += (_SPACE if has_word else "") + _element(element)
            has_word = True
    return expression


def _edge(edge: Edge, *, has_word: bool) -> str:
    if edge.is_start:
        return (_SPACE if has_word else "") + "(?P<flagged>"
    return ")"


def _element(element: Words | Wild | Gap | Choice) -> str:
    if isinstance(element, Words):
        return alternation(element.forms)
    if isinstance(element, Wild):
        return element.expression
    if isinstance(element, Gap):
        least = max(element.least, 1)
        return f"{_WORD}(?:{_SPACE}{_WORD}){{{least - 1},{element.most - 1}}}"
    return f"(?:{'|'.join(_sequence(branch) for branch in element.branches)})"


def _may_be_missing(element: Element) -> bool:
    if isinstance(element, Gap):
        return element.least == 0
    return isinstance(element, Choice) and element.is_optional


def _anchors(elements: Iterable[Element]) -> tuple[str, ...]:
    """Return the cheapest set of literals, one of which every place must hold."""
    best: tuple[str, ...] = ()
    run: list[str] = []  # plain words in a row: rarer together than each alone
    for element in (*elements, Gap(0)):
        if isinstance(element, Words) and len(element.forms) == 1:
            run.append(element.forms[0])
            continue
        if run:
            # A comma may stand between the words of a phrase, so only one of them is sure to be found.
            best = _cheaper(best, (min(run, key=occurrences),))
            run = []
        if isinstance(element, Words):
            best = _cheaper(best, element.forms)
        elif isinstance(element, Choice) and not element.is_optional:
            best = _cheaper(best, _of_branches(element))
    return best


def _of_branches(choice: Choice) -> tuple[str, ...]:
    each = [_anchors(branch) for branch in choice.branches]
    return tuple(dict.fromkeys(word for words in each for word in words)) if all(each) else ()


def _cheaper(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    if not one or not other:
        return one or other
    return min(one, other, key=lambda words: sum(map(occurrences, words)))
