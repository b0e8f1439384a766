"""The parts of an e-mail, each with its headers and its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser

_BLANK = re.compile(r"\r?\n\r?\n|\A\r?\n")
_HEADER = re.compile(r"[!-9;-~]+:")
_TEXTS = ("text/plain", "text/html")
_DEEPEST = 20  # parts in each other: our own judgement


@dataclass(frozen=True, slots=True)
class Part:
    """Headers, and where what they are for stands in the file."""

    headers: Message
    start: int  # code points of the file
    end: int  # end excluded

    @property
    def kind(self) -> str:
        """The media type, such as "text/html"."""
        return self.headers.get_content_type()

    @property
    def encoding(self) -> str:
        """How the bytes are written."""
        return str(self.headers.get("content-transfer-encoding", "")).strip().lower()

    @property
    def charset(self) -> str:
        """How the characters are written, as far as it is said."""
        return self.headers.get_content_charset("") or ""

    @property
    def is_attached(self) -> bool:
        """Whether it is a file that comes with the message."""
        return self.headers.get_content_disposition() == "attachment" or self.kind not in _TEXTS

    @property
    def name(self) -> str:
        """What the attached file is called, or else what it is."""
        return words(self.headers.get_filename() or "") or self.kind


def read(source_text: str, start: int, end: int) -> Part:
    """Return the part that a stretch of the file holds."""
    if not _HEADER.match(source_text, start):
        blank = re.compile(r"\r?\n").match(source_text, start)
        return Part(Message(), blank.end() if blank else start, end)
    found = _BLANK.search(source_text, start, end)
    head_end, body = (found.start(), found.end()) if found else (end, end)
    return Part(HeaderParser().parsestr(source_text[start:head_end]), body, end)


def leaves(source_text: str, part: Part, choice: int = 0, depth: int = 0) -> Iterator[tuple[Part, int]]:
    """Yield what a part holds in the end, each with the number of its choice between versions, or 0."""
    boundary = part.headers.get_boundary()
    if not part.kind.startswith("multipart/") or not boundary or depth >= _DEEPEST:
        yield part, choice
        return
    if part.kind == "multipart/alternative" and not choice:
        choice = part.start
    for start, end in _between(source_text, part, boundary):
        yield from leaves(source_text, read(source_text, start, end), choice, depth + 1)


def words(header: str) -> str:
    """Return what a header says, its encoded words in clear."""
    try:
        said = str(make_header(decode_header(header)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        said = header
    return " ".join(said.split())


def header_place(source_text: str, name: str, end: int) -> tuple[int, int]:
    """Return where the value of a header stands, given where the body begins; an empty stretch if nowhere."""
    pattern = re.compile(
        rf"^{re.escape(name)}:[ \t]*((?:.*(?:\r?\n[ \t]+.*)*))", re.IGNORECASE | re.MULTILINE
    )
    found = pattern.search(source_text, 0, end)
    if not found:
        return 0, 0
    start, stop = found.span(1)
    return start, start + len(source_text[start:stop].rstrip())


def _between(source_text: str, part: Part, boundary: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the lines that part a message."""
    line = re.compile(rf"^--{re.escape(boundary)}(--)?[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
    start = -1
    for found in line.finditer(source_text, part.start, part.end):
        if start >= 0:
            yield start, _without_line_end(source_text, start, found.start())
        start = found.end()
        if found[1]:
            return
    if start >= 0:
        yield start, part.end


def _without_line_end(source_text: str, start: int, end: int) -> int:
    """Return where a part ends: the line end above a boundary is the boundary's."""
    for mark in ("\r\n", "\n"):
        if source_text.endswith(mark, start, end):
            return end - len(mark)
    return end
