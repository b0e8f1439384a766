"""What happened at one place of a document: which rules looked there, what matched, what silenced it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from medlint.checking import Checker
from medlint.conditions import Guarded
from medlint.engine import looking_at
from medlint.errors import UsageError
from medlint.model import Document, Passage
from medlint.reader import judge, nearest
from medlint.rule import Probe, Rule, whole
from medlint.settings import Settings


@dataclass(frozen=True)
class Look:
    """One rule's look at a passage."""

    rule: str
    words: str  # that matched; "" where nothing did
    silenced_by: str  # the condition that dropped the match; "" where it stands


def at(checker: Checker, settings: Settings, document: Document, line: int, column: int) -> str:
    """Return what the rules saw at a line and column of the file, for people.

    Raises:
        UsageError: the file has no text at that place.
    """
    offset = _offset(document, line, column)
    sentence = document.sentence_at(offset)
    probes = looking_at(checker.engine_for(settings), document, offset)
    looks = sorted(
        {look for rule, probe, _ in probes for look in _looks(document, rule, probe, sentence)},
        key=lambda look: (look.rule, look.words, look.silenced_by),
    )
    lines = [f"{document.path}:{line}:{column}", f"  {sentence.text}", ""]
    lines += _section(
        "Found", [f"{each.rule}: “{each.words}”" for each in looks if each.words and not each.silenced_by]
    )
    lines += _section(
        "Matched and silenced",
        [f"{each.rule}: “{each.words}”: {each.silenced_by}" for each in looks if each.silenced_by],
    )
    matched = {each.rule for each in looks if each.words}
    silent = sorted({each.rule for each in looks} - matched)
    lines += _section("Looked and found nothing", silent)
    if settings.values.second_reader.enabled:
        lines += _section("What the second reader makes of it", list(_opinion(document, sentence)))
    return "\n".join(lines)


def _looks(document: Document, rule: Rule, probe: Probe, sentence: Passage) -> Iterator[Look]:
    """Yield what a probe found in the sentence; a probe of a block or page looks at all of it."""
    passage = {"sentence": sentence, "block": document.block_at(sentence.region.start)}.get(probe.scope)
    guard = probe.find if isinstance(probe.find, Guarded) else None
    find = guard.find if guard else probe.find
    found = False
    for match in find(document, passage or whole(document)):
        if match.region and not match.region.overlaps(sentence.region):
            continue
        found = True
        words = document.text[match.region.start : match.region.end] if match.region else "the page"
        yield Look(rule.id, words, (guard.silenced_by(document, match) or "") if guard else "")
    if not found:
        yield Look(rule.id, "", "")


def _opinion(document: Document, sentence: Passage) -> Iterator[str]:
    """Yield the model's probability and each word's share in it, and the examples that are most alike."""
    number = document.sentences.index(sentence)
    score = judge.scores(document, "overclaim")[number]
    yield f"probability of an overclaim: {judge.probability(score, 'overclaim'):.2f}"
    shares = judge.sentence_shares(sentence, "overclaim")
    yield "words that speak for it: " + _listed(share for share in shares if share[1] > 0)
    yield "words that speak against it: " + _listed((word, -share) for word, share in shares if share < 0)
    for label, text in nearest.alike(sentence.text):
        yield f"alike in the corpus ({label}): {text}"


def _listed(shares: Iterable[tuple[str, float]]) -> str:
    heaviest = sorted(shares, key=lambda share: (-share[1], share[0]))[:6]
    return ", ".join(f"{word} {share:.2f}" for word, share in heaviest) or "none"


def _section(title: str, rows: list[str]) -> list[str]:
    return [f"{title}:", *(f"  {row}" for row in rows), ""] if rows else []


def _offset(document: Document, line: int, column: int) -> int:
    place = document.source_offset(line, column)
    offset = document.text_offset(place) if place is not None else None
    if offset is None:
        raise UsageError(f"{document.path}:{line}:{column}: there is no text at this place")
    return offset
