"""From matches to findings: one for each fault and place, in order, with all that a reader needs."""

from medlint import engine, linter
from medlint.matchers.absent import Spec
from medlint.matchers.absent import probes as absent_probes
from medlint.matchers.phrases import probes
from medlint.model import Failure
from medlint.rule import Probe, Rule
from tests.documents import document, passage


def rule(id, *phrases, label="overclaim.hype", severity="warning", made=None, **fields) -> Rule:
    made = made or probes(list(phrases), {})
    sources = ("https://example.org/a",)
    return Rule(
        *(id, "“{text}” is praise.", severity, "wording", "why", "Cut it.", sources, (), (), made),
        label=label,
        **fields,
    )


def found(page, *rules):
    return linter.findings(page, engine.build(rules))[0]


PAGE = document("First.", "It is a \U0001f600 true miracle cure.")


def test_finding_says_what_where_and_why():
    (finding,) = found(PAGE, rule("overclaim.miracle", "miracle"))

    assert finding.message == "“miracle” is praise."
    assert (finding.text, finding.sentence) == ("miracle", "It is a \U0001f600 true miracle cure.")
    assert finding.sentence[slice(*finding.in_sentence)] == "miracle"
    assert PAGE.source_text[finding.start : finding.end] == "miracle"
    assert (finding.position.line, finding.position.column) == (3, 16)
    assert (finding.end_position.line, finding.end_position.column) == (3, 23)
    assert finding.sources[0].url == "https://example.org/a"


def test_same_label_on_the_same_words_is_one_finding_the_worse():
    rules = [rule("overclaim.a", "true miracle"), rule("overclaim.b", "miracle cure", severity="error")]

    (finding,) = found(PAGE, *rules)
    assert (finding.rule, finding.text, finding.causes) == ("overclaim.b", "miracle cure", ("overclaim.a",))


def test_of_two_alike_the_longer_stands():
    rules = [rule("overclaim.a", "miracle"), rule("overclaim.b", "true miracle cure")]

    assert [f.text for f in found(PAGE, *rules)] == ["true miracle cure"]


def test_two_labels_on_the_same_words_are_two_findings():
    rules = [rule("overclaim.a", "miracle"), rule("overclaim.b", "miracle", label="overclaim.cure")]

    assert [f.rule for f in found(PAGE, *rules)] == ["overclaim.a", "overclaim.b"]


def test_findings_stand_in_order_and_the_page_as_a_whole_last():
    missing = absent_probes(Spec(phrases=["risks"]), {})
    rules = [
        rule("document.no-risks", label="document.no-risks", made=missing),
        rule("overclaim.z", "miracle"),
        rule("overclaim.a", "first"),
    ]

    assert [f.rule for f in found(PAGE, *rules)] == ["overclaim.a", "overclaim.z", "document.no-risks"]
    assert found(PAGE, rules[0])[0].start is None


def test_fingerprint_survives_rewrapping_and_a_new_name_and_tells_repeats_apart():
    one = found(document("A  miracle.", path="a.txt"), rule("overclaim.m", "miracle"))
    two = found(document("New.", "A miracle.", path="b.txt"), rule("overclaim.m", "miracle"))
    twice = found(document("A miracle.", "A miracle."), rule("overclaim.m", "miracle"))

    assert one[0].fingerprint == two[0].fingerprint == twice[0].fingerprint
    assert twice[0].fingerprint != twice[1].fingerprint


def test_failing_rule_is_a_failure_with_its_name():
    def fail(*_):
        raise ValueError("oops")

    broken = rule("overclaim.broken", made=(Probe((), fail),))
    findings, failures = linter.findings(PAGE, engine.build([broken, rule("overclaim.m", "miracle")]))

    assert [f.rule for f in findings] == ["overclaim.m"]
    told = "page.txt: rule overclaim.broken failed: ValueError: oops"
    assert failures == (Failure("page.txt", "rule overclaim.broken", told),)


def test_titles_of_cited_works_are_not_judged():
    page = document("A miracle.", passage("reference", "Example A. A miracle of nothing. 2020.", marker="1"))

    assert [f.start for f in found(page, rule("overclaim.m", "miracle"))] == [2]


def test_long_words_are_cut_in_the_message_only():
    page = document("A " + "very " * 60 + "miracle.")
    (finding,) = found(page, rule("overclaim.m", "a ...90 miracle"))

    assert len(finding.message) < 150
    assert finding.text.endswith("miracle")
