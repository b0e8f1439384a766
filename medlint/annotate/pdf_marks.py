"""Highlights and notes in a PDF file, written with pypdf."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from medlint.annotate.mark import Mark
from medlint.errors import DocumentError
from medlint.model import Severity
from medlint.parsers.placed import Box

OWN_AUTHOR = "medlint"
_COLORS: dict[Severity, tuple[float, float, float]] = {
    "error": (1.0, 0.45, 0.4),
    "warning": (1.0, 0.8, 0.2),
    "note": (0.45, 0.75, 1.0),
}
_OPACITY = 0.4  # words stay readable also in viewers that lay marks over them
_NOTE_SIZE = 20.0  # points, of the sign of a note about the whole file
_MARGIN = 6.0
_PRINTED = 4  # the flag of an annotation that is printed too
# What pypdf raises on files that are damaged where PDFium reads on.
_DAMAGE = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError)


def added(path: str, data: bytes, marks: Sequence[Mark], as_of: str) -> bytes:
    """Return the bytes of a copy with marks; the same for the same file, marks and date.

    Raises:
        DocumentError: the file is protected or damaged, so that none can be put into it.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            advice = "Save a copy without protection"
            raise DocumentError(path, "is protected against changes: no marks can be put into it", advice)
        writer = PdfWriter(clone_from=reader)
        _withdraw(writer)
        for mark in marks:
            _add(writer, mark, as_of)
        written = io.BytesIO()
        writer.write(written)
    except _DAMAGE as error:
        words = " ".join(str(error).split())[:120] or type(error).__name__
        advice = "Open it in a viewer and save it again"
        raise DocumentError(path, f"no marks can be put into it: {words}", advice) from error
    return written.getvalue()


def _withdraw(writer: PdfWriter) -> None:
    """Take out our annotations of earlier runs."""
    for page in writer.pages:
        annotations = page.get("/Annots")
        if annotations is None:
            continue
        others = [each for each in annotations.get_object() if not _is_own(each.get_object())]
        page[NameObject("/Annots")] = ArrayObject(others)


def _is_own(annotation: Any) -> bool:
    return isinstance(annotation, dict) and str(annotation.get("/T")) == OWN_AUTHOR


def _add(writer: PdfWriter, mark: Mark, as_of: str) -> None:
    page = writer.pages[mark.page - 1]
    if mark.boxes:
        made = _annotation("/Highlight", _around(mark.boxes), mark, as_of)
        # Not in the standard's order, but in that of every viewer: upper edge, then lower edge.
        corners = [
            edge
            for left, top, right, bottom in mark.boxes
            for edge in (left, top, right, top, left, bottom, right, bottom)
        ]
        made[NameObject("/QuadPoints")] = _numbers(corners)
        made[NameObject("/CA")] = FloatObject(_OPACITY)
        made[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(_drawn(mark))})  # noqa: SLF001 - pypdf has no other way
    else:
        left, top = float(page.cropbox.left) + _MARGIN, float(page.cropbox.top) - _MARGIN
        made = _annotation("/Text", (left, top, left + _NOTE_SIZE, top - _NOTE_SIZE), mark, as_of)
        made[NameObject("/Name")] = NameObject("/Comment")
    writer.add_annotation(mark.page - 1, made)


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), max(tops), max(rights), min(bottoms)


def _annotation(kind: str, box: Box, mark: Mark, as_of: str) -> DictionaryObject:
    left, top, right, bottom = box
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): _numbers((left, bottom, right, top)),
            NameObject("/Contents"): TextStringObject(mark.text),
            NameObject("/T"): TextStringObject(OWN_AUTHOR),
            NameObject("/NM"): TextStringObject(f"{OWN_AUTHOR}-{mark.name}-{mark.page}"),
            NameObject("/M"): TextStringObject(f"D:{as_of.replace('-', '')}"),
            NameObject("/F"): NumberObject(_PRINTED),
            NameObject("/C"): _numbers(_COLORS[mark.severity]),
        }
    )


def _drawn(mark: Mark) -> StreamObject:
    """Return what viewers draw: the boxes in a colour that lets the words through."""
    state = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/ExtGState"),
            NameObject("/BM"): NameObject("/Multiply"),
            NameObject("/ca"): FloatObject(_OPACITY),
        }
    )
    states = DictionaryObject({NameObject("/G"): state})
    color = " ".join(f"{part:g}" for part in _COLORS[mark.severity])
    boxes = (
        f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re"
        for left, top, right, bottom in mark.boxes
    )
    left, top, right, bottom = _around(mark.boxes)
    drawn = StreamObject()
    drawn.set_data(f"/G gs {color} rg {' '.join(boxes)} f".encode())
    drawn.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): _numbers((left, bottom, right, top)),
            NameObject("/Resources"): DictionaryObject({NameObject("/ExtGState"): states}),
        }
    )
    return drawn


def _numbers(values: Sequence[float]) -> ArrayObject:
    return ArrayObject([FloatObject(round(value, 2)) for value in values])
