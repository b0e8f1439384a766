"""How fast medlint is, in one run: cold start, words per second, memory, growth with text and with rules.

    python benchmarks/speed.py [--write]     --write puts the table into benchmarks/speed.md

The text is 250,000 words that repeat nothing: patient pages (`../shared/data/nih_patient_pages`), topped up
with research articles (`craft_sentences`); without them the script says so and stops. Every figure is the
median of several whole processes, run in turn, so that a change in the machine's speed hits all alike: read
the ratios. What medlint keeps between runs lies in a folder of its own; a run without it says so.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PAGES = SHARED / "data" / "nih_patient_pages" / "dev.jsonl"
ARTICLES = SHARED / "data" / "craft_sentences" / "dev.jsonl"
RUNS = 5
NOTHING_KEPT = "nothing kept"  # behind a command: it finds no folder for what is kept between runs
MEDLINT = [sys.executable, "-m", "medlint", "check", "--format", "json", "--fail-on", "never"]
PEERS = {"proselint": ["proselint", "check"], "write-good": ["write-good"]}


def corpus(words: int) -> list[str]:
    """Return pages with `words` words in all, none of them twice."""
    pages, count = [], 0
    for text in dict.fromkeys((*_patient_pages(), *_articles())):
        pages.append(text)
        count += len(text.split())
        if count >= words:
            break
    return pages


def _patient_pages() -> Iterator[str]:
    for line in PAGES.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]


def _articles() -> Iterator[str]:
    """Yield research articles in parts of about the length of a page."""
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        paragraphs = [paragraph["text"] for paragraph in json.loads(line)["paragraphs"]]
        for start in range(0, len(paragraphs), 4):
            yield "\n\n".join(paragraphs[start : start + 4])


def environment(cache: str) -> dict[str, str]:
    """Return the environment of a run: byte code is kept, as it is of what pip has installed."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return own | {"MEDLINT_CACHE_DIR": cache}


