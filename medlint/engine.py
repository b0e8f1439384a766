"""Run many rules over a document at the cost of one.

Pages are mostly innocent. The words without which no rule can match, its anchors, stand in one
table; a rule looks at a passage only when one of its anchors stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medlint import anchors
from medlint.anchors import Table
from medlint.errors import RuleError
from medlint.model import Document, Match, Passage
from medlint.rule import Probe, Rule, whole


@dataclass(frozen=True)
class Engine:
    """Rules with the table of their anchors."""

    rules: tuple[Rule, ...]
    probes: tuple[tuple[Rule, Probe], ...]
    anchors: Table  # with numbers in `probes`
    unanchored: tuple[int, ...]  # probes that look at every passage


def build(rules: Sequence[Rule]) -> Engine:
    """Return the engine of `rules`."""
    probes = tuple((rule, probe) for rule in rules for probe in rule.probes)
    return Engine(
        rules=tuple(rules),
        probes=probes,
        anchors=anchors.table([probe.anchors for _, probe in probes]),
        unanchored=tuple(number for number, (_, probe) in enumerate(probes) if not probe.anchors),
    )


def run(
    engine: Engine, document: Document, *, repeats: bool = False
) -> Iterator[tuple[Rule, Match | RuleError]]:
    """Yield what each rule finds, or the error it ends with; by rule, then place.

    A rule that fails is named and the others go on. With `repeats` slips that are told once on a page are
    found at every place.
    """
    for number, passages in sorted(_places(engine, document).items()):
        rule, probe = engine.probes[number]
        try:
            for passage in passages:
                for match in probe.find(document, passage):
                    if repeats or not match.is_repeat:
                        yield rule, match
        except Exception as error:  # noqa: BLE001 - a rule may be the user's own; whatever it raises is told
            yield rule, RuleError(rule.id, document.path, error)


def looking_at(engine: Engine, document: Document, offset: int) -> Iterator[tuple[Rule, Probe, Passage]]:
    """Yield the probes that looked at the passage around a character, with that passage."""
    for number, passages in sorted(_places(engine, document).items()):
        for passage in passages:
            if passage.region.start <= offset < passage.region.end:
                yield *engine.probes[number], passage


def _places(engine: Engine, document: Document) -> dict[int, list[Passage]]:
    """Return number of a probe → the passages it must look at, in reading order."""
    places = _anchored(engine, document)
    for number in engine.unanchored:
        scope = engine.probes[number][1].scope
        if scope == "document":
            places[number] = [whole(document)]
        else:
            passages = document.sentences if scope == "sentence" else document.blocks
            places[number] = [each for each in passages if not _is_cited_title(document, each)]
    return places


def _anchored(engine: Engine, document: Document) -> dict[int, list[Passage]]:
    places: dict[int, list[Passage]] = {}
    probes = engine.probes
    last_end: dict[int, int] = {}  # number of a probe → end of the last passage it was given
    for end, start, numbers in anchors.hits(engine.anchors, document.plain):
        for number in numbers:
            if last_end.get(number, 0) >= end:
                continue
            passage = _passage(document, probes[number][1].scope, start)
            last_end[number] = passage.region.end
            if not _is_cited_title(document, passage):
                places.setdefault(number, []).append(passage)
    return places


def _is_cited_title(document: Document, passage: Passage) -> bool:
    """Say whether the words are a reference: somebody else's title, which no editor may change."""
    return passage.kind != "paragraph" and document.block_at(passage.region.start).kind == "reference"


def _passage(document: Document, scope: str, offset: int) -> Passage:
    if scope == "sentence":
        return document.sentence_at(offset)
    return document.block_at(offset) if scope == "block" else whole(document)
