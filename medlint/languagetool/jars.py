"""The jars that are LanguageTool for English: coordinates, sizes and SHA-256 from `jars.tsv`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

VERSION = "6.8"
"""The LanguageTool that is installed, and the only one whose answers are taken."""

SERVER = "languagetool-server"
"""The artifact whose jar is started; its manifest names the others as `libs/<artifact>.jar`."""


@dataclass(frozen=True, slots=True)
class Jar:
    """One file, as a Maven repository has it."""

    group: str
    artifact: str
    version: str
    size: int  # bytes
    sha256: str

    @property
    def name(self) -> str:
        """The name of the file in a repository."""
        return f"{self.artifact}-{self.version}.jar"

    @property
    def address(self) -> str:
        """The path of the file below the root of a repository."""
        return f"{self.group.replace('.', '/')}/{self.artifact}/{self.version}/{self.name}"

    @property
    def place(self) -> str:
        """The path of the file below the folder of an installed LanguageTool."""
        name = f"{self.artifact}.jar"
        return name if self.artifact == SERVER else f"libs/{name}"


@cache
def load() -> tuple[Jar, ...]:
    """Return all jars, by group and artifact."""
    text = Path(__file__).with_name("jars.tsv").read_text(encoding="utf-8")
    return tuple(_jar(line) for line in text.splitlines() if not line.startswith("#"))


def _jar(line: str) -> Jar:
    coordinate, size, sha256 = line.split("\t")
    group, artifact, version = coordinate.split(":")
    return Jar(group, artifact, version, int(size), sha256)


def is_sound(path: Path, jar: Jar) -> bool:
    """Say whether a file is that jar, byte for byte."""
    if not path.is_file() or path.stat().st_size != jar.size:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256
