"""LanguageTool beside our own rules: what it finds, what it costs, and that nothing of it stays.

    python benchmarks/languagetool.py quality    development pages: own rules, LanguageTool, both
    python benchmarks/languagetool.py claims     whether other findings are the same with and without it
    python benchmarks/languagetool.py sober      findings on sober patient pages; --show prints each
    python benchmarks/languagetool.py speed      a page cold and warm, and the server's memory
    python benchmarks/languagetool.py kills      runs killed at any moment: which servers stay
    python benchmarks/languagetool.py names      write medlint/languagetool/rule-names.txt anew

Needs `medlint languagetool install`. Without the pages in `../shared` the first three say so and end well.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import textwrap
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from medlint import checking, parsers, settings
from medlint.languagetool import curated, install, java, places, processes, server, session
from medlint.languagetool.rules import PREFIX
from medlint.model import Document, Finding

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "samples" / "clinic-page.md"

Span = tuple[int, int]


def pages() -> Iterator[tuple[Document, list[Span]]]:
    """Yield the development pages with their marked errors of grammar."""
    sys.path.insert(0, str(SHARED / "eval"))
    import gold as marks

    documents, _ = marks.load_dir(SHARED / "eval" / "docs")
    for page in documents:
        spans = [(s["start"], s["end"]) for s in marks.gold(page)["spans"] if s["category"] == "grammar"]
        yield parsers.parse(page.name, page.text.encode()), spans


def sober(*, clean: bool = False) -> Iterator[Document]:
    """Yield the patient pages of health institutes; clean: those in which no letter was lost on the way."""
    path = SHARED / "data" / "nih_patient_pages" / "dev.jsonl"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if clean and not json.loads(line)["spelling_clean"]:
            continue
        yield parsers.parse(f"{number:04}.txt", json.loads(line)["text"].encode())


def checked(documents: list[Document], *rules: str) -> Iterator[list[Finding]]:
    """Yield what grammar rules find in each document, with LanguageTool."""
    asked = settings.with_command_line(settings.default(ROOT), {"select": list(rules)})
    checker = checking.checker(asked, "2026-01-01")
    with session.Session() as languagetool:
        report = checking.check_asked(checker, languagetool.ahead(documents), languagetool)
    if languagetool.note or report.failures:
        sys.exit(f"not measured: {languagetool.note or report.failures}")
    by_path = {document.path: list(document.findings) for document in report.documents}
    for document in documents:
        yield by_path[document.path]


def quality(_: argparse.Namespace) -> None:
    """Print precision, recall and F1: a finding is right when it overlaps a marked error."""
    if not SHARED.is_dir():
        print("NOT MEASURED: the labelled pages are not beside this checkout.")
        return
    documents = list(pages())
    both = list(checked([document for document, _ in documents], "grammar"))
    theirs = list(checked([document for document, _ in documents], "grammar.lt"))
    ours = [[each for each in found if not each.rule.startswith(PREFIX)] for found in both]
    print("| who checks | right | wrong | found | precision | recall | F1 |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, found in (("our own rules", ours), ("LanguageTool", theirs), ("both", both)):
        right = wrong = hit = marked = 0
        for (_, spans), findings in zip(documents, found, strict=True):
            places_ = [(each.start or 0, each.end or 0) for each in findings]
            right += sum(any(a < d and c < b for c, d in spans) for a, b in places_)
            wrong += sum(not any(a < d and c < b for c, d in spans) for a, b in places_)
            hit += sum(any(a < d and c < b for a, b in places_) for c, d in spans)
            marked += len(spans)
        p, r = right / max(1, right + wrong), hit / marked
        f1 = 2 * p * r / (p + r) if p + r else 0
        print(f"| {name} | {right} | {wrong} | {hit} of {marked} | {p:.2f} | {r:.2f} | {f1:.2f} |")


def claims(_: argparse.Namespace) -> None:
    """Say whether all findings but LanguageTool's own are the same with and without it."""
    if not SHARED.is_dir():
        print("NOT MEASURED: the pages are not beside this checkout.")
        return
    documents = [*(document for document, _ in pages()), *sober()]
    snippets = (SHARED / "eval" / "claims_dev.jsonl").read_text(encoding="utf-8").splitlines()
    documents += [parsers.parse(f"c{n}.txt", json.loads(t)["text"].encode()) for n, t in enumerate(snippets)]
    checker = checking.checker(settings.default(ROOT), "2026-01-01")
    without = checking.check_documents(checker, documents).findings
    with session.Session() as languagetool:
        both = checking.check_asked(checker, languagetool.ahead(documents), languagetool).findings
    kept = tuple(each for each in both if not each.rule.startswith(PREFIX))
    verdict = "the same" if kept == without else "NOT THE SAME"
    print(f"{len(documents)} texts: {len(without):,} findings without LanguageTool, with it {verdict}")
    print(f"and {len(both) - len(kept)} of its own")


def rate(options: argparse.Namespace) -> None:
    """Print how often LanguageTool speaks on sober pages."""
    if not SHARED.is_dir():
        print("NOT MEASURED: the sober pages are not beside this checkout.")
        return
    documents = list(sober(clean=options.clean))
    found = [each for findings in checked(documents, "grammar.lt") for each in findings]
    words = sum(document.words for document in documents)
    often = 1000 * len(found) / words
    print(f"{len(documents)} pages, {words:,} words, {len(found)} findings, {often:.2f} in 1,000")
    for rule, number in Counter(each.rule for each in found).most_common(12):
        print(f"  {number:4} {rule}")
    for each in found if options.show else ():
        print(f"{each.path}: {each.rule}: “{each.text}” in: {each.sentence[:160]}")


