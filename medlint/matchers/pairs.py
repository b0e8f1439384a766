"""`pairs:` wrong wordings, each with the right one that is suggested for it.

- `words: {in the internet: on the internet}`
- `verbs: {depend of: depend on}`: the first word in any form, the same in both: "depends of" → "depends on"
- `nouns: {demand of: demand for}`: the same with singular and plural
- instead of a mapping a text with one pair a line, `wrong: right | or right`, which is read faster
- `(a|b)` one of these, `[a]` may be missing, `{name}` any entry of a lexicon. Where it stands in the
  right wording too, what was found is carried over: `protect {them} of: protect {them} from`;
  `{name:ing}` is the -ing form of the entry: `want {do:ing}: want to {do}`
- `{~UC}` a word that can be of one of these classes of `medlint.tagging`, or is unknown; `{=B}` one that
  is of these classes and no other; `{#}` a number; `..` up to two adverbs: `depend .. of: depend .. on`
- `tell <to> {them}`: only what stands between < and > is flagged and replaced
- `^ welcome in`: only where a sentence begins; `make sport $`: only where a sentence or clause ends
- a list of right wordings offers each of them, `~` none
- `behind-none-of: [the]`, `before-none-of: [ago]`: words that must not stand next to any wording of the list

- `prepositions:` and `collocations:` are tables, see `medlint.matchers.prepositions` and `…collocations`

A hyphen is a hyphen here: "follow-up of" is not "follow up of".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from medlint.lexicons import Lexicon
from medlint.matchers import collocations as collocation_table
from medlint.matchers import prepositions as preposition_table
from medlint.matchers.pair import Pair, Silencers
from medlint.matchers.pair_slots import Slot
from medlint.matchers.rows import WORD, plain_words
from medlint.matchers.written_pair import Written
from medlint.model import Document, Match, Passage
from medlint.rule import Probe

Rights = str | list[str] | None


class Spec(BaseModel):
    """Wrong wording → right wording, by which of its words has forms; and tables."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=False)

    words: dict[str, Rights] = {}
    verbs: dict[str, Rights] = {}
    nouns: dict[str, Rights] = {}
    behind_none_of: list[str] = Field(default=[], alias="behind-none-of")
    before_none_of: list[str] = Field(default=[], alias="before-none-of")
    prepositions: preposition_table.Spec | None = None
    collocations: collocation_table.Spec | None = None

    @field_validator("words", "verbs", "nouns", mode="before")
    @classmethod
    def _from_lines(cls, value: object) -> object:
        return dict(_line(line) for line in value.splitlines() if line) if isinstance(value, str) else value


def _line(line: str) -> tuple[str, Rights]:
    wrong, colon, right = line.partition(": ")
    if not colon:
        raise ValueError(f"{line!r} is not of the form 'wrong: right'")
    rights = [each.strip() for each in right.split(" | ")]
    return wrong.strip(), None if rights == ["~"] else rights


Row = tuple[str, str, tuple[str, ...]]
"""A pair as the pack writes it: what has forms, the wrong wording, the right ones."""

Anchored = tuple[str, int]
"""An anchor and the number of the row that it is of."""


@dataclass(frozen=True)
class Pairs:
    """Many pairs as one search; calling it yields the places of all."""

    rows: Sequence[Row]
    by_longest_word: Mapping[str, Sequence[Anchored]]  # the anchors by a word that few sentences have
    silencers: Silencers
    lexicons: Mapping[str, Lexicon] = field(repr=False)

    @cached_property
    def _written(self) -> dict[int, Written]:
        return {}  # by number of a row, made when a page first holds its words

    @cached_property
    def _slots(self) -> dict[str, Slot]:
        return {}

    def _row(self, number: int) -> Written:
        if number not in self._written:
            kind, wrong, rights = self.rows[number]
            self._written[number] = Written(
                kind, wrong, tuple(rights), self.lexicons, self.silencers, self._slots
            )
        return self._written[number]

    def __call__(self, document: Document, passage: Passage) -> Iterator[Match]:
        """Yield the places of all pairs whose anchors stand in `passage`."""
        words, text, region = plain_words(document, passage), document.plain, passage.region
        present: set[int] = set()
        for word in self.by_longest_word.keys() & words:
            for anchor, number in self.by_longest_word[word]:
                if text.find(anchor, region.start, region.end) >= 0:
                    present.add(number)
        for number in sorted(present, key=lambda number: (self.rows[number][1], number)):
            pair = self._row(number).pair
            if pair.may_stand_among(words):
                yield from pair(document, region)


