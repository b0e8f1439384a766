"""A Word file before it is read: unpacked within bounds, with nothing fetched and nothing run."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package

from medlint.errors import DocumentError
from medlint.parsers import open_xml
from medlint.parsers.docx_names import Element, W
from medlint.parsers.open_xml import Program
from medlint.parsers.open_xml import told as told

MAX_XML = 24 * 2**20
MAX_MEMBERS = 5_000

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SAVE = "Save it in Word as “Word document (.docx)”"
_KINDS = (
    ("macroEnabled", "holds macros, which medlint does not open", _SAVE),
    ("wordprocessingml.template", "is a Word template", _SAVE),
    ("spreadsheetml", "is an Excel file, whatever its name says", ""),
    ("presentationml", "is a PowerPoint file, whatever its name says", "Name it .pptx"),
)
_DAMAGE = (*open_xml.DAMAGE, OpcError)


def unpack(path: str, data: bytes) -> Package:
    """Return the parts of a Word file.

    Raises:
        DocumentError: it is none, it is damaged, encrypted or holds macros, or it is too big to be opened.
    """
    program = Program("Word", _SAVE, MAX_XML, MAX_MEMBERS)
    open_xml.prove_form(path, data, program)
    try:
        for _ in open_xml.texts(path, data, program):
            pass  # each is proved before the library sees any
        package = Package.open(io.BytesIO(data))
        main: Any = package.main_document_part
        content_type = str(main.content_type)
    except _DAMAGE as error:
        raise program.damaged(path, error) from error
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


def _prove_kind(path: str, content_type: str) -> None:
    for sign, problem, advice in _KINDS:
        if sign in content_type:
            raise DocumentError(path, problem, advice)
    if content_type != _MAIN:
        raise DocumentError(path, "is no Word file, whatever its name says")
