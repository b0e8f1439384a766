"""Which files to read: those named, and those of a known format in the folders named.

Paths are asked through `os.path`: it answers for a link to itself, where `Path` and `DirEntry` raise.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pathspec import GitIgnoreSpec

from medlint.errors import UsageError
from medlint.model import Failure
from medlint.parsers import SUFFIXES


@dataclass(frozen=True, slots=True)
class _Ignore:
    """The patterns of one `.gitignore`, and the folder they count from."""

    folder: str  # absolute
    patterns: GitIgnoreSpec


@dataclass
class _Walk:
    """What a search has seen and found so far."""

    exclude: GitIgnoreSpec
    folder: str  # that the patterns of `exclude` count from
    found: list[Path] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)  # real paths: none is entered twice
    linked: list[tuple[str, tuple[_Ignore, ...]]] = field(default_factory=list)  # entered last


def find(
    paths: Sequence[str], exclude: Sequence[str] = (), *, folder: str = "."
) -> tuple[tuple[Path, ...], tuple[Failure, ...]]:
    """Return the files to read, as the user would write them, and what could not be looked at.

    A named file is taken whatever it is. A folder is walked in the order of names: hidden files and
    folders, what `.gitignore` files leave out, and unknown formats are passed over.

    Args:
        paths: Files and folders.
        exclude: Patterns as in `.gitignore`.
        folder: The folder they count from.

    Raises:
        UsageError: a pattern of `exclude` is none.
    """
    walk = _Walk(_exclusions(exclude), folder)
    files: list[Path] = []
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112
            files += _files_of(path, walk)
        elif os.path.isfile(path):  # noqa: PTH113
            files.append(Path(path))
        else:
            walk.failures.append(_missing(path))
    return _once(files), tuple(walk.failures)


def _exclusions(exclude: Sequence[str]) -> GitIgnoreSpec:
    try:
        return GitIgnoreSpec.from_lines(exclude)
    except ValueError as error:
        raise UsageError(f"exclude: {error}") from error


def _missing(path: str) -> Failure:
    shown = Path(path).as_posix()
    if os.path.islink(path):  # noqa: PTH114
        return Failure(shown, "document", "no such file: the link leads nowhere")
    if os.path.exists(path):  # noqa: PTH110
        return Failure(shown, "document", "neither a file nor a folder")
    return Failure(shown, "document", "no such file")


def _files_of(folder: str, walk: _Walk) -> list[Path]:
    """Return the files of a folder and its folders, by path."""
    walk.found = []
    walk.linked = [(folder, _ignores_above(folder, walk))]
    # Folders behind links come last, so that a file is reported by its own path if it has one.
    while walk.linked:
        _enter(*walk.linked.pop(0), walk)
    return sorted(walk.found, key=_parts)


def _enter(folder: str, ignores: tuple[_Ignore, ...], walk: _Walk) -> None:
    """Walk one folder and those below it."""
    waiting = [(folder, ignores)]
    while waiting:
        folder, ignores = waiting.pop()
        real = os.path.realpath(folder)
        if real in walk.folders:
            continue
        walk.folders.add(real)
        ignores += _ignores_in(folder, walk)
        for entry in _entries(folder, walk):
            if entry.name.startswith(".") or _is_excluded(entry, ignores, walk):
                continue
            if not os.path.isdir(entry.path):  # noqa: PTH112
                _take(entry, walk)
            elif entry.is_symlink():
                walk.linked.append((entry.path, ignores))
            else:
                waiting.append((entry.path, ignores))


def _entries(folder: str, walk: _Walk) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=_name)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        walk.failures.append(Failure(Path(folder).as_posix(), "document", f"folder cannot be read: {reason}"))
        return []


def _take(entry: os.DirEntry[str], walk: _Walk) -> None:
    if os.path.splitext(entry.name)[1].lower() not in SUFFIXES:  # noqa: PTH122
        return
    if os.path.isfile(entry.path):  # noqa: PTH113
        walk.found.append(Path(entry.path))
    else:
        walk.failures.append(_missing(entry.path))


def _is_excluded(entry: os.DirEntry[str], ignores: Sequence[_Ignore], walk: _Walk) -> bool:
    """Say whether patterns leave an entry out; the nearest `.gitignore` that knows it decides."""
    slash = "/" if os.path.isdir(entry.path) else ""  # noqa: PTH112
    if walk.exclude.check_file(_posix(os.path.relpath(entry.path, walk.folder)) + slash).include:
        return True
    path = os.path.abspath(entry.path)  # noqa: PTH100  (links stay as they are)
    for ignore in reversed(ignores):
        verdict = ignore.patterns.check_file(_posix(os.path.relpath(path, ignore.folder)) + slash).include
        if verdict is not None:
            return verdict
    return False


def _ignores_above(folder: str, walk: _Walk) -> tuple[_Ignore, ...]:
    """Return the patterns of the folders above, up to the root of the repository; outside of one, none."""
    absolute = Path(os.path.abspath(folder))  # noqa: PTH100
    above: list[Path] = []
    for parent in (absolute, *absolute.parents):
        if parent != absolute:
            above.append(parent)
        if (parent / ".git").exists():
            break
    else:
        return ()
    ignores = tuple(ignore for parent in reversed(above) for ignore in _ignores_in(str(parent), walk))
    # Whoever names a folder wants it read, also one that the repository leaves out.
    if any(_leaves_out(ignore, str(absolute)) for ignore in ignores):
        return ()
    return ignores


def _leaves_out(ignore: _Ignore, folder: str) -> bool:
    relative = _posix(os.path.relpath(folder, ignore.folder))
    return bool(ignore.patterns.check_file(f"{relative}/").include)


def _ignores_in(folder: str, walk: _Walk) -> tuple[_Ignore, ...]:
    """Return the patterns of a folder's own `.gitignore`."""
    path = Path(folder, ".gitignore")
    if not path.is_file():
        return ()
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        patterns = GitIgnoreSpec.from_lines(lines)
    except (OSError, ValueError) as error:
        walk.failures.append(Failure(path.as_posix(), "gitignore", f"cannot be used: {error}"))
        return ()
    return (_Ignore(os.path.abspath(folder), patterns),)  # noqa: PTH100


def _once(files: Sequence[Path]) -> tuple[Path, ...]:
    """Leave out what was found twice, by whatever path."""
    first: dict[str, Path] = {}
    for path in files:
        first.setdefault(os.path.realpath(path), path)
    return tuple(first.values())


def _posix(path: str) -> str:
    return path.replace(os.sep, "/")


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _parts(path: Path) -> tuple[str, ...]:
    return path.parts
