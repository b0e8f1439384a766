"""Word files: paragraphs as blocks, with the remarks of reviewers and what is known of the file.

Lines of `source_text` are paragraphs of the file, and columns their characters: alternative texts and the
paragraphs of notes, boxes, headers and footers count as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from medlint.model import Comment, Document
from medlint.parsers import docx_languages, docx_package, docx_properties, docx_story
from medlint.parsers.builder import Builder
from medlint.parsers.chunk import Chunk, visible, write
from medlint.parsers.docx_names import OWN_AUTHOR
from medlint.parsers.docx_story import Story
from medlint.parsers.docx_walk import Paragraph
from medlint.parsers.lines import Line, split
from medlint.parsers.outline import arrange
from medlint.parsers.placed import Place, placed
from medlint.parsers.view import META, View

_SHOWN = 200  # characters of a block's first line that tell what it is
_NOTES = (
    ("image", "{} image{}: only the alternative text was read"),
    ("image without text", "{} image{} without alternative text"),
    ("chart", "{} chart{} not read"),
    ("diagram", "{} diagram{} not read"),
    ("object", "{} embedded object{} not read"),
    ("chunk", "{} file{} inserted as a whole, not read"),
    ("hidden", "{} hidden word{}"),
    ("contents", "{} table{} of contents: it repeats the headings"),
)


def parse(path: str, data: bytes, sha256: str, *, view: View = "final") -> Document:
    """Return a Word file as its reader sees it.

    Args:
        path: The name to report.
        data: The bytes of the file.
        sha256: Of these bytes.
        view: Whether tracked changes are read as accepted or as rejected.

    Raises:
        DocumentError: the file cannot be read; the message says why.
    """
    package = docx_package.unpack(path, data)
    with docx_package.reading(path):
        story = docx_story.read(package, view)
        paragraphs, foreign = docx_languages.split(story)
        chunks = _arranged(story, paragraphs)
        builder = Builder(story.text)
        for chunk in chunks:
            write(builder, chunk)
        meta = docx_properties.read(package, _title(chunks), docx_languages.main(story))
        changes = docx_story.changes(package)
        notes = (*_tracked(changes, view), *_left_out(story), *foreign)
        meta = {**meta, META: view} if changes else meta
        document = builder.build(path, sha256, meta=meta, not_checked=notes)
        remarks = tuple(_remarks(document, story, docx_properties.comments(package)))
    return placed(replace(document, comments=(*document.comments, *remarks)), _Lines(story.starts))


@dataclass(frozen=True, slots=True)
class _Lines:
    """The paragraphs of the file, each a line of the text."""

    starts: Sequence[int]

    def at(self, start: int, end: int) -> Place:  # noqa: ARG002 - words are told by their beginning
        return Place(paragraph=max(1, bisect_right(self.starts, start)))


def _arranged(story: Story, paragraphs: Sequence[Paragraph]) -> list[Chunk]:
    """Return the blocks; headers and footers stand in no section of the text."""
    chunks: list[Chunk] = []
    for is_furniture in (False, True):
        part = [each for each in paragraphs if (each.role in ("header", "footer")) == is_furniture]
        shift = max((chunk.group for chunk in chunks), default=0)
        for chunk in arrange(tuple(_chunks(story, part))):
            # What is arranged apart counts its lists from 1 again.
            is_own = is_furniture and 0 < chunk.group <= shift
            chunks.append(replace(chunk, group=chunk.group + shift) if is_own else chunk)
    return chunks


def _chunks(story: Story, paragraphs: Iterable[Paragraph]) -> Iterator[Chunk]:
    for paragraph in paragraphs:
        text = story.text[paragraph.start : paragraph.end]
        if not text.strip():
            continue
        if paragraph.kind == "paragraph":
            yield from _parts(story, paragraph)
        else:
            yield _chunk(story, paragraph)


def _chunk(story: Story, paragraph: Paragraph) -> Chunk:
    spans = ((paragraph.start, paragraph.end),)
    return Chunk(
        kind=paragraph.kind,
        spans=spans,
        marks=paragraph.marks,
        text=visible(story.text, spans, paragraph.marks, _SHOWN),
        marker=paragraph.marker,
        level=paragraph.level,
        group=paragraph.group,
        row=paragraph.row,
    )


def _parts(story: Story, paragraph: Paragraph) -> Iterator[Chunk]:
    """Yield the blocks of a paragraph: lists and addresses are often typed with line breaks."""
    parts = list(split(_lines(story, paragraph), parts_sentences=False))
    marks = list(paragraph.marks)
    for index, part in enumerate(parts):
        following = parts[index + 1].spans if index + 1 < len(parts) else ()
        limit = following[0][0] if following else paragraph.end + 1
        own = [mark for mark in marks if mark.start < limit]
        del marks[: len(own)]
        chunk = replace(
            part,
            marks=tuple(sorted((*part.marks, *own), key=lambda mark: mark.start)),
            text=visible(story.text, part.spans, own, _SHOWN),
            is_alone=paragraph.is_bold and len(parts) == 1 and not paragraph.breaks,
        )
        yield chunk


def _lines(story: Story, paragraph: Paragraph) -> list[Line]:
    lines = []
    starts = (paragraph.start, *(place + 1 for place in paragraph.breaks))
    for start, end in zip(starts, (*paragraph.breaks, paragraph.end), strict=True):
        whole = story.text[start:end]
        text = whole.strip()
        if text:
            first = start + len(whole) - len(whole.lstrip())
            lines.append(Line(text, first, first + len(text)))
    return lines


def _title(chunks: Iterable[Chunk]) -> str:
    return next((chunk.text for chunk in chunks if chunk.kind == "heading" and chunk.level == 1), "")


def _tracked(changes: int, view: View) -> Iterator[str]:
    """Yield how tracked changes were read, for what they leave out was not checked."""
    if changes:
        told = "accepted" if view == "final" else "rejected"
        yield f"{changes} tracked change{'s' * (changes > 1)}, read as if {told}"


def _left_out(story: Story) -> Iterator[str]:
    for what, told in _NOTES:
        if count := story.left_out.get(what, 0):
            yield told.format(count, "s" * (count > 1))


def _remarks(
    document: Document, story: Story, comments: Iterable[docx_properties.Remark]
) -> Iterator[Comment]:
    """Yield the comments of reviewers at the words they stand at; ours are no remarks."""
    for comment in comments:
        if comment.author != OWN_AUTHOR and comment.key in story.comments:
            start, end = story.comments[comment.key]
            yield Comment(comment.text, start, end, _text_offset(document, start))


def _text_offset(document: Document, place: int) -> int:
    """Return about where a place of the file stands in the text; its runs are in the order of the file."""
    anchors = document.anchors
    index = bisect_right(anchors.source_starts, place) - 1
    return anchors.starts[index] if index >= 0 else 0
