"""A LanguageTool that is installed, with a Java that is ours, and proof that no process stays."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from medlint.languagetool import jars

FAKE = Path(__file__).with_name("fake_java.py")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection but those to this machine."""
    connect = socket.socket.connect

    def to_us(self: socket.socket, address: tuple[str, int]) -> None:
        if address[0] != "127.0.0.1":
            raise AssertionError(f"a socket was about to connect to {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", to_us)


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the folder in which LanguageTool is looked for; it is not there yet."""
    folder = tmp_path / "cache"
    monkeypatch.delenv("MEDLINT_GRAMMAR", raising=False)
    monkeypatch.delenv("MEDLINT_MAVEN_REPOSITORY", raising=False)
    monkeypatch.setenv("MEDLINT_PARSER", "off")
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(folder))
    return folder


@dataclass(frozen=True)
class Fake:
    """What the stand-in for Java left behind."""

    notes: Path
    monkeypatch: pytest.MonkeyPatch

    def behave(self, mode: str) -> None:
        self.monkeypatch.setenv("FAKE_MODE", mode)

    @property
    def requests(self) -> list[str]:
        path = self.notes / "requests"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    @property
    def started(self) -> list[int]:
        return [int(path.name.partition("-")[2]) for path in self.notes.glob("process-*")]

    @property
    def alive(self) -> list[int]:
        return [pid for pid in self.started if psutil.pid_exists(pid)]


def install_java(folder: Path, version: str = "17.0.9") -> Path:
    """Put the stand-in for Java into a folder and return that folder."""
    (folder / "bin").mkdir(parents=True)
    program = folder / "bin" / "java"
    program.write_text(f"#!{sys.executable}\n{FAKE.read_text(encoding='utf-8')}", encoding="utf-8")
    program.chmod(0o755)
    (folder / "release").write_text(f'JAVA_VERSION="{version}"\n', encoding="utf-8")
    return folder


def install_languagetool(cache: Path) -> None:
    """Make a LanguageTool that looks whole."""
    home = cache / f"LanguageTool-{jars.VERSION}"
    home.mkdir(parents=True)
    (home / "languagetool-server.jar").write_bytes(b"jar")
    marker = {"version": jars.VERSION, "files": {"languagetool-server.jar": 3}}
    (home / "medlint.json").write_text(json.dumps(marker), encoding="utf-8")


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cache: Path) -> Iterator[Fake]:
    """Install a LanguageTool whose Java is a stand-in; in the end none of its processes may be alive."""
    notes = tmp_path / "notes"
    notes.mkdir()
    install_languagetool(cache)
    monkeypatch.setenv("JAVA_HOME", str(install_java(tmp_path / "java")))
    monkeypatch.setenv("FAKE_NOTES", str(notes))
    made = Fake(notes, monkeypatch)
    yield made
    left = made.alive
    for pid in left:
        os.kill(pid, 9)
    assert left == []
