"""`collocations:` which verb, and which adjective, goes with a noun, and those that are written instead.

- `verbs: "make appointment|reservation: do give put"`: the verb in any form before its object, with an
  article and up to three words between, or as a participle behind it ("the photo is made")
- `adjectives: "severe pain|headache: strong heavy"`: the adjective before the noun, one word between

The verb or the adjective is flagged. A noun that stands before another noun is part of another thing:
"strong pain relief" is silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, product
from typing import Any

from pydantic import BaseModel, ConfigDict

from medlint.matchers import partner_tables
from medlint.matchers.pair_forms import forms_of
from medlint.matchers.partner_tables import Partner
from medlint.matchers.rows import Row, is_adverb, listed, plain_words, row_of
from medlint.model import Document, Match, Passage
from medlint.rule import Probe
from medlint.tagging import letters_of

_MOST_BETWEEN = 3  # words between an article and its noun
_PERFECT = listed("be") | {"have", "has", "had", "having"}


class Spec(BaseModel):
    """Tables of nouns with the words that go with them, and those that do not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    verbs: str = ""
    adjectives: str = ""


@dataclass(frozen=True)
class Noun:
    """A noun, or the last word of one of several words, with its wrong partners."""

    before: tuple[str, ...]  # the other words of the noun
    verbs: Mapping[str, Partner]
    adjectives: Mapping[str, Partner]


@dataclass(frozen=True)
class Collocations:
    """All tables as one search; calling it yields the places of wrong partners."""

    spec: Spec

    @cached_property
    def nouns(self) -> Mapping[str, tuple[Noun, ...]]:
        """Last word of a noun, singular or plural → the nouns."""
        found: dict[str, list[Noun]] = {}
        for kind in ("verbs", "adjectives"):
            for noun, partners in partner_tables.partners(getattr(self.spec, kind), kind):
                *before, last = noun.split("_")
                entry = Noun(tuple(before), *((partners, {}) if kind == "verbs" else ({}, partners)))
                for form in dict.fromkeys(forms_of("nouns", last)):
                    found.setdefault(form, []).append(entry)
        return {form: tuple(entries) for form, entries in found.items()}

    @cached_property
    def partners(self) -> frozenset[str]:
        """All wrong partners: without one of them no noun is looked at."""
        nouns = chain.from_iterable(self.nouns.values())
        return frozenset(chain.from_iterable((*noun.verbs, *noun.adjectives) for noun in nouns))

    def __call__(self, document: Document, sentence: Passage) -> Iterator[Match]:
        """Yield the places in a sentence."""
        if self.partners.isdisjoint(plain_words(document, sentence)):
            return
        nouns, row = self.nouns, row_of(document, sentence)
        for word in sorted(nouns.keys() & row.known):
            for index, noun in product(row.numbers(word), nouns[word]):
                first = index - len(noun.before)
                if first >= 0 and row.words[first:index] == noun.before:
                    yield from _places(document, row, first, index, noun)


def probe(spec: Spec) -> Probe:
    """Return the search for all tables.

    Raises:
        ValueError: a line is not of the form "right noun|noun: wrong …".
    """
    for kind in ("verbs", "adjectives"):
        for line in filter(None, getattr(spec, kind).splitlines()):
            partner_tables.parts(line)
    return Probe((), Collocations(spec))


def restored(kept: Mapping[str, Any]) -> Probe:
    """Return the search for tables that were checked in an earlier run."""
    return Probe((), Collocations(Spec.model_construct(None, **kept)))


def _places(document: Document, row: Row, first: int, last: int, noun: Noun) -> Iterator[Match]:
    """Yield where a wrong partner stands before the noun from `first` to `last`, or behind it."""
    behind = row.at(last + 1)
    if noun.verbs:
        place = _passive(row, last, noun.verbs)
        if place is None and _closes(behind) and behind not in listed("object-goes-on"):
            place = _verb_before(row, first, last, noun.verbs)
        if place is not None:
            yield _match(document, row, place, noun.verbs)
    elif _ends(behind):
        for place in (first - 1, first - 2):
            if row.at(place) in noun.adjectives and _is_adjective_here(row, place):
                yield _match(document, row, place, noun.adjectives)
                break
            if not row.at(place).isalpha() or row.at(place) in listed("noun-ends"):
                break


def _is_adjective_here(row: Row, place: int) -> bool:
    """Say whether a word stands for an adjective: "a finally result", not "it finally results"."""
    return not row.at(place).endswith("ly") or row.at(place - 1) in listed("determiners")


def _ends(behind: str) -> bool:
    """Say whether a noun ends where `behind` follows: no other noun does."""
    return _closes(behind) or _is_verb(behind)


def _closes(behind: str) -> bool:
    is_other = behind in listed("noun-ends") or (behind.endswith("ly") and is_adverb(behind))
    return is_other or not behind[:1].isalpha()


def _verb_before(row: Row, first: int, last: int, verbs: Mapping[str, Partner]) -> int | None:
    place = first - 1
    while place >= first - _MOST_BETWEEN and row.at(place) not in verbs and _is_modifier(row.at(place)):
        place -= 1
    has_determiner = row.at(place) in listed("determiners")
    place -= has_determiner
    if not has_determiner and (place < first - 1 or _may_be_verb(row.at(last))):
        # "make patients rest": what stands between may be another object, and the noun its verb.
        is_object = not _may_be_verb(row.at(last)) and not row.at(place).endswith("ing")
        return place if row.at(place) in verbs and is_object else None
    place -= row.at(place) in listed("receivers")
    while is_adverb(row.at(place)):
        place -= 1
    if row.at(place) in ("do", "does", "did") and (row.words[-1] == "?" or not place):
        return None
    return place if row.at(place) in verbs else None


@cache
def _is_verb(word: str) -> bool:
    letters = set(letters_of(word))
    return bool(letters) and letters <= set("BZDN")


@cache
def _may_be_verb(word: str) -> bool:
    return bool(set(letters_of(word)) & set("BZ"))


def _is_modifier(word: str) -> bool:
    return word[:1].isalnum() and word not in listed("noun-ends") and word not in listed("determiners")


def _passive(row: Row, last: int, verbs: Mapping[str, Partner]) -> int | None:
    place = last + 1
    if row.at(place) in ("that", "which"):
        place += 1
    if row.at(place) in listed("helpers"):
        place += 1
    if row.at(place) not in listed("be"):
        return None
    place += 1
    while row.at(place) in ("been", "being", "not") or is_adverb(row.at(place)):
        place += 1
    partner = verbs.get(row.at(place))
    behind = row.at(place + 1)
    is_all = _closes(behind) and behind not in listed("object-goes-on") and behind not in ("of", "from")
    return place if partner and partner.participles and is_all else None


def _match(document: Document, row: Row, place: int, partners: Mapping[str, Partner]) -> Match:
    region = row.region(place, place)
    shown = document.text[region.start : region.end]
    partner = partners[row.at(place)]
    is_participle = partner.participles and not _PERFECT.isdisjoint(row.words[max(0, place - 4) : place])
    rights = partner.participles if is_participle else partner.rights
    return Match(
        region, suggestions=tuple(r[:1].upper() + r[1:] if shown[:1].isupper() else r for r in rights)
    )
