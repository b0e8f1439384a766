"""Broken and hostile pages: bounded in time and memory, nothing fetched, every place right."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings

from medlint.parsers import parse
from tests.parsers.soundness import FILES, check


@settings(max_examples=400, deadline=None)
@given(FILES["html"][1])
def test_any_page_is_read_with_sound_places(source_text: str) -> None:
    check(parse("page.html", source_text.replace("\0", "").encode()))


@settings(max_examples=150, deadline=None)
@given(FILES["xhtml"][1])
def test_any_page_of_xml_is_read_with_sound_places(source_text: str) -> None:
    check(parse("page.xhtml", source_text.replace("\0", "").encode()))


def test_five_thousand_nested_tags_are_read() -> None:
    document = parse("page.html", ("<div>" * 5_000 + "deep" + "</div>" * 5_000 + "<p>after").encode())

    assert [block.text for block in document.blocks] == ["deep", "after"]


HOSTILE = {
    "tags that never close": "<div><p>a",
    "inline tags that never close": "<b><i>a</b>",
    "tags without end": "<a ",
    "quotation marks without end": "<p>a<b x=\"<i y='",
    "comments without end": "<!-- a",
    "declarations without end": "<!doctype a [",
    "code of a server without end": "<?php ",
    "scripts that close nothing": "</script </style",
    "drawings that never close": "<svg><math>",
    "entities": "&ampx&#9;&#99999999",
    "braces": "{{ a {% b ",
    "tables in tables": "<table><tr><td>a",
    "lists of links": "<ul><li><a href=x>a</a>",
    "furniture in furniture": '<nav><h1>a<main><div class="x-footer">',
    "languages": '<p lang="xq">a',
    "breaks": "<br>a<br><br>",
    "remarks": "<!-- medlint: allow x -->",
}


def seconds(piece: str, times: int) -> float:
    before = time.process_time()
    parse("page.html", (piece * times).encode())
    return time.process_time() - before


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    few, many = (min(seconds(piece, times) for _ in range(2)) for times in (2_000, 16_000))

    assert many < 8 * max(few, 0.02) * 3  # three times what is linear: the machine is shared


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    document = parse("page.xhtml", f'<?xml version="1.0"?><!DOCTYPE x [{bomb}]><p>&a11; text</p>'.encode())

    assert document.text == "&a11; text"


MEASURE = """
import resource, sys
from medlint.parsers import parse
piece = "<div class=x><p>The nurse will ask <b>how</b> you sleep at night, and for how long.</p></div>\\n"
source = (piece * (50_000_000 // len(piece))).encode()
document = parse("page.html", source)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(len(document.blocks) == len(source) // len(piece), peak)
"""


@pytest.mark.slow
def test_fifty_megabytes_are_read_in_bounded_memory() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, "-c", MEASURE], env=environment, capture_output=True, text=True, check=True
    )
    is_whole, megabytes = done.stdout.split()

    assert is_whole == "True"
    assert int(megabytes) < 2_000
