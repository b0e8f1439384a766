"""Installing LanguageTool: jars into a folder beside its place, each proved, then all put there at once."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from medlint.errors import ToolError
from medlint.languagetool import jars, sources
from medlint.languagetool.jars import Jar
from medlint.languagetool.sources import Fetch

Progress = Callable[[Jar], None]
"""Told of each jar that is there and proved."""

MARKER = "medlint.json"
"""The file that stands in the folder of a whole installation; it is written last."""

SETTINGS = "server.properties"
"""The file of the server's own settings."""

_SERVER_SETTINGS = "pipelineCaching=true\npipelineExpireTimeInSeconds=3600\n"  # rules are built once
_THREADS = 6


def is_installed(home: Path) -> bool:
    """Say whether all of LanguageTool is in a folder: files of the right sizes, proved when they came."""
    try:
        marker = json.loads((home / MARKER).read_text(encoding="utf-8"))
        files = dict(marker["files"])
        return marker["version"] == jars.VERSION and all(
            (home / place).stat().st_size == size for place, size in files.items()
        )
    except (OSError, ValueError, TypeError, KeyError):
        return False


def install(
    home: Path, *, folder: Path | None = None, repository: str | None = None, progress: Progress
) -> str:
    """Install LanguageTool and return where it came from; what an earlier try left is gone on with.

    It comes from `folder`, else `repository`, else through an installed Maven, else, as a whole
    release, through language-tool-python.

    Raises:
        ToolError: it cannot be had, or a file is not what it should be.
    """
    staging = home.with_name(f"{home.name}.part")
    missing = [jar for jar in jars.load() if not jars.is_sound(staging / jar.place, jar)]
    for jar in jars.load():
        if jar not in missing:
            progress(jar)
    try:
        (staging / "libs").mkdir(parents=True, exist_ok=True)
        with _source(missing, folder, repository) as (origin, fetch):
            if fetch is None:
                _adopt_release(home)
                return origin
            _fetch_all(missing, staging, fetch, progress)
        _finish(staging, home, {jar.place: jar.size for jar in jars.load()}, origin)
    except OSError as error:
        raise ToolError(f"{error.filename or staging}: {error.strerror or error}") from error
    return origin


def uninstall(home: Path) -> bool:
    """Take LanguageTool away, with what an unfinished installation left; say whether there was something."""
    found = [path for path in (home, home.with_name(f"{home.name}.part")) if path.exists()]
    for path in found:
        shutil.rmtree(path)
    return bool(found)


@contextmanager
def _source(
    missing: Sequence[Jar], folder: Path | None, repository: str | None
) -> Iterator[tuple[str, Fetch | None]]:
    """Yield the name of the source and what fetches from it; None for a whole release."""
    if folder is not None:
        yield str(folder), sources.from_folder(folder)
    elif repository:
        yield repository, sources.from_repository(repository)
    elif program := sources.maven():
        with tempfile.TemporaryDirectory(prefix="medlint-") as temporary:
            yield program, sources.from_maven(program, missing, Path(temporary)) if missing else _nothing
    else:
        yield "the official release", None


def _nothing(jar: Jar, _: Path) -> None:
    raise AssertionError(f"{jar.name} was not missing")


def _fetch_all(missing: Sequence[Jar], staging: Path, fetch: Fetch, progress: Progress) -> None:
    """Fetch jars, several at a time; the first that fails ends it, those that are there stay."""
    pool = ThreadPoolExecutor(_THREADS)
    try:
        for done in as_completed([pool.submit(_fetch_one, jar, staging, fetch) for jar in missing]):
            progress(done.result())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _fetch_one(jar: Jar, staging: Path, fetch: Fetch) -> Jar:
    target = staging / jar.place
    part = target.with_name(f"{target.name}.part")
    fetch(jar, part)
    if not jars.is_sound(part, jar):
        part.unlink()
        raise ToolError(f"{jar.name}: this is another file than the one medlint knows (size or SHA-256)")
    part.replace(target)
    return jar


def _adopt_release(home: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="medlint-", dir=home.parent) as temporary:
        found = sources.release(jars.VERSION, Path(temporary))
        libraries = [path for path in found.rglob("*.jar") if path.is_file()]
        files = {path.relative_to(found).as_posix(): path.stat().st_size for path in libraries}
        if f"{jars.SERVER}.jar" not in files:
            raise ToolError(f"the official release has no {jars.SERVER}.jar")
        _finish(found, home, files, "the official release")


def _finish(staging: Path, home: Path, files: dict[str, int], origin: str) -> None:
    """Mark a folder as whole and put it in its place, instead of what is there."""
    (staging / SETTINGS).write_text(_SERVER_SETTINGS, encoding="utf-8")
    marker = {"version": jars.VERSION, "origin": origin, "files": dict(sorted(files.items()))}
    (staging / MARKER).write_text(json.dumps(marker, indent=1) + "\n", encoding="utf-8")
    old = home.with_name(f"{home.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if home.exists():
        home.replace(old)
    staging.replace(home)
    shutil.rmtree(old, ignore_errors=True)
