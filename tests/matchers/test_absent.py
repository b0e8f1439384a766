"""What a page lacks is said once, without a place."""

import pytest

from medlint.matchers.absent import Spec, probes
from medlint.model import Match
from medlint.rule import whole
from tests.documents import document


def matches(text, **spec):
    page = document(text)
    (probe,) = probes(Spec.model_validate(spec), {})
    return list(probe.find(page, whole(page)))


def test_missing_words_are_flagged_without_a_place():
    assert matches("Zelpax helps.", phrases=["side effects"]) == [Match(None)]


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        ("Side effects are rare.", {"phrases": ["side effects"]}),
        ("Our opening hours.", {"phrases": ["side effects"], "when": ["treatment"]}),
        ("Short.", {"phrases": ["side effects"], "least-words": 50}),
        ("", {"phrases": ["side effects"]}),
    ],
)
def test_nothing_is_missing(text, spec):
    assert matches(text, **spec) == []


def test_page_that_owes_the_words_is_flagged():
    assert matches("This treatment helps.", phrases=["risks"], when=["treatment"]) == [Match(None)]
