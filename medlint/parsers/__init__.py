"""From a file to a `Document`: one module for each format, each with `parse(path, source_text, sha256)`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path, PurePath
from types import MappingProxyType, ModuleType
from typing import cast

from medlint.errors import DocumentError
from medlint.model import Document
from medlint.parsers import language
from medlint.parsers.encoding import decode
from medlint.parsers.view import View

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown",
        ".html": "html", ".htm": "html", ".xhtml": "html",
        ".eml": "email", ".srt": "subtitles", ".vtt": "subtitles",
        ".docx": "docx", ".docm": "docx", ".pdf": "pdf", ".pptx": "pptx", ".pptm": "pptx",
    }
)  # fmt: skip
"""The module that reads a file, by the end of the file's name in lower case."""

EXTRAS = frozenset({"docx", "pdf", "pptx"})
"""The modules that need the extra of their name; they read bytes."""

READS_BYTES = EXTRAS | {"html", "email"}
"""The modules that read bytes; all others read a decoded text."""

OWN_REPORT = "report of medlint"
"""The key in a document's facts that says: medlint wrote the file, about other files."""
HAS_CHANGES = frozenset({"docx"})
"""The modules that read tracked changes, one way or the other."""

STANDARD_INPUT = "-"
"""The path of what was not read from a file; it is plain text."""


def parse(path: str, data: bytes, *, suffix: str | None = None, view: View = "final") -> Document:
    """Return the document that `data` holds.

    Args:
        path: The name to report.
        data: The bytes of the file.
        suffix: Of the format, such as ".md"; without it, the name tells.
        view: Whether tracked changes, in formats that have them, are read as accepted or as rejected.

    Raises:
        DocumentError: the format is not known, or the bytes are not text.
    """
    if suffix is None:
        suffix = ".txt" if path == STANDARD_INPUT else PurePath(path).suffix
    name = SUFFIXES.get(suffix.lower())
    if name is None:
        known = ", ".join(SUFFIXES)
        problem = f"unknown format {suffix!r}" if suffix else "its name does not tell its format"
        raise DocumentError(path, problem, f"medlint reads {known}")
    source = data if name in READS_BYTES else decode(path, data)
    module = _module(path, name)
    more = {"view": view} if name in HAS_CHANGES else {}
    document = cast("Document", module.parse(path, source, hashlib.sha256(data).hexdigest(), **more))
    return language.only_english(document)


def read(path: Path, *, view: View = "final") -> Document:
    """Return the document in a file.

    Raises:
        DocumentError: the file cannot be read, its format is not known, or it is not text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise DocumentError(path.as_posix(), f"cannot be read: {reason}") from error
    return parse(path.as_posix(), data, view=view)


def _module(path: str, name: str) -> ModuleType:
    """Return what reads a format. Late: Markdown needs tree-sitter, and most runs read one format."""
    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as error:
        if name not in EXTRAS:
            raise
        advice = f'Install it: python -m pip install "medlint[{name}]"'
        missing = (error.name or name).partition(".")[0]
        raise DocumentError(path, f"{missing} is missing, which reads such files", advice) from error
