"""A file written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def replace(path: Path, data: bytes) -> None:
    """Write beside the file, then take its place in one step; a link goes on to lead to it.

    The file keeps its permissions and, as far as the system lets us, its owner. Whoever reads it meanwhile,
    and whoever looks after we were ended at any moment, finds the old bytes or the new ones.

    Raises:
        OSError: it cannot be written; then nothing has changed.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".medlint-")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _like(beside, target)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _like(beside: Path, target: Path) -> None:
    """Give a new file the owner and permissions of the one whose place it takes."""
    try:
        known = target.stat()
    except FileNotFoundError:
        beside.chmod(0o666 & ~_mask())
        return
    with suppress(OSError, AttributeError):  # only root may give a file away, and Windows has no owners
        os.chown(beside, known.st_uid, known.st_gid)
    beside.chmod(stat.S_IMODE(known.st_mode))


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
