import json
import shutil
import subprocess

import pytest

from medlint.model import Failure
from medlint.reporters import REPORTERS, RenderOptions
from tests.real import page, real
from tests.reporters.reports import FULL, document, finding, page_finding, report

REVIEWDOG = shutil.which("reviewdog")


def diagnostics(made, **options):
    return json.loads(REPORTERS["rdjson"](made, RenderOptions(**options)))["diagnostics"]


def test_columns_count_bytes():
    line = "👩‍⚕️ für alle: Zelpax is completely safe.\n"
    (found,) = diagnostics(real(page(line)))
    spread = found["location"]["range"]
    data = line.encode()

    assert data[spread["start"]["column"] - 1 : spread["end"]["column"] - 1] == b"completely safe"
    assert spread["start"]["line"] == spread["end"]["line"] == 1


def test_each_end_counts_the_bytes_of_its_own_line():
    (found,) = diagnostics(real(page("Ä größe\n\nÖl: Zelpax is completely\nsafe für alle.\n")))

    assert found["location"]["range"] == {"start": {"line": 3, "column": 16}, "end": {"line": 4, "column": 5}}


def test_without_the_text_of_the_file_the_line_stands_alone():
    (found,) = diagnostics(report(document("page.md", finding("It is safe.", "safe", 7))))

    assert found["location"] == {"path": "page.md", "range": {"start": {"line": 7}, "end": {"line": 7}}}


def test_a_diagnostic_has_message_severity_and_rule_with_address():
    (found,) = diagnostics(
        report(document("page.md", finding("It is safe.", "safe", message="Too much.", advice="Cut it.")))
    )

    assert found["message"] == "Too much. Cut it."
    assert found["severity"] == "ERROR"
    assert found["code"] == {
        "value": "overclaim.completely-safe",
        "url": "https://example.org/guide/fair-words",
    }


def test_a_finding_on_the_whole_page_has_no_range():
    (found,) = diagnostics(report(document("page.md", page_finding())))

    assert found["location"] == {"path": "page.md"}


def test_a_suggestion_is_offered_where_the_words_stand_as_they_are_read():
    plain, marked = (
        each
        for each in diagnostics(real(page("The the pain eased.\n\n*The* the pain eased.\n")))
        if each["code"]["value"] == "grammar.repeated-word"
    )

    assert plain["suggestions"] == [{"range": plain["location"]["range"], "text": "The"}]
    assert "suggestions" not in marked


def test_a_failure_is_an_error():
    found = diagnostics(report(failures=(Failure("", "tool", "is missing"),)))

    assert [(each["severity"], each["message"], each["location"]) for each in found] == [
        ("ERROR", "Not checked: tool: is missing", {"path": "."})
    ]


@pytest.mark.skipif(REVIEWDOG is None, reason="reviewdog, the real reader of these formats, is not installed")
@pytest.mark.parametrize("name", ["rdjson", "sarif", "checkstyle"])
def test_reviewdog_reads_every_finding(name, tmp_path):
    text = REPORTERS[name](FULL, RenderOptions())
    done = subprocess.run(
        [REVIEWDOG or "", f"-f={name}", "-reporter=local", "-filter-mode=nofilter", "-fail-level=none"],
        input=text, capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip

    for words in ("Up to 70 percent", "the very best", "highly experienced specialists"):
        assert words in done.stdout
