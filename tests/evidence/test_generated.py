"""Sentences made from the registry: true ones are silent, changed ones are found."""

import pytest

from medlint.evidence.registry import shipped
from tests.evidence.generate import rates


@pytest.fixture(scope="module")
def measured():
    return rates(shipped())


def test_true_statements_are_silent(measured):
    number, found, wrong = measured

    assert number["none"] > 600
    assert found["none"] <= 0.01 * number["none"], [case.text for case in wrong if case.change == "none"]


@pytest.mark.parametrize(
    ("change", "least"), [("number", 0.95), ("time", 0.9), ("people", 0.9), ("polarity", 0.9)]
)
def test_changed_statements_are_found(measured, change, least):
    number, found, wrong = measured

    assert number[change] > 90
    assert found[change] >= least * number[change], [case.text for case in wrong if case.change == change]
