"""Each finding's words are marked exactly where they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.model import Passage, Region
from medlint.reporters.html_report.marks import Mark, page, region_of
from medlint.reporters.html_report.view import Piece, Segment
from tests.documents import document
from tests.reporters.html_report.dossiers import CLINIC, run
from tests.reporters.reports import finding, page_finding

TEXT = "Zelpax is completely safe and never fails."


def segments(*marks: Mark) -> list[Segment]:
    made = page("p1", document(TEXT), marks, ())
    return [segment for piece in made.pieces for segment in piece.segments]


def shown(*marks: Mark) -> list[tuple[str, int]]:
    return [(each.text, each.finding) for each in segments(*marks)]


def mark(number: int, words: str, severity: str = "warning") -> Mark:
    start = TEXT.index(words)
    return Mark(number, severity, Region(start, start + len(words)))  # type: ignore[arg-type]


def test_words_are_marked_and_the_rest_is_not() -> None:
    assert shown(mark(1, "completely safe")) == [
        ("Zelpax is ", 0),
        ("completely safe", 1),
        (" and never fails.", 0),
    ]


def test_overlapping_words_lead_to_the_worse_finding_and_name_both() -> None:
    found = segments(mark(1, "completely safe", "error"), mark(2, "safe and never fails", "note"))

    assert [(each.text, each.finding) for each in found] == [
        ("Zelpax is ", 0),
        ("completely ", 1),
        ("safe", 1),
        (" and never fails", 2),
        (".", 0),
    ]
    assert [each.closes for each in found] == [(), (), ((1, "error"),), ((2, "note"),), ()]
    assert [each.opens for each in found] == [(), (1,), (2,), (), ()]


def test_same_severity_leads_to_the_shorter_words() -> None:
    assert ("safe", 2) in shown(mark(1, "completely safe"), mark(2, "safe"))


@pytest.mark.parametrize("place", [0, 9, len(TEXT)])
def test_a_place_without_words_is_told_where_it_is(place: int) -> None:
    found = segments(Mark(7, "note", Region(place, place)))
    before = "".join(each.text for each in found[: [each.closes for each in found].index(((7, "note"),))])

    assert before == TEXT[:place]


@given(
    st.lists(
        st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.sampled_from(["error", "note"])),
        max_size=6,
    )
)
def test_any_marks_leave_the_text_as_it_is_and_open_and_close_once(
    places: list[tuple[int, int, str]],
) -> None:
    marks = [
        Mark(number, severity, Region(min(start, end), max(start, end)))  # type: ignore[arg-type]
        for number, (start, end, severity) in enumerate(places, 1)
    ]
    found = segments(*marks)
    opened = sorted(number for each in found for number in each.opens)
    closed = sorted(number for each in found for number, _ in each.closes)

    assert "".join(each.text for each in found) == TEXT
    assert opened == closed == [each.number for each in marks]


def test_items_of_a_list_and_cells_of_a_table_stand_together() -> None:
    report, dossier = run({"page.md": CLINIC})
    pieces = page("p1", dossier.documents["page.md"], (), ()).pieces
    table = next(piece for piece in pieces if piece.kind == "table")
    cells = [["".join(each.text for each in cell.segments) for cell in row.parts] for row in table.parts]

    assert [piece.kind for piece in pieces] == [
        "heading", "paragraph", "paragraph", "list", "table", "quote", "heading", "reference",
    ]  # fmt: skip
    assert cells[1:] == [["Zelpax", "6 of 10"], ["Sugar pill", "5 of 10"]]
    assert report.findings


def test_every_finding_on_words_is_found_again_in_the_text() -> None:
    report, dossier = run({"page.md": CLINIC})
    page_ = dossier.documents["page.md"]
    placed = {each.rule: region_of(page_, each) for each in report.findings}
    texts = {each.rule: each.text for each in report.findings}

    assert placed
    for rule, region in placed.items():
        assert region is not None
        assert page_.text[region.start : region.end] == texts[rule]


def test_format_without_places_in_the_file_is_marked_by_sentence_and_position() -> None:
    page_ = document("Zelpax is safe.", "Zelpax is safe.")
    second = page_.blocks[1].region.start
    found = replace(
        finding("Zelpax is safe.", "safe"),
        start=None,
        end=None,
        position=page_.position(second + len("Zelpax is ")),
    )

    assert region_of(page_, found) == Region(second + 10, second + 14)


@pytest.mark.parametrize(
    "found",
    [page_finding(), finding("Zelpax is safe.", "safe", start=3), finding("Gone.", "Gone", start=9999)],
)
def test_finding_that_does_not_stand_in_the_text_is_not_marked(found: object) -> None:
    assert region_of(document("Zelpax is safe."), found) is None  # type: ignore[arg-type]


def test_marker_of_a_reference_stays_with_it() -> None:
    entry = "Miller A. A study. 2021."
    made = page(
        "p1",
        document(Passage("reference", entry, Region(0, len(entry)), marker="1")),
        (),
        (),
    )

    assert made.pieces == (Piece("reference", 0, "1", (Segment(entry),)),)
