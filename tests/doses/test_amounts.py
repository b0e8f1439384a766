"""Amounts as they are read, and in their safe forms."""

import pytest

from medlint.doses.amounts import amounts, read_at
from tests.documents import document


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("1.0 mg", "1 mg"),
        ("2.50 mg", "2.5 mg"),
        (".5 mL", "0.5 mL"),
        ("10mg", "10 mg"),
        ("10 U", "10 units"),
        ("1 U", "1 unit"),
        ("10 U/kg/h", "10 units/kg per hour"),
        ("400 IU", "400 international units"),
        ("50 µg", "50 micrograms"),
        ("1 μg", "1 microgram"),
        ("5cc", "5 mL"),
        ("2 cc's", "2 mL"),
        ("100000 units", "100,000 units"),
        ("10K units", "10,000 units"),
        ("1.5K units", "1,500 units"),
        ("5 MU", "5 million units"),
        ("1.2 M units", "1.2 million units"),
        ("5 mg/day", "5 mg per day"),
        ("2-3 mg", "2 to 3 mg"),
        (".5-1.0 mg", "0.5 to 1 mg"),
        ("5 gm", "5 g"),
        ("5%", "5%"),
        ("10 mg/mL", "10 mg/mL"),
    ],
)
def test_amount_has_a_safe_form(written, safe):
    (amount,) = amounts(document(f"Take {written} now."))

    assert amount.safe() == safe


def test_point_that_may_part_thousands_is_left_alone():
    (amount,) = amounts(document("It holds 1.500 mg."))

    assert amount.safe() == "1.500 mg"


def test_safe_form_keeps_a_space_that_does_not_break():
    (amount,) = amounts(document("Take 5.0\u00a0mg now."))

    assert amount.safe() == "5\u00a0mg"


def test_shorter_unit_is_offered_too():
    (amount,) = amounts(document("Take 50 µg now."))

    assert amount.safe(short=True) == "50 mcg"


@pytest.mark.parametrize(
    "text",
    [
        "See version 2.0.1 and page 3-4.",
        "Call 020 7946 0000.",
        "It costs £5 g.",
        "10,5 mg",
        "a U-shaped scar",
    ],
)
def test_text_without_amounts_has_none(text):
    assert amounts(document(text)) == ()


def test_second_amount_behind_a_slash_is_read_where_it_is_asked_for():
    assert read_at("25 units/10 units", 9).unit == "units"
    assert read_at("no amount", 0) is None
