"""A PowerPoint file before it is read: within bounds, with nothing fetched and nothing run."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.exc import PythonPptxError

from medlint.errors import DocumentError

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

MAX_UNPACKED = 512 * 2**20
"""Bytes of all that a file holds, pictures too: our own judgement."""

MAX_XML = 96 * 2**20
"""Bytes of text and layout in one file; in memory they take about ten times as many."""

MAX_MEMBERS = 20_000
MAX_SLIDES = 1_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "Save it in PowerPoint as “PowerPoint Presentation (.pptx)”"
_TYPES = "[Content_Types].xml"
_KINDS = (
    (b"presentationml.presentation.macroEnabled", "holds macros, which medlint does not open", _SAVE),
    (b"ms-powerpoint.presentation.macroEnabled", "holds macros, which medlint does not open", _SAVE),
    (b"wordprocessingml.document.main", "is a Word file, whatever its name says", "Name it .docx"),
    (b"spreadsheetml.sheet.main", "is an Excel file, whatever its name says", ""),
)
# What the libraries raise on files that were cut, patched or made to harm; XML's own errors are SyntaxErrors.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, PythonPptxError, SyntaxError, KeyError, ValueError,
    AttributeError, IndexError, TypeError, NotImplementedError, RuntimeError, AssertionError,
)  # fmt: skip
# A document type can define entities that grow without end; PowerPoint writes none.
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def unpack(path: str, data: bytes) -> Deck:
    """Return the slides of a PowerPoint file.

    Raises:
        DocumentError: it is none, it is damaged, encrypted or holds macros, or it is too big to be opened.
    """
    if data.startswith(_OLE):
        raise DocumentError(
            path, "is encrypted, or written by PowerPoint 2003 or older", f"{_SAVE}, without a password"
        )
    if not data.startswith(b"PK"):
        raise DocumentError(path, "is no PowerPoint file, whatever its name says", _SAVE)
    try:
        _prove(path, data)
        deck = Presentation(io.BytesIO(data))
        slides = len(deck.slides)
    except DAMAGE as error:
        raise damaged(path, error) from error
    if slides > MAX_SLIDES:
        raise DocumentError(
            path, f"too long: {slides:,} slides, and medlint reads at most {MAX_SLIDES:,}", "Split it"
        )
    return deck


def damaged(path: str, error: Exception) -> DocumentError:
    """Return what a user is told of a file that a library cannot read."""
    words = " ".join(str(error).split())[:120] or type(error).__name__
    return DocumentError(path, f"is damaged, or no PowerPoint file: {words}", _SAVE)


def _prove(path: str, data: bytes) -> None:
    """Refuse what would not fit into memory, or would grow there."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
            raise DocumentError(path, f"unpacks to more than {MAX_UNPACKED // 2**20} MB: it is not opened")
        texts = [member for member in members if member.filename.endswith((".xml", ".rels"))]
        if sum(member.file_size for member in texts) > MAX_XML:
            raise DocumentError(path, f"holds more than {MAX_XML // 2**20} MB of text: it is not opened")
        for member in texts:
            _prove_text(path, member.filename, archive.read(member))


def _prove_text(path: str, name: str, text: bytes) -> None:
    if any(mark in text for mark in _DOCTYPES):
        raise DocumentError(path, "defines XML entities, which PowerPoint never does: it is not opened")
    if name == _TYPES:
        for sign, problem, advice in _KINDS:
            if sign in text:
                raise DocumentError(path, problem, advice)
