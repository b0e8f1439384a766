"""Which Java runs LanguageTool: the first one that is new enough, told without starting it where possible."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from medlint.errors import ToolError

OLDEST = 17
"""LanguageTool's classes are of this version."""

_RELEASE = re.compile(r'^JAVA_VERSION="(?P<version>[^"]+)"', re.MULTILINE)
_PRINTED = re.compile(r'version "(?P<version>[^"]+)"')
_LONGEST_WAIT = 20  # seconds


@dataclass(frozen=True, slots=True)
class Java:
    """A Java that is installed."""

    path: str
    version: str

    @property
    def major(self) -> int:
        """The number that counts: 17 of "17.0.1", 8 of "1.8.0"."""
        numbers = [int(number) for number in re.findall(r"\d+", self.version)] or [0]
        return numbers[1] if numbers[0] == 1 and len(numbers) > 1 else numbers[0]


def find() -> Java:
    """Return the first Java that is new enough: that of JAVA_HOME, else that of the search path.

    Raises:
        ToolError: there is none, or none that is new enough.
    """
    seen: list[Java] = []
    for path in _candidates():
        if version := _version(path):
            java = Java(path, version)
            if java.major >= OLDEST:
                return java
            seen.append(java)
    found = f"Java {seen[0].version} is too old" if seen else "no Java was found"
    raise ToolError(f"{found}; it needs Java {OLDEST} or later")


def _candidates() -> Iterator[str]:
    if folder := os.environ.get("JAVA_HOME"):
        named = shutil.which("java", path=str(Path(folder, "bin")))
        if named:
            yield named
    if found := shutil.which("java"):
        yield found


def _version(path: str) -> str | None:
    """Return the version as its `release` file has it, or else as it prints it; none where it is no Java."""
    release = Path(path).resolve().parent.parent / "release"
    try:
        if found := _RELEASE.search(release.read_text(encoding="utf-8", errors="replace")):
            return found["version"]
    except OSError:
        pass  # not every Java has one
    try:
        done = subprocess.run(  # noqa: S603 - the user's own Java
            [path, "-version"], capture_output=True, text=True, timeout=_LONGEST_WAIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    printed = _PRINTED.search(done.stderr + done.stdout)
    return printed["version"] if printed else None
