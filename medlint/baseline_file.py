"""The file of a baseline: JSON that a reviewer can read and git can merge, a line for each finding."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from medlint.errors import UsageError
from medlint.pairing import Sketch

NAME = "medlint-baseline.json"
"""How the file is called where nobody says otherwise."""

VERSION = 1
_ADVICE = "`medlint baseline write PATH` writes it anew"
_LONGEST = 80  # characters of the words, which are there for people only


@dataclass(frozen=True)
class Entry:
    """A finding that was there already."""

    fingerprint: str
    rule: str
    text: str  # the words, for people


@dataclass(frozen=True)
class Page:
    """A page with findings that were there already."""

    sketch: Sketch
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Baseline:
    """All findings that were there already, by page."""

    folder: Path  # absolute; that the paths of pages count from
    pages: Mapping[str, Page] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many findings it holds."""
        return sum(len(page.entries) for page in self.pages.values())

    def name(self, path: str) -> str:
        """Return the path of a page as the baseline has it: from the folder of its file, with slashes."""
        return Path(os.path.relpath(path, self.folder)).as_posix()


def read(path: Path) -> Baseline:
    """Return the baseline in a file.

    Raises:
        UsageError: there is none, or it is none.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(f"{path}: there is no such baseline; {_ADVICE}") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {(error.strerror or '').lower()}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8; {_ADVICE}") from error
    except json.JSONDecodeError as error:
        problem = f"is not JSON ({error.msg.lower()}), perhaps after a merge"
        raise UsageError(f"{path}:{error.lineno}:{error.colno}: {problem}; {_ADVICE}") from error
    if not isinstance(data, dict) or data.get("medlint_baseline") != VERSION:
        raise UsageError(f"{path}: is no baseline of this version of medlint; {_ADVICE}")
    try:
        pages = {name: _page(page) for name, page in data["pages"].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path}: is no sound baseline; {_ADVICE}") from error
    return Baseline(path.absolute().parent, pages)


def _page(data: Any) -> Page:
    entries = tuple(Entry(str(each[0]), str(each[1]), str(each[2])) for each in data["findings"])
    return Page(Sketch(tuple(sorted(map(str, data["sketch"].split())))), entries)


def text(baseline: Baseline) -> str:
    """Return the text of the file, the same for the same findings."""
    return "\n".join(_lines(baseline)) + "\n"


def _lines(baseline: Baseline) -> Iterator[str]:
    yield "{"
    yield f'  "medlint_baseline": {VERSION},'
    yield '  "pages": {'
    last = len(baseline.pages)
    for number, (name, page) in enumerate(sorted(baseline.pages.items()), start=1):
        yield f"    {json.dumps(name)}: {{"
        yield f'      "sketch": {json.dumps(" ".join(page.sketch.hashes))},'
        yield '      "findings": ['
        rows = [json.dumps([each.fingerprint, each.rule, each.text[:_LONGEST]]) for each in page.entries]
        yield ",\n".join(f"        {row}" for row in rows)
        yield "      ]"
        yield "    }" + ("," if number < last else "")
    yield "  }"
    yield "}"