def run(*arguments: str) -> float:
    """Run medlint and return the seconds it took."""
    command = [sys.executable, "-m", "medlint", *arguments]
    began = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 2:
        sys.exit(f"not measured: {done.stdout}{done.stderr}")
    return time.perf_counter() - began


def forget() -> None:
    """Take all answers away, so that everything is asked anew."""
    for path in places.cache().glob(f"{places.answers().name}*"):
        path.unlink()


def speed(options: argparse.Namespace) -> None:
    """Print the seconds of a page without, with a cold, a warm and an unneeded server; and its memory."""
    check = ("check", str(PAGE), "--fail-on", "never", "--quiet", "--grammar")
    figures: dict[str, list[float]] = {name: [] for name in ("builtin", "cold", "cached", "warm")}
    for _ in range(options.runs):
        forget()
        figures["builtin"].append(run(*check, "builtin"))
        figures["cold"].append(run(*check, "languagetool"))
        figures["cached"].append(run(*check, "languagetool"))
    run("languagetool", "start")
    try:
        run(*check, "languagetool")
        for _ in range(options.runs):
            forget()
            figures["warm"].append(run(*check, "languagetool"))
        print(f"a page of {parsers.read(PAGE).words} words, median of {options.runs} runs, seconds")
        for name, seconds in figures.items():
            print(f"  {name:8} {statistics.median(seconds):.2f}  ({min(seconds):.2f} to {max(seconds):.2f})")
        if SHARED.is_dir():
            forget()
            documents = list(sober())[:300]
            began = time.perf_counter()
            list(checked(documents, "grammar.lt"))
            pace = sum(document.words for document in documents) / (time.perf_counter() - began)
            print(f"{len(documents)} sober pages, two requests at a time: {pace:,.0f} words a second")
        kept = json.loads((places.servers() / "server.json").read_text(encoding="utf-8"))
        print(f"memory of the server afterwards: {processes.memory(kept['pid']) / 2**20:.0f} MB")
    finally:
        run("languagetool", "stop")


def alive() -> list[int]:
    """Return the processes of the installed LanguageTool."""
    import psutil

    ours = str(places.home())
    return [
        process.pid
        for process in psutil.process_iter(["cmdline"])
        if any(part.startswith(ours) for part in process.info["cmdline"] or ())
    ]


def kills(options: argparse.Namespace) -> None:
    """Start runs, end each by a signal at some moment, and count the servers that stay."""
    chance = random.Random(6)
    signals = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
    seen = left = 0
    for number in range(options.times):
        forget()
        command = [
            sys.executable,
            "-m",
            "medlint",
            "check",
            str(PAGE),
            "--quiet",
            "--grammar",
            "languagetool",
        ]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 3.0))
        seen += bool(alive())
        process.send_signal(signals[number % 2 if number % 10 else 2])
        process.wait()
        deadline = time.monotonic() + 2
        while alive() and time.monotonic() < deadline:
            time.sleep(0.05)
        left += len(alive())
    records = len(list(places.servers().glob("run-*.json")))
    print(f"{options.times} runs ended by a signal, {seen} of them while their server ran")
    print(f"{left} servers stayed")
    print(f"{records} records of killed runs, which the next run takes away")


def names(_: argparse.Namespace) -> None:
    """Write the names of all rules that may speak, as the server lists them."""
    target = ROOT / "medlint" / "languagetool" / "rule-names.txt"
    started = server.start(java.find(), places.home(), places.servers())
    try:
        started.wait_until_ready()
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        address = f"http://127.0.0.1:{started.port}/v2/configinfo?language={curated.LANGUAGE}"
        with opener.open(address, timeout=60) as answer:
            told = json.load(answer)
    finally:
        started.close()
    speaking = {
        rule["ruleId"].lower().replace("_", "-")
        for rule in told["rules"]
        if rule["categoryId"] not in curated.CATEGORIES_OFF
        and rule["ruleId"] not in curated.RULES_OFF
        and not rule.get("isDefaultOff")
    }
    head = (
        f"# The names of the rules of LanguageTool {told['software']['version']} that may speak, "
        "as `python benchmarks/languagetool.py names` writes them.\n"
    )
    wrapped = textwrap.wrap(" ".join(sorted(speaking)), 118, break_on_hyphens=False, break_long_words=False)
    target.write_text(head + "\n".join(wrapped) + "\n", encoding="utf-8")
    print(f"{len(speaking)} names in {target.relative_to(ROOT)}")


def main() -> None:
    """Do what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    does = {
        "quality": quality,
        "claims": claims,
        "sober": rate,
        "speed": speed,
        "kills": kills,
        "names": names,
    }
    parser.add_argument("what", choices=does)
    parser.add_argument("--show", action="store_true", help="print each finding")
    parser.add_argument("--clean", action="store_true", help="only pages in which no letter was lost")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--times", type=int, default=100)
    options = parser.parse_args()
    os.environ.pop("MEDLINT_GRAMMAR", None)
    if not install.is_installed(places.home()):
        print("NOT MEASURED: LanguageTool is not installed; `medlint languagetool install` fetches it.")
        return
    does[options.what](options)


if __name__ == "__main__":
    main()
