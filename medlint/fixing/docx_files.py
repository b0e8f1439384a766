"""Edits of a Word file: other words in the same runs; all other parts of the file stay byte for byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from docx.opc.part import XmlPart
from lxml import etree

from medlint.fixing.edits import Edit
from medlint.model import Document
from medlint.parsers import docx_package, docx_story
from medlint.parsers.docx_names import Element, W
from medlint.parsers.docx_walk import Piece
from medlint.parsers.view import View

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARENTS = (f"{W}p", f"{W}hyperlink", f"{W}smartTag", f"{W}sdtContent")
"""What a run may stand in: not in a tracked change, for its words are somebody's, nor in a field's result."""

_BETWEEN = (f"{W}r", f"{W}proofErr", f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}lastRenderedPageBreak")
_SIGNATURES = "_xmlsignatures/"


def refusal(path: str, data: bytes) -> str:
    """Return why the file as a whole is left as it is; "" where it can be edited."""
    del path
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        is_signed = any(name.startswith(_SIGNATURES) for name in archive.namelist())
    return "a change would break its signature" if is_signed else ""


def written(
    path: str, data: bytes, document: Document, edits: Sequence[Edit], view: View = "final"
) -> bytes | None:
    """Return the bytes of the file with the edits made; None where one of them has no plain run of its own.

    Raises:
        DocumentError: the file cannot be read.
    """
    del document  # its text is the story's
    package = docx_package.unpack(path, data)
    with docx_package.reading(path):
        story = docx_story.read(package, view)
    parts: dict[Element, Any] = {
        part.element: part for part in package.iter_parts() if isinstance(part, XmlPart)
    }
    changed: dict[str, Any] = {}
    for edit in reversed(edits):
        pieces = [piece for piece in story.pieces if piece.start < edit.end and edit.start < piece.end]
        part = parts.get(pieces[0].element.getroottree().getroot()) if pieces else None
        if part is None or not _replaced(pieces, edit):
            return None
        changed[str(part.partname).removeprefix("/")] = part
    return _packed(data, changed)


def _replaced(pieces: Sequence[Piece], edit: Edit) -> bool:
    """Put the new words into the first of the runs that hold the old ones, and take these from all."""
    if not all(map(_is_plain, pieces)) or not _is_one_stretch([piece.run for piece in pieces]):
        return False
    for index, piece in enumerate(pieces):
        text = piece.element.text or ""
        before, after = text[: max(0, edit.start - piece.start)], text[edit.end - piece.start :]
        piece.element.text = before + (edit.new if index == 0 else "") + after
        piece.element.set(_SPACE, "preserve")
        if not piece.element.text:
            _remove(piece)
    return True


def _is_plain(piece: Piece) -> bool:
    """Say whether a piece is text with a character for each of its own."""
    is_text = piece.element.tag == f"{W}t" and len(piece.element.text or "") == piece.end - piece.start
    return is_text and piece.element.getparent() is piece.run and piece.run.getparent().tag in _PARENTS


def _is_one_stretch(runs: Sequence[Element]) -> bool:
    """Say whether runs follow each other and look the same, so that words can move from one to another."""
    first, last = runs[0], runs[-1]
    if any(run.getparent() is not first.getparent() for run in runs):
        return False
    if len({_look(run) for run in runs}) > 1:
        return False
    element = first
    while element is not last:
        element = element.getnext()
        if element is None or element.tag not in _BETWEEN:
            return False
    return True


def _look(run: Element) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n")


def _remove(piece: Piece) -> None:
    """Take out an element without text, and its run where nothing else stands in it."""
    piece.run.remove(piece.element)
    if all(child.tag == f"{W}rPr" for child in piece.run):
        piece.run.getparent().remove(piece.run)


def _packed(data: bytes, changed: dict[str, Any]) -> bytes:
    """Return the file with some of its parts written anew."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for member in source.infolist():
            part = changed.get(member.filename)
            target.writestr(member, part.blob if part else source.read(member))
    return made.getvalue()
