"""A copy of a Word file with one comment for each finding, on its words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from medlint.annotate import docx_changes, docx_comments, docx_runs
from medlint.annotate.docx_runs import Span
from medlint.annotate.packing import packed
from medlint.annotate.whole import put
from medlint.errors import DocumentError
from medlint.model import CheckedDocument, Finding, Position
from medlint.parsers import docx_package, docx_story
from medlint.parsers.docx_story import Story
from medlint.parsers.view import META, View


def annotate(
    checked_document: CheckedDocument,
    source_path: Path,
    target_path: Path,
    as_of: str,
    *,
    suggest_changes: bool = False,
    view: View | None = None,
) -> None:
    """Write a copy of a Word file with a comment for each finding; our comments of earlier runs are gone.

    What others wrote, their tracked changes and all formatting stay. An own comment that somebody has
    answered stays too.

    Args:
        checked_document: What was found in the file.
        source_path: The file, as it was when it was checked.
        target_path: The copy; a file of that name is replaced in one step, or not at all.
        as_of: The date of the comments, such as "2026-11-24".
        suggest_changes: Whether a suggestion that is safe becomes a tracked change as well.
        view: How tracked changes are read; as they were when the file was checked, if nobody says so.

    Raises:
        DocumentError: the file cannot be read, has changed since, or the copy cannot be written.
    """
    data = _data(checked_document, source_path)
    path, findings = source_path.as_posix(), checked_document.findings
    view = view or _view(checked_document)
    put(target_path, annotated(path, data, findings, as_of, suggest_changes=suggest_changes, view=view))


def annotated(
    path: str,
    data: bytes,
    findings: Sequence[Finding],
    as_of: str,
    *,
    suggest_changes: bool = False,
    view: View = "final",
) -> bytes:
    """Return the bytes of the copy; the same for the same findings and date.

    Raises:
        DocumentError: the file cannot be read, or not be written again.
    """
    package = docx_package.unpack(path, data)
    main: Any = package.main_document_part
    answered = docx_comments.withdraw(main)
    docx_changes.withdraw(main.element)
    with docx_package.reading(path):
        story = docx_story.read(package, view)
    notes = [note for note in _notes(findings, story) if note.text not in answered]
    spans = docx_runs.split(story, main.element, notes)
    date = f"{as_of}T00:00:00Z"
    docx_comments.add(main, notes, spans, date)
    if suggest_changes:
        docx_changes.add(main.element, notes, spans, date)
    try:
        return packed(package)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        problem = f"is damaged, so that no copy can be written: {docx_package.told(error)}"
        raise DocumentError(path, problem, "Open it in Word and save it again") from error


def _view(checked_document: CheckedDocument) -> View:
    document = checked_document.document
    return "original" if document and document.meta.get(META) == "original" else "final"


def _data(checked_document: CheckedDocument, source_path: Path) -> bytes:
    path = source_path.as_posix()
    try:
        data = source_path.read_bytes()
    except OSError as error:
        raise DocumentError(path, f"cannot be read: {(error.strerror or str(error)).lower()}") from error
    if hashlib.sha256(data).hexdigest() != checked_document.sha256:
        raise DocumentError(path, "has changed since it was checked", "Check it again")
    return data


def _notes(findings: Sequence[Finding], story: Story) -> Iterator[docx_comments.Note]:
    """Yield what is to be said, and where: on the words, or on what in the body leads to them."""
    for finding in findings:
        if finding.position is None or not story.paragraphs:
            text = docx_comments.text(finding, "The whole document")
            yield docx_comments.Note(finding, text, None)
            continue
        start = _offset(story, finding.position)
        end = max(start, _offset(story, finding.end_position or finding.position))
        paragraph = story.paragraph_at(start)
        text = docx_comments.text(finding, paragraph.place)
        if paragraph.place:
            # Word has no comments in headers, footers and boxes, and hides those in notes.
            yield docx_comments.Note(finding, text, None, anchor=paragraph.anchor)
            continue
        last = story.paragraph_at(max(start, end - 1))
        span = Span(start, paragraph.end if last.place else end)
        yield docx_comments.Note(finding, text, _visible(span, paragraph.start))


def _visible(span: Span, first: int) -> Span:
    """Return a span of one character at least: where something is missing, that before it."""
    if span.start < span.end:
        return span
    return Span(span.start - 1, span.end) if span.start > first else Span(span.start, span.start + 1)


def _offset(story: Story, position: Position) -> int:
    paragraph = story.paragraphs[min(position.line, len(story.paragraphs)) - 1]
    return min(paragraph.start + position.column - 1, len(story.text))
