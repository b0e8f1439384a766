import pytest

from medlint.reporters.replacing import replacements
from tests.real import page
from tests.reporters.reports import finding, page_finding

PAGE = page("The the pain eased. *The* the pain eased.\n")


@pytest.mark.parametrize(
    ("start", "end", "suggestions", "offered"),
    [
        (0, 7, ("The", "A"), ("The", "A")),
        (0, 7, ("… of … people", "The"), ("The",)),
        (20, 29, ("The",), ()),
        (None, None, ("The",), ()),
    ],
    ids=["plain words", "a wording with gaps", "markup between the words", "no place"],
)
def test_a_wording_is_offered_where_it_can_stand_as_it_is(start, end, suggestions, offered):
    made = finding("The the pain eased.", "The the", start=start, end=end, suggestions=suggestions)

    assert replacements(made, PAGE) == offered


def test_without_the_page_nothing_is_offered():
    assert replacements(finding("The the pain.", "The the", suggestions=("The",)), None) == ()
    assert replacements(page_finding(suggestions=("The",)), PAGE) == ()
