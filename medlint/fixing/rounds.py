"""Edits until nothing is left to edit: each round is read and checked again before the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType, ModuleType

from medlint.errors import DocumentError
from medlint.fixing.edits import NOT_AS_READ, Edit, planned
from medlint.fixing.proof import problems
from medlint.model import CheckedDocument, Document, Finding
from medlint.parsers import SUFFIXES, parse
from medlint.parsers.view import View

MOST_ROUNDS = 100
"""Most pages need two; a rule that tells the first of its places alone needs one for each."""

WRITERS: Mapping[str, str] = MappingProxyType(
    {
        "plain": "text_files", "markdown": "text_files", "html": "text_files", "email": "text_files",
        "subtitles": "text_files", "docx": "docx_files",
    }
)  # fmt: skip
"""Format → the module that writes it. A format that is not here cannot be fixed."""

CANNOT = "--fix cannot write this format"

Check = Callable[[Document], CheckedDocument]


@dataclass(frozen=True, eq=False)
class File:
    """A file in memory, as it was read and checked."""

    path: str
    data: bytes
    document: Document
    checked: CheckedDocument


@dataclass(frozen=True, eq=False)
class Fixed:
    """What became of a file."""

    before: File
    after: File
    count: int = 0  # findings that were fixed
    left: Mapping[str, int] = field(default_factory=dict)  # why a fixable finding was left → how many
    refusal: str = ""  # why the file as a whole was left


@dataclass(frozen=True)
class Fixer:
    """How files are read, checked and edited."""

    check: Check
    is_meant: Callable[[Finding], bool]  # of fixable findings: false for those that are known already
    view: View = "final"  # how tracked changes are read

    def read(self, path: str, data: bytes) -> File:
        """Return the file as it is now.

        Raises:
            DocumentError: it cannot be read.
        """
        document = parse(path, data, view=self.view)
        return File(path, data, document, self.check(document))


def fixed(fixer: Fixer, before: File) -> Fixed:
    """Return a file with all safe suggestions applied.

    Raises:
        DocumentError: it is in an encoding that cannot be written back.
    """
    if not _fixable(fixer, before, ()):
        return Fixed(before, before)
    if refusal := _refusal(before):
        return Fixed(before, before, refusal=refusal)
    file = before
    count, refused, seen = 0, dict[str, str](), set[bytes]()
    left: dict[str, str] = {}
    for _ in range(MOST_ROUNDS):
        edits, left = planned(file.document, _fixable(fixer, file, refused))
        if not edits:
            break
        seen.add(file.data)
        result, made, bad = _settled(fixer, file, edits)
        if made and result.data in seen:  # rules of two opinions would go on for ever
            break
        # What was refused beside another slip may do when that one is gone.
        refused = bad if made else refused | bad
        file, count = result, count + made
    there = {finding.fingerprint for finding in file.checked.findings}
    reasons = Counter(why for name, why in (refused | left).items() if name in there)
    return Fixed(before, file, count, dict(sorted(reasons.items())))


def _refusal(file: File) -> str:
    """Return why a file is left as a whole, "" where it can be edited."""
    if _format(file.path) not in WRITERS:
        return CANNOT
    return str(_writer(file.path).refusal(file.path, file.data))


def _fixable(fixer: Fixer, file: File, refused: Collection[str]) -> list[Finding]:
    return [
        finding
        for finding in file.checked.findings
        if finding.fixable and finding.fingerprint not in refused and fixer.is_meant(finding)
    ]


def _settled(fixer: Fixer, file: File, edits: Sequence[Edit]) -> tuple[File, int, dict[str, str]]:
    """Return the file with those of the edits that prove sound, their number, and why others do not."""
    refused: dict[str, str] = {}
    while edits:
        result, bad = _tried(fixer, file, edits)
        if result is not None:
            return result, len(edits), refused
        if 1 < len(edits) == len(bad):
            half = len(edits) // 2
            # The later ones first: those before them then still stand where they stood.
            file, made, others = _settled(fixer, file, edits[half:])
            file, more, still_others = _settled(fixer, file, edits[:half])
            return file, made + more, refused | others | still_others
        refused |= {edits[number].finding.fingerprint: why for number, why in bad.items()}
        edits = [edit for number, edit in enumerate(edits) if number not in bad]
    return file, 0, refused


def _tried(fixer: Fixer, file: File, edits: Sequence[Edit]) -> tuple[File | None, dict[int, str]]:
    """Return the file with the edits, or which of them must not be made and why."""
    everywhere = dict.fromkeys(range(len(edits)), NOT_AS_READ)
    more = {"view": fixer.view} if _format(file.path) == "docx" else {}
    data = _writer(file.path).written(file.path, file.data, file.document, edits, **more)
    if data is None:
        return None, everywhere
    try:
        result = fixer.read(file.path, data)
    except DocumentError:
        return None, everywhere
    bad = problems((file.document, file.checked), (result.document, result.checked), edits)
    return (None, bad) if bad else (result, {})


def _format(path: str) -> str:
    suffix = PurePath(path).suffix.lower()
    return SUFFIXES.get(suffix, "plain" if path == "-" else "")


def _writer(path: str) -> ModuleType:
    return import_module(f"medlint.fixing.{WRITERS[_format(path)]}")
