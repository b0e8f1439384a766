"""The types everything else speaks in: places, passages, documents, matches, findings, reports."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from medlint import nlp

if TYPE_CHECKING:
    from spacy.tokens import Doc

Severity = Literal["error", "warning", "note"]
"""SARIF's levels, worst first."""

Needs = Literal["wording", "evidence", "judgement", "addition"]
"""What would resolve a finding."""

Kind = Literal[
    "heading",
    "paragraph",
    "list-item",
    "table-cell",
    "quote",
    "footnote",
    "caption",
    "alt-text",
    "reference",
    "sentence",
]
"""What a passage is on its page."""

T = TypeVar("T")

_LONGEST_SENTENCE = 2_000
"""Characters. A longer one has no full stops; what looks around a word must not read megabytes."""

# One character for one, so that a place in the folded text is the same place in the text.
_FOLDS = (
    ("\u2018", "'"),
    ("\u2019", "'"),
    ("\u02bc", "'"),
    ("\u201a", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u201e", '"'),
    ("\u00ab", '"'),
    ("\u00bb", '"'),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2012", "-"),
    ("\u2013", "-"),
    ("\u2014", "-"),
    ("\u2212", "-"),
    ("\u2044", "/"),
)


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """Characters (code points) of `Document.text`, from 0, end excluded."""

    start: int
    end: int

    def overlaps(self, other: Region) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Region) -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Position:
    """Where something stands, for people: everything counts from 1."""

    line: int
    column: int
    page: int | None = None
    slide: int | None = None
    paragraph: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document with a role: a block of the page, or a sentence of a block."""

    kind: Kind
    text: str
    region: Region
    level: int = 0  # of a heading or list item, from 1; 0 where the kind has none
    group: int = 0  # items of one list and cells of one table share a number; 0 for none
    row: int = 0  # of a table cell, from 1; 0 elsewhere
    marker: str = ""  # the bullet or number of a list item, the key of a footnote or reference

    def search(self, pattern: re.Pattern[str]) -> Region | None:
        """Return the first place of `pattern`, in characters of the document."""
        return next(self.finditer(pattern), None)

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[Region]:
        """Yield the places of `pattern`, in characters of the document."""
        shift = self.region.start
        for found in pattern.finditer(self.text):
            yield Region(shift + found.start(), shift + found.end())


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    region: Region
    url: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the file that its reader does not see, or a `medlint:` line."""

    text: str  # without its marks
    start: int  # code points of the decoded file, from 0
    end: int  # end excluded
    offset: int  # of `Document.text`: the first character that stands behind it


@dataclass(frozen=True, slots=True)
class Anchors:
    """The way back from a document's text to its file, one run of characters after another.

    Run i covers the text from `starts[i]` to `starts[i + 1]` and the file from `source_starts[i]` to
    `source_ends[i]`. Where both are equally long the characters correspond one to one; elsewhere
    (a line break shown as a space, an entity, a ligature) the run is one whole.
    """

    starts: Sequence[int]  # code points of the text, from 0, strictly rising
    source_starts: Sequence[int]  # code points of the decoded file, from 0
    source_ends: Sequence[int]  # end excluded
    length: int  # of the text

    def source(self, region: Region) -> tuple[int, int]:
        """Return start and end (excluded) of `region` in code points of the decoded file."""
        if not 0 <= region.start <= region.end <= self.length:
            raise IndexError(f"{region} is outside a text of {self.length} characters")
        start, _ = self._character(region.start)
        if region.end == region.start:
            return start, start
        _, end = self._character(region.end - 1)
        # The words of an image are shown behind the block that holds it.
        return min(start, end), max(start, end)

    def text_offset(self, source_offset: int) -> int | None:
        """Return where a code point of the file stands in the text; None where it is not shown."""
        for run, start in enumerate(self.starts):
            source_start, source_end = self.source_starts[run], self.source_ends[run]
            if source_start <= source_offset < source_end:
                end = self.starts[run + 1] if run + 1 < len(self.starts) else self.length
                is_one_to_one = end - start == source_end - source_start
                return start + (source_offset - source_start if is_one_to_one else 0)
        return None

    def _character(self, offset: int) -> tuple[int, int]:
        """Return where the character at `offset` stands in the file; at the end of the text, nothing."""
        if not self.starts:
            return 0, 0
        if offset == self.length:
            end = self.source_ends[-1]
            return end, end
        run = bisect_right(self.starts, offset) - 1
        run_end = self.starts[run + 1] if run + 1 < len(self.starts) else self.length
        source_start, source_end = self.source_starts[run], self.source_ends[run]
        if run_end - self.starts[run] != source_end - source_start:
            return source_start, source_end
        place = source_start + offset - self.starts[run]
        return place, place + 1


