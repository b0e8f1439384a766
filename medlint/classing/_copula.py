"""Plain statements: "A is a kind of B", "A, a B, …", "A and C are Bs"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint import mentions
from medlint.classing._statement import ADJECTIVES, PHRASE_END, Statement, terms_between
from medlint.mentions import Mention
from medlint.model import Document, Region

_KIND_OF = (
    r"(?:kind|type|form|sort|variety|subtype|class|example|branch|method|technique|case)s? of (?:an? )?"
)
_BE = (
    r"(?:is|are|was|were|remains?|counts? as|belongs? to|(?:is|are) (?:considered|regarded as|classed as"
    r"|classified as|known as|called"
    r"|seen as|described as)(?: to be)?)"
)
_ADVERB = (
    r"(?: (?:also|still|simply|basically|essentially|actually|really|just|only|in fact|usually|now"
    r"|technically|nothing but|one of the))?"
)
_SAYS = re.compile(
    rf"(?: \([^()]{{1,40}}\))?(?:,? (?:which|that))? {_BE}{_ADVERB} (?:(?:an?|the|one|another|common|some) )?"
    rf"(?:{ADJECTIVES}{_KIND_OF})?{ADJECTIVES}"
)
_APPOSITION = re.compile(
    rf"(?: \([^()]{{1,40}}\))?, (?:also )?(?:an?|another|one) (?:{ADJECTIVES}{_KIND_OF})?{ADJECTIVES}"
)
_MARK_BEFORE = re.compile(r"\bas (?:an?|another|the) (?:\w+ ){0,2}\Z")
_SUBJECT_START = re.compile(
    r"(?:\A|[.!?:;,(\n\"'*]\s*|\b(?:and|or|but|because|that|so|while|as|if|where|when|since|although"
    r"|remember|note|know|think|say|says|believe) )"
    r"(?:(?:the|a|an|this|most|all|every|both|modern|today's|our|your|common|like|also|some|[a-z]+ly) "
    r"){0,2}\Z"
)
_AND = re.compile(r"(?:,? and |,? or |, |/)(?:the |a |an )?")
_REACH = 90
_BLOCKED = re.compile(
    r"\b(?:goal|aim|risk|effect|effects|purpose|cost|price|choice|result|complication|complications|success)\b"
)


def statements(document: Document) -> Iterator[Statement]:
    """Yield what the page says things are."""
    kinds_by_start = {kind.region.start: kind for kind in mentions.kinds(document)}
    for term in mentions.terms(document):
        sentence = document.sentence_at(term.region.start)
        if not _is_subject(document, term, sentence.region.start):
            continue
        for kind in _said_of(document, term, sentence.region.end, kinds_by_start):
            for subject in (term, *_and_before(document, term, sentence.region.start)):
                yield Statement(subject, kind, Region(subject.region.start, kind.region.end))


def _said_of(
    document: Document, term: Mention, end: int, kinds_by_start: dict[int, Mention]
) -> Iterator[Mention]:
    start = term.region.end
    for pattern, needs_mark in ((_SAYS, False), (_APPOSITION, True)):
        for place in range(start, min(end, start + _REACH)):
            kind = kinds_by_start.get(place)
            if kind is None or pattern.fullmatch(document.plain, start, place) is None:
                continue
            behind = document.plain[kind.region.end : kind.region.end + 1]
            if behind in (",", ".", ")") if needs_mark else PHRASE_END.match(document.plain, kind.region.end):
                yield kind
            break


def _is_subject(document: Document, term: Mention, start: int) -> bool:
    """Tell "Chemotherapy is …" and "know that chemotherapy is …" from "a risk of chemotherapy is …"."""
    first = _first_of_list(document, term, start)
    before = document.plain[max(start, first - _REACH) : first]
    if _BLOCKED.search(before):
        return False
    return first == start or not before.strip() or _SUBJECT_START.search(before) is not None


def _first_of_list(document: Document, term: Mention, start: int) -> int:
    return min((each.region.start for each in _and_before(document, term, start)), default=term.region.start)


def _and_before(document: Document, term: Mention, start: int) -> list[Mention]:
    """Return the terms that stand before a term in the same list: "A, C and" before "D are"."""
    found: list[Mention] = []
    at = term.region.start
    for other in reversed(terms_between(document, max(start, at - _REACH), at)):
        if _AND.fullmatch(document.plain, other.region.end, at) is None:
            break
        found.append(other)
        at = other.region.start
    return found
