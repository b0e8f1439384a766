"""Which suggestions can be applied unasked, and how they are written in place of words."""

import pytest

from medlint import wording


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        (".5 mg", ["0.5 mg"]),
        ("5.0 mg", ["5 mg"]),
        ("10000 units", ["10,000 units"]),
        ("q6h", ["every 6 hours"]),
        ("recieve", ["receive"]),
    ],
)
def test_one_whole_wording_is_safe(text, suggestions):
    assert wording.fits_unasked(text, suggestions)


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("recieve", []),
        ("recieve", ["receive", "relieve"]),
        ("up to 70 %", ["usually about …"]),
        ("best", ["better than ..."]),
        ("the clinic", ["[name of the clinic]"]),
        ("the clinic", ["the ___ clinic"]),
        ("the clinic", ["the XX clinic"]),
        ("2,5 mg", ["2.5 mg"]),
        ("5 mg", ["50 mg"]),
        ("1000000", ["1 million"]),
        ("5 mg 5 mg", ["5 mg"]),
        ("the", ["the"]),
        ("the the", [""]),
        (" ", ["the"]),
        ("the the", ["the "]),
    ],
)
def test_choice_gap_or_other_figure_is_not(text, suggestions):
    assert not wording.fits_unasked(text, suggestions)


@pytest.mark.parametrize(
    ("new", "text", "begins", "written"),
    [
        ("daily", "QD", True, "Daily"),
        ("daily", "QD", False, "daily"),
        ("daily", "qd", True, "daily"),
        ("mL", "CC", True, "mL"),
        ("because", "Due to the fact that", True, "Because"),
    ],
)
def test_capital_stands_where_a_sentence_begins(new, text, begins, written):
    assert wording.in_place(new, text, begins=begins) == written
