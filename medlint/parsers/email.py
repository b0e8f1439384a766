"""E-mail: the subject and what its reader sees below it; attachments are counted."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from medlint.model import Anchors, Comment, Document, Link, Passage, Region
from medlint.parsers import email_parts, html, plain
from medlint.parsers.builder import Builder
from medlint.parsers.email_encoding import clear, through
from medlint.parsers.email_parts import Part

_HEADERS = ("from", "to", "subject", "date", "reply-to", "list-unsubscribe")
_GAP = "\n\n"


def parse(path: str, data: bytes, sha256: str) -> Document:
    """Return an e-mail as its reader sees it."""
    source_text, is_octets = _text(data)
    message = email_parts.read(source_text, 0, len(source_text))
    bodies, others, versions = _sorted(source_text, message)
    documents = [_subject(path, source_text, sha256, message)]
    for part in bodies:
        encoding = part.encoding
        if is_octets and encoding not in ("base64", "quoted-printable"):
            encoding = "octets"
        documents.append(_body(path, source_text, sha256, part, encoding))
    return replace(
        _joined([document for document in documents if document.blocks], documents[0]),
        meta=_meta(message, documents),
        not_checked=(
            *_attachments(others),
            *([f"{versions} other version{'s' * (versions > 1)} of the text not read"] if versions else []),
            *(note for document in documents for note in document.not_checked),
        ),
    )


def _text(data: bytes) -> tuple[str, bool]:
    """Return the file in UTF-8, or with a character for each byte: then its parts tell their encoding."""
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return data.decode("latin-1"), True


def _sorted(source_text: str, message: Part) -> tuple[list[Part], list[Part], int]:
    """Return the parts to read, the attachments, and how many versions of a text are passed over.

    Of several versions of one text the HTML is read, for that is what most readers see.
    """
    bodies: list[Part] = []
    attachments: list[Part] = []
    chosen: dict[int, int] = {}  # choice → place in `bodies`
    versions = 0
    for part, choice in email_parts.leaves(source_text, message):
        if part.is_attached:
            attachments.append(part)
        elif not choice or choice not in chosen:
            chosen[choice] = len(bodies)
            bodies.append(part)
        elif part.kind != "text/html":
            versions += 1
        elif bodies[chosen[choice]].kind != "text/html":
            versions += 1
            bodies[chosen[choice]] = part
        else:
            bodies.append(part)  # a text in two pieces, with a picture between them
    return bodies, attachments, versions


def _subject(path: str, source_text: str, sha256: str, message: Part) -> Document:
    builder = Builder(source_text)
    start, end = email_parts.header_place(source_text, "subject", message.start)
    if start < end:
        builder.begin("heading", level=1)
        if "=?" in source_text[start:end]:
            builder.replace(email_parts.words(source_text[start:end]), start, end)
        else:
            builder.copy(start, end)
    return builder.build(path, sha256)


def _body(path: str, source_text: str, sha256: str, part: Part, encoding: str) -> Document:
    text, way = clear(source_text, part.start, part.end, encoding=encoding, charset=part.charset)
    read = html.read if part.kind == "text/html" else plain.parse
    document = read(path, text, sha256)
    return replace(
        document,
        anchors=through(document.anchors, way),
        source_text=source_text,
        comments=tuple(_moved(comment, way) for comment in document.comments),
    )


def _moved(comment: Comment, way: Anchors) -> Comment:
    start, end = way.source(Region(comment.start, comment.end))
    return replace(comment, start=start, end=end)


def _meta(message: Part, documents: Sequence[Document]) -> Mapping[str, Any]:
    headers = {
        name: email_parts.words(str(message.headers[name])) for name in _HEADERS if name in message.headers
    }
    facts = {"title": headers.get("subject"), "author": headers.get("from"), "date": headers.get("date")}
    language = next((each.meta["language"] for each in documents if "language" in each.meta), None)
    named = {key: fact for key, fact in {**facts, "language": language}.items() if fact}
    return {"front_matter": {}, "headers": headers, **named}


def _attachments(parts: Sequence[Part]) -> Iterator[str]:
    if parts:
        names = ", ".join(dict.fromkeys(part.name for part in parts))
        yield f"{len(parts)} attachment{'s' * (len(parts) > 1)} not read: {names}"


def _joined(documents: Sequence[Document], empty: Document) -> Document:
    """Return documents of one file as one, in this order."""
    joined = documents[0] if documents else empty
    for following in documents[1:]:
        joined = _pair(joined, following)
    return joined


def _pair(first: Document, second: Document) -> Document:
    shift = len(first.text) + len(_GAP)
    ours, theirs = first.anchors, second.anchors
    end = ours.source_ends[-1] if len(ours.source_ends) else 0
    start = theirs.source_starts[0] if len(theirs.source_starts) else end
    return replace(
        first,
        text=first.text + _GAP + second.text,
        blocks=(*first.blocks, *(_shifted(block, shift) for block in second.blocks)),
        anchors=Anchors(
            array("q", [*ours.starts, len(first.text), *(each + shift for each in theirs.starts)]),
            array("q", [*ours.source_starts, min(end, start), *theirs.source_starts]),
            array("q", [*ours.source_ends, max(end, start), *theirs.source_ends]),
            shift + theirs.length,
        ),
        links=(*first.links, *(Link(_moved_region(link.region, shift), link.url) for link in second.links)),
        comments=(*first.comments, *(replace(each, offset=each.offset + shift) for each in second.comments)),
    )


def _shifted(block: Passage, shift: int) -> Passage:
    return replace(block, region=_moved_region(block.region, shift))


def _moved_region(region: Region, shift: int) -> Region:
    return Region(region.start + shift, region.end + shift)
