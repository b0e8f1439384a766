"""Hold the figures of the development sets above `floors.json`: they only ever rise.

    python benchmarks/floors.py            exit 1 when a figure is below its floor
    python benchmarks/floors.py --raise    write the figures of this run as floors where they are better

The labelled sets lie in `../shared` beside the checkout; without them the script says so and ends well.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "benchmarks" / "floors.json"
MEDLINT = f"{sys.executable} -m medlint"
SLACK = 0.005  # a raised floor lies this much below its figure, so that rounding does not break a build


def scores() -> dict[str, float]:
    """Return the figures of `score.py` on snippets and pages, by name."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "figures.json")
        done = subprocess.run(
            [
                sys.executable,
                str(SHARED / "eval" / "score.py"),
                *("--claims", str(SHARED / "eval" / "claims_dev.jsonl")),
                *("--docs", str(SHARED / "eval" / "docs")),
                *("--medlint", MEDLINT, "--json", str(out)),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        print(done.stdout)
        if done.returncode != 0:
            sys.exit(done.stdout + done.stderr)
        return dict(json.loads(out.read_text(encoding="utf-8")))


def rates() -> dict[str, float]:
    """Return findings per 1,000 words of sober pages, and how many authorised claims are flagged."""
    with tempfile.TemporaryDirectory() as folder:
        pages = _write(Path(folder, "pages"), SHARED / "data" / "nih_patient_pages" / "dev.jsonl")
        claims = _write(Path(folder, "claims"), SHARED / "data" / "gb_health_claims" / "dev.jsonl")
        sober = _report(pages)
        words = sum(document["words"] for document in sober["documents"])
        figures = {}
        for category in ("overclaim", "statistic", "grammar"):
            found = sum(
                finding["rule"].startswith(f"{category}.")
                for document in sober["documents"]
                for finding in document["findings"]
            )
            figures[f"nih.{category}.per_1000_words"] = 1000 * found / words
        flagged = [
            document["path"]
            for document in _report(claims)["documents"]
            if any(
                finding["rule"].startswith(("overclaim.", "statistic.")) for finding in document["findings"]
            )
        ]
        figures["gb_health_claims.flagged"] = float(len(flagged))
        return figures


def _write(folder: Path, source: Path) -> Path:
    folder.mkdir()
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines()):
        (folder / f"{number:05}.txt").write_text(json.loads(line)["text"] + "\n", encoding="utf-8")
    return folder


def _report(folder: Path) -> dict:
    command = [*MEDLINT.split(), "check", str(folder), "--format", "json", "--fail-on", "never"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def is_ceiling(name: str) -> bool:
    """Say whether less is better for a figure."""
    return any(part in name for part in (".false_alarm.", "per_1000_words", ".flagged"))


def main() -> int:
    """Compare this run with the floors."""
    if not SHARED.is_dir():
        print("NOT CHECKED: the labelled sets are not beside this checkout; the floors were not measured.")
        return 0
    figures = {**scores(), **rates()}
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    if "--raise" in sys.argv:
        for name, floor in floors.items():
            value = figures[name] + (SLACK if is_ceiling(name) else -SLACK)
            floors[name] = round(min(floor, value) if is_ceiling(name) else max(floor, value), 3)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    low = 0
    for name, floor in floors.items():
        value = figures[name]
        holds = value <= floor if is_ceiling(name) else value >= floor
        low += not holds
        limit = "at most" if is_ceiling(name) else "at least"
        print(f"{'ok ' if holds else 'LOW'} {name:40} {value:.3f}  {limit} {floor}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
