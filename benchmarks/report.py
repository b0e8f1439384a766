"""How large the HTML report of a thousand findings is, how fast it is made, and how fast it filters.

python benchmarks/report.py            print the figures; exit 1 where one is over its limit
python benchmarks/report.py --write    write benchmarks/report.md

The time of a filter is taken in Chromium, from the change of a box to the next painted frame; where
there is no Chromium or no playwright, the figure is left out and said to be so.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from medlint import checking, parsers  # noqa: E402
from medlint.reporters import RenderOptions  # noqa: E402
from medlint.reporters.html import render  # noqa: E402
from medlint.reporters.html_report import dossier  # noqa: E402
from medlint.settings import default  # noqa: E402
from tests.reporters.browser import executable  # noqa: E402

FINDINGS = 1_000
MOST_BYTES = 3_000_000
MOST_MILLISECONDS = 100
RUNS = 7
SAMPLE = ROOT / "samples" / "clinic-page.md"

_FILTER = """
() => new Promise(done => {
  const box = document.querySelector("input[name=severity][value=warning]");
  const start = performance.now();
  box.click();
  document.body.offsetHeight;
  const computed = performance.now() - start;
  requestAnimationFrame(() => setTimeout(() => done([computed, performance.now() - start])));
})
"""


def pages() -> Iterator[tuple[str, bytes]]:
    """Yield copies of our sample page under other names, without end."""
    data = SAMPLE.read_bytes()
    number = 0
    while True:
        number += 1
        yield f"page-{number:03}.md", data


def main() -> int:
    """Measure, print and maybe write."""
    checker = checking.checker(default(ROOT), "2026-11-24")
    documents, findings = [], 0
    for path, data in pages():
        document = parsers.parse(path, data)
        documents.append(document)
        findings += len(checking.check_document(checker, document)[0].findings)
        if findings >= FINDINGS:
            break
    report = checking.check_documents(checker, documents)
    start = time.perf_counter()
    html = render(report, RenderOptions(dossier=dossier.gather(report, checker, (), documents)))
    seconds = time.perf_counter() - start
    size = len(html.encode())
    filters = _filter_times(html)
    rows = [
        ("findings", f"{len(report.findings):,} in {len(documents)} files", f"{FINDINGS:,}"),
        ("size of the file", f"{size / 1e6:.2f} MB", f"{MOST_BYTES / 1e6:.0f} MB"),
        ("time to make it, after the check", f"{seconds:.2f} s", ""),
        ("a filter: style and layout done", _median(filters, 0), f"{MOST_MILLISECONDS} ms"),
        ("a filter: painted", _median(filters, 1), ""),
    ]
    text = _text(rows)
    sys.stdout.write(text)
    if "--write" in sys.argv:
        (ROOT / "benchmarks" / "report.md").write_text(text, encoding="utf-8")
    is_slow = bool(filters) and statistics.median(each[0] for each in filters) > MOST_MILLISECONDS
    return int(size > MOST_BYTES or is_slow)


def _filter_times(html: str) -> list[tuple[float, float]]:
    chromium = executable()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return []
    if chromium is None:
        return []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        path = Path(folder) / "report.html"
        path.write_text(html, encoding="utf-8")
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(path.as_uri())
        times = [tuple(page.evaluate(_FILTER)) for _ in range(2 * RUNS)]
        browser.close()
    return [(computed, painted) for computed, painted in times]


def _median(times: list[tuple[float, float]], which: int) -> str:
    if not times:
        return "not measured: no Chromium, or no playwright"
    return f"{statistics.median(each[which] for each in times):.0f} ms"


def _text(rows: list[tuple[str, str, str]]) -> str:
    head = (
        "# The HTML report of a thousand findings\n\n"
        "Made by `python benchmarks/report.py --write`: our sample page under many names, checked with the\n"
        "defaults. A filter is timed in Chromium without a screen, the middle of several changes.\n\n"
        "| what | measured | limit |\n| --- | --- | --- |\n"
    )
    return head + "".join(f"| {what} | {measured} | {limit} |\n" for what, measured, limit in rows)


if __name__ == "__main__":
    raise SystemExit(main())
