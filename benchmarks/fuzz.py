"""Files made by chance through a parser: it reads them or says what is wrong, and nothing else happens.

    nice python benchmarks/fuzz.py FORMAT [--runs 200000] [--first 0]

FORMAT is docx, pdf, pptx, html, xhtml, markdown, plain, subtitles or email. Batches keep hypothesis from
remembering every run. The first file that breaks something ends the run with its traceback and with what
makes the file again. Figures and found cases: benchmarks/formats.md.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, note, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from medlint.errors import DocumentError
from medlint.parsers import parse

BATCH = 2_000

Fuzzer = tuple[st.SearchStrategy[Any], Callable[[Any], bool]]
"""What a file is made of, and what reads and checks it: whether it could be read."""


def docx() -> Fuzzer:
    """Return the fuzzer of Word files: read, annotated, read again."""
    from tests.parsers.docx_fuzz import check, made

    return st.integers(0, 2**64 - 1), lambda number: check(made(number), number) is not None


def text(name: str) -> Fuzzer:
    """Return the fuzzer of a format that is text."""
    from tests.parsers.soundness import FILES, check

    path, strategy = FILES[name]

    def run(content: str) -> bool:
        try:
            document = parse(path, content.encode("utf-8", "surrogatepass"))
        except DocumentError:
            return False
        check(document)
        return True

    return strategy, run


def pdf() -> Fuzzer:
    """Return the fuzzer of PDF files: half of them damaged files, half characters anywhere on pages."""
    from tests.parsers import pdf_fuzz

    def run(number: int) -> bool:
        if number % 2:
            return pdf_fuzz.check_file(pdf_fuzz.damaged(number)) is not None
        pdf_fuzz.check_scattered(number)
        return True

    return st.integers(0, 2**64 - 1), run


def pptx() -> Fuzzer:
    """Return the fuzzer of PowerPoint files."""
    from tests.parsers.pptx_fuzz import check, made

    return st.integers(0, 2**64 - 1), lambda number: check(made(number)) is not None


FUZZERS: dict[str, Callable[[], Fuzzer]] = {
    "docx": docx,
    "pdf": pdf,
    "pptx": pptx,
    "html": lambda: text("html"),
    "xhtml": lambda: text("xhtml"),
    "markdown": lambda: text("markdown"),
    "plain": lambda: text("plain"),
    "subtitles": lambda: text("subtitles"),
    "email": lambda: text("email"),
}
"""What makes the fuzzer of a format, by its name."""


def batch(fuzzer: Fuzzer, runs: int, number: int) -> tuple[int, int]:
    """Return how many files were made and how many of them could be read."""
    strategy, run = fuzzer
    made = read = 0

    @seed(number)
    @settings(
        max_examples=runs,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def each(chosen: Any) -> None:
        nonlocal made, read
        note(f"{chosen!r}")
        made += 1
        read += run(chosen)

    each()
    return made, read


def main() -> int:
    """Run, and tell how many files there were."""
    parser = argparse.ArgumentParser()
    parser.add_argument("format", choices=sorted(FUZZERS))
    parser.add_argument("--runs", type=int, default=200_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first batch")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore", UserWarning)  # of zip archives with two members of one name
    fuzzer, began = FUZZERS[arguments.format](), time.monotonic()
    made = read = 0
    number = arguments.first
    while made < arguments.runs:
        new = batch(fuzzer, min(BATCH, arguments.runs - made), number)
        made, read, number = made + new[0], read + new[1], number + 1
        print(f"{made:,} files, {read:,} read, {time.monotonic() - began:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
