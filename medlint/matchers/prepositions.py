"""`prepositions:` words that go with one preposition, and the wrong ones that are written behind them.

- `verbs: "depend on: of from to"`, one head a line: in any form, with up to two adverbs behind it
- `adjectives:` and `nouns:` (singular and plural) in the same way
- `objects: "protect from: of by"`: a person stands between verb and preposition
- `-` for no preposition: `discuss -: about`, `listen to: -`
- several heads share a line, `rely|depend on: …`, and several right prepositions, `inform about|of: …`
- `to+the`: only before an article or a pronoun, where the word cannot begin another verb; `by+pain`: only
  before this word

What is an adverbial of its own stays silent: "depends in part on", "participate at home".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel, ConfigDict

from medlint.matchers import partner_tables
from medlint.matchers.partner_tables import NONE, Head
from medlint.matchers.rows import Row, is_adverb, listed, plain_words, row_of
from medlint.model import Document, Match, Passage
from medlint.rule import Probe
from medlint.tagging import letters_of

_FAR = 6  # words ahead in which the right preposition may still come
_MOST_ADVERBS = 2


class Spec(BaseModel):
    """Tables of heads with their right and wrong prepositions."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    verbs: str = ""
    adjectives: str = ""
    nouns: str = ""
    objects: str = ""


@dataclass(frozen=True)
class Prepositions:
    """All tables as one search; calling it yields the places of wrong prepositions."""

    spec: Spec

    @cached_property
    def heads(self) -> Mapping[str, tuple[Head, ...]]:
        """Form of a word → its heads."""
        found: dict[str, list[Head]] = {}
        for kind in ("verbs", "adjectives", "nouns", "objects"):
            for word, head in partner_tables.heads(getattr(self.spec, kind), kind):
                for form in partner_tables.forms(kind, word):
                    found.setdefault(form, []).append(head)
        return {form: tuple(heads) for form, heads in found.items()}

    def __call__(self, document: Document, sentence: Passage) -> Iterator[Match]:
        """Yield the places in a sentence."""
        words = plain_words(document, sentence)
        for first in sorted(self._forms_by_first_word.keys() & words):
            for form in self._forms_by_first_word[first]:
                for head in self.heads[form]:
                    if not head.words.isdisjoint(words):
                        yield from _matches(document, row_of(document, sentence), form, head)

    @cached_property
    def _forms_by_first_word(self) -> Mapping[str, Sequence[str]]:
        """The forms by the word of `Document.plain` with which they begin: "well-known" by "well"."""
        found: dict[str, list[str]] = {}
        for form in self.heads:
            found.setdefault(form.partition("-")[0], []).append(form)
        return found


def probe(spec: Spec) -> Probe:
    """Return the search for all tables.

    Raises:
        ValueError: a line is not of the form "head right: wrong …".
    """
    for kind in ("verbs", "adjectives", "nouns", "objects"):
        for _ in partner_tables.heads(getattr(spec, kind), kind):
            pass
    return Probe((), Prepositions(spec))


def restored(kept: Mapping[str, Any]) -> Probe:
    """Return the search for tables that were checked in an earlier run."""
    return Probe((), Prepositions(Spec.model_construct(None, **kept)))


def _matches(document: Document, row: Row, form: str, head: Head) -> Iterator[Match]:
    for index in row.numbers(form):
        place = _wrong_place(row, index, head)
        if place is not None:
            yield _match(document, row, index, place, head)


def _wrong_place(row: Row, index: int, head: Head) -> int | None:
    """Return where the wrong preposition stands, or the head itself where one is missing."""
    if head.kind == "objects":
        place = _behind_person(row, index)
        if row.at(place) == "of" and row.at(place - 1) not in listed("before-object"):
            return None  # "protect the skin of your face"
    else:
        place = index + 1
        while place <= index + _MOST_ADVERBS and is_adverb(row.at(place)):
            place += 1
    found, following = row.at(place), row.at(place + 1)
    if NONE in head.wrong and found in listed("owners"):
        return index if place == index + 1 and _is_verb_here(row, index) else None
    is_wrong = found in head.wrong or (found, following) in head.before
    is_wrong = is_wrong or ((found, "the") in head.before and following in listed("before-object"))
    if not is_wrong or not following[:1].isalnum() or _is_sound(row, index, place, head):
        return None
    return place if head.kind != "verbs" or _is_verb_here(row, index, head) else None


def _is_verb_here(row: Row, index: int, head: Head | None = None) -> bool:
    """Say whether a word that may be a noun as well is a verb, and one with an object active."""
    before = index - 1
    while is_adverb(row.at(before)):
        before -= 1
    if head and head.rights == (NONE,) and not row.at(index).endswith("ing"):
        if listed("passive") & set(row.words[max(0, index - 3) : index]):
            return False
        if row.at(index).endswith("ed") and row.at(before) not in listed("before-past"):
            return False
    may_be_noun = set(letters_of_form(row.at(index))) & set("CMUP")
    return not may_be_noun or row.at(before) in listed("before-verb")


@cache
def letters_of_form(word: str) -> str:
    """Return the classes of a word, see `medlint.tagging`."""
    return letters_of(word)


def _behind_person(row: Row, index: int) -> int:
    """Return the place behind the person that is a verb's object; -1 where none is."""
    place = index + 1
    if row.at(place) in listed("before-object") and row.at(place + 1) in listed("persons"):
        return place + 2
    return place + 1 if row.at(place) in listed("persons") else -1


def _is_sound(row: Row, index: int, place: int, head: Head) -> bool:
    """Say whether the preposition begins an adverbial, or the right one stands before or behind."""
    ahead = row.words[place + 1 : place + 1 + _FAR]
    is_listed = (row.at(place), ahead[0]) in head.before
    if not is_listed and (ahead[0] in listed("adverbial") or ahead[0][0].isdigit()):
        return True
    if len(ahead) > 1 and ahead[0] in listed("before-object") and ahead[1] in listed("adverbial"):
        return True
    if any(right in ahead for right in head.rights):
        return True
    behind = row.words[max(0, index - _FAR) : index]
    return any(
        word in head.rights
        and behind[number + 1 : number + 2] in (("which",), ("whom",), ("what",), ("whose",))
        for number, word in enumerate(behind)
    )


def _match(document: Document, row: Row, index: int, place: int, head: Head) -> Match:
    if place == index:  # a preposition is missing before the next word
        region = row.region(index, index + 1)
        before, behind = (document.text[slice(*row.spans[number])] for number in (index, index + 1))
        return Match(region, suggestions=tuple(f"{before} {right} {behind}" for right in head.rights))
    before = document.text[row.spans[index][0] : row.spans[place][0]].rstrip()
    rights = tuple(before if right == NONE else f"{before} {right}" for right in head.rights)
    return Match(row.region(index, place), suggestions=rights)
