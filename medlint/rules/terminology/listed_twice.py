"""Two names of one thing in one list look like two things: the reader counts one too many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from medlint import mentions
from medlint.mentions import Mention
from medlint.model import Document, Match, Passage
from medlint.rule import rule

_STEP = re.compile(
    r"(?:\W*(?:,|;|\band\b|&)\W*(?:a |an |the |your |also )?)(?:(?:(?!\b(?:or|is|are|was|called|known|ie"
    r"|i\.e|that|which|meaning|aka|means)\b)[\w' ]){1,40}(?:,|;|\band\b|&)\W*"
    r"(?:a |an |the |your |also )?)*"
)
_COMMA_ALONE = re.compile(r"\s*,\s*(?:an? |the |your )?")
_REACH = 110
_LINK = re.compile(r"\b(?:or|also|called|known|i\.e|ie|aka|meaning|means|medical term|that is)\b|[()=/]")


@rule(
    id="terminology.listed-twice",
    label="terminology.redundant",
    severity="warning",
    needs="wording",
    message="“{text}” and “{other}” are two names of one thing, listed as two.",
    advice="Keep one of the two; if readers search for the other name, put it in brackets behind the first.",
    sources=("us-nlm", "us-ama-11"),
    scope="document",
    bad=(
        "Treatments are surgery, chemotherapy, [[cytostatic therapy]] and radiotherapy.",
        "Symptoms:\n\n- Fever\n- Loss of appetite\n- Nausea\n- [[Anorexia]]",
        "The tablet helps with hypertension and [[high blood pressure]].",
    ),
    good=(
        "High blood pressure (hypertension) often has no symptoms.",
        "Symptoms are fever, loss of appetite (anorexia) and nausea.",
        "Chemotherapy, also called cytostatic therapy, is given through a vein.",
        "- Fever (high temperature)\n- Nausea",
        "You may have a heart attack or myocardial infarction, as doctors call it.",
        "Hypertension, high blood pressure that lasts for years, harms the kidneys.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the second name of each thing that one list names twice."""
    yield from _in_sentences(document)
    yield from _in_lists(document)


def _in_sentences(document: Document) -> Iterator[Match]:
    every = mentions.terms(document)
    for number, first in enumerate(every):
        for other in every[number + 1 :]:
            if other.region.start - first.region.end > _REACH:
                break
            if _are_two_names(first, other) and _are_items(document, first, other):
                yield _match(document, first, other)


def _are_two_names(first: Mention, other: Mention) -> bool:
    """Say whether two mentions name one thing by names that a reader cannot tell to be one."""
    if first.thing != other.thing or first.name == other.name or "brand" in (first.way, other.way):
        return False
    one, two = (set(each.name.lower().replace("-", " ").split()) for each in (first, other))
    return not (one <= two or two <= one) or "short" in (first.way, other.way)


def _are_items(document: Document, first: Mention, other: Mention) -> bool:
    """Say whether both stand in one list: joined by "and", or in a row of three or more."""
    plain = document.plain
    between = plain[first.region.end : other.region.start]
    if _LINK.search(between) or document.sentence_at(first.region.start) != document.sentence_at(
        other.region.start
    ):
        return False
    if _STEP.fullmatch(between) is None:
        return False
    # Two names with a comma between them alone may explain each other.
    return (
        _COMMA_ALONE.fullmatch(between) is None
        or re.match(r"\s*(?:,|and\b)", plain[other.region.end :]) is not None
    )


def _in_lists(document: Document) -> Iterator[Match]:
    for items in _lists(document):
        named: dict[str, Mention] = {}
        for item in items:
            mention = _whole_item(document, item)
            if mention is None:
                continue
            first = named.setdefault(mention.thing, mention)
            if _are_two_names(first, mention):
                yield _match(document, first, mention)


def _lists(document: Document) -> Iterator[Sequence[Passage]]:
    items: list[Passage] = []
    for block in document.blocks:
        if block.kind == "list-item" and (not items or block.group == items[-1].group):
            items.append(block)
            continue
        if items:
            yield items
        items = [block] if block.kind == "list-item" else []
    if items:
        yield items


def _whole_item(document: Document, item: Passage) -> Mention | None:
    """Return the term that an item consists of, marks and "a" left out."""
    for mention in mentions.terms(document):
        if not item.region.contains(mention.region):
            continue
        before = document.plain[item.region.start : mention.region.start]
        behind = document.plain[mention.region.end : item.region.end]
        is_alone = before.strip(" -*•·") in ("", "a", "an", "the") and not behind.strip(" .,;")
        return mention if is_alone else None
    return None


def _match(document: Document, first: Mention, other: Mention) -> Match:
    return Match(other.region, {"other": document.text[first.region.start : first.region.end]})
