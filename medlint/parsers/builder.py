"""Makes a `Document` of stretches of a file. All arithmetic on offsets is here.

Whoever parses a format says which stretches of the file its reader sees, in which order and as what
kind of block; the builder makes single spaces of white space, drops what is invisible, expands
ligatures and keeps the way back for every character.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Mapping
from typing import Any, NamedTuple

from medlint.model import Anchors, Comment, Document, Kind, Link, Passage, Region

# Soft hyphen, zero-width space and non-joiner, marks of direction, word joiner, byte order mark.
_UNSEEN = "\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# What changes the length of a text. A joiner holds emoji together and stays there, nowhere else; a
# soft hyphen at the end of a line parts a word, not two.
_CHANGES = re.compile(
    rf"\u00ad[ \t]*(?:\r\n|\n|\r)[ \t]*|[{_UNSEEN}][\s{_UNSEEN}]*|\s[\s{_UNSEEN}]+"
    r"|[\ufb00-\ufb06]|(?<=\w)\u200d|\u200d(?=\w)"
)
_ASCII_CHANGES = re.compile(r"\s\s+")
_OTHER_SPACE = re.compile(r"[^\S ]")
_HYPHENATION = re.compile(r"\u00ad[ \t]*[\r\n]")
_ZERO_WIDTH = re.compile(rf"[{_UNSEEN}]|^\u200d$")
_SEPARATOR = "\n\n"


class _Opening(NamedTuple):
    """What is known of a block before its text."""

    kind: Kind
    level: int
    group: int
    row: int
    marker: str


class Builder:
    """Collects the blocks of one document; `build` gives the document."""

    def __init__(self, source_text: str) -> None:
        self._source_text = source_text
        self._changes = _ASCII_CHANGES if source_text.isascii() else _CHANGES
        self._blocks: list[Passage] = []
        self._links: list[Link] = []
        self._comments: list[Comment] = []
        self._starts, self._source_starts, self._source_ends = array("q"), array("q"), array("q")
        self._length = 0  # of the text so far
        self._continues_at = -1  # where the file goes on if the last run can simply grow
        self._opening: _Opening | None = None
        self._parts: list[str] = []  # of the open block
        self._block_start = 0
        self._space: tuple[int, int] | None = None  # in the file; shown only if something follows
        self._open_links: list[tuple[int, str]] = []

    def begin(self, kind: Kind, *, level: int = 0, group: int = 0, row: int = 0, marker: str = "") -> None:
        """Open a block, and end the one before. A block that stays without text is none."""
        self.end()
        self._opening = _Opening(kind, level, group, row, marker)

    def end(self) -> None:
        """Close the block."""
        if self._parts and self._opening:
            text, opening = "".join(self._parts), self._opening
            region = Region(self._block_start, self._length)
            self._blocks.append(
                Passage(opening.kind, text, region, opening.level, opening.group, opening.row, opening.marker)
            )
            self._pull_back_comments()
        self._opening, self._space = None, None
        self._parts = []

    def copy(self, start: int, end: int) -> None:
        """Show a stretch of the file, in code points, end excluded."""
        place = start
        for found in self._changes.finditer(self._source_text, start, end):
            self._copy_same(place, found.start())
            place = found.end()
            self._show(found[0], found.start(), place)
        self._copy_same(place, end)

    def replace(self, shown: str, start: int, end: int) -> None:
        """Show other words in place of a stretch of the file; the stretch is one whole."""
        self._show(shown, start, end)

    def open_link(self, url: str) -> None:
        """Say that what follows leads somewhere."""
        self._open_links.append((self._ahead(), url))

    def close_link(self) -> None:
        """Say where the words of the link opened last end. A link without words is none."""
        if not self._open_links:
            return
        start, url = self._open_links.pop()
        if start < self._length:
            self._links.append(Link(Region(start, self._length), url))

    def comment(self, text: str, start: int, end: int) -> None:
        """Record a remark that the reader of the page does not see, and its place in the file."""
        self._comments.append(Comment(text, start, end, self._ahead()))

    def build(
        self,
        path: str,
        sha256: str,
        *,
        meta: Mapping[str, Any] | None = None,
        not_checked: tuple[str, ...] = (),
    ) -> Document:
        """Return the document of all blocks so far."""
        self.end()
        return Document(
            path=path,
            text=_SEPARATOR.join(block.text for block in self._blocks),
            blocks=tuple(self._blocks),
            anchors=Anchors(self._starts, self._source_starts, self._source_ends, self._length),
            source_text=self._source_text,
            sha256=sha256,
            meta=dict(meta or {}),
            links=tuple(sorted(self._links, key=_by_region)),
            comments=tuple(self._clamped(comment) for comment in self._comments),
            not_checked=not_checked,
        )

    def _copy_same(self, start: int, end: int) -> None:
        """Show a stretch without anything that changes its length, but perhaps a space at its ends."""
        source_text = self._source_text
        if start < end and source_text[start].isspace():
            self._keep_space(start, start + 1)
            start += 1
        if start >= end:
            return
        visible_end = end - 1 if source_text[end - 1].isspace() else end
        self._add(_OTHER_SPACE.sub(" ", source_text[start:visible_end]), start, visible_end)
        if visible_end < end:
            self._keep_space(visible_end, end)

    def _show(self, shown: str, start: int, end: int) -> None:
        if shown in _LIGATURES:
            self._add(_LIGATURES[shown], start, end)
            return
        if _HYPHENATION.match(shown):
            return
        visible = "".join(_LIGATURES.get(character, character) for character in shown)
        visible = _ZERO_WIDTH.sub("", visible)
        words = " ".join(visible.split())
        if visible[:1].isspace():
            self._keep_space(start, end)
        if len(words) == end - start and not self._stands_for(words, start, end):
            # As long by chance: as two runs neither is as long as the stretch of the file, a whole to both.
            self._add(words[:1], start, end)
            words = words[1:]
        if words:
            self._add(words, start, end)
            if visible[-1].isspace():
                self._keep_space(start, end)

    def _keep_space(self, start: int, end: int) -> None:
        if self._parts and self._space is None:
            self._space = (start, end)

    def _add(self, text: str, start: int, end: int) -> None:
        """Add visible text, and before it the gap between the blocks or the space that waits."""
        if self._opening is None:
            raise ValueError("text outside a block")
        if not self._parts:
            self._begin_text(start)
        elif self._space is not None:
            (space_start, space_end), self._space = self._space, None
            self._add_run(" ", space_start, space_end)
        self._add_run(text, start, end)

    def _begin_text(self, start: int) -> None:
        if self._blocks:
            gap_start = min(self._source_ends[-1], start)
            self._add_run(_SEPARATOR, gap_start, start)
            self._parts.clear()
        self._block_start = self._length

    def _add_run(self, text: str, start: int, end: int) -> None:
        is_same_length = len(text) == end - start
        if is_same_length and start == self._continues_at:
            self._source_ends[-1] = end
        else:
            self._starts.append(self._length)
            self._source_starts.append(start)
            self._source_ends.append(end)
        self._continues_at = end if is_same_length else -1
        self._parts.append(text)
        self._length += len(text)

    def _stands_for(self, text: str, start: int, end: int) -> bool:
        """Say whether each character is that of the file, or the same one raised, lowered or as a space."""
        source = self._source_text[start:end]
        if text == source or len(text) == 1:
            return True
        return all(one == other or _is_form(one, other) for one, other in zip(text, source, strict=True))

    def _ahead(self) -> int:
        """Return where the next visible character will stand."""
        if self._parts:
            return self._length + (self._space is not None)
        return self._length + (len(_SEPARATOR) if self._blocks else 0)

    def _pull_back_comments(self) -> None:
        """Let remarks behind the last words of a block stand at its end, not in the gap."""
        for index in range(len(self._comments) - 1, -1, -1):
            if self._comments[index].offset <= self._length:
                return
            self._comments[index] = self._clamped(self._comments[index])

    def _clamped(self, comment: Comment) -> Comment:
        return Comment(comment.text, comment.start, comment.end, min(comment.offset, self._length))


def _is_form(one: str, other: str) -> bool:
    if one == " " and other.isspace():
        return True
    return unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)


def _by_region(link: Link) -> Region:
    return link.region
