"""Lists of files to check, as `git diff --name-only` and `find -print0` write them."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath

from medlint.errors import UsageError
from medlint.parsers import SUFFIXES

STANDARD_INPUT = "-"


def read(source: str) -> tuple[str, ...]:
    """Return the paths in a file, or on standard input: one a line, or parted by NUL.

    Files of other formats are passed over, as they are in a folder: a list often names all that changed.

    Raises:
        UsageError: the list cannot be read.
    """
    try:
        data = sys.stdin.buffer.read() if source == STANDARD_INPUT else Path(source).read_bytes()
    except OSError as error:
        raise UsageError(
            f"--files-from: {source}: cannot be read: {(error.strerror or '').lower()}"
        ) from error
    return tuple(dict.fromkeys(path for path in _paths(data) if _is_meant(path)))


def _paths(data: bytes) -> list[str]:
    text = os.fsdecode(data.removeprefix(b"\xef\xbb\xbf"))
    if "\0" in text:
        return [path for path in text.split("\0") if path]
    return [line.rstrip("\r") for line in text.split("\n") if line.strip()]


def _is_meant(path: str) -> bool:
    return PurePath(path).suffix.lower() in SUFFIXES or Path(path).is_dir()
