from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from medlint.model import Failure
from medlint.reporters import REPORTERS, RenderOptions
from tests.reporters.reports import CLEAN, FULL, LEAFLET, VISIT, document, finding, page_finding, report


def rendered(made: Any, **options: Any) -> str:
    return REPORTERS["concise"](made, RenderOptions(**options))


def test_a_full_report_is_this_text(snapshot: SnapshotAssertion) -> None:
    assert rendered(FULL) == snapshot


def test_a_finding_is_one_line_with_its_place() -> None:
    made = report(document("page.md", finding("It is safe.", "safe", 7, message="“safe” says\ntoo much.")))

    assert (
        rendered(made).splitlines()[0] == "page.md:7:7: error overclaim.completely-safe “safe” says too much."
    )


def test_a_finding_on_the_whole_page_stands_at_its_first_character() -> None:
    assert rendered(report(document("page.md", page_finding()))).startswith(
        "page.md:1:1: warning document.no-risks "
    )


def test_a_failure_names_its_file_or_the_run() -> None:
    failures = (
        Failure("", "grammar.languagetool", "not installed"),
        Failure("b.md", "document", "cannot be read"),
    )

    assert rendered(report(failures=failures)).splitlines() == [
        "medlint: failure grammar.languagetool: not installed",
        "b.md: failure document: cannot be read",
        "Nothing was checked; exit 2: 2 things could not be checked",
    ]


def test_lines_are_sorted_by_path_then_place() -> None:
    made = report(
        document("b.md", finding("So safe.", "safe", 10), finding("So safe.", "safe", 9)),
        document("a.md", finding("So safe.", "safe", 30)),
    )

    places = [line.partition(" ")[0] for line in rendered(made).splitlines()[:-1]]

    assert places == ["a.md:30:4:", "b.md:9:4:", "b.md:10:4:"]


def test_quiet_leaves_the_counts() -> None:
    assert rendered(report(VISIT), quiet=True) == (
        "2 notes in 1 file, 875 words checked; exit 0: no finding at or above error\n"
    )


def test_nothing_found_is_no_praise() -> None:
    assert rendered(CLEAN) == (
        "No trigger found in 1 file, 1,234 words checked; exit 0: no finding at or above error\n"
    )


def test_lower_severities_can_be_left_out_but_are_counted() -> None:
    lines = rendered(report(LEAFLET, VISIT), show="error", fail_on="note").splitlines()

    assert [line.split(": ", 1)[1].split()[0] for line in lines[1:-1]] == ["error", "error"]
    assert lines[-1] == (
        "2 errors, 3 warnings, 2 notes in 2 files, 1,234 words checked; exit 1: 7 findings at or above note"
    )


def test_statistics_count_findings_per_rule_most_first() -> None:
    twice = finding("So safe.", "safe"), finding("As safe.", "safe", 2), page_finding()

    assert rendered(report(document("page.md", *twice)), statistics=True).splitlines()[-3:-1] == [
        "2 overclaim.completely-safe",
        "1 document.no-risks",
    ]


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\u202e", "\n", "\udcff"])
def test_no_active_character_of_a_file_name_is_sent(character: str) -> None:
    text = rendered(report(document(f"a{character}b.md", finding("So safe.", "safe"))))

    assert text.count("\n") == 2
    assert character == "\n" or character not in text
    assert text.startswith("a\\")
