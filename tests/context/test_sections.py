"""A heading tells what a section is, until a heading of its own rank or above ends it."""

import pytest

from medlint import parsers
from medlint.context import CONTEXTS
from medlint.model import Region

PAGE = """# Hollowbrook Clinic

Opening words.

## What our guests say

A quiet voice.

### From spring

A second voice.

## Fees and payment

A third of the sum is due first.

## Possible side effects

A bruise may last.

## Our team

A surgeon with a moustache.

## References

A long book.

## Where to find us

A brown house.
"""


def place(document, words):
    start = document.text.index(words)
    return Region(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Opening", None),
        ("A quiet voice", "under-stories"),
        ("A second voice", "under-stories"),
        ("A third of the sum", "under-prices"),
        ("A bruise", "under-risks"),
        ("A surgeon", "under-people"),
        ("A long book", "under-sources"),
        ("A brown house", None),
    ],
)
def test_words_stand_in_the_section_that_the_heading_names(words, expected):
    document = parsers.parse("page.md", PAGE.encode())
    region = place(document, words)

    found = [name for name in CONTEXTS if name.startswith("under-") and CONTEXTS[name](document, region)]

    assert found == ([expected] if expected else [])


def test_long_heading_names_no_section():
    document = parsers.parse(
        "page.md",
        b"# Zelpax comes at a price that lets every family in Hollowbrook laugh and dance again\n\nHere.\n",
    )

    assert not CONTEXTS["under-prices"](document, place(document, "Here"))
