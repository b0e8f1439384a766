"""Syllables, told from spelling."""

import pytest

from medlint.readability import syllables

ONE = ("a", "knee", "rate", "rates", "hoped", "should", "eye", "")
TWO = (
    "table",
    "needle",
    "needles",
    "treated",
    "treatment",
    "patient",
    "patients",
    "doctor",
    "science",
    "diet",
    "being",
    "safely",
    "DOCTOR",
)
THREE = ("medicine", "area", "well-being")
FOUR = ("bacteria", "operation", "anaemia")


@pytest.mark.parametrize(
    ("word", "number"),
    [(word, number) for number, words in enumerate((ONE, TWO, THREE, FOUR), start=1) for word in words],
)
def test_syllables_of(word, number):
    assert syllables(word) == number
