"""One leaflet in every format: the same findings, each at the words that it is about."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from medlint import checking
from medlint.model import CheckedDocument, Finding
from medlint.parsers import read
from medlint.settings import default
from tests.conftest import ROOT

SAMPLES = ROOT / "samples"
DATA = ROOT / "tests" / "data" / "formats"

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TEXT_FORMATS = ("html",)
"""Formats whose findings have a place in the decoded file."""

FORMATS = (*TEXT_FORMATS, "docx", "pptx")
"""Ends of names of the leaflets that have to say the same as the Markdown ones. Add yours here."""


@pytest.fixture(scope="module")
def checker() -> checking.Checker:
    return checking.checker(default(ROOT), "2026-11-24")


def checked(checker: checking.Checker, path: Path) -> CheckedDocument:
    (document,) = checking.check_files(checker, [path]).documents
    return document


def told(findings: Sequence[Finding]) -> list[tuple[str, str, str]]:
    """Return what a reader is told, whatever the file's white space: rule, words, message.

    How many sentences a rule about the whole page has read depends on what the format calls a note.
    """
    return [
        (finding.rule, finding.text, re.sub(r"\d+ sentences", "… sentences", finding.message))
        for finding in findings
    ]


@pytest.mark.parametrize("ending", [*FORMATS, "pdf"])
def test_sober_leaflet_has_no_finding_in_any_format(checker: checking.Checker, ending: str) -> None:
    assert told(checked(checker, SAMPLES / f"leaflet.{ending}").findings) == []


@pytest.mark.parametrize("ending", FORMATS)
def test_faulty_leaflet_has_the_same_findings_in_every_format(checker: checking.Checker, ending: str) -> None:
    expected = told(checked(checker, DATA / "leaflet.md").findings)
    found = told(checked(checker, DATA / f"leaflet.{ending}").findings)

    assert ("overclaim.completely-safe", "completely safe") in [each[:2] for each in expected]
    assert found == expected


def test_printed_leaflet_has_the_findings_of_all_that_is_printed(checker: checking.Checker) -> None:
    """No picture's alternative text is printed, and a hyphen that cannot break looks like any other."""
    expected = told(checked(checker, DATA / "leaflet.md").findings)
    found = told(checked(checker, DATA / "leaflet.pdf").findings)

    assert [each[:2] for each in found] == [
        (rule, text.replace("\u2011", "-")) for rule, text, _ in expected if "pain-free" not in text
    ]


@pytest.mark.parametrize(("ending", "place"), [("pdf", (1, None)), ("pptx", (None, 1))], ids=["pdf", "pptx"])
def test_finding_knows_its_page_or_slide(
    checker: checking.Checker, ending: str, place: tuple[int | None, int | None]
) -> None:
    first = checked(checker, DATA / f"leaflet.{ending}").findings[0].position

    assert first is not None
    assert (first.page, first.slide) == place


@pytest.mark.parametrize("ending", ["md", *TEXT_FORMATS])
def test_words_of_a_finding_are_read_back_from_the_file(checker: checking.Checker, ending: str) -> None:
    path = DATA / f"leaflet.{ending}"
    source_text = read(path).source_text
    findings = checked(checker, path).findings
    assert any(finding.start is not None for finding in findings)
    for finding in findings:
        if finding.start is None:  # about the page as a whole
            continue
        written = source_text[slice(finding.start, finding.end)]

        assert plain(written) == finding.text


def plain(written: str) -> str:
    """Return a piece of the file without markup, as a browser would show it."""
    shown = html.unescape(re.sub(r"<[^>]*>|\*\*|\u00ad", "", written))
    return " ".join(shown.replace("\u00ad", "").split())


def test_words_of_a_finding_stand_on_its_slide(checker: checking.Checker) -> None:
    path = DATA / "leaflet.pptx"
    slides = Presentation(str(path)).slides
    findings = [each for each in checked(checker, path).findings if not each.rule.startswith("document.no-")]
    for finding in findings:
        assert finding.position
        assert finding.position.slide
        slide = slides[finding.position.slide - 1]
        trees = [slide.element, *([slide.notes_slide.element] if slide.has_notes_slide else [])]
        written = [" ".join(paragraph_text(each).split()) for tree in trees for each in tree.iter(f"{A}p")]
        told = [each.get("descr", "") for tree in trees for each in tree.iter("{*}cNvPr")]

        assert any(finding.text in each for each in (*written, *told)), finding.text

    assert findings


def paragraph_text(paragraph: Any) -> str:
    """Return the words of a paragraph of a slide, without the hyphens that nobody sees."""
    parts = (" " if each.tag == f"{A}br" else each.text or "" for each in paragraph.iter(f"{A}t", f"{A}br"))
    return "".join(parts).replace("\u00ad", "").replace("\v", " ")


@pytest.mark.parametrize("ending", FORMATS)
def test_blocks_say_the_same_in_every_format(ending: str) -> None:
    """Words alone are compared: markers and cells of headers differ from format to format."""
    expected = {block.text for block in read(DATA / "leaflet.md").blocks if block.kind != "footnote"}
    found = {block.text for block in read(DATA / f"leaflet.{ending}").blocks}

    assert {each for each in expected if "[^" not in each} <= found
