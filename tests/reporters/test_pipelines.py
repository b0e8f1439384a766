"""GitLab, JUnit, Checkstyle and JSON lines: what a pipeline reads, by a consumer where there is one."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml

from medlint.gate import Gate
from medlint.model import Failure, Report
from medlint.reporters import REPORTERS, RenderOptions
from tests.reporters.reports import CLEAN, FULL, LEAFLET, VISIT, document, finding, page_finding, report

FAILURES = (Failure("", "tool", "is missing"), Failure("b.md", "document", "no such file"))
ONE = report(document("page.md", finding("It is safe.", "safe", 7, message="Too much.", advice="Cut it.")))


def rendered(name: str, made: Report, **options: Any) -> str:
    return REPORTERS[name](made, RenderOptions(**options))


class TestGitlab:
    def test_an_issue_has_what_gitlab_asks_for(self) -> None:
        (issue,) = json.loads(rendered("gitlab", ONE))

        assert issue["description"] == "Too much. Cut it."
        assert issue["check_name"] == "overclaim.completely-safe"
        assert issue["severity"] == "critical"
        assert issue["location"]["path"] == "page.md"
        assert issue["location"]["lines"] == {"begin": 7, "end": 7}
        assert issue["location"]["positions"]["begin"] == {"line": 7, "column": 7}

    def test_nothing_found_is_an_empty_array(self) -> None:
        assert json.loads(rendered("gitlab", CLEAN)) == []

    def test_fingerprints_are_unique_over_all_files(self) -> None:
        made = report(document("a.md", page_finding()), document("b.md", page_finding()))
        issues = json.loads(rendered("gitlab", made))

        assert len({issue["fingerprint"] for issue in issues}) == 2

    def test_severities_are_gitlabs(self) -> None:
        issues = json.loads(rendered("gitlab", FULL))

        assert {issue["severity"] for issue in issues} == {"critical", "minor", "info", "blocker"}

    def test_a_failure_blocks(self) -> None:
        issues = json.loads(rendered("gitlab", report(document("a.md"), failures=FAILURES)))

        assert [(each["severity"], each["location"]["path"], each["description"]) for each in issues] == [
            ("blocker", ".", "Not checked: tool: is missing"),
            ("blocker", "b.md", "Not checked: no such file"),
        ]

    def test_a_path_begins_inside_the_repository(self) -> None:
        made = report(document("./a.md", page_finding()))

        assert json.loads(rendered("gitlab", made))[0]["location"]["path"] == "a.md"


class TestJunit:
    def test_a_consumer_reads_suites_and_cases(self) -> None:
        read = JUnitXml.fromstring(rendered("junit", FULL).encode())

        assert (read.tests, read.failures, read.errors) == (9, 2, 2)
        assert [suite.name for suite in read] == [
            "leaflets/zelpax für alle.md", "visit.txt", "medlint", "old/scan.txt",
        ]  # fmt: skip

    def test_what_fails_the_run_is_a_failure(self) -> None:
        (suite,) = JUnitXml.fromstring(rendered("junit", ONE).encode())
        (case,) = suite
        (failure,) = case.result

        assert (case.classname, case.name) == ("page.md", "overclaim.completely-safe (7:7)")
        assert (failure.message, failure.type) == ("Too much.", "overclaim.completely-safe")
        assert failure.text.splitlines()[:3] == ["page.md:7:7: error: Too much.", "It is safe.", "Cut it."]

    def test_what_fails_no_run_passes_and_says_what_it_found(self) -> None:
        (suite,) = JUnitXml.fromstring(rendered("junit", ONE, fail_on="never").encode())
        (case,) = suite

        assert case.is_passed
        assert case.system_out.startswith("page.md:7:7: error: Too much.")

    def test_the_gate_decides_by_rule(self) -> None:
        door = Gate("never", (("document", "warning"),))
        read = JUnitXml.fromstring(rendered("junit", report(LEAFLET, VISIT), fail_on=door).encode())
        failed = [case.name for suite in read for case in suite if case.result]

        assert failed == ["document.no-risks (the whole page)"]

    def test_a_page_without_findings_is_a_case_that_passes(self) -> None:
        (suite,) = JUnitXml.fromstring(rendered("junit", CLEAN).encode())

        assert [(case.classname, case.name, case.is_passed) for case in suite] == [
            ("clean.md", "no trigger found", True)
        ]

    def test_a_failure_is_an_error(self) -> None:
        read = JUnitXml.fromstring(rendered("junit", report(failures=FAILURES)).encode())

        assert [(suite.name, suite.errors, next(iter(suite)).result[0].message) for suite in read] == [
            ("medlint", 1, "Not checked: tool: is missing"),
            ("b.md", 1, "Not checked: no such file"),
        ]


class TestCheckstyle:
    def test_an_error_has_place_severity_message_and_rule(self) -> None:
        root = ET.fromstring(rendered("checkstyle", ONE))

        assert root.tag == "checkstyle"
        assert [file.attrib for file in root] == [{"name": "page.md"}]
        assert [error.attrib for error in root[0]] == [
            {
                "line": "7",
                "column": "7",
                "severity": "error",
                "message": "Too much. Cut it.",
                "source": "overclaim.completely-safe",
            }
        ]

    def test_severities_are_checkstyles(self) -> None:
        root = ET.fromstring(rendered("checkstyle", FULL))

        assert {error.attrib["severity"] for error in root.iter("error")} == {"error", "warning", "info"}

    def test_a_page_without_findings_is_an_empty_file(self) -> None:
        (file,) = ET.fromstring(rendered("checkstyle", CLEAN))

        assert (file.attrib["name"], list(file)) == ("clean.md", [])

    def test_a_failure_is_an_error(self) -> None:
        root = ET.fromstring(rendered("checkstyle", report(failures=FAILURES)))

        assert [(file.attrib["name"], file[0].attrib["message"]) for file in root] == [
            ("medlint", "Not checked: tool: is missing"),
            ("b.md", "Not checked: no such file"),
        ]


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
@given(words=st.text(max_size=40))
def test_xml_holds_whatever_a_page_holds(name: str, words: str) -> None:
    made = finding("It is safe.", "safe", message=words, advice=words)
    text = rendered(name, report(document(f"a{words}", replace(made, sentence=words))))

    ET.fromstring(text.encode("utf-8"))


def test_xml_keeps_quotation_marks_and_brackets() -> None:
    made = finding("It is safe.", "safe", message="“a” <b> & 'c' \"d\"", advice="")
    root = ET.fromstring(rendered("checkstyle", report(document("p.md", made))))

    assert root[0][0].attrib["message"] == "“a” <b> & 'c' \"d\""


class TestJsonLines:
    def test_each_line_is_an_object_with_its_type(self) -> None:
        lines = [json.loads(line) for line in rendered("json-lines", FULL).splitlines()]

        assert [line["type"] for line in lines] == [
            "run", *["finding"] * 7, "failure", "failure", "not-checked", "summary",
        ]  # fmt: skip
        assert lines[1]["path"] == "leaflets/zelpax für alle.md"
        assert lines[1]["rule"] == "statistic.ceiling"
        assert lines[-2] == {
            "type": "not-checked",
            "path": "leaflets/zelpax für alle.md",
            "what": "3 images without text",
        }
        assert lines[-1] == {"type": "summary", "documents": 2, "error": 2, "warning": 3, "note": 2}

    def test_a_finding_has_the_fields_of_the_json_report(self) -> None:
        line = json.loads(rendered("json-lines", ONE).splitlines()[1])
        whole = json.loads(rendered("json", ONE))["documents"][0]["findings"][0]

        assert line == {"type": "finding", "path": "page.md", **whole}

    def test_what_is_about_the_run_has_no_path(self) -> None:
        made = replace(CLEAN, not_checked=("grammar: a tool is missing",))

        assert json.loads(rendered("json-lines", made).splitlines()[1]) == {
            "type": "not-checked",
            "path": "",
            "what": "grammar: a tool is missing",
        }

    def test_lower_severities_can_be_left_out(self) -> None:
        lines = [json.loads(line) for line in rendered("json-lines", FULL, show="error").splitlines()]

        assert {line["severity"] for line in lines if line["type"] == "finding"} == {"error"}


@pytest.mark.parametrize(
    "name", ["gitlab", "junit", "checkstyle", "json-lines", "rdjson", "csv", "markdown", "github"]
)
def test_the_order_of_what_comes_in_changes_nothing(name: str) -> None:
    shuffled = replace(
        FULL,
        documents=tuple(replace(each, findings=each.findings[::-1]) for each in FULL.documents[::-1]),
        failures=FULL.failures[::-1],
    )

    assert rendered(name, shuffled) == rendered(name, FULL)
