"""How fast files of each format are read: megabytes per second, growth with the text, hostile files.

    python benchmarks/formats_speed.py [docx] [html] [pdf] [pptx]

Reading alone is measured: from the bytes to the `Document`, in one process, the median of several runs.
"""

from __future__ import annotations

import copy
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from medlint.model import Finding
from medlint.parsers import parse

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
MEGABYTE = 1_000_000


def seconds(path: str, data: bytes, runs: int = RUNS) -> float:
    """Return the median time in which a file is read."""
    taken = []
    for _ in range(runs):
        before = time.process_time()
        parse(path, data)
        taken.append(time.process_time() - before)
    return statistics.median(taken)


def html_page(size: int, *, is_saved: bool) -> bytes:
    """Return a page of about `size` bytes: the leaflet many times, as it is or as a site holds it."""
    leaflet = (ROOT / "samples" / "leaflet.html").read_text(encoding="utf-8")
    text = leaflet[leaflet.index("<main") : leaflet.index("</main>")].partition(">")[2]
    if is_saved:
        for name in ("p", "h2", "li", "td", "ul"):
            marks = f'class="elementor-{name} wp-block-{name} has-text-align-left" data-id="4f1c{name}"'
            text = text.replace(f"<{name}>", f"<{name} {marks}>")
        text = f'<div class="elementor-section"><div class="elementor-container">{text}</div></div>'
        text += "<script>" + "window.dataLayer.push({event: 'view'});" * 60 + "</script>"
    head, tail = leaflet[: leaflet.index("<h1>")], leaflet[leaflet.index("</main>") :]
    return (head + text * (size // len(text) + 1) + tail).encode()


def hostile_html() -> Iterator[tuple[str, Callable[[int], str]]]:
    """Yield kinds of broken pages, each with what makes one of a number of tags."""
    yield "tags that never close", lambda number: "<div><p>a" * number
    yield "nested emphasis", lambda number: "<b>" * number + "<i></b>" * number
    yield "quotation mark never closed", lambda number: "<p>a" * number + '<a href="x>' + "<p>b" * number
    yield "“<” without end", lambda number: "<a " * number
    yield "comments without end", lambda number: "<!-- a" * number
    yield "declarations", lambda number: "<!doctype a [" * number
    yield "entities", lambda number: "&ampx&#9;" * number
    yield "braces", lambda number: "{{ a {% b " * number
    yield "tables in tables", lambda number: "<table><tr><td>a" * number
    yield "links", lambda number: "<ul><li><a href=x>a</a>" * number
    yield "navigation in navigation", lambda number: "<nav><h1>a<main>" * number


def report_html() -> Iterator[str]:
    """Yield the figures of HTML, line by line."""
    yield "| page | MB | seconds | MB per second |"
    yield "| --- | --- | --- | --- |"
    for name, is_saved in (("leaflet, bare markup", False), ("leaflet, as a site holds it", True)):
        for size in (MEGABYTE, 4 * MEGABYTE):
            page = html_page(size, is_saved=is_saved)
            taken, large = seconds("page.html", page), len(page) / MEGABYTE
            yield f"| {name} | {large:.1f} | {taken:.2f} | {large / taken:.1f} |"
    yield ""
    yield "| broken page | tags | seconds | four times the tags |"
    yield "| --- | --- | --- | --- |"
    for name, make in hostile_html():
        number = 5_000
        once, more = (seconds("page.html", make(size).encode(), 3) for size in (number, 4 * number))
        yield f"| {name} | {number:,} | {once:.3f} | {more:.3f} ({more / once:.1f} times) |"


def docx_file(pages: int) -> bytes:
    """Return a Word file of about `pages` pages: the leaflet, which fills two and a half, many times."""
    import docx

    leaflet = docx.Document(str(ROOT / "tests" / "fixtures" / "leaflet.docx"))
    body = leaflet.element.body
    whole = [copy.deepcopy(element) for element in body[:-1]]
    for _ in range(max(0, round(pages / 2.5) - 1)):
        for element in whole:
            body.insert(-1, copy.deepcopy(element))
    file = io.BytesIO()
    leaflet.save(file)
    return file.getvalue()


def report_docx() -> Iterator[str]:
    """Yield the figures of Word files, line by line."""
    from medlint.annotate.docx import annotated

    yield "| pages | MB of XML | read, seconds | copy with 100 comments, seconds | check, less an empty run |"
    yield "| --- | --- | --- | --- | --- |"
    for pages in (20, 80, 320):
        data = docx_file(pages)
        findings = _hundred(data)
        before = time.process_time()
        annotated("page.docx", data, findings, "2026-11-24")
        taken = time.process_time() - before
        large = sum(member.file_size for member in zipfile.ZipFile(io.BytesIO(data)).infolist()) / MEGABYTE
        whole = _whole("page.docx", data) - _whole("page.txt", b"Words.")
        read = seconds("page.docx", data, 3)
        yield f"| {pages} | {large:.1f} | {read:.2f} | {taken:.2f} | {whole:.2f} |"


def _hundred(data: bytes) -> list[Finding]:
    """Return findings on a hundred words of a Word file."""
    document = parse("page.docx", data)
    places = range(0, len(document.text) - 20, len(document.text) // 100)
    return [
        Finding(
            path="page.docx", rule="overclaim.x", label=None, severity="note", needs="wording",
            message="Words.", advice="", sources=(), start=None, end=None, position=document.position(place),
            end_position=document.position(place + 9), text=document.text[place : place + 9], sentence="",
            in_sentence=(0, 0), suggestions=(), fingerprint="",
        )
        for place in places
    ]  # fmt: skip


def pdf_file(pages: int) -> bytes:
    """Return pages of prose in two columns, 3,500 characters each, with header, heading and page number."""
    sys.path.insert(0, str(ROOT))
    from tests.parsers.pdf_files import Text, column, pdf

    leaflet = (ROOT / "samples" / "leaflet.txt").read_text(encoding="utf-8")
    words = [word for word in leaflet.split() if word.isascii()]
    made = []
    for number in range(1, pages + 1):
        lines = [
            " ".join(words[(number * 37 + line * 7 + place) % len(words)] for place in range(7))
            for line in range(90)
        ]
        made.append(
            [Text(50, 800, "Hollowbrook Skin Clinic"), Text(50, 770, f"Part {number}", 16),
             Text(300, 30, str(number)),
             *column(50, 740, lines[:45], 8, 14), *column(310, 740, lines[45:], 8, 14)]
        )  # fmt: skip
    return pdf(*made, is_packed=True)


def report_pdf() -> Iterator[str]:
    """Yield the figures of PDF, line by line."""
    yield "| pages | characters | seconds to read | seconds to check, beside an empty run |"
    yield "| --- | --- | --- | --- |"
    for pages in (20, 80, 320):
        data = pdf_file(pages)
        document = parse("page.pdf", data)
        whole = _whole("page.pdf", data) - _whole("page.txt", b"Words.")
        read = _both("page.pdf", data)
        yield f"| {pages} | {len(document.text):,} | {read:.2f} | {whole:.2f} |"


def _used() -> float:
    """Return the processor time of this process and of those that it waited for."""
    return sum(os.times()[:4])


def _both(path: str, data: bytes) -> float:
    """Return the median time of reading, in this process and the one that PDFium has."""
    taken = []
    for _ in range(RUNS):
        before = _used()
        parse(path, data)
        taken.append(_used() - before)
    return statistics.median(taken)


def _whole(name: str, data: bytes) -> float:
    """Return the median time of whole runs over one file."""
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        command = [sys.executable, "-m", "medlint", "check", str(path), "--fail-on", "never", "--quiet"]
        for _ in range(RUNS):
            before = _used()
            done = subprocess.run([*command, "--grammar", "builtin"], capture_output=True, check=False)
            taken.append(_used() - before)
            if done.returncode:
                raise SystemExit(done.stderr.decode())
    return statistics.median(taken)


def pptx_file(slides: int) -> bytes:
    """Return slides of five items each."""
    sys.path.insert(0, str(ROOT))
    from tests.parsers.pptx_files import paragraph, pptx, shape, slide

    items = [paragraph(f"Item {number} tells how one tablet is taken in the evening.") for number in range(5)]
    page = slide(shape(paragraph("How to take it"), place="title"), shape(*items, place="body"))
    return pptx(*[page] * slides)


def report_pptx() -> Iterator[str]:
    """Yield the figures of PPTX, line by line."""
    yield "| slides | seconds to read |"
    yield "| --- | --- |"
    for slides in (20, 80, 320):
        yield f"| {slides} | {seconds('page.pptx', pptx_file(slides), 3):.2f} |"


REPORTS = {"docx": report_docx, "html": report_html, "pdf": report_pdf, "pptx": report_pptx}
"""What measures a format, by its name."""


def main() -> int:
    """Print the figures of the formats named, or of all."""
    names = sys.argv[1:] or list(REPORTS)
    if unknown := [name for name in names if name not in REPORTS]:
        print(f"no figures for {', '.join(unknown)}; there are some for {', '.join(REPORTS)}")
        return 2
    for name in names:
        print(f"## {name}\n\n" + "\n".join(REPORTS[name]()) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
