"""What a thing is said to serve as: "A is given as a B", "These can be used as a B" behind As."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from medlint import mentions
from medlint.classing._statement import ADJECTIVES, PHRASE_END, Statement, terms_between
from medlint.mentions import Mention
from medlint.model import Document, Passage, Region

_AS = re.compile(rf"\bas (?:an? |the )?{ADJECTIVES}\Z")
_VERB = re.compile(
    r"\b(?:used|given|offered|applied|performed|serves?|served|acts?|regarded|classified|classed"
    r"|considered|available|works?|count|counts"
    r"|recommended|prescribed|administered|provided|done)\b"
)
_THESE = re.compile(
    r"\W*(?:(?:all|both) (?:of )?)?(?:these|this|it|they|both|such)(?: (?:two|three|local|localised"
    r"|localized|systemic))?"
    r"(?: (?:therap(?:y|ies)|treatments?|methods?|techniques?|procedures?|options?|drugs?|medicines?"
    r"|operations?))?\b"
)
_REACH = 140
_PREPOSITION = re.compile(
    r"\b(?:after|before|during|with|without|for|of|from|by|to|in|than)(?: (?:the|a|an))?\s\Z"
)


def statements(document: Document) -> Iterator[Statement]:
    """Yield what things are said to be used as."""
    for kind in mentions.kinds(document):
        sentence = document.sentence_at(kind.region.start)
        start = max(sentence.region.start, kind.region.start - _REACH)
        before = document.plain[start : kind.region.start]
        cue = _AS.search(before)
        if cue is None or not PHRASE_END.match(document.plain, kind.region.end):
            continue
        verb = next(iter(_VERB.finditer(before, 0, cue.start())), None)
        if verb is None or re.search(r"\b(?:not|never|no|rather)\b", before[verb.start() - 15 : cue.start()]):
            continue
        for term in _subjects(document, sentence, start + verb.start()):
            yield Statement(term, kind, kind.region)


def _subjects(document: Document, sentence: Passage, end: int) -> Sequence[Mention]:
    """Return what the sentence is about, or what the sentence before it names, where it says "these"."""
    own = [
        term
        for term in terms_between(document, sentence.region.start, end)
        if not _PREPOSITION.search(document.plain[max(0, term.region.start - 20) : term.region.start])
    ]
    if own:
        return own
    if not _THESE.match(document.plain, sentence.region.start, end):
        return ()
    before = _sentence_before(document, sentence)
    return terms_between(document, before.start, before.end) if before else ()


def _sentence_before(document: Document, sentence: Passage) -> Region | None:
    block = document.block_at(sentence.region.start)
    earlier = [each for each in document.sentences_of(block) if each.region.end <= sentence.region.start]
    return earlier[-1].region if earlier else None
