"""Kinds with examples: "Bs such as A and C", "Bs (A, C)", "A and other Bs", "the Bs are A and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from medlint import mentions, taxonomy
from medlint.classing._statement import Statement, is_of_kind, listed, terms_between, word_before
from medlint.mentions import Mention
from medlint.model import Document, Region

_HELPERS = (
    r"(?: (?:may|can|might|could|will|also|be|is|are|used|offered|given|performed|available|possible|done"
    r"|applied|chosen|considered|here)){0,6}"
)
_CUE = re.compile(
    rf"{_HELPERS}(?P<mark>,|:| \(|)?\s?(?:such as|like|including|e\.g\.|for example|for instance|namely"
    rf"|especially|i\.e\.)[,:]?\s"
)
_INCLUDE = re.compile(
    r"(?: (?:that|which) (?:we|are|can|may|you)(?: \w+){0,4})?(?: (?:may|can|also))* (?:include|are"
    r"|comprise|consist of)[:,]? (?:the )?"
)
_BRACKET = re.compile(r" \((?:e\.g\.,? |for example,? |such as |like |i\.e\.,? )?")
_OTHER = re.compile(
    r"(?:,? and| or) (?:other|further|similar|all other|any other|many other|some other) (?:[a-z]+ ){0,2}"
)
_LOOSE = frozenset(
    {
        "during",
        "after",
        "before",
        "following",
        "without",
        "despite",
        "between",
        "than",
        "to",
        "into",
        "through",
    }
)
_LOOSE_WITH_COMMA = _LOOSE | {"for", "in", "of", "from", "by", "with", "on", "against"}
_DENIED = frozenset({"not", "no", "unlike", "non", "without", "never", "neither", "instead"})
_REACH = 160


def statements(document: Document) -> Iterator[Statement]:
    """Yield what the page gives as examples of a kind."""
    for kind in mentions.kinds(document):
        end = document.sentence_at(kind.region.start).region.end
        yield from _behind(document, kind, end)
        yield from _included(document, kind, end)
        yield from _in_brackets(document, kind, end)
        yield from _others(document, kind)


def _behind(document: Document, kind: Mention, end: int) -> Iterator[Statement]:
    cue = _CUE.match(document.plain, kind.region.end, end)
    if cue is None:
        return
    before = word_before(document, kind.region.start)
    loose = _LOOSE_WITH_COMMA if cue["mark"] == "," else _LOOSE
    if before in _DENIED or (before in loose and not is_of_kind(document, kind.region.start)):
        return
    yield from _of_list(document, kind, cue.end(), end)


def _included(document: Document, kind: Mention, end: int) -> Iterator[Statement]:
    """Read "Surgical options include A and C", "The local therapies are A and C"."""
    cue = _INCLUDE.match(document.plain, kind.region.end, end) if kind.is_plural else None
    if cue is None or word_before(document, kind.region.start) not in (
        "",
        "our",
        "main",
        "common",
        "other",
        "usual",
    ):
        return
    yield from _of_list(document, kind, cue.end(), end)


def _in_brackets(document: Document, kind: Mention, end: int) -> Iterator[Statement]:
    cue = _BRACKET.match(document.plain, kind.region.end, end) if kind.is_plural else None
    if cue is None:
        return
    close = document.plain.find(")", cue.end(), min(end, cue.end() + _REACH))
    if close < 0 or word_before(document, kind.region.start) in _DENIED | _LOOSE:
        return
    found = list(_of_list(document, kind, cue.end(), close))
    top = _branches(kind.thing)
    # "They treat tumours (surgery, chemotherapy)" lists treatments; a kind of illness has none of them.
    yield from (each for each in found if _branches_of_term(each.term.thing) & top)


def _others(document: Document, kind: Mention) -> Iterator[Statement]:
    """Read "A and other Bs", "A, C and other Bs"; only the nearest A is sure to be meant."""
    if not kind.is_plural:
        return
    start = max(document.sentence_at(kind.region.start).region.start, kind.region.start - _REACH)
    for term in reversed(terms_between(document, start, kind.region.start)):
        cue = _OTHER.match(document.plain, term.region.end, kind.region.start)
        if cue is not None and cue.end() == kind.region.start:
            yield _statement(term, kind)
        return


def _of_list(document: Document, kind: Mention, start: int, end: int) -> Iterator[Statement]:
    items: Sequence[Mention] = tuple(listed(document, start, min(end, start + _REACH)))
    known = taxonomy.load()
    for number, item in enumerate(items):
        # Behind a sound example the name of a whole class may begin the next member of a wider list.
        if number and known.terms[item.thing].is_class and not known.excludes(items[0].thing, kind.thing):
            return
        if item.thing != kind.thing:
            yield _statement(item, kind)


def _statement(term: Mention, kind: Mention) -> Statement:
    start = min(term.region.start, kind.region.start)
    return Statement(term, kind, Region(start, max(term.region.end, kind.region.end)))


def _branches(kind: str) -> frozenset[str]:
    """Return the widest kinds above a kind."""
    known = taxonomy.load()
    return frozenset(name for name in known.above(kind) if not known.kinds[name].parents)


def _branches_of_term(term: str) -> frozenset[str]:
    known = taxonomy.load()
    return frozenset[str]().union(*(_branches(kind) for kind in known.terms[term].kinds))
