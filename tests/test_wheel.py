"""The wheel works outside the checkout: built, installed into an empty environment, run."""

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def environment(tmp_path_factory) -> Path:
    """Return the Python of a new environment with nothing but the wheel.

    Tests open no connection, so the libraries are borrowed from this environment by a path file; it
    comes after the new environment's own packages, so that the wheel's medlint is the one imported.
    """
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    (packages,) = (folder / "env" / "lib").glob("python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python


def run(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(python), *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_wheel_lints_a_file(environment, tmp_path):
    (tmp_path / "page.txt").write_text("Zelpax is completely safe.\n", encoding="utf-8")
    done = run(environment, tmp_path, "-m", "medlint", "check", "page.txt", "--format", "json")
    report = json.loads(done.stdout)

    assert done.returncode == 1
    assert [f["rule"] for f in report["documents"][0]["findings"]] == ["overclaim.completely-safe"]


def test_wheel_carries_its_configuration(environment, tmp_path):
    script = "import medlint, medlint.config as c; print(medlint.__file__, c.folder())"
    package, config = run(environment, tmp_path, "-c", script).stdout.split()

    assert Path(config) == Path(package).parent / "config"
    assert str(ROOT) not in config
