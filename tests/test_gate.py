import pytest

from medlint.gate import Gate, gate
from tests.reporters.reports import finding, page_finding


def fails(fail_on, rule, severity):
    return gate(fail_on).fails(finding("It is safe.", "safe", rule=rule, severity=severity))


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        ("error", ["error"]),
        ("warning", ["error", "warning"]),
        ("note", ["error", "warning", "note"]),
        ("never", []),
    ],
)
def test_one_severity_is_for_all_rules(fail_on, failing):
    found = [level for level in ("error", "warning", "note") if fails(fail_on, "overclaim.cure", level)]

    assert found == failing


@pytest.mark.parametrize(
    ("rule", "severity", "is_failing"),
    [
        ("overclaim.cure", "warning", True),
        ("overclaim.cure", "note", False),
        ("overclaim.praise-of-clinic", "error", False),
        ("grammar.repeated-word", "error", False),
        ("statistic.ceiling", "error", True),
        ("statistic.ceiling", "warning", False),
    ],
)
def test_the_longest_name_of_a_rule_decides_and_others_fail_on_errors(rule, severity, is_failing):
    narrow = {"overclaim": "warning", "overclaim.praise": "never", "grammar": "never"}

    assert fails(narrow, rule, severity) is is_failing


def test_default_is_for_all_others():
    assert fails({"default": "note", "grammar": "never"}, "statistic.ceiling", "note")
    assert not fails({"default": "never", "grammar": "error"}, "statistic.ceiling", "error")


def test_findings_on_the_whole_page_count_too():
    assert gate({"document": "warning"}).fails(page_finding())


def test_a_gate_says_what_it_is():
    assert str(gate("warning")) == "warning"
    assert (
        str(gate({"overclaim": "warning", "grammar": "never"}))
        == "error (grammar: never, overclaim: warning)"
    )


def test_a_gate_that_nothing_can_fail_knows_it():
    assert not Gate("never").can_fail
    assert not gate({"default": "never", "grammar": "never"}).can_fail
    assert gate({"default": "never", "grammar": "note"}).can_fail
