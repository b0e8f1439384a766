"""A file is written whole or not at all, and stays what it was beside its bytes."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from medlint import whole
from tests.conftest import ROOT


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_permissions_stay_and_nothing_is_left_beside(tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes(b"old")
    page.chmod(0o640)
    whole.replace(page, b"new")

    assert page.read_bytes() == b"new"
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert names(tmp_path) == {"page.txt"}


def test_new_file_has_the_permissions_of_new_files(tmp_path):
    whole.replace(tmp_path / "page.txt", b"new")
    (tmp_path / "other.txt").write_bytes(b"new")

    assert (tmp_path / "page.txt").stat().st_mode == (tmp_path / "other.txt").stat().st_mode


def test_link_goes_on_to_lead_to_its_file(tmp_path):
    (tmp_path / "folder").mkdir()
    page, link = tmp_path / "folder" / "page.txt", tmp_path / "link.txt"
    page.write_bytes(b"old")
    link.symlink_to(page)
    whole.replace(link, b"new")

    assert link.is_symlink()
    assert page.read_bytes() == b"new"


@pytest.mark.parametrize("error", [OSError("no space"), KeyboardInterrupt()])
def test_what_ends_the_writing_leaves_the_old_file_alone(error, tmp_path, monkeypatch):
    def fail(*_):
        raise error

    page = tmp_path / "page.txt"
    page.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(type(error)):
        whole.replace(page, b"new")

    assert page.read_bytes() == b"old"
    assert names(tmp_path) == {"page.txt"}


def test_kill_between_writing_and_renaming_leaves_the_old_file(tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes(b"Take the the tablet.\n")
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.argv = ['medlint', 'check', 'page.txt', '--fix']\n"
        "from medlint.cli import main; main()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MEDLINT_GRAMMAR": "builtin"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=False
    )

    assert done.returncode == -9
    assert page.read_bytes() == b"Take the the tablet.\n"
    (beside,) = names(tmp_path) - {"page.txt"}
    assert beside.startswith(".medlint-")  # hidden, so that no later run reads it
