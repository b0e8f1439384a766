"""The keys of the sources that a page lists."""

import pytest

from medlint.parsers import parse
from medlint.references import references
from tests.documents import document, passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It works.\n\n## References\n\n1. Orban K. 2019.\n2. Bell T. 2020.\n", {"1", "2"}),
        ("It works.\n\n[1] Orban K. J Eyes. 2019.\n", {"1"}),
        ("It works.\n\n[^x]: Orban K. J Eyes. 2019.\n", {"x"}),
        ("It works.\n\n[^x]: Individual results may vary.\n", set()),
        ("It works.\n\n[^x]: Not for children.\n", set()),
        ("It works.\n\n## References\n\n1. Data on file, Zelpax Ltd.\n2. Bell T. 2020.\n", {"2"}),
        ("## How to\n\n1. Shake the bottle.\n2. Take one spoon.\n", set()),
        ("It works.\n", set()),
    ],
)
def test_sources_of_a_markdown_page(text, expected):
    assert references(parse("page.md", text.encode())) == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (("It works.", passage("heading", "Sources"), "1. Orban K. 2019.", "2) Bell T."), {"1", "2"}),
        (("It works.", "[1] Orban K. J Eyes. 2019."), {"1"}),
        (("It works.", "¹ Orban K. J Eyes. 2019."), {"1"}),
        (("It works*.", "* Hollowbrook Survey 2021."), {"*"}),
        (("It works.", passage("list-item", "Hollowbrook Survey 2021.", marker="*")), {"*"}),
        (("It works.", "1. Shake. 2021 bottles were sold."), set()),
        (("It works.", passage("reference", "Orban K. 2019.", marker="[7]")), {"7"}),
        ((passage("heading", "Sources"), passage("heading", "More"), "1. Shake."), set()),
    ],
)
def test_sources_of_plain_blocks(blocks, expected):
    assert references(document(*blocks)) == expected
