"""A Word file before it is read: unpacked within bounds, with nothing fetched and nothing run."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package

from medlint.errors import DocumentError
from medlint.parsers.docx_names import Element, W

MAX_UNPACKED = 512 * 2**20
"""Bytes of all that a file holds, pictures too: our own judgement. A longer one is no leaflet."""

MAX_XML = 24 * 2**20
"""Bytes of text and layout in one file; in memory they take about ten times as many."""

MAX_MEMBERS = 5_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SAVE = "Save it in Word as “Word document (.docx)”"
_KINDS = (
    ("macroEnabled", "holds macros, which medlint does not open", _SAVE),
    ("wordprocessingml.template", "is a Word template", _SAVE),
    ("spreadsheetml", "is an Excel file, whatever its name says", ""),
    ("presentationml", "is a PowerPoint file, whatever its name says", "Name it .pptx"),
)
# What the libraries raise on files that were cut, patched or made to harm; XML's own errors are SyntaxErrors.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, OpcError, SyntaxError, KeyError, ValueError,
    AttributeError, IndexError, TypeError, NotImplementedError, RuntimeError,
)  # fmt: skip
# A document type can define entities that grow without end; Word writes none.
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def unpack(path: str, data: bytes) -> Package:
    """Return the parts of a Word file.

    Raises:
        DocumentError: it is none, it is damaged, encrypted or holds macros, or it is too big to be opened.
    """
    if data.startswith(_OLE):
        raise DocumentError(
            path, "is encrypted, or written by Word 2003 or older", f"{_SAVE}, without a password"
        )
    if not data.startswith(b"PK"):
        raise DocumentError(path, "is no Word file, whatever its name says", _SAVE)
    _prove(path, data)
    try:
        package = Package.open(io.BytesIO(data))
        main: Any = package.main_document_part
        content_type = str(main.content_type)
    except _DAMAGE as error:
        raise DocumentError(path, f"is damaged, or no Word file: {told(error)}") from error
    _prove_kind(path, content_type)
    if root(main).tag != f"{W}document":
        raise DocumentError(path, "is written in the strict form of Open XML", _SAVE)
    return package


@contextmanager
def reading(path: str) -> Iterator[None]:
    """Tell what is wrong with a file that could be opened and then makes no sense."""
    try:
        yield
    except (SyntaxError, ValueError, KeyError) as error:
        raise DocumentError(path, f"is damaged, or no Word file: {told(error)}") from error


def root(part: Any) -> Element:
    """Return the XML of a part."""
    return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


def related(part: Any, kind: str) -> Iterator[Any]:
    """Yield the parts that a part or package leads to, of a kind such as "footnotes"."""
    for relation in part.rels.values():
        if not relation.is_external and str(relation.reltype).rpartition("/")[2] == kind:
            yield relation.target_part


def told(error: Exception) -> str:
    """Return what an error of a library says, on one line."""
    text = " ".join(str(error).split())
    return text[:120] or type(error).__name__


def _prove_kind(path: str, content_type: str) -> None:
    for sign, problem, advice in _KINDS:
        if sign in content_type:
            raise DocumentError(path, problem, advice)
    if content_type != _MAIN:
        raise DocumentError(path, "is no Word file, whatever its name says")


def _prove(path: str, data: bytes) -> None:
    """Refuse what would not fit into memory, or would grow there."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
                raise DocumentError(
                    path, f"unpacks to more than {MAX_UNPACKED // 2**20} MB: it is not opened"
                )
            texts = [member for member in members if member.filename.endswith((".xml", ".rels"))]
            if sum(member.file_size for member in texts) > MAX_XML:
                raise DocumentError(path, f"holds more than {MAX_XML // 2**20} MB of text: it is not opened")
            for member in texts:
                _prove_text(path, archive.read(member))
    except _DAMAGE as error:
        raise DocumentError(path, f"is damaged, or no Word file: {told(error)}") from error


def _prove_text(path: str, text: bytes) -> None:
    if any(mark in text for mark in _DOCTYPES):
        raise DocumentError(path, "defines XML entities, which Word never does: it is not opened")
