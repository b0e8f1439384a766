"""A PowerPoint file before it is read: within bounds, with nothing fetched and nothing run."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.exc import PythonPptxError

from medlint.errors import DocumentError
from medlint.parsers import open_xml
from medlint.parsers.open_xml import Program

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

MAX_XML = 96 * 2**20
MAX_MEMBERS = 20_000
MAX_SLIDES = 1_000

_SAVE = "Save it in PowerPoint as “PowerPoint Presentation (.pptx)”"
_TYPES = "[Content_Types].xml"
_KINDS = (
    (b"presentationml.presentation.macroEnabled", "holds macros, which medlint does not open", _SAVE),
    (b"ms-powerpoint.presentation.macroEnabled", "holds macros, which medlint does not open", _SAVE),
    (b"wordprocessingml.document.main", "is a Word file, whatever its name says", "Name it .docx"),
    (b"spreadsheetml.sheet.main", "is an Excel file, whatever its name says", ""),
)
DAMAGE = (*open_xml.DAMAGE, PythonPptxError, AssertionError)


def unpack(path: str, data: bytes) -> Deck:
    """Return the slides of a PowerPoint file.

    Raises:
        DocumentError: it is none, it is damaged, encrypted or holds macros, or it is too big to be opened.
    """
    program = Program("PowerPoint", _SAVE, MAX_XML, MAX_MEMBERS)
    open_xml.prove_form(path, data, program)
    try:
        for name, text in open_xml.texts(path, data, program):
            if name == _TYPES:
                _prove_kind(path, text)
        deck = Presentation(io.BytesIO(data))
        slides = len(deck.slides)
    except DAMAGE as error:
        raise program.damaged(path, error) from error
    if slides > MAX_SLIDES:
        raise DocumentError(
            path, f"too long: {slides:,} slides, and medlint reads at most {MAX_SLIDES:,}", "Split it"
        )
    return deck


def damaged(path: str, error: Exception) -> DocumentError:
    """Return what a user is told of a file that a library cannot read."""
    return Program("PowerPoint", _SAVE, MAX_XML, MAX_MEMBERS).damaged(path, error)


def _prove_kind(path: str, text: bytes) -> None:
    for sign, problem, advice in _KINDS:
        if sign in text:
            raise DocumentError(path, problem, advice)
