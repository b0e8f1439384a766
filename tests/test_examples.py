"""Every example of every rule holds, one test each, named after the rule."""

import pytest

from medlint.checking import load_rules
from medlint.examples import broken, marked
from medlint.rule import Rule
from tests.documents import document

RULES = [rule for rule in load_rules().rules if rule.probes]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold(rule):
    assert list(broken(rule)) == []


def test_marks_are_taken_out_and_their_places_kept():
    assert marked("A [[b]] c [[dd]].") == ("A b c dd.", ((2, 3), (6, 8)))


def rule_with(**examples) -> Rule:
    from medlint.matchers.phrases import probes

    fields = {"bad": (), "good": (), "misses": (), "false_alarms": ()} | examples
    sources = ("https://example.org/",)
    made = probes(["miracle"], {})
    return Rule(
        *("overclaim.test", "“{text}”", "note", "wording", "why", "advice", sources), probes=made, **fields
    )


@pytest.mark.parametrize(
    ("examples", "problem"),
    [
        ({"bad": ("A [[wonder]].",)}, "nothing is flagged, not 'wonder'"),
        ({"bad": ("A [[miracle cure]].",)}, "'miracle' is flagged, not 'miracle cure'"),
        ({"good": ("A miracle.",)}, "'miracle' is flagged"),
        ({"misses": ("A [[miracle]].",)}, "is found now: move it to bad"),
        ({"false_alarms": ("A [[wonder]].",)}, "is not flagged any more: move it to good"),
    ],
)
def test_example_that_does_not_hold_is_told(examples, problem):
    assert [each.problem for each in broken(rule_with(**examples))] == [problem]


def test_document_of_tests_has_its_text_as_file():
    page = document("One.", "Two.")

    assert page.source_text == page.text == "One.\n\nTwo."
