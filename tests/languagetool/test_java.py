"""Which Java is taken, and what is said where none is good enough."""

import sys
from pathlib import Path

import pytest

from medlint.errors import ToolError
from medlint.languagetool import java


def program(folder: Path, printed: str = "", *, release: str = "") -> Path:
    """Put a Java into a folder that prints its version, and one that has a release file."""
    (folder / "bin").mkdir(parents=True)
    path = folder / "bin" / "java"
    path.write_text(
        f"#!{sys.executable}\nimport sys\nprint({printed!r}, file=sys.stderr)\n", encoding="utf-8"
    )
    path.chmod(0o755)
    if release:
        (folder / "release").write_text(release, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _none(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path / "path" / "bin"))
    monkeypatch.delenv("JAVA_HOME", raising=False)


def test_java_home_goes_before_the_search_path(monkeypatch, tmp_path):
    program(tmp_path / "path", 'openjdk version "21.0.1"')
    mine = program(tmp_path / "home", release='IMPLEMENTOR="Zorp"\nJAVA_VERSION="17.0.2"\n')
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))

    assert java.find() == java.Java(str(mine), "17.0.2")


def test_java_without_a_release_file_is_asked_for_its_version(tmp_path):
    program(tmp_path / "path", 'openjdk version "21-ea" 2023-09-19')

    assert java.find().major == 21


def test_java_home_that_is_too_old_is_passed_over(monkeypatch, tmp_path):
    program(tmp_path / "path", 'openjdk version "25"')
    program(tmp_path / "home", 'java version "1.8.0_402"')
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))

    assert java.find().major == 25


@pytest.mark.parametrize("printed", ["", "No Java runtime present, requesting install."])
def test_stub_that_is_no_java_is_none(tmp_path, printed):
    program(tmp_path / "path", printed)
    with pytest.raises(ToolError, match=r"no Java was found; it needs Java 17 or later"):
        java.find()


def test_program_that_cannot_run_is_none(tmp_path):
    program(tmp_path / "path").write_text("no program", encoding="utf-8")
    with pytest.raises(ToolError, match="no Java was found"):
        java.find()


@pytest.mark.parametrize(("version", "major"), [("17.0.15", 17), ("1.8.0_402", 8), ("21-ea", 21), ("", 0)])
def test_number_that_counts(version, major):
    assert java.Java("java", version).major == major
