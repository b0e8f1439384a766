"""Writes the bytes of a copy: all of them or none."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from medlint.errors import DocumentError


def put(target_path: Path, data: bytes) -> None:
    """Write a file in one step; one of that name keeps its permissions.

    Raises:
        DocumentError: it cannot be written.
    """
    name = ""
    try:
        with tempfile.NamedTemporaryFile(dir=target_path.parent, suffix=".part", delete=False) as file:
            name = file.name
            file.write(data)
        mode = target_path.stat().st_mode if target_path.exists() else 0o666 & ~_mask()
        Path(name).chmod(mode & 0o777)
        Path(name).replace(target_path)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        reason = (error.strerror or type(error).__name__).lower()
        raise DocumentError(target_path.as_posix(), f"cannot be written: {reason}") from error


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
