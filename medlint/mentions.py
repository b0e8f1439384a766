"""Where a page speaks of the things and kinds of `config/taxonomy.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from medlint import taxonomy
from medlint.inflection import noun_forms
from medlint.lexicons import normalised
from medlint.model import Document, Region
from medlint.taxonomy import Taxonomy

Way = Literal["name", "short", "brand", "kind"]
"""How a thing is named: by a word, a short form, a trade name, or as the kind it is."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a term or a kind is named."""

    thing: str  # the term's usual name, or the kind's
    name: str  # the name that stands there, in the singular, as in the taxonomy
    way: Way
    region: Region
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    thing: str
    name: str
    way: Way
    written: str  # as it must stand, capitals and all, where that matters; otherwise ""
    is_plural: bool


def terms(document: Document) -> tuple[Mention, ...]:
    """Return where the page names terms, in reading order, the longest name at each place."""
    return document.derived(_terms)


def kinds(document: Document) -> tuple[Mention, ...]:
    """Return where the page names kinds, in reading order."""
    return document.derived(_kinds)


def _terms(document: Document) -> tuple[Mention, ...]:
    return tuple(_longest(_found(document, *_term_forms())))


def _kinds(document: Document) -> tuple[Mention, ...]:
    return tuple(_longest(_found(document, *_kind_forms())))


def _found(document: Document, automaton: AhoCorasick, forms: Sequence[Sequence[_Form]]) -> Iterator[Mention]:
    plain = document.plain
    for number, start, end in automaton.find_matches_as_indexes(plain, overlapping=True):
        if plain[start - 1 : start].isalnum() or plain[end : end + 1].isalnum():
            continue
        for form in forms[number]:
            if not form.written or _stands(form.written, document.text[start:end]):
                yield Mention(form.thing, form.name, form.way, Region(start, end), form.is_plural)


def _stands(written: str, text: str) -> bool:
    """Say whether a short form stands in its capitals, or a trade name with its first one."""
    return text.startswith(written) if written.isupper() else text[:1] == written[:1]


def _longest(found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield mentions without those inside longer ones."""
    end = -1
    for mention in sorted(found, key=lambda mention: (mention.region.start, -mention.region.end)):
        if mention.region.start >= end:
            yield mention
            end = mention.region.end


@cache
def _term_forms() -> tuple[AhoCorasick, tuple[tuple[_Form, ...], ...]]:
    return _automaton(_forms_of_terms(taxonomy.load()))


@cache
def _kind_forms() -> tuple[AhoCorasick, tuple[tuple[_Form, ...], ...]]:
    return _automaton(
        _Form(kind.name, name, "kind", "", number > 0)
        for kind in taxonomy.load().kinds.values()
        for name in kind.names
        for number, _ in enumerate(noun_forms(name))
    )


def _forms_of_terms(known: Taxonomy) -> Iterator[_Form]:
    for term in known.terms.values():
        for name in (term.name, *term.synonyms):
            written = name if name.isupper() else ""
            yield from (_Form(term.name, name, "name", written, is_plural) for is_plural in (False, True))
        for name in term.short:
            yield from (_Form(term.name, name, "short", name, is_plural) for is_plural in (False, True))
        for name in term.brands:
            yield _Form(term.name, name, "brand", name, is_plural=False)


def _automaton(forms: Iterable[_Form]) -> tuple[AhoCorasick, tuple[tuple[_Form, ...], ...]]:
    by_words: dict[str, list[_Form]] = {}
    for form in forms:
        words = noun_forms(form.name)[form.is_plural] if form.way != "short" else _short(form)
        by_words.setdefault(normalised(words), []).append(form)
    return AhoCorasick(list(by_words)), tuple(tuple(each) for each in by_words.values())


def _short(form: _Form) -> str:
    return form.name + "s" if form.is_plural else form.name


def by_thing(mentions: Iterable[Mention]) -> Mapping[str, list[Mention]]:
    """Return the mentions of each thing, in reading order."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.thing, []).append(mention)
    return found


def by_name(mentions: Iterable[Mention]) -> Mapping[str, list[Mention]]:
    """Return mentions of one thing by the name that stands there."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.name, []).append(mention)
    return found
