"""The characters of a PDF with their places, read by a process of its own (`pdf_child`)."""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from medlint.errors import DocumentError
from medlint.parsers import pdf_child
from medlint.parsers.pdf_child import COLUMNS, MAX_CHARACTERS, MAX_ON_PAGE, MAX_PAGES, Columns

MAX_BYTES = 256 * 2**20
MAX_SECONDS = 60
MAX_MEMORY = 2**30
"""Of the process that reads a file. These three are our own judgement."""

_TAIL = 65_536  # bytes in which the mark of the end must stand; some writers leave rubbish behind it
_SAVE = "Open it in a PDF viewer and save it again"
_ERRORS = {
    "encrypted": ("encrypted: it opens with a password only", "Save a copy without a password"),
    "damaged": ("damaged: it cannot be opened as a PDF", _SAVE),
    "memory": (f"too big: it takes more than {MAX_MEMORY // 2**30} GB of memory to open", "Split it"),
    "pages": (f"too long: {{}} pages, and medlint reads at most {MAX_PAGES:,}", "Split it"),
    "page": (f"too full: more than {MAX_ON_PAGE:,} characters on page {{}}", "Split it"),
    "characters": (
        f"too long: more than {MAX_CHARACTERS:,} characters by page {{}}",
        "Split it",
    ),
}


@dataclass(frozen=True)
class Page:
    """A page: an item in each column for each character."""

    number: int  # from 1
    columns: Columns
    images: int = 0
    is_damaged: bool = False
    links: Sequence[tuple[Sequence[float], str]] = ()  # left, bottom, right, top, and where it leads
    told: int = 0  # images that have words
    asides: Sequence[
        tuple[str, str, Sequence[float]]
    ] = ()  # "alt-text" or "field", words, the edges of a link
    fields: int = 0  # of forms, in which no words are read

    def __len__(self) -> int:
        return len(self.columns["codes"])


@dataclass(frozen=True)
class Glyphs:
    """All characters of a file."""

    pages: Sequence[Page]
    meta: dict[str, str]  # title, author


def read(path: str, data: bytes) -> Glyphs:
    """Return the characters of a PDF file.

    Raises:
        DocumentError: it is none, or it is damaged, encrypted or too big.
    """
    _prove(path, data)
    # Without -P a folder in which somebody put a `json.py` would run it.
    command = [sys.executable, "-P", pdf_child.__file__, str(MAX_MEMORY)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module; nothing of the file gets into the command
            command, input=data, capture_output=True, timeout=MAX_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(path, f"took longer than {MAX_SECONDS} seconds to open", "Split it") from error
    return parsed(path, done.stdout)


def read_here(path: str, data: bytes) -> Glyphs:
    """Return the same as `read`, without a process: for files that are known to be sound."""
    _prove(path, data)
    pages: list[Page] = []
    meta: dict[str, str] = {}
    for said, found in pdf_child.read(data):
        meta.update(said.get("meta", {}))
        _refuse(path, said)
        if found is not None:
            pages.append(_page(said, found))
    return Glyphs(pages, meta)


def parsed(path: str, stream: bytes) -> Glyphs:
    """Return what the process wrote.

    Raises:
        DocumentError: it wrote an error, or ended before the end.
    """
    pages: list[Page] = []
    meta: dict[str, str] = {}
    for said, found in _parts(stream):
        _refuse(path, said)
        meta.update(said.get("meta", {}))
        if found is not None:
            pages.append(_page(said, found))
        if said.get("end"):
            return Glyphs(pages, meta)
    raise DocumentError(
        path,
        f"damaged or too big: the PDF reader breaks down over it, within {MAX_MEMORY // 2**30} GB of memory",
        _SAVE,
    )


def _page(said: dict[str, Any], found: Columns) -> Page:
    return Page(
        number=said["page"],
        columns=found,
        images=said.get("images", 0),
        is_damaged=bool(said.get("damaged")),
        links=said.get("links", ()),
        told=said.get("told", 0),
        asides=said.get("asides", ()),
        fields=said.get("fields", 0),
    )


def _parts(stream: bytes) -> Iterator[tuple[dict[str, Any], Columns | None]]:
    place = 0
    while (end := stream.find(b"\n", place)) >= 0:
        said = json.loads(stream[place:end])
        place = end + 1
        if "length" not in said:
            yield said, None
            continue
        found: Columns = {}
        for name, code in COLUMNS:
            found[name] = array(code)
            size = said["length"] * found[name].itemsize
            if place + size > len(stream):
                return
            found[name].frombytes(stream[place : place + size])
            place += size
        yield said, found


def _refuse(path: str, said: dict[str, Any]) -> None:
    if "error" in said:
        problem, advice = _ERRORS[said["error"]]
        raise DocumentError(path, problem.format(f"{said.get('number', 0):,}"), advice)


def _prove(path: str, data: bytes) -> None:
    """Refuse what is no whole PDF before any library sees it."""
    if len(data) > MAX_BYTES:
        raise DocumentError(path, f"too big: more than {MAX_BYTES // 2**20} MB", "Split it")
    # Viewers look for the mark in the first kilobyte.
    if b"%PDF-" not in data[:1024]:
        what = "it is empty" if not data.strip() else "whatever its name says"
        raise DocumentError(path, f"no PDF file, {what}", "Name it by its format, or export it again")
    if b"%%EOF" not in data[-_TAIL:]:
        raise DocumentError(path, "damaged: its end is missing, as after a broken download", "Fetch it again")
