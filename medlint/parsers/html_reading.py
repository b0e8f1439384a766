"""HTML while it is read: blocks to be, and counts of what is not read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from medlint.model import Kind
from medlint.parsers.chunk import Mark, Span
from medlint.parsers.html_context import Context
from medlint.parsers.html_tokens import leftovers, references

_RAISED_NUMBER = re.compile(r"\s*(\d[\d\s,\u2013-]{0,19}?)\s*")
_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_WORD = re.compile(r"\w")
_REMARK = re.compile(r"\W*medlint\b", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """A block of the page before it is known what becomes of it."""

    context: Context
    kind: Kind | None  # None: nothing but remarks
    marker: str = ""
    spans: list[Span] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    language: str = ""
    letters: int = 0  # of the file: about how long it is
    linked: int = 0  # of these in links
    links: int = 0
    bold: int = 0
    link: str = ""  # that is open
    is_shown: bool = False  # whether any of it is visible


@dataclass
class Reading:
    """A file while it is read: what was found so far."""

    source_text: str
    drafts: list[Draft] = field(default_factory=list)
    groups: Iterator[int] = field(default_factory=lambda: count(1))
    meta: dict[str, Any] = field(default_factory=dict)
    unread: Counter[str] = field(default_factory=Counter)  # words, or things, by what they are
    left_out: Counter[str] = field(default_factory=Counter)  # words of whole blocks, by the reason
    title: Draft | None = None  # the words of `<title>`
    pictures: list[tuple[Context, bool]] = field(default_factory=list)  # and whether they have a text
    _draft: Draft | None = None
    _waiting: list[Draft] = field(default_factory=list)  # texts of images in the open block
    _is_after_break: bool = False

    def text(self, start: int, end: int, context: Context) -> None:
        """Add text to the open block, or begin one."""
        written = self.source_text[start:end]
        is_blank = written.isspace()
        if context.hidden:
            if not is_blank:
                self.unread[context.hidden] += len(written.split())
            return
        draft = self._draft
        if draft is None:
            if is_blank:
                return
            draft = self._draft = self._begin(context)
        if not is_blank:
            self._measure(draft, context, end - start if _WORD.search(written) else 0)
        if context.link != draft.link:
            self._change_link(draft, context.link, start)
        draft.spans.append((start, end))
        if context.is_raised and (found := _RAISED_NUMBER.fullmatch(written)):
            first, last = found.span(1)
            draft.marks.append(Mark(start + first, start + last, text=found[1].translate(_RAISED)))
            return
        if "{" in written or "<%" in written:
            self._add_leftovers(draft, start, end)
        elif "&" in written:
            draft.marks += references(self.source_text, start, end)

    def line_break(self, start: int, end: int, context: Context) -> None:
        """Show a space; two breaks in a row end a block."""
        if self._is_after_break:
            self.flush()
        elif self._draft and not context.hidden:
            self.sign(" ", start, end, context)
            self._is_after_break = True

    def sign(self, shown: str, start: int, end: int, context: Context) -> None:
        """Show a sign in place of a tag."""
        if context.hidden or (self._draft is None and shown.isspace()):
            return
        if self._draft is None:
            self._draft = self._begin(context)
        self._draft.spans.append((start, end))
        self._draft.marks.append(Mark(start, end, text=shown))

    def aside(self, kind: Kind, span: Span, context: Context) -> Draft:
        """Add a text that is no part of the open block, behind it."""
        draft = Draft(context, kind, spans=[span], language=context.language)
        draft.marks += references(self.source_text, *span)
        draft.letters, draft.is_shown = span[1] - span[0], True
        draft.linked = draft.letters if context.link else 0
        self._waiting.append(draft)
        if self._draft is None:
            self.flush()
        return draft

    def comment(self, start: int, end: int, inside: Span, context: Context) -> None:
        """Record a remark to medlint; a page holds many others."""
        if not _REMARK.match(self.source_text, *inside):
            return
        draft = self._draft or Draft(context, None)
        draft.marks.append(Mark(start, end, "comment", self.source_text[slice(*inside)].strip()))
        if self._draft is None:
            self.drafts.append(draft)

    def flush(self) -> None:
        """End the open block."""
        if self._draft:
            draft = self._draft
            if draft.link:
                draft.marks.append(Mark(draft.spans[-1][1], draft.spans[-1][1], "close"))
            if not draft.is_shown:
                draft.kind = None
                draft.marks = [mark for mark in draft.marks if mark.what == "comment"]
            if draft.is_shown or draft.marks:
                self.drafts.append(draft)
        self.drafts += self._waiting
        self._draft, self._waiting, self._is_after_break = None, [], False

    def _begin(self, context: Context) -> Draft:
        return Draft(context, context.kind, context.item.take() if context.item else "")

    def _measure(self, draft: Draft, context: Context, letters: int) -> None:
        draft.is_shown, self._is_after_break = True, False
        draft.letters += letters
        draft.linked += letters if context.link else 0
        draft.bold += letters if context.is_bold else 0
        if not draft.language:
            draft.language = context.language
        elif draft.language != context.language:
            draft.language = draft.context.language  # foreign words in a passage are part of it

    def _change_link(self, draft: Draft, link: str, place: int) -> None:
        if draft.link:
            draft.marks.append(Mark(place, place, "close"))
        if link:
            draft.marks.append(Mark(place, place, "open", link))
            draft.links += 1
        draft.link = link

    def _add_leftovers(self, draft: Draft, start: int, end: int) -> None:
        place = start
        for mark in leftovers(self.source_text, start, end):
            draft.marks += references(self.source_text, place, mark.start)
            draft.marks.append(mark)
            self.unread["template"] += 1
            place = mark.end
        draft.marks += references(self.source_text, place, end)
