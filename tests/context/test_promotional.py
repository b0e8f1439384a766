"""A page that sells is told from one that informs, by its own word or by how it speaks."""

import pytest

from medlint import parsers
from medlint.context import CONTEXTS
from medlint.model import Region

LONG = "The nurse will weigh you and ask about your medicines before the scan begins. " * 20


def is_promotional(text, name="page.md"):
    document = parsers.parse(name, text.encode())
    return CONTEXTS["promotional"](document, Region(0, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Our surgeons await you.",
        f"{LONG}\n\nOur surgeons await you. Ask for our prices.",
        "---\nregister: shop-page\n---\nZelpax, 30 capsules.",
        "---\nregister: press release\n---\nA new ward was opened.",
    ],
)
def test_page_that_sells_is_promotional(text):
    assert is_promotional(text)


@pytest.mark.parametrize(
    "text",
    [
        "The nurse will weigh you.",
        f"{LONG}\n\nOur surgeons will see you at noon.",
        "We have no “free trial” here; the words “our customers” are not ours either. The word is banned.",
        "---\nregister: patient leaflet\n---\nOur surgeons will see you at noon. Ask for our prices.",
    ],
)
def test_page_that_informs_is_not(text):
    assert not is_promotional(text)


def test_unknown_register_says_nothing():
    assert is_promotional("---\nregister: opera\n---\nOur surgeons await you.")
