"""When a page was written: what tells it, and what only looks like it."""

import pytest

from medlint.page.dates import is_dated
from medlint.parsers import parse


def page(text, name="page.md"):
    return parse(name, text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Last reviewed: 4 March 2025",
        "Last reviewed on March 4th, 2025 by the knee team.",
        "Issued April 2022, review due April 2025.",
        "Updated 2025-03-04",
        "Page last updated: 04/03/2025",
        "This leaflet was last revised in Spring 2024.",
        "This information was reviewed by the Hollowbrook unit in May 2024.",
        "*Published on 3 May 2024*",
        "**Hollowbrook, Wales, 9 February 2024** – The house opens a second room.",
        "HOLLOWBROOK, Feb. 9, 2024 - The house opens a second room.",
        "Date of preparation: June 2024",
        "Version 2, June 2024",
        "12 March 2024",
        "March 2024 newsletter",
        "Tuesday, 12 March 2024 | 5 min read",
        "| Version | 3 |\n| --- | --- |\n| Last review | March 2024 |",
        "Next review: 2027",
    ],
)
def test_page_is_dated_by(text):
    assert is_dated(page(f"# Knees\n\nSome words.\n\n{text}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "© 2024 Hollowbrook House",
        "The price list is valid until 30 June 2025.",
        "A study published in May 2021 asked 40 people.",
        "The house was opened on 3 May 2009.",
        "In March 2024, 40 people came to us.",
        "Velorin was approved by the FDA on 12 March 2019.",
        "Updated weekly.",
        "Our open day is on 12 March 2024.",
        "Prices as of March 2024",
        "Copyright 2019-2024. All rights reserved.",
        "She had the operation on 12 March 2024 and went home the next day.",
        "## References\n\n1. Marsh A. Knees. Published 12 March 2019.",
    ],
)
def test_page_is_not_dated_by(text):
    assert not is_dated(page(f"# Knees\n\nSome words.\n\n{text}\n"))


@pytest.mark.parametrize("key", ["date", "last_reviewed", "Review-Date", "updated"])
def test_front_matter_dates_a_page(key):
    assert is_dated(page(f"---\n{key}: 2025-03-04\n---\n# Knees\n\nSome words.\n"))


def test_empty_front_matter_dates_nothing():
    assert not is_dated(page("---\ndate:\n---\n# Knees\n\nSome words.\n"))
