"""Edits of a file that is text: spliced in, so that every other byte stays."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import PurePath

from medlint.errors import DocumentError
from medlint.fixing.edits import Edit
from medlint.model import Document
from medlint.parsers import SUFFIXES
from medlint.parsers.encoding import MARKS

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=[\s\"']*([\w:.-]{2,40})", re.IGNORECASE)
_PLAIN = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "cp1254", "latin-1")
_HEAD = 4_096  # bytes in which a page names its encoding
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")
_LONGEST_MAIL_LINE = 76  # RFC 2045: of text that is encoded for mail
_SIGNED = re.compile(
    rb"^(?:dkim-signature:|content-type:\s*(?:multipart/signed|application/(?:x-)?pkcs7))", re.I | re.M
)


def refusal(path: str, data: bytes) -> str:
    """Return why the file as a whole is left as it is; "" where it can be edited."""
    is_signed = _format(path) == "email" and _SIGNED.search(data)
    return "a change would break its signature" if is_signed else ""


def written(path: str, data: bytes, document: Document, edits: Sequence[Edit]) -> bytes | None:
    """Return the bytes of the file with the edits made; None where they cannot be written so.

    Raises:
        DocumentError: the file is in an encoding that cannot be written back.
    """
    source_text = document.source_text
    mark, encoding = _encoding(path, data, source_text)
    escape = _ESCAPES.get(_format(path), str)
    text = source_text
    for edit in reversed(edits):
        text = text[: edit.start] + escape(edit.new) + text[edit.end :]
    if _format(path) == "email" and _has_longer_line(source_text, text):
        return None
    try:
        return mark + text.encode(encoding)
    except UnicodeEncodeError:
        return None


def _format(path: str) -> str:
    return SUFFIXES.get(PurePath(path).suffix.lower(), "plain")


def _escaped_markdown(words: str) -> str:
    return _MARKDOWN.sub(r"\\\1", words)


def _escaped_html(words: str) -> str:
    return html.escape(words, quote=False)


_ESCAPES: dict[str, Callable[[str], str]] = {"markdown": _escaped_markdown, "html": _escaped_html}


def _has_longer_line(before: str, after: str) -> bool:
    """Say whether an e-mail has a line that became too long for one."""
    lines = zip(before.splitlines(), after.splitlines(), strict=False)
    return any(len(new) > max(_LONGEST_MAIL_LINE, len(old)) for old, new in lines)


def _encoding(path: str, data: bytes, source_text: str) -> tuple[bytes, str]:
    """Return the byte order mark and the encoding that make exactly these bytes of the text."""
    for mark, encoding in _encodings(data):
        if data.startswith(mark):
            try:
                if mark + source_text.encode(encoding) == data:
                    return mark, encoding
            except (UnicodeEncodeError, LookupError):
                continue
    raise DocumentError(path, "is in an encoding that cannot be written back", "Save it as UTF-8")


def _encodings(data: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield what a file may be written in, the likeliest first."""
    yield from MARKS
    if named := _CHARSET.search(data[:_HEAD]):
        with suppress(LookupError, UnicodeError):  # it may name none that there is
            yield b"", codecs.lookup(named[1].decode("ascii")).name
    yield from ((b"", encoding) for encoding in _PLAIN)
    from charset_normalizer import from_bytes  # late: slow to import, and hardly ever needed

    if best := from_bytes(data[:65_536]).best():
        yield b"", best.encoding
