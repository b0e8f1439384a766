"""What all formats at once cost beside one: whole runs over the twelve development pages.

    python benchmarks/formats.py [--runs 9]

Prints the median of each, and ends with 1 where all formats together cost more than 1.3 times what one costs.
The runs are taken in turn, so that a change in the machine's speed hits both alike.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from medlint.reporters import REPORTERS

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT.parent / "shared" / "eval" / "docs"
LIMIT = 1.3
MEDLINT = [sys.executable, "-m", "medlint", "check", str(PAGES), "--fail-on", "never", "--grammar", "builtin"]
TEMPLATE = "{% for document in documents %}{{ document.path }} {{ document.findings | length }}\n{% endfor %}"


def commands(folder: Path) -> dict[str, list[str]]:
    """Return the command with one format, and with all of them, each into a file."""
    template = folder / "report.j2"
    template.write_text(TEMPLATE, encoding="utf-8")
    everything = []
    for name in REPORTERS:
        source = f"template:{template}" if name == "template" else name
        everything += ["--format", f"{source}:{folder / name}.out"]
    return {
        "one": [*MEDLINT, "--format", f"json:{folder / 'one.json'}"],
        "all": [*MEDLINT, *everything],
    }


def seconds(command: list[str]) -> float:
    """Return the processor time of a whole run, which neighbours disturb less than the clock."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"medlint ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    """Measure, print, and say whether the limit is kept."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    if not PAGES.is_dir():
        print(f"{PAGES}: the pages to measure on are missing")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        measured = commands(Path(folder))
        taken: dict[str, list[float]] = {name: [] for name in measured}
        for command in measured.values():
            seconds(command)  # the first run fills the caches of the system
        for _ in range(runs):
            for name, command in measured.items():
                taken[name].append(seconds(command))
    one, everything = (statistics.median(taken[name]) for name in ("one", "all"))
    print(f"one format  {one:.2f} s\n{len(REPORTERS)} formats  {everything:.2f} s")
    print(f"ratio       {everything / one:.2f} (limit {LIMIT})")
    return 0 if everything / one <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
