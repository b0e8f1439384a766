"""The types everything else speaks in: places, passages, documents, matches, findings, reports.

Places are in `places`, what a file says in `document`, and both are handed on from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from medlint.document import Comment as Comment
from medlint.document import Document as Document
from medlint.document import Kind as Kind
from medlint.document import Link as Link
from medlint.document import Passage as Passage
from medlint.places import Anchors as Anchors
from medlint.places import Position as Position
from medlint.places import Region as Region

Severity = Literal["error", "warning", "note"]
"""SARIF's levels, worst first."""

Needs = Literal["wording", "evidence", "judgement", "addition"]
"""What would resolve a finding."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule found something; what it means is added by the linter."""

    region: Region | None  # None: about the page as a whole
    words: Mapping[str, str] = field(default_factory=dict)  # for the message, by name
    suggestions: tuple[str, ...] = ()  # wordings that can stand in place of the words
    label: str | None = None  # in place of the rule's, where each match has its own
    causes: tuple[str, ...] = ()  # other rules that found the same fault in these words
    doubt: str = ""  # why the finding counts one level less
    sources: tuple[Source, ...] = ()  # for these very words, before those of the rule
    is_repeat: bool = False  # of a slip that is told once on a page: only who mends them all wants it


@dataclass(frozen=True, slots=True)
class Source:
    """A page a reader can open."""

    key: str  # of authorities.yaml, or the address itself
    title: str
    url: str
    status: str = ""  # of its pointer: "confirmed" or "recalled"; "" for a plain address
    as_of: str = ""  # ISO date on which it was last looked at; "" for a plain address


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
