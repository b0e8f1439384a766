"""A scratch repository with pages of an invented clinic, in which a real shell runs what our guides show."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

FAULT = "Zelpax is completely safe for adults."
MORE = "Zelpax is a miracle."
SOBER = "The visit takes half an hour. Bring your card."
SETTINGS = "select: [overclaim.completely-safe, overclaim.miracle, grammar.repeated-word, medlint]\n"

# The day is fixed, and the medlint under test is the one that is found.
_MEDLINT = f"""\
#!/bin/sh
case $1 in
  check|report|allowances|compare) command=$1; shift; set -- "$command" --as-of 2026-11-24 "$@" ;;
esac
exec "{sys.executable}" -m medlint "$@"
"""
_PIP = '#!/bin/sh\nfor word in "$@"; do echo "$word" >> "$PIP_WAS_ASKED"; done\n'

_FENCE = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Fence:
    """A block of code on a page of the guide."""

    heading: str
    language: str
    title: str
    text: str


@dataclass(frozen=True)
class Ran:
    """What a shell left behind."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Site:
    """The repository, and the environment in which its commands run."""

    folder: Path
    environment: Mapping[str, str]

    def write(self, name: str, text: str) -> None:
        """Write a file of the repository."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        """Return the text of a file of the repository."""
        return (self.folder / name).read_text(encoding="utf-8")

    def run(self, script: str, **variables: str) -> Ran:
        """Run a script as CI systems do: it ends with the first command that fails."""
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.folder, env={**self.environment, **variables},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout, done.stderr)

    def commit(self) -> Ran:
        """Commit all there is, hooks and all."""
        return self.run("git add -A && git commit -q -m x")


def make(folder: Path) -> Site:
    """Return a repository in a folder, with one old page that has a finding and one that has none."""
    root, programs = folder / "site", folder / "bin"
    root.mkdir()
    programs.mkdir()
    for name, text in (("medlint", _MEDLINT), ("pip", _PIP)):
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)
    site = Site(root, _environment(folder, programs))
    site.write("medlint.yaml", SETTINGS)
    site.write("content/knee.md", f"# Knee\n\n{FAULT} {SOBER}\n")
    site.write("content/visit.md", f"# Visit\n\n{SOBER}\n")
    assert site.run("git init -q -b main").code == 0
    assert site.commit().code == 0
    return site


def _environment(folder: Path, programs: Path) -> dict[str, str]:
    others = ("GIT_", "GITHUB_", "CI_", "PRE_COMMIT")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    here = str(Path(sys.executable).parent)
    return kept | {
        "PATH": os.pathsep.join((str(programs), here, os.environ["PATH"])),
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "A. Kestrel", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A. Kestrel", "GIT_COMMITTER_EMAIL": "a@example.org",
        "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        "PIP_WAS_ASKED": str(folder / "pip-was-asked"),
        "NO_COLOR": "1", "LC_ALL": "C.UTF-8",
    }  # fmt: skip


def fences(page: str) -> list[Fence]:
    """Return the blocks of code of `docs/PAGE.md`, each with the heading above it."""
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    found, heading = [], ""
    for section in re.split(r"^(?=#+ )", text, flags=re.MULTILINE):
        heading = section.partition("\n")[0].lstrip("# ")
        found += [Fence(heading, match[1], match[2] or "", match[3]) for match in _FENCE.finditer(section)]
    return found


def fence(page: str, heading: str, language: str = "sh", number: int = 0) -> str:
    """Return the text of one block of code of `docs/PAGE.md`."""
    found = [each for each in fences(page) if (each.heading, each.language) == (heading, language)]
    return found[number].text
