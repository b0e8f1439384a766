"""HTML: a page as its reader sees it, without what stands on every page of its site."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from medlint.model import Document
from medlint.parsers import OWN_REPORT, html_choice, html_page
from medlint.parsers.builder import Builder
from medlint.parsers.chunk import write
from medlint.parsers.encoding import decode
from medlint.parsers.html_reading import Reading
from medlint.parsers.outline import arrange

_CHARSET = re.compile(
    rb"<(?:meta[^>]{1,300}?charset\s*=|\?xml[^>]{1,100}?encoding\s*=)[\s\"']*([\w:.-]{2,40})", re.I
)
_HEAD_BYTES = 4_096
_OWN_REPORT = re.compile(r'<meta name="generator" content="medlint [^"<>]{1,60}">')
# Browsers take these two for the larger Windows one.
_THINGS = ("hidden word", "deleted word", "code block", "embedded page", "video", "sound")
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}


def parse(path: str, data: bytes, sha256: str) -> Document:
    """Return a page of HTML as its reader sees it.

    Raises:
        DocumentError: the bytes are not text.
    """
    is_xml = path.lower().endswith(".xhtml") or data[:200].lstrip(codecs.BOM_UTF8).startswith(b"<?xml")
    return read(path, text_of(path, data), sha256, is_xml=is_xml)


def read(path: str, source_text: str, sha256: str, *, is_xml: bool = False) -> Document:
    """Return a page whose text is decoded already; of a report of medlint, which repeats pages, nothing."""
    if _OWN_REPORT.search(source_text, 0, _HEAD_BYTES):
        return Builder(source_text).build(path, sha256, meta={OWN_REPORT: True})
    reading = html_page.read(source_text, is_xml=is_xml)
    chunks = html_choice.chunks(reading)
    builder = Builder(source_text)
    for chunk in arrange(chunks):
        write(builder, chunk)
    return builder.build(path, sha256, meta=_meta(reading), not_checked=_not_checked(reading))


def text_of(path: str, data: bytes) -> str:
    """Return the text of a page in UTF-8, or in the encoding that it names.

    Raises:
        DocumentError: the bytes are not text.
    """
    named = _CHARSET.search(data[:_HEAD_BYTES])
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                encoding = codecs.lookup(named[1].decode("ascii")).name
                return data.decode(_MEANT.get(encoding, encoding))
            except (LookupError, UnicodeError):
                pass  # it names none, or not its own: what holds for all files will tell
    return decode(path, data)


def _meta(reading: Reading) -> Mapping[str, Any]:
    return {"front_matter": {}, **reading.meta}


def _not_checked(reading: Reading) -> tuple[str, ...]:
    """Return what of the page was not read, and how much of it."""
    pictures = Counter(has_text for _, has_text in reading.pictures)
    left_out = {reason: words for reason, words in reading.left_out.items() if words and reason != "title"}
    furniture = sorted(reason for reason in left_out if not reason.startswith("in "))
    notes = [
        _note(pictures[True], "image", ": only the alternative text was read"),
        _note(pictures[False], "image", " without alternative text"),
        _note(
            sum(left_out[reason] for reason in furniture),
            "word",
            f" of the site around the text not read: {', '.join(furniture)}",
        ),
        *(
            _note(left_out[reason], "word", f" {reason} not read")
            for reason in sorted(left_out)
            if reason not in furniture
        ),
        *(_note(reading.unread[name], name, " not read") for name in _THINGS),
        _note(
            reading.unread["template"],
            "value or command",
            " of a template not read",
            plural="values or commands",
        ),
    ]
    return tuple(note for note in notes if note)


def _note(number: int, noun: str, told: str, *, plural: str = "") -> str:
    if not number:
        return ""
    return f"{number:,} {(plural or noun + 's') if number > 1 else noun}{told}"
