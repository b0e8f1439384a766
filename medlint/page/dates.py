"""When was the page written, issued or last reviewed?

A date counts beside a word that says what happened then, at the head of a press release, in the header
of a letter, or alone on its line. A year of copyright, the date of an event, of an offer or of a study
does not.
"""

from __future__ import annotations

import re

from medlint.model import Document, Passage
from medlint.page.facts import has_fact

_EVENTS = ["date", "published", "updated", "modified", "reviewed", "issued", "created", "sent", "lastmod"]
_DATES = [
    "publish-date",
    "publication-date",
    "last-updated",
    "last-modified",
    "last-reviewed",
    "review-date",
    "next-review",
]
_FACTS = frozenset((*_EVENTS, *_DATES, "review-due", "issue-date", "version-date"))
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? {_YEAR}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? "
    rf"{_YEAR}|{_MONTH},? {_YEAR}"
    rf"|{_YEAR}[ /.]\d{{1,2}}[ /.]\d{{1,2}}|\d{{1,2}}[ /.]\d{{1,2}}[ /.](?:{_YEAR}|\d\d)|\d{{1,2}}[/.]{_YEAR}"
    rf"|(?:spring|summer|autumn|fall|winter|q[1-4]) {_YEAR})"
)
_EVENT = (
    r"(?:(?:first |last |next |re ?)?(?:published|posted|updated?|reviewed|revised|revision|issued?"
    r"|written|produced|prepared|created|modified|printed|amended"
    r"|checked|edited|approved|verified|sent|released|review|edition|version)(?: (?:date|due|on|in|at))?"
    r"|date(?: of (?:issue|publication|preparation|review|revision|last (?:update|change|review"
    r"|revision)))?|(?:as of|valid from|effective(?: from)?|status)|for release)"
)
_PAGE = (
    r"(?:page|leaflet|article|information|guide|booklet|brochure|document|content|text|factsheet|fact "
    r"sheet|post|newsletter|release|sheet)"
)
# "This leaflet was last reviewed by the unit in May 2024", "Issued April 2022, review due April 2025".
_TOLD = re.compile(
    rf"^\W*(?:(?:this|the|our|all|web|patient|medical|medically|clinical|clinically|content|full|was|were"
    rf"|is|has been|have been|and|{_PAGE})\W+){{0,8}}"
    rf"{_EVENT}\b[^.!?]{{0,120}}?\b(?:{_DAY}|{_YEAR})(?!\d)"
)
_HEAD = re.compile(rf"^\W*(?:[^\W\d]+[ ,.]+){{1,6}}\(?{_DAY}\)?\s?(?:-|:|\(|/|\|)", re.IGNORECASE)
_ALONE = re.compile(
    rf"^\W*(?:[^\W\d]+, )?(?:(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|newsletter|issue"
    rf"|no|number|vol|volume|edition|news|blog|press release"
    rf"|date|by|\d{{1,3}}),?[ .:|]+){{0,4}}{_DAY}\W*(?:\d+ min(?:utes?)?(?: read)?|newsletter|issue"
    rf"|edition)?\W*$"
)
_LINE = re.compile(rf"\b(?:{_EVENT})\b\W{{1,3}}(?:\w+ ){{0,6}}?{_DAY}")
_NOT_THE_PAGE = re.compile(
    r"\b(?:study|trial|registry|research|data|price|prices|offer|fda|ce mark|licen[cs]e|guideline|survey"
    r"|census|copyright)\b|©"
)
_SHORT_LINE = 160  # characters of a line that is no paragraph


def is_dated(document: Document) -> bool:
    """Say whether the page, or the file beside it, tells when it was written, issued or reviewed."""
    return has_fact(document, _FACTS) or any(_tells(document, block) for block in document.blocks)


def _tells(document: Document, block: Passage) -> bool:
    if block.kind == "reference":
        return False
    plain = document.plain[block.region.start : block.region.end]
    if _ALONE.match(plain) or (block.kind == "paragraph" and _is_dateline(document, block)):
        return True
    if (
        block.kind == "table-cell"
        and block.region.start
        and _EVENT_CELL.fullmatch(_cell_before(document, block))
    ):
        return re.search(rf"\b(?:{_DAY}|{_YEAR})\b", plain) is not None
    if len(plain) <= _SHORT_LINE and _LINE.search(plain) and not _NOT_THE_PAGE.search(plain):
        return True
    return any(_is_told(document, sentence) for sentence in document.sentences_of(block))


_EVENT_CELL = re.compile(rf"\W*(?:last |next )?{_EVENT}\W*")


def _cell_before(document: Document, cell: Passage) -> str:
    before = document.block_at(cell.region.start - 1)
    is_row = (before.kind, before.group, before.row) == (cell.kind, cell.group, cell.row)
    return document.plain[before.region.start : before.region.end] if is_row else ""


def _is_told(document: Document, sentence: Passage) -> bool:
    plain = document.plain[sentence.region.start : sentence.region.end]
    found = _TOLD.match(plain[:400])
    return found is not None and not _NOT_THE_PAGE.search(found[0])


def _is_dateline(document: Document, block: Passage) -> bool:
    """Say whether a paragraph begins as the news do: "Hollowbrook, 9 February 2024 – The house …"."""
    start = block.region.start
    return _HEAD.match(document.folded[start : min(block.region.end, start + 120)]) is not None
