"""Files of Office before they are read: zip archives of XML, opened within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from medlint.errors import DocumentError

MAX_UNPACKED = 512 * 2**20
"""Bytes of all that a file holds, pictures too: our own judgement. A longer one is no leaflet."""

# What the libraries raise on files that were cut, patched or made to harm; XML's own errors are SyntaxErrors.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, SyntaxError, KeyError, ValueError,
    AttributeError, IndexError, TypeError, NotImplementedError, RuntimeError,
)  # fmt: skip

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A document type can define entities that grow without end; no program of Office writes one.
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Program:
    """Which files are expected, and how they are saved as such."""

    name: str  # "Word"
    save: str
    max_xml: int  # bytes of text and layout in one file; in memory they take about ten times as many
    max_members: int

    def damaged(self, path: str, error: Exception) -> DocumentError:
        """Return what a user is told of a file that a library cannot read."""
        return DocumentError(path, f"is damaged, or no {self.name} file: {told(error)}", self.save)


def prove_form(path: str, data: bytes, program: Program) -> None:
    """Refuse what is no zip archive.

    Raises:
        DocumentError: it is an older or an encrypted file, or something else.
    """
    if data.startswith(_OLE):
        problem = f"is encrypted, or written by {program.name} 2003 or older"
        raise DocumentError(path, problem, f"{program.save}, without a password")
    if not data.startswith(b"PK"):
        raise DocumentError(path, f"is no {program.name} file, whatever its name says", program.save)


def texts(path: str, data: bytes, program: Program) -> Iterator[tuple[str, bytes]]:
    """Yield the members that hold XML, each with its name, when all are known to fit into memory.

    Raises:
        DocumentError: they do not fit, or would grow there. The errors of `DAMAGE` pass through.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > program.max_members or sum(member.file_size for member in members) > MAX_UNPACKED:
            raise DocumentError(path, f"unpacks to more than {MAX_UNPACKED // 2**20} MB: it is not opened")
        found = [member for member in members if member.filename.endswith((".xml", ".rels"))]
        if sum(member.file_size for member in found) > program.max_xml:
            raise DocumentError(
                path, f"holds more than {program.max_xml // 2**20} MB of text: it is not opened"
            )
        for member in found:
            text = archive.read(member)
            if any(mark in text for mark in _DOCTYPES):
                problem = f"defines XML entities, which {program.name} never does: it is not opened"
                raise DocumentError(path, problem)
            yield member.filename, text


def told(error: Exception) -> str:
    """Return what an error of a library says, on one line."""
    return " ".join(str(error).split())[:120] or type(error).__name__
