"""The one server that is kept between runs: started and stopped on request, found by its record."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from medlint.languagetool import jars, processes, server
from medlint.languagetool.java import Java


@dataclass(frozen=True, slots=True)
class Kept:
    """A server that was told to stay."""

    pid: int
    port: int
    version: str


def find(folder: Path) -> Kept | None:
    """Return the kept server, if its process is alive; the record of one that is gone is taken away."""
    record = folder / f"{server.KEPT}.json"
    try:
        data = json.loads(record.read_text(encoding="utf-8"))
        kept = Kept(int(data["pid"]), int(data["port"]), str(data["version"]))
        started = data["started"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError):
        _forget(record)
        return None
    if processes.is_same(kept.pid, started):
        return kept
    _forget(record)
    return None


def usable(folder: Path) -> Kept | None:
    """Return the kept server, if it is of our version and says that it is well."""
    kept = find(folder)
    return kept if kept and kept.version == jars.VERSION and server.answers(kept.port) else None


def start(java: Java, home: Path, folder: Path) -> Kept:
    """Start a server that stays, and return when it answers.

    Raises:
        ToolError: it does not.
    """
    started = server.start(java, home, folder, outlives_us=True)
    try:
        started.wait_until_ready()
    except BaseException:
        started.close()
        raise
    # It is not ours to wait for; Python would warn of that.
    started.process.returncode = 0
    return Kept(started.process.pid, started.port, jars.VERSION)


def stop(folder: Path) -> Kept | None:
    """End the kept server and return which it was."""
    kept = find(folder)
    if kept:
        processes.end(kept.pid)
        _forget(folder / f"{server.KEPT}.json")
    return kept


def _forget(record: Path) -> None:
    for path in (record, record.with_suffix(".log")):
        with suppress(OSError):
            path.unlink(missing_ok=True)
