"""Work of earlier runs, kept in the user's cache folder: read packs, compiled expressions.

A run without it gives the same report and takes longer; so whatever goes wrong here (a folder that
cannot be written, a damaged or locked file, another process at the same place) is no error. Only the
command line keeps anything: it calls `keep` before and `save` after the work.

The file is one table in SQLite, which stands being killed and several processes at once. It holds plain
data alone (`marshal`: numbers, texts, tuples), each value with a checksum over its key and itself. Its name
tells Python, medlint and the code that made it, so that no other version ever reads it. `marshal` must not
read what a stranger wrote, therefore a file or folder that others own or may write is left alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import stat
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medlint import __version__

if TYPE_CHECKING:
    import sqlite3

_PACKAGE = Path(__file__).resolve().parent
_PREFIX = "compiled-"
_MOST_FILES = 4  # of other versions: whoever changes between two of them keeps both
_LARGEST = 256_000_000  # bytes of the file; a larger one is begun anew
_SUM = 16  # bytes of a checksum


@dataclass
class _Store:
    """One file: open, or found unusable, and what this run adds to it."""

    path: Path
    process: int = field(default_factory=os.getpid)
    connection: sqlite3.Connection | None = None
    added: dict[bytes, bytes] = field(default_factory=dict)


_store: _Store | None = None


def keep(folder: Path) -> None:
    """Read from and add to the file in `folder` from now on."""
    global _store
    path = folder / f"{_PREFIX}{_generation()}.sqlite"
    _store = _Store(path)
    with contextlib.suppress(Exception):
        _store.connection = _opened(path)


def get(kind: str, key: Iterable[str]) -> Any:
    """Return what was kept under a key, None where nothing was."""
    store = _own()
    if store is None:
        return None
    digest = _key(kind, key)
    value = store.added.get(digest) or _read(store, digest)
    return None if value is None else marshal.loads(value)  # noqa: S302 - see the module: ours, and whole


def put(kind: str, key: Iterable[str], value: Any) -> None:
    """Keep plain data under a key; it is written by `save`."""
    if store := _own():
        with contextlib.suppress(ValueError):  # no plain data, such as a date: it is not kept
            store.added[_key(kind, key)] = marshal.dumps(value)


def packed(value: Any) -> bytes:
    """Return plain data as bytes: a part of a value that is read when it is first asked for."""
    return marshal.dumps(value)


def unpacked(content: bytes) -> Any:
    """Return what was packed; only for bytes that came out of `get`."""
    return marshal.loads(content)  # noqa: S302 - ours, and whole


def save() -> None:
    """Write what this run has added, and read and add no more."""
    global _store
    store, _store = _own(), None
    if store is None:
        return
    with contextlib.suppress(Exception):
        if store.added:
            _write(store)
    if store.connection:
        store.connection.close()


def digest_of(*parts: str | bytes) -> str:
    """Return a short hash, for keys."""
    made = hashlib.blake2b(digest_size=_SUM)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(encoded).to_bytes(8, "little") + encoded)
    return made.hexdigest()


def _own() -> _Store | None:
    """Return the store, but not in a forked child: SQLite's connections do not survive a fork."""
    return _store if _store and _store.process == os.getpid() else None


def _generation() -> str:
    """Return a name for this Python, this medlint and the state of its code.

    The code tells itself by size and time of its modules: reading them all would take longer.
    """
    modules = sorted(
        f"{entry.name} {entry.stat().st_mtime_ns} {entry.stat().st_size}"
        for folder in (_PACKAGE, _PACKAGE / "matchers", _PACKAGE / "context")
        for entry in os.scandir(folder)
        if entry.name.endswith(".py")
    )
    return digest_of(sys.version, sys.byteorder, __version__, *modules)[:20]


def _key(kind: str, key: Iterable[str]) -> bytes:
    return bytes.fromhex(digest_of(kind, *key))


def _opened(path: Path) -> sqlite3.Connection | None:
    """Return the file, open; None where there is none, or one that is not ours alone."""
    if not path.is_file() or not _is_ours(path) or not _is_ours(path.parent):
        return None
    if path.stat().st_size > _LARGEST:
        path.unlink()
        return None
    import sqlite3

    return sqlite3.connect(path.as_uri() + "?mode=ro", uri=True, timeout=0.2)


def _is_ours(path: Path) -> bool:
    """Say whether nobody else can have written here; a system without owners has a folder for each user."""
    if not hasattr(os, "getuid"):
        return True
    found = path.stat()
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _read(store: _Store, digest: bytes) -> bytes | None:
    if store.connection is None:
        return None
    try:
        row = store.connection.execute("SELECT value FROM kept WHERE key = ?", (digest,)).fetchone()
    except Exception:  # noqa: BLE001 - damaged, locked, no database at all: made again
        store.connection = None
        _drop_damaged(store.path)
        return None
    if row is None or not isinstance(row[0], bytes):
        return None
    total, value = row[0][:_SUM], row[0][_SUM:]
    return value if total == _sum(digest, value) else None


def _sum(digest: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(digest + value, digest_size=_SUM).digest()


def _drop_damaged(path: Path) -> None:
    """Remove a file that SQLite cannot read, unless another process is just writing it."""
    import sqlite3

    error = sys.exception() if hasattr(sys, "exception") else sys.exc_info()[1]
    if not isinstance(error, sqlite3.OperationalError) or "locked" not in str(error):
        with contextlib.suppress(OSError):
            path.unlink()


def _write(store: _Store) -> None:
    import sqlite3

    folder = store.path.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_ours(folder) or (store.path.exists() and not _is_ours(store.path)):
        return
    is_new = not store.path.exists()
    rows = [(key, _sum(key, value) + value) for key, value in store.added.items()]
    with contextlib.closing(sqlite3.connect(store.path, timeout=1)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # a lost power supply costs a checksum, not a result
        with connection:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID"
            )
            connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
    if is_new:
        store.path.chmod(0o600)
        _remove_old(folder, store.path)


def _remove_old(folder: Path, own: Path) -> None:
    """Remove the files of the versions that were used longest ago."""
    others = [path for path in folder.glob(f"{_PREFIX}*.sqlite") if path != own]
    others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in others[_MOST_FILES - 1 :]:
        path.unlink(missing_ok=True)
