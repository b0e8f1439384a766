"""Fixes on a disk: each file is written in one step as soon as it is done, or stays as it was."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from medlint import whole
from medlint.errors import DocumentError
from medlint.fixing import rounds
from medlint.fixing.rounds import Fixed, Fixer
from medlint.model import Failure

WHAT = "fix"
"""What a failure says could not be done."""


@dataclass(frozen=True, eq=False)
class Result:
    """What became of a file: what is known of it, and what could not be done."""

    fixed: Fixed | None  # None: it could not be read
    failure: Failure | None = None
    is_written: bool = False


def fix(fixer: Fixer, path: Path, *, writes: bool) -> Result:
    """Return the file with its safe suggestions applied, on the disk as well if `writes`."""
    name = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        return Result(None, Failure(name, "document", f"cannot be read: {_told(error)}"))
    result = in_memory(fixer, name, data)
    if result.fixed is None or not result.fixed.count or not writes:
        return result
    try:
        _write(path, result.fixed.before.data, result.fixed.after.data)
    except DocumentError as error:
        return Result(result.fixed, _failure(error, WHAT))
    return Result(result.fixed, is_written=True)


def in_memory(fixer: Fixer, name: str, data: bytes) -> Result:
    """Return a file, that need not be on a disk, with its safe suggestions applied."""
    try:
        before = fixer.read(name, data)
    except DocumentError as error:
        return Result(None, _failure(error, "document"))
    try:
        return Result(rounds.fixed(fixer, before))
    except DocumentError as error:
        return Result(Fixed(before, before), _failure(error, WHAT))


def _write(path: Path, before: bytes, after: bytes) -> None:
    """Put the fixed bytes in the place of those that were read.

    Raises:
        DocumentError: the file may not be written, or somebody else has changed it meanwhile.
    """
    name = path.as_posix()
    try:
        # A rename would get past the permissions of the file, for it asks those of the folder alone.
        if not os.access(path, os.W_OK) or not path.stat().st_mode & 0o222:
            raise DocumentError(name, "is read-only, so nothing was fixed", "Make it writable and try again")
        if hashlib.sha256(path.read_bytes()).digest() != hashlib.sha256(before).digest():
            raise DocumentError(name, "has changed since it was read, so nothing was fixed", "Try again")
        whole.replace(path, after)
    except OSError as error:
        raise DocumentError(name, f"cannot be written, so nothing was fixed: {_told(error)}") from error


def _failure(error: DocumentError, what: str) -> Failure:
    message = f"{error.problem}. {error.advice}" if error.advice else error.problem
    return Failure(error.path, what, message)


def _told(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
