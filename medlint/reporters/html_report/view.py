"""What the HTML report shows, ready to be drawn: the templates decide nothing and compute nothing."""

from __future__ import annotations

from dataclasses import dataclass

from medlint.model import Needs, Severity


@dataclass(frozen=True, slots=True)
class Row:
    """A name and what stands behind it."""

    name: str
    value: str
    is_code: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, and how many findings have it."""

    key: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart; the parts are findings by severity, worst first."""

    label: str
    anchor: str  # of the section that tells more; "" for none
    parts: tuple[tuple[Severity, float, float], ...]  # severity, start and width in hundredths of the line
    told: str  # "2 errors, 1 note"
    number: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars that share a scale."""

    title: str
    head: str  # of the column of labels
    bars: tuple[Bar, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A line of the index."""

    key: str  # of the file in filters and anchors: "p1"
    path: str
    title: str
    words: int
    sha256: str
    counts: tuple[tuple[Severity, int], ...]  # worst first
    told: str
    has_text: bool  # whether the page is shown below


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack of rules and how much of it was in force."""

    name: str
    running: int
    rules: int
    sha256: str


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Something that nobody looked at."""

    what: str
    why: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Something a reader can open; without an address where none can be opened safely."""

    title: str
    url: str
    findings: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """One finding."""

    number: int
    first: int  # number of the first finding of the rule
    severity: Severity
    needs: Needs
    to_do: str  # what it needs, in the words of the answer: "change"
    category: str
    file: str  # key of the file
    path: str
    place: str  # "line 5, column 1"
    is_marked: bool  # whether its words are marked in the page below
    message: str
    before: str  # of the sentence, cut where it is very long
    words: str
    after: str
    why: str
    advice: str
    sources: tuple[Source, ...]
    suggestions: tuple[str, ...]
    rule: str
    label: str
    precision: str
    causes: tuple[str, ...]
    fingerprint: str
    state: str
    doubt: str  # why it counts one level less than its rule says


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one severity."""

    severity: Severity
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters of the page under the same findings."""

    text: str
    finding: int = 0  # number of the worst that covers it; 0 for none
    severity: Severity | None = None
    opens: tuple[int, ...] = ()  # findings whose words begin here
    closes: tuple[tuple[int, Severity], ...] = ()  # findings whose words end here


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the page; the items of a list and the cells of a table are parts of one piece."""

    kind: str  # of a block, or "list", "table", "row"
    level: int = 0
    marker: str = ""
    segments: tuple[Segment, ...] = ()
    parts: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A document as its reader sees it, with the words of findings marked."""

    file: str
    path: str
    language: str
    pieces: tuple[Piece, ...]
    whole: tuple[int, ...]  # findings about the page as a whole, or that stand nowhere in its text


@dataclass(frozen=True, slots=True)
class Pointer:
    """A finding that another table points to."""

    number: int
    severity: Severity
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A passage that claims something, with what stands by it."""

    place: str
    text: str
    kinds: tuple[str, ...]  # why it is taken for a claim
    support: str  # what it leans on; "" for nothing
    links: tuple[Source, ...]
    gap: str  # "" where none was seen
    findings: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the page that claims something."""

    place: str
    number: str
    words: str
    read_as: str
    is_supported: bool
    repeats: int  # how often the same figure stands on the page
    findings: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """A number that was not read as a claim: a date, a dose, an age, a price, a telephone number."""

    number: str
    times: int
    lines: str


@dataclass(frozen=True, slots=True)
class Tables:
    """What the claims and the numbers of one page come to."""

    file: str
    path: str
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    others: tuple[OtherNumber, ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """Something a page must hold."""

    rule: str
    file: str
    path: str
    message: str
    advice: str
    finding: int


@dataclass(frozen=True, slots=True)
class AllowanceRow:
    """Findings that may stand, and why."""

    state: str  # as `medlint allowances` calls it
    rules: str
    words: str
    reason: str
    place: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """The report."""

    title: str
    headline: str
    is_clean: bool
    words: int
    needs: tuple[Choice, ...]
    severities: tuple[Choice, ...]
    categories: tuple[Choice, ...]
    file_choices: tuple[Choice, ...]
    files: tuple[FileRow, ...]
    context: tuple[Row, ...]
    against: tuple[Row, ...]
    packs: tuple[PackRow, ...]
    cited: tuple[Source, ...]
    not_checked: tuple[NotChecked, ...]
    charts: tuple[Chart, ...]
    groups: tuple[Group, ...]
    hidden: str  # what the asked severity leaves out; "" for nothing
    pages: tuple[Page, ...]
    tables: tuple[Tables, ...]
    lacks: tuple[Lack, ...]
    looked_for: tuple[str, ...]  # rules about the whole page that found nothing to miss
    allowances: tuple[AllowanceRow, ...]
    hash: str
    command: str
    hash_command: str
    as_of: str
    version: str

    @property
    def number(self) -> int:
        """How many findings are shown."""
        return sum(choice.number for choice in self.severities)
