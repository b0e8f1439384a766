"""Our comments in a Word file: taken out, and put in anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from medlint.annotate.docx_runs import Span
from medlint.annotate.wording import text as text
from medlint.model import Finding
from medlint.parsers import docx_package
from medlint.parsers.docx_names import OWN_AUTHOR, Element, W

_INITIALS = "ml"
_SIZE = "16"  # half points
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass(frozen=True, eq=False)
class Note:
    """What a comment says, and where."""

    finding: Finding
    text: str
    span: Span | None
    anchor: Element | None = None


def withdraw(main: Any) -> frozenset[str]:
    """Take out our comments; return the words of those that stay, for somebody has answered them."""
    part = next(docx_package.related(main, "comments"), None)
    if part is None:
        return frozenset()
    own = [each for each in part.element.iterchildren(f"{W}comment") if each.get(f"{W}author") == OWN_AUTHOR]
    answered = _answered(main, part)
    kept: set[str] = set()
    gone: set[str] = set()
    for comment in own:
        if answered.intersection(_paragraph_ids(comment)):
            kept.add("\n".join(_lines(comment)))
        else:
            gone.add(comment.get(f"{W}id"))
            part.element.remove(comment)
    for mark in [*main.element.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")]:
        if mark.get(f"{W}id") in gone:
            _take_out(mark)
    return frozenset(kept)


def add(main: Any, notes: Sequence[Note], hosts: Sequence[Sequence[Element]], date: str) -> None:
    """Put in a comment for each note, around its hosts."""
    if not notes:
        return
    comments = main.comments
    made = []
    for note in notes:
        comment = comments.add_comment(note.text, author=OWN_AUTHOR, initials=_INITIALS)
        element = main._comments_part.element[-1]  # noqa: SLF001 - python-docx has no setter for the date
        element.set(f"{W}date", date)
        _set_small(element)
        made.append(str(comment.comment_id))
    # The last first: what is put beside the same run then stands in the order of the notes.
    for key, around in reversed([*zip(made, hosts, strict=True)]):
        _mark(around, key)


def _set_small(comment: Element) -> None:
    """Give a comment a size of its own: Writer shows it in the type of the text, and cuts it."""
    for run in comment.iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = run.makeelement(f"{W}rPr")
            run.insert(0, properties)
        if properties.find(f"{W}rStyle") is None:  # that of the sign of a comment
            properties.append(run.makeelement(f"{W}sz", {f"{W}val": _SIZE}))


def _mark(around: Sequence[Element], key: str) -> None:
    first, last = around[0], around[-1]
    start = first.makeelement(f"{W}commentRangeStart", {f"{W}id": key})
    end = first.makeelement(f"{W}commentRangeEnd", {f"{W}id": key})
    last.addnext(end)
    end.addnext(_reference(first, key))
    first.addprevious(start)


def _reference(element: Element, key: str) -> Element:
    run = element.makeelement(f"{W}r")
    properties = element.makeelement(f"{W}rPr")
    properties.append(element.makeelement(f"{W}rStyle", {f"{W}val": "CommentReference"}))
    run.append(properties)
    run.append(element.makeelement(f"{W}commentReference", {f"{W}id": key}))
    return run


def _take_out(mark: Element) -> None:
    run = mark.getparent()
    run.remove(mark)
    if mark.tag == f"{W}commentReference" and all(child.tag == f"{W}rPr" for child in run):
        run.getparent().remove(run)


def _answered(main: Any, part: Any) -> frozenset[str]:
    """Return the paragraph ids of comments that somebody else has answered."""
    authors = {
        key: comment.get(f"{W}author")
        for comment in part.element.iterchildren(f"{W}comment")
        for key in _paragraph_ids(comment)
    }
    found: set[str] = set()
    for extended in docx_package.related(main, "commentsExtended"):
        for each in docx_package.root(extended).iter(f"{_W15}commentEx"):
            parent = each.get(f"{_W15}paraIdParent")
            if parent and authors.get(each.get(f"{_W15}paraId")) not in (None, OWN_AUTHOR):
                found.add(parent)
    return frozenset(found)


def _paragraph_ids(comment: Element) -> list[str]:
    return [key for each in comment.iter(f"{W}p") if (key := each.get(f"{_W14}paraId"))]


def _lines(comment: Element) -> Iterator[str]:
    for paragraph in comment.iter(f"{W}p"):
        yield "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