@dataclass(frozen=True, eq=False)
class Document:
    """A file as its reader sees it, with the way back to the file for every character.

    Blocks hold single spaces and are parted by an empty line.
    """

    path: str
    text: str
    blocks: tuple[Passage, ...]  # in reading order, not overlapping
    anchors: Anchors
    source_text: str  # the decoded file, without a byte order mark
    sha256: str  # of the file's bytes, hexadecimal
    meta: Mapping[str, Any] = field(default_factory=dict)  # title, language, front matter
    links: tuple[Link, ...] = ()
    comments: tuple[Comment, ...] = ()
    not_checked: tuple[str, ...] = ()  # "3 images without text"

    @cached_property
    def folded(self) -> str:
        """The text in lower case with plain quotation marks and dashes, character for character."""
        folded = self.text.replace("\u0130", "I").lower()
        for mark, plain in _FOLDS:
            folded = folded.replace(mark, plain)
        return folded

    @cached_property
    def plain(self) -> str:
        """`folded` with a space for every hyphen and dash: "risk-free" and "risk free" are one."""
        return self.folded.replace("-", " ")

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """The sentences of all blocks, in reading order; a sentence never crosses a block."""
        return tuple(
            Passage(
                kind="sentence",
                text=block.text[start:end],
                region=Region(block.region.start + start, block.region.start + end),
            )
            for block in self.blocks
            for span in nlp.sentence_spans(block.text)
            for start, end in _bounded(block.text, *span)
        )

    @cached_property
    def doc(self) -> Doc:
        """The text as spaCy reads it, with the same sentences. Loads spaCy."""
        return nlp.read(self.text)

    @cached_property
    def words(self) -> int:
        """How many words the text has, parted by white space."""
        return len(self.text.split())

    def sentence_at(self, offset: int) -> Passage:
        """Return the sentence that holds `offset`, or the last one before it."""
        return self.sentences[_index_at(self._sentence_starts, offset)]

    def sentences_of(self, block: Passage) -> tuple[Passage, ...]:
        """Return the sentences of a block, in reading order."""
        first = bisect_left(self._sentence_starts, block.region.start)
        last = bisect_left(self._sentence_starts, block.region.end)
        return self.sentences[first:last]

    def block_at(self, offset: int) -> Passage:
        """Return the block that holds `offset`, or the last one before it."""
        return self.blocks[_index_at(self._block_starts, offset)]

    def source(self, region: Region) -> tuple[int, int]:
        """Return start and end (excluded) of `region` in code points of the decoded file."""
        return self.anchors.source(region)

    def position(self, offset: int) -> Position:
        """Return where the character at `offset` stands in the file; `len(text)` is allowed.

        Raises:
            IndexError: `offset` is outside the text.
        """
        return self.source_position(self.source(Region(offset, offset))[0])

    def source_position(self, offset: int) -> Position:
        """Return line and column of a code point of the decoded file."""
        line = bisect_right(self._line_starts, offset)
        return Position(line=line, column=offset - self._line_starts[line - 1] + 1)

    def place(self, start: int, end: int) -> Position:
        """Return where words stand, in code points of the file; formats with pages tell page and box too."""
        del end
        return self.source_position(start)

    def source_offset(self, line: int, column: int) -> int | None:
        """Return the code point of the file at a line and column, from 1; None where there is none."""
        if not 1 <= line <= len(self._line_starts) or column < 1:
            return None
        offset = self._line_starts[line - 1] + column - 1
        after = self._line_starts[line] if line < len(self._line_starts) else len(self.source_text) + 1
        return offset if offset < after else None

    def text_offset(self, source_offset: int) -> int | None:
        """Return where a code point of the file stands in the text; None where it is not shown."""
        return self.anchors.text_offset(source_offset)

    def derived(self, make: Callable[[Document], T]) -> T:
        """Return `make(self)`, computed once for this document: for what many rules ask."""
        if make not in self._derived:
            self._derived[make] = make(self)
        return cast("T", self._derived[make])

    @cached_property
    def _derived(self) -> dict[Callable[[Document], Any], Any]:
        return {}

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.region.start for sentence in self.sentences)

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(block.region.start for block in self.blocks)

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        breaks = re.finditer(r"\r\n|\n|\r", self.source_text)
        return (0, *(found.end() for found in breaks))


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule found something; what it means is added by the linter."""

    region: Region | None  # None: about the page as a whole
    words: Mapping[str, str] = field(default_factory=dict)  # for the message, by name
    suggestions: tuple[str, ...] = ()  # wordings that can stand in place of the words
    label: str | None = None  # in place of the rule's, where each match has its own
    causes: tuple[str, ...] = ()  # other rules that found the same fault in these words
    doubt: str = ""  # why the finding counts one level less
    is_repeat: bool = False  # of a slip that is told once on a page: only who mends them all wants it


@dataclass(frozen=True, slots=True)
class Source:
    """A page a reader can open."""

    key: str  # of authorities.yaml, or the address itself
    title: str
    url: str


@dataclass(frozen=True)
class Finding:
    """One problem at one place, with all that a reader needs. Null places: the whole page."""

    path: str
    rule: str
    label: str | None
    severity: Severity
    needs: Needs
    message: str
    advice: str
    sources: tuple[Source, ...]
    start: int | None  # code points of the decoded file, from 0; None where the format has no text
    end: int | None  # end excluded
    position: Position | None
    end_position: Position | None  # column after the last character
    text: str  # the words of Document.text that are flagged
    sentence: str  # the sentence, or sentences, around them
    in_sentence: tuple[int, int]  # where `text` stands in `sentence`, end excluded
    suggestions: tuple[str, ...]
    fingerprint: str
    state: str = "new"
    causes: tuple[str, ...] = ()  # other rules that found the same fault in these words
    doubt: str = ""  # why it counts one level less than its rule says
    fixable: bool = False  # its one suggestion can take the place of the words unasked


@dataclass(frozen=True)
class Allowed:
    """A finding that may stand, with the reason that was given."""

    finding: Finding
    place: Literal["text", "settings"]  # where it is allowed: by a remark, or in medlint.yaml
    reason: str  # "" where none was given
    author: str = ""
    until: str = ""  # ISO date, the last day on which it holds; "" for no end


@dataclass(frozen=True)
class Failure:
    """Something that could not be checked, and why."""

    path: str  # "" where it is about the run
    what: str  # "document", or the tool that is missing
    message: str


@dataclass(frozen=True)
class CheckedDocument:
    """What was found in one document."""

    path: str
    sha256: str
    words: int
    findings: tuple[Finding, ...]  # by place, then rule id; the page as a whole last
    not_checked: tuple[str, ...] = ()
    allowed: tuple[Allowed, ...] = ()  # by place
    known: tuple[Finding, ...] = ()  # in a baseline or an older version, so left out of `findings`
    rules: tuple[str, ...] = ()  # ids of the rules that ran
    document: Document | None = field(default=None, repr=False, compare=False)  # as it was read


@dataclass(frozen=True)
class Tool:
    """What made a report, so that it can be made again."""

    version: str
    rules_hash: str
    settings_hash: str
    as_of: str  # ISO date
    name: str = "medlint"
    model: str | None = None  # what a trained model that took part says of itself


@dataclass(frozen=True)
class Report:
    """A run: what was checked, what was found, what could not be checked."""

    documents: tuple[CheckedDocument, ...]  # by path
    failures: tuple[Failure, ...]
    tool: Tool
    not_checked: tuple[str, ...] = ()  # what of the run as a whole was left out

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, by document, then place."""
        return tuple(finding for document in self.documents for finding in document.findings)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence in parts short enough to look around in; all but freaks are one part."""
    while end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = space if space > start else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut + 1 if space > start else cut
    yield start, end


def _index_at(starts: Sequence[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)
