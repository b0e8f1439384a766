"""Words that stay as they are, whatever was found in them."""

from __future__ import annotations

import pytest

KEPT = {
    "quotation marks": ("page.md", "The leaflet says “take the the tablet” on page one.\n"),
    "straight marks": ("page.md", 'The leaflet says "take the the tablet" on page one.\n'),
    "quoted block": ("page.md", "> Take the the tablet.\n"),
    "quoted element": ("page.html", "<p>He wrote <q>take the the tablet</q> to us.</p>"),
    "quoted part of a page": ("page.html", "<blockquote><p>Take the the tablet.</p></blockquote>"),
    "code in a line": ("page.md", "Run `wait for the the nurse` and then call us.\n"),
    "code of two ticks": ("page.md", "Run ``wait for the the `nurse` `` and then call us.\n"),
    "element of code": ("page.html", "<p>Run <code>wait for the the nurse</code> and call us.</p>"),
    "keys": ("page.md", "Press <kbd>the the</kbd> and call us.\n"),
    "block of code": ("page.md", "```\nTake the the tablet.\n```\n"),
    "address": ("page.md", "See https://hollow.example/a,the/the or www.hollow.example/wait,then today.\n"),
    "e-mail": ("page.txt", "Write to desk,help@hollow.example today.\n"),
    "another language": ("page.html", '<p>We say <i lang="de">die die Hand, the the Hand</i> here.</p>'),
    "another language in Markdown": ("page.md", 'We say <i lang="de">the the Hand</i> here.\n'),
    "references": (
        "page.md",
        "Zelpax was tried.[1]\n\n## References\n\n1. Kestrel A. On the the belt. J Belt. 2020;1:2-3.\n",
    ),
    "allowed in the text": (
        "page.md",
        "<!-- medlint: allow grammar -- a name -->\nThe band The The plays , at noon.\n",
    ),
}


@pytest.mark.parametrize("case", KEPT)
def test_words_of_others_and_what_is_no_prose_stay(case, fixed):
    name, page = KEPT[case]

    assert fixed(name, page).after.data.decode() == page


@pytest.mark.parametrize(
    ("case", "why"),
    [("code in a line", "in code or another language"), ("references", "in a list of references")],
)
def test_reason_is_counted_where_something_was_found(case, why, fixed):
    result = fixed(*KEPT[case])

    assert result.left in ({}, {why: 1})


def test_words_beside_protected_ones_are_fixed(fixed):
    page = "Take the the tablet. It says “the the tablet” and `the the`.\n"

    assert fixed("page.md", page).after.data.decode() == page.replace("Take the the", "Take the")


def test_ticks_that_are_never_closed_protect_nothing(fixed):
    assert b"the the" not in fixed("page.md", "A stray ` mark. Take the the tablet.\n").after.data
