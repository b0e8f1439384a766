"""Numbers in digits and in words have the value a reader gives them."""

import re

import pytest

from medlint.quantities.numerals import NUMBER, value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7", 7),
        ("0.125", 0.125),
        ("1,5", 1.5),
        ("15,000", 15000),
        ("15.000", 15000),
        ("12 000", 12000),
        ("1,234,567.5", 1234567.5),
        ("2.5 million", 2500000),
        ("nine", 9),
        ("thirteen", 13),
        ("thirty-five", 35),
        ("ninety", 90),
        ("two hundred", 200),
        ("a hundred", 100),
        ("a million", 1000000),
        ("three thousand", 3000),
        ("a dozen", 12),
        ("hundred", 100),
    ],
)
def test_value(text, expected):
    assert re.fullmatch(NUMBER, text)
    assert value(text) == expected


@pytest.mark.parametrize("text", ["covid-19", "$40", "€650", "v2", "often", "someone", "3d"])
def test_part_of_a_name_or_a_price_is_no_number(text):
    assert re.search(NUMBER, text) is None
