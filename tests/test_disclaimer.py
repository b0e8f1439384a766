"""The fixed disclaimer of supplements is found by its meaning and held against its words."""

import pytest

from medlint import disclaimer
from medlint.disclaimer import FIXED
from tests.documents import document

FIRST = "These statements have not been evaluated by the Food and Drug Administration."
SECOND = "This product is not intended to diagnose, treat, cure, or prevent any disease."


def changes(*blocks):
    return [(part.number, part.change) for part in disclaimer.parts(document(*blocks))]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(FIXED),
        f"*{FIRST} {SECOND}",
        f"{FIRST} {SECOND}".upper(),
        f"{FIRST} {SECOND}".replace("and Drug", "& Drug"),
        f"{FIRST} {SECOND}".replace("cure, or", "cure or"),
        f"{FIRST} These products are not intended to diagnose, treat, cure, or prevent any disease.",
    ],
)
def test_fixed_words_are_found_without_a_change(text):
    assert changes(text) == [(0, ""), (1, "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            FIRST.replace("Food and Drug Administration", "FDA"),
            "“fda” stands for “food and drug administration”",
        ),
        (FIRST.replace("evaluated", "evalutated"), "“evalutated” stands for “evaluated”"),
        (FIRST.replace("by the", "or endorsed by the").replace(" or endorsed", ""), ""),
        (SECOND.replace(" any", ""), "“any” is missing"),
        (SECOND.replace("any disease", "any disease or illness"), "“or illness” was added"),
    ],
)
def test_change_is_told_in_words(text, expected):
    assert [change for _, change in changes(text)] == [expected]


def test_disclaimer_never_reaches_into_another_block():
    assert changes("Information for members", f"is not here. {FIRST}") == [(0, "")]


@pytest.mark.parametrize(
    "text",
    [
        "The FDA approved the vaccine.",
        "A doctor can diagnose and treat the disease.",
        "The tool is not for sale.",
    ],
)
def test_other_text_is_no_disclaimer(text):
    assert changes(text) == []
