"""Writes the bytes of a copy: all of them or none."""

from __future__ import annotations

from pathlib import Path

from medlint import whole
from medlint.errors import DocumentError


def put(target_path: Path, data: bytes) -> None:
    """Write a file in one step; one of that name keeps its permissions.

    Raises:
        DocumentError: it cannot be written.
    """
    try:
        whole.replace(target_path, data)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise DocumentError(target_path.as_posix(), f"cannot be written: {reason}") from error
