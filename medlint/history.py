"""The pages as they were before a change: from git, or from a patch that led to the files as they are."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from medlint.errors import UsageError
from medlint.parsers import SUFFIXES

_TEXT = (".txt", ".text", ".md", ".markdown", ".html", ".htm")
"""Formats of which a patch holds the lines; any other page that it names is new as a whole."""


@dataclass(frozen=True)
class Older:
    """What a change did to the files below a folder; all names count from it."""

    root: Path  # absolute
    touched: frozenset[str]  # names of files that were changed, added or removed
    before: Mapping[str, bytes]  # pages that were changed or removed, as they were
    tree: frozenset[str] | None = None  # all files there were; None: all that the change does not touch

    def name(self, path: str) -> str:
        """Return a path as the change has it; links are followed, for git names the file itself."""
        return Path(os.path.relpath(os.path.realpath(path), self.root)).as_posix()

    def is_unchanged(self, name: str) -> bool:
        """Say whether a file is as it was."""
        return name not in self.touched and (self.tree is None or name in self.tree)


def since(reference: str, folder: Path) -> Older:
    """Return what changed since a commit: in commits since this branch left it, and in the folder itself.

    Raises:
        UsageError: there is no git, no repository or no such commit.
    """
    root = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    base = _base(root, reference)
    # Renames are ours to find: we compare sentences, which survive re-wrapping, where git compares lines.
    listed = _names(
        _git(root, "diff", "--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules", "-z", base)
    )
    tree = frozenset(_names(_git(root, "ls-tree", "-r", "--name-only", "--full-tree", "-z", base)))
    wanted = [name for name in listed if name in tree and _is_page(name)]
    return Older(root.resolve(), frozenset(listed), _blobs(root, base, wanted), tree)


def _base(root: Path, reference: str) -> str:
    """Return the commit at which this branch left the other."""
    found = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if found.returncode:
        raise UsageError(f"--diff: git knows no commit {reference!r} here; fetch it first, or name another")
    commit = found.stdout.decode().strip()
    base = _run(root, "merge-base", commit, "HEAD")
    if base.returncode:
        raise UsageError(
            f"--diff: {reference} and HEAD have no commit in common; "
            "fetch more of the history (fetch-depth: 0)"
        )
    return base.stdout.decode().split()[0]


def _blobs(root: Path, base: str, names: Sequence[str]) -> dict[str, bytes]:
    """Return the contents of files in a commit."""
    found = {}
    for name in names:
        found[name] = _git(root, "cat-file", "blob", f"{base}:{name}")
    return found


def from_patch(patch: Path, folder: Path) -> Older:
    """Return what a patch did, which has to fit the files as they are: it is taken back in a copy.

    Raises:
        UsageError: there is no git or no patch, or it does not fit.
    """
    try:
        data = patch.read_bytes()
    except OSError as error:
        raise UsageError(f"--diff-file: {patch}: cannot be read: {(error.strerror or '').lower()}") from error
    root = _root(folder)
    only = [f"--include=*{suffix}" for suffix in _TEXT]
    if not data.strip():
        return Older(root, frozenset(), {})
    listed = _patched(patch, _run(folder, "apply", "--numstat", "-z", given=data))
    names = [record.split("\t", 2)[-1] for record in _names(listed)]
    with tempfile.TemporaryDirectory(prefix="medlint-") as copy:
        _copy(root, Path(copy), [name for name in names if _suffix(name) in _TEXT])
        _patched(patch, _run(Path(copy), "apply", "--reverse", *only, given=data))
        before = {
            path.relative_to(copy).as_posix(): path.read_bytes()
            for path in sorted(Path(copy).rglob("*"))
            if path.is_file()
        }
    return Older(root, frozenset((*names, *before)), before)


def _root(folder: Path) -> Path:
    """Return the folder that the names of a patch count from: the root of the repository, or this one."""
    found = _run(folder, "rev-parse", "--show-toplevel")
    return Path(os.fsdecode(found.stdout.rstrip(b"\n")) if found.returncode == 0 else folder).resolve()


def _copy(root: Path, copy: Path, names: Iterable[str]) -> None:
    for name in names:
        if (root / name).is_file() and ".." not in PurePosixPath(name).parts:
            target = copy / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((root / name).read_bytes())


def _patched(patch: Path, done: subprocess.CompletedProcess[bytes]) -> bytes:
    if done.returncode:
        problem = done.stderr.decode("utf-8", "replace").strip().splitlines()[0].removeprefix("error: ")
        raise UsageError(f"--diff-file: {patch}: does not fit the files as they are: {problem}")
    return done.stdout


def _is_page(name: str) -> bool:
    return _suffix(name) in SUFFIXES


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _git(folder: Path, *arguments: str) -> bytes:
    done = _run(folder, *arguments)
    if done.returncode:
        problem = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"--diff: git {arguments[0]}: {problem[0] if problem else 'failed'}")
    return done.stdout


def _run(folder: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    # A hook runs with GIT_DIR and its like set, which is what is wanted; only the words are made plain.
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    if arguments[0] == "apply":
        # In the copy there is no repository, also when the system's temporary folder lies inside of one.
        environment |= {"GIT_CEILING_DIRECTORIES": str(folder.parent)}
        environment = {
            key: value for key, value in environment.items() if key not in ("GIT_DIR", "GIT_WORK_TREE")
        }
    try:
        return subprocess.run(  # noqa: S603 - a list, no shell
            ["git", *arguments],  # noqa: S607 - whatever git the user has
            cwd=folder,
            env=environment,
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise UsageError("git is not installed; --diff and --diff-file need it") from error
