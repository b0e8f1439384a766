"""A copy of a PDF file with the words of each finding highlighted, and the message behind the mark."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from medlint.annotate.mark import Mark
from medlint.annotate.whole import put
from medlint.annotate.wording import text
from medlint.errors import DocumentError
from medlint.model import CheckedDocument, Document, Finding
from medlint.parsers import parse
from medlint.parsers.pdf_boxes import Boxes
from medlint.parsers.placed import Box, PlacedDocument


def annotate(checked_document: CheckedDocument, source_path: Path, target_path: Path, as_of: str) -> None:
    """Write a copy of a PDF file with a highlight for each finding; our marks of earlier runs are gone.

    Pages, forms, links, bookmarks and what other people marked stay. What is found about the whole file is
    a note in the corner of the first page. A digital signature does not survive any change.

    Args:
        checked_document: What was found in the file.
        source_path: The file, as it was when it was checked.
        target_path: The copy; a file of that name is replaced in one step, or not at all.
        as_of: The date of the marks, such as "2026-11-24".

    Raises:
        DocumentError: the file cannot be read, has changed since, or the copy cannot be written.
    """
    path = source_path.as_posix()
    data = _data(checked_document, source_path)
    marked = marks(parse(path, data, suffix=".pdf"), checked_document.findings)
    try:
        from medlint.annotate import pdf_marks  # late: its library is slow to import
    except ModuleNotFoundError as error:
        advice = 'Install it: python -m pip install "medlint[pdf]"'
        raise DocumentError(path, f"{error.name} is missing, which writes such files", advice) from error
    put(target_path, pdf_marks.added(path, data, marked, as_of))


def marks(document: Document, findings: Sequence[Finding]) -> list[Mark]:
    """Return what is to be marked: of each finding one mark for each page that its words stand on."""
    found = [
        Mark(number, tuple(boxes), text(finding), finding.severity, finding.fingerprint)
        for finding in findings
        for number, boxes in _places(document, finding)
    ]
    whole = [finding for finding in findings if finding.position is None]
    if whole:
        words = "\n\n".join(("The whole document", *map(text, whole)))
        found.append(Mark(1, (), words, whole[0].severity, whole[0].fingerprint))
    return found


def _places(document: Document, finding: Finding) -> Iterator[tuple[int, list[Box]]]:
    """Yield each page that a finding stands on, with the boxes of its words, line by line."""
    first, last = finding.position, finding.end_position or finding.position
    if first is None or last is None:
        return
    if not isinstance(document, PlacedDocument) or not isinstance(document.places, Boxes):
        raise TypeError("only a PDF file has the places of its characters")
    start = document.source_offset(first.line, first.column)
    end = document.source_offset(last.line, last.column)
    if start is None or end is None:
        return
    lines = [*document.places.lines(start, end)]
    if not lines and first.page and first.box:
        lines = [(first.page, first.box)]  # where something is missing
    for number, group in groupby(lines, key=itemgetter(0)):
        yield number, [box for _, box in group]


def _data(checked_document: CheckedDocument, source_path: Path) -> bytes:
    path = source_path.as_posix()
    try:
        data = source_path.read_bytes()
    except OSError as error:
        raise DocumentError(path, f"cannot be read: {(error.strerror or str(error)).lower()}") from error
    if hashlib.sha256(data).hexdigest() != checked_document.sha256:
        raise DocumentError(path, "has changed since it was checked", "Check it again")
    return data
