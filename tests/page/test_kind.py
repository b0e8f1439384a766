"""What a page owes depends on what it is."""

import pytest

from medlint.page.kind import kind
from medlint.page.sources import has_sources
from medlint.parsers import parse
from medlint.rules.document import ABOUT_A_TREATMENT, page

INVOICE = "# Invoice 2041\n\n" + "\n".join(
    f"- Position {number}: one injection into the knee, treatment on Monday, {number * 20} euros"
    for number in range(1, 30)
)
ADDRESS = "# How to find us\n\n" + ABOUT_A_TREATMENT
BANNER = "# New knees in a day\n\nBook your treatment today. Velorin helps, and the injection takes minutes."
HOUSE = "# Rooms\n\n" + " ".join(
    ["The rooms are on the second floor, beside the lift, and the windows open to the garden."] * 12
)
RIGHTS = "# Privacy policy\n\n" + " ".join(
    ["We keep your name, your treatment and your symptoms for ten years in a locked room."] * 12
)


def read(text):
    return parse("page.md", text.encode())


@pytest.mark.parametrize(
    "text",
    [INVOICE, ADDRESS, BANNER, HOUSE, RIGHTS, ""],
    ids=["invoice", "address", "banner", "house", "privacy", "empty"],
)
def test_page_owes_nothing(text):
    assert not kind(read(text)).is_health


def test_register_of_front_matter_decides():
    assert not kind(read(f"---\nregister: price list\n---\n{page()}")).is_health


def test_page_that_sells_a_treatment():
    found = kind(read(page()))

    assert (found.is_health, found.is_treatment, found.is_selling, found.is_test) == (True, True, True, False)


def test_check_up_is_a_test():
    assert kind(read(page(title="# Check-up of the knee"))).is_test


def test_page_about_a_disease_is_no_treatment_page():
    text = "# Gout\n\n" + " ".join(
        [
            "Gout is a disease of the joints that comes with pain.",
            "An attack of gout begins at night with swelling of the toe.",
        ]
        * 8
    )
    found = kind(read(text))

    assert (found.is_health, found.is_treatment, found.is_selling) == (True, False, False)


@pytest.mark.parametrize(
    "text",
    [
        "## References\n\n1. Marsh A. Knees. 2021.",
        "See [the study](https://hollowbrook.example.org/knees/2021).",
        "According to the Hollowbrook Register 2021, 4 in 10 people walk better.",
        "It was measured once (Marsh et al., 2021).",
    ],
)
def test_page_names_a_source(text):
    assert has_sources(read(f"# Knees\n\n{text}"))


@pytest.mark.parametrize(
    "text", ["Studies show that it works.", "Data on file.", "[Book now](https://hollowbrook.example/book)"]
)
def test_page_names_no_source(text):
    assert not has_sources(read(f"# Knees\n\n{text}"))