def probes(spec: Spec, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return one probe for all pairs of a list, and one for each table.

    Raises:
        ValueError: a wording names an unknown lexicon, or carries over what is not found.
    """
    found = [
        _listed(spec, lexicons),
        preposition_table.probe(spec.prepositions) if spec.prepositions else None,
        collocation_table.probe(spec.collocations) if spec.collocations else None,
    ]
    return tuple(probe for probe in found if probe)


def plain(spec: Spec, probes: Sequence[Probe]) -> Any:
    """Return what `restored` needs to make the probes again, as plain data."""
    listed = next((probe for probe in probes if isinstance(probe.find, Pairs)), None)
    tables = [table.model_dump() if table else None for table in (spec.prepositions, spec.collocations)]
    if listed is None or not isinstance(listed.find, Pairs):
        return None, tables
    return (
        listed.anchors,
        tuple(listed.find.rows),
        {word: tuple(anchored) for word, anchored in listed.find.by_longest_word.items()},
        (tuple(spec.behind_none_of), tuple(spec.before_none_of)),
    ), tables


def restored(kept: Any, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probes of what `plain` returned."""
    listed, (prepositions, collocations) = kept
    found: list[Probe] = []
    if listed:
        anchors, rows, by_longest_word, silencers = listed
        found.append(Probe(anchors, Pairs(rows, by_longest_word, Silencers(*silencers), lexicons)))
    if prepositions:
        found.append(preposition_table.restored(prepositions))
    if collocations:
        found.append(collocation_table.restored(collocations))
    return tuple(found)


def _listed(spec: Spec, lexicons: Mapping[str, Lexicon]) -> Probe | None:
    rows: list[Row] = []
    anchors: dict[str, None] = {}
    by_longest_word: dict[str, list[Anchored]] = {}
    for number, pair in enumerate(written(spec, lexicons)):
        rows.append((pair.kind, pair.wrong, pair.rights))
        for anchor in pair.anchors:
            if not anchor[:1].isalnum():
                raise ValueError(f"{anchor!r} does not begin with a letter or digit")
            anchors[anchor] = None
            by_longest_word.setdefault(_longest_word(anchor), []).append((anchor, number))
    if not anchors:
        return None
    silencers = Silencers(tuple(spec.behind_none_of), tuple(spec.before_none_of))
    return Probe(tuple(anchors), Pairs(rows, by_longest_word, silencers, lexicons))


def _longest_word(anchor: str) -> str:
    words = anchor.split() if anchor.replace(" ", "").isalnum() else WORD.findall(anchor)
    return max(words, key=len)


def compiled(spec: Spec, lexicons: Mapping[str, Lexicon]) -> Iterator[Pair]:
    """Yield the pairs of a list, ready to search.

    Raises:
        ValueError: as in `probes`.
    """
    return (each.pair for each in written(spec, lexicons))


def written(spec: Spec, lexicons: Mapping[str, Lexicon]) -> Iterator[Written]:
    """Yield the pairs of a list as they are written."""
    silencers = Silencers(tuple(spec.behind_none_of), tuple(spec.before_none_of))
    slots: dict[str, Slot] = {}
    for kind, wordings in (("words", spec.words), ("verbs", spec.verbs), ("nouns", spec.nouns)):
        for wrong, rights in wordings.items():
            offered = (rights,) if isinstance(rights, str) else tuple(rights or ())
            yield Written(kind, wrong, offered, lexicons, silencers, slots)
