"""What LanguageTool found in a block, by a hash of the block: an unchanged paragraph is asked about once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock

from medlint.languagetool import curated, jars
from medlint.languagetool.annotate import Annotated
from medlint.languagetool.hits import Hit

_FORMAT = 1  # rises when what is kept changes its meaning
_MOST = 200_000  # blocks; the oldest are forgotten
_WAIT = 5.0  # seconds for another run that is writing
_AT_ONCE = 500  # keys in one query


def key(annotated: Annotated) -> str:
    """Return the key of a block: what is asked, how, and of whom."""
    said = [_FORMAT, jars.VERSION, curated.digest(), annotated.annotation]
    return sha256(json.dumps(said).encode()).hexdigest()


class Cache:
    """The file of answers. Where it cannot be used everything is asked anew, which costs nothing but time."""

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._connection = _opened(path)

    def get(self, keys: Iterable[str]) -> dict[str, tuple[Hit, ...]]:
        """Return the answers that are known, by key."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, tuple[Hit, ...]] = {}
        if self._connection is None:
            return found
        with self._lock, suppress(sqlite3.Error, ValueError, TypeError):
            for first in range(0, len(wanted), _AT_ONCE):
                some = wanted[first : first + _AT_ONCE]
                marks = ",".join("?" * len(some))
                query = f"SELECT key, hits FROM answers WHERE key IN ({marks})"  # noqa: S608 - marks only
                found.update((name, _hits(hits)) for name, hits in self._connection.execute(query, some))
        return found

    def put(self, answers: Mapping[str, tuple[Hit, ...]]) -> None:
        """Keep answers by key."""
        if self._connection is None:
            return
        rows = [(name, json.dumps([hit.fields for hit in hits])) for name, hits in answers.items()]
        with self._lock, suppress(sqlite3.Error), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO answers (key, hits) VALUES (?, ?)", rows)

    def close(self) -> None:
        """Forget the oldest answers where there are too many, and close the file."""
        if self._connection is None:
            return
        with self._lock, suppress(sqlite3.Error):
            with self._connection:
                self._connection.execute(
                    "DELETE FROM answers WHERE rowid <= (SELECT max(rowid) FROM answers) - ?", (_MOST,)
                )
            self._connection.close()
        self._connection = None


def _opened(path: Path) -> sqlite3.Connection | None:
    """Return the file opened; one that is broken is begun anew."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=_WAIT, check_same_thread=False)
            try:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=OFF")  # what is lost is asked again
                connection.execute("CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, hits TEXT)")
            except sqlite3.Error:
                connection.close()
                raise
        except sqlite3.OperationalError:
            return None  # locked, full or not ours to write
        except sqlite3.DatabaseError:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        except OSError:
            return None
        else:
            return connection
    return None


def _hits(text: str) -> tuple[Hit, ...]:
    return tuple(Hit.of(fields) for fields in json.loads(text))