def run(command: list[str]) -> tuple[float, float]:
    """Return the processor's seconds and peak memory (MB) of a whole process, of one thread each.

    On a machine without other work they are the seconds one waits; here others work beside us.
    """
    cache = os.devnull if command[-1] == NOTHING_KEPT else str(Path(tempfile.gettempdir()) / "medlint-speed")
    command = [word for word in command if word != NOTHING_KEPT]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(cache)
    )
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def medians(commands: dict[str, list[str]], runs: int = RUNS) -> dict[str, tuple[float, float]]:
    """Return the median seconds and the peak memory of each command, run in turn."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(run(command))
    return {
        name: (statistics.median(seconds for seconds, _ in each), max(memory for _, memory in each))
        for name, each in taken.items()
    }


def more_rules(folder: Path, times: int) -> list[str]:
    """Return options for a run with `times` the shipped phrase rules, the others about unheard-of words."""
    if times == 1:
        return []
    shipped = yaml.safe_load((ROOT / "config" / "claims.yaml").read_text(encoding="utf-8"))["rules"]
    packs = []
    for copy in range(1, times):
        rules = [_foreign(rule, copy, number) for number, rule in enumerate(shipped)]
        pack = folder / f"more-{times}-{copy}.yaml"
        pack.write_text(yaml.safe_dump({"pack": f"more-{copy}", "rules": rules}), encoding="utf-8")
        packs.append(str(pack))
    settings = folder / f"more-{times}.yaml"
    settings.write_text(yaml.safe_dump({"packs": packs}), encoding="utf-8")
    return ["--config", str(settings)]


def _foreign(rule: dict, copy: int, number: int) -> dict:
    """Return a rule of the same size whose phrases end in a word that stands on no page."""
    matches = rule["match"] if isinstance(rule["match"], list) else [rule["match"]]
    phrases = [p for match in matches for p in match.get("phrases", [])] or ["entirely safe", "wholly cured"]
    own = [
        f"{phrase} zq{copy}x{number}".replace(f"> zq{copy}x{number}", f" zq{copy}x{number}>")
        for phrase in phrases
    ]
    return {
        **{key: rule[key] for key in ("label", "severity", "needs", "advice", "why", "sources")},
        "id": f"overclaim.more-{copy}-{number}",
        "message": "“{text}” is here.",
        "match": {"phrases": own},
        "bad": ["[[a]] b", "[[a]] c"],
        "good": ["b", "c"],
    }


def main() -> int:
    """Measure and print, as Markdown."""
    if not PAGES.is_file():
        print("NOT MEASURED: the patient pages are not beside this checkout.")
        return 0
    with tempfile.TemporaryDirectory() as name:
        lines = [*_head(), *_figures(Path(name))]
    text = "\n".join(lines) + "\n"
    print(text)
    if "--write" in sys.argv:
        (ROOT / "benchmarks" / "speed.md").write_text(text, encoding="utf-8")
    return 0


def _head() -> list[str]:
    return [
        "# Speed",
        "",
        "`python benchmarks/speed.py --write`",
        "",
        f"Python {platform.python_version()}, {os.cpu_count()} shared cores.",
        "Medians of several whole processes run in turn, start-up and reading included, in seconds of the",
        "processor (of one thread: what one waits on a machine without other work); read the ratios.",
        "",
    ]


def _figures(folder: Path) -> list[str]:
    pages = corpus(250_000)
    whole = folder / "whole"
    whole.mkdir()
    for number, page in enumerate(pages):
        (whole / f"{number:04}.txt").write_text(page + "\n", encoding="utf-8")
    words = sum(len(page.split()) for page in pages)
    one = folder / "one.txt"
    one.write_text(pages[0] + "\n", encoding="utf-8")
    base = "\n\n".join(pages)
    base = base[: len(base) // 8]
    grown: dict[int, Path] = {}
    shifted = "\n\n".join(pages)
    for times in (1, 2, 4, 8):
        grown[times] = folder / f"grown-{times}.txt"
        grown[times].write_text(shifted[: len(base) * times] + "\n", encoding="utf-8")
    start = medians(
        {
            "python": [sys.executable, "-c", "pass"],
            "spacy": [sys.executable, "-c", "import spacy"],
            "page": [*MEDLINT, str(one)],
            "page, nothing kept": [*MEDLINT, str(one), NOTHING_KEPT],
        }
    )
    bulk_commands = {
        "medlint": [*MEDLINT, str(whole)],
        "no grammar": [*MEDLINT, "--grammar", "off", str(whole)],
    }
    for name, command in PEERS.items():
        if _is_installed(command[0]):
            bulk_commands[name] = [*command, *map(str, sorted(whole.glob("*.txt")))]
    bulk = medians(bulk_commands, 3)
    text = medians({str(times): [*MEDLINT, str(path)] for times, path in grown.items()}, 3)
    rules = medians(
        {str(times): [*MEDLINT, *more_rules(folder, times), str(whole)] for times in (1, 2, 4)}, 3
    )
    lines = ["## Cold start", "", "| what | seconds |", "| --- | --- |"]
    lines += [
        f"| {label} | {start[name][0]:.2f} |"
        for name, label in (
            ("page", "medlint, one page"),
            ("page, nothing kept", "the same where nothing of earlier runs is kept"),
            ("spacy", "only `import spacy`"),
            ("python", "only Python"),
        )
    ]
    lines += [
        "",
        f"## {words:,} words in {len(pages)} files",
        "",
        "| tool | seconds | words per second | beside start-up | peak memory, MB |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {name} | {seconds:.2f} | {words / seconds:,.0f} | {_beside(name, words, seconds, start)} "
        f"| {memory:.0f} |"
        for name, (seconds, memory) in bulk.items()
    ]
    missing = [name for name in PEERS if name not in bulk]
    lines += ["", f"Not measured, not installed: {', '.join(missing)}."] if missing else []
    lines += [
        "",
        "## Growth",
        "",
        "| one file, times the text | seconds | ratio | less start-up |",
        "| --- | --- | --- | --- |",
    ]
    lines += [_ratio(times, text, start["page"][0]) for times in (1, 2, 4, 8)]
    lines += ["", "| times the rules | seconds | ratio | less start-up |", "| --- | --- | --- | --- |"]
    lines += [_ratio(times, rules, start["page"][0]) for times in (1, 2, 4)]
    return lines


def _beside(name: str, words: int, seconds: float, start: dict[str, tuple[float, float]]) -> str:
    """Return words per second without the start of medlint; of others it is not known."""
    return "" if name in PEERS else f"{words / (seconds - start['page'][0]):,.0f}"


def _ratio(times: int, figures: dict[str, tuple[float, float]], start: float) -> str:
    seconds, first = figures[str(times)][0], figures["1"][0]
    return f"| {times} | {seconds:.2f} | {seconds / first:.2f} | {(seconds - start) / (first - start):.2f} |"


def _is_installed(command: str) -> bool:
    return subprocess.run(["which", command], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
