"""Words that no fix may touch, whatever rule found them: those of others, and those that are no prose."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from medlint.context import quoted
from medlint.model import Document, Region

_LONGEST = 5_000  # characters between the marks of code: longer is no code in a line, or was never closed
_CODE = re.compile(rf"(?<!`)(?P<ticks>`{{1,3}})(?!`)[^`].{{0,{_LONGEST}}}?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_ELEMENT = re.compile(
    r"<(?P<name>code|kbd|samp|pre|tt|var|q|cite|blockquote)\b[^<>]{0,500}>"
    rf".{{0,{_LONGEST}}}?</(?P=name)\s{{0,9}}>",
    re.DOTALL | re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"<(?P<name>[a-z]\w{0,9})\b[^<>]{0,500}?\s(?:xml:)?lang\s*=\s*[\"']?(?!en\b)[a-z][^<>]{0,500}>"
    rf".{{0,{_LONGEST}}}?</(?P=name)\s{{0,9}}>",
    re.DOTALL | re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"://|\bwww\.|\w@\w|\w\.[a-z]{2,}/|\.(?:com|org|net|example|uk|eu|de|gov)\b", re.IGNORECASE
)


class Words(NamedTuple):
    """Words of a document, and where they stand in its file."""

    document: Document
    region: Region  # of the text
    start: int  # code points of the decoded file
    end: int  # end excluded


def reason(words: Words) -> str:
    """Return why the words must stay as they are, "" where nothing is against a change."""
    return next((why for why, holds in PROTECTIONS if holds(words)), "")


def _is_quoted(words: Words) -> bool:
    return quoted.holds(words.document, words.region)


def _is_reference(words: Words) -> bool:
    return words.document.block_at(words.region.start).kind == "reference"


def _is_code(words: Words) -> bool:
    spans = words.document.derived(_marked)
    return any(start < words.end and words.start < end for start, end in spans)


def _is_address(words: Words) -> bool:
    text, region = words.document.text, words.region
    start, end = region.start, region.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return _ADDRESS.search(text, start, end) is not None


def _marked(document: Document) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the file that its markup sets apart as code, quotation or another language."""
    source_text = document.source_text
    patterns = [_CODE] if "`" in source_text else []
    patterns += [_ELEMENT, _FOREIGN] if "</" in source_text else []
    return tuple(found.span() for pattern in patterns for found in pattern.finditer(source_text))


PROTECTIONS: tuple[tuple[str, Callable[[Words], bool]], ...] = (
    ("in a quotation", _is_quoted),
    ("in a list of references", _is_reference),
    ("in code or another language", _is_code),
    ("in an address", _is_address),
)
"""Reason → whether it holds. Approved claims belong here: one more pair, with a function that knows them."""
