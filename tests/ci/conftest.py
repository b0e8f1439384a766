"""A scratch site, the same on a branch, and a commit of this checkout to build from."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci.site import MORE, SOBER, Site, make
from tests.conftest import ROOT


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a repository with an old finding on one of two pages."""
    return make(tmp_path)


@pytest.fixture
def branch(site: Site) -> Site:
    """Return the site on a branch that adds a fault to one page and leaves the old one on the other."""
    assert site.run("git update-ref refs/remotes/origin/main main && git switch -q -c work").code == 0
    site.write("content/visit.md", f"# Visit\n\n{SOBER} {MORE}\n")
    assert site.commit().code == 0
    return site


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of the files that git would take of this checkout, to build from as users do."""
    probe = ["-m", "pip", "download", "-q", "--no-deps", "--retries=0", "--timeout=20", "-d"]
    asked = subprocess.run([sys.executable, *probe, tmp_path, "hatchling"], capture_output=True, check=False)
    if asked.returncode:
        pytest.skip("the package index is not reachable")
    folder = tmp_path / "medlint"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file() and not name.startswith(("tests/", "models/", "benchmarks/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder
