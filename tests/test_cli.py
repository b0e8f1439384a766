"""What a person at the command line sees: words on the screen, files written, exit codes."""

import json
import re
from pathlib import Path

import pytest

from medlint.commands import run

SAFE = "Zelpax is completely safe.\n"
SOBER = "Take one tablet with water.\n"


def write(path, text):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def rules_in(out):
    return [f["rule"] for d in json.loads(out)["documents"] for f in d["findings"]]


def test_finding_is_printed_with_place_words_reason_cure_rule_and_source(medlint):
    write("page.txt", SAFE)
    done = medlint("check", "page.txt")

    assert done.code == 1
    for part in (
        "page.txt",
        "1:11",
        "completely safe",
        "no treatment can keep",
        "overclaim.completely-safe",
        "https://",
    ):
        assert part in done.out
    assert "Say what was measured" in done.out


def test_bare_path_is_checked(medlint):
    write("page.txt", SAFE)

    assert medlint("page.txt", "--format", "concise").code == 1


def test_sober_page_ends_with_zero_and_no_promise(medlint):
    write("page.txt", SOBER)
    done = medlint("check", "page.txt")

    assert done.code == 0
    assert "compliant" not in done.out.lower()


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_decides_the_exit_code(medlint, fail_on, code):
    write("page.txt", "Our clinic has world-class rooms.\n")

    assert medlint("check", "page.txt", "--fail-on", fail_on).code == code


def test_severity_hides_what_is_lower(medlint):
    write("page.txt", "Our world-class clinic is completely safe.\n")

    assert "overclaim.leading" in medlint("check", "page.txt").out
    assert "overclaim.leading" not in medlint("check", "page.txt", "--severity", "error").out


def test_standard_input_is_read(medlint):
    done = medlint("check", "-", "--format", "json", stdin=SAFE.encode())

    assert done.code == 1
    assert json.loads(done.out)["documents"][0]["path"] == "-"


def test_standard_input_is_read_in_the_format_of_its_name(medlint):
    done = medlint(
        "check", "-", "--stdin-filename", "a.md", "--format", "json", stdin=b"**Completely** safe."
    )
    finding = json.loads(done.out)["documents"][0]["findings"][0]

    assert finding["text"] == "Completely safe"
    assert (finding["start"], finding["end"]) == (2, 19)


def test_binary_standard_input_is_a_failure(medlint):
    done = medlint("check", "-", stdin=b"\x00\x01\x02" * 99)

    assert done.code == 2


def test_two_formats_go_to_screen_and_file(medlint):
    write("page.txt", SAFE)
    done = medlint("check", "page.txt", "--format", "concise", "--format", "json:out.json")

    assert "page.txt:1:11: error overclaim.completely-safe" in done.out
    assert rules_in(Path("out.json").read_text(encoding="utf-8")) == ["overclaim.completely-safe"]


def test_output_that_cannot_be_written_is_told(medlint):
    write("page.txt", SAFE)
    done = medlint("check", "page.txt", "--format", "json:no/such/folder/out.json")

    assert (done.code, "cannot be written" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check"], "name a file or folder"),
        (["check", "page.txt", "--format", "jsn"], "did you mean 'json'"),
        (["check", "page.txt", "--as-of", "tomorrow"], "is no date"),
        (["check", "page.txt", "--config", "none.yaml"], "there is no such settings file"),
        (["check", "page.txt", "--select", "overclam"], "did you mean 'overclaim'"),
        (["check", "page.txt", "--no-such-option"], "No such option"),
        (["explain", "overclaim.completly-safe"], "did you mean 'overclaim.completely-safe'"),
    ],
)
def test_wrong_use_says_what_is_wrong_and_ends_with_two(medlint, arguments, message):
    write("page.txt", SOBER)
    done = medlint(*arguments)

    assert done.code == 2
    assert message in done.err


def test_missing_file_is_named_and_the_others_are_checked(medlint):
    write("page.txt", SAFE)
    done = medlint("check", "page.txt", "missing.txt", "--format", "concise")

    assert done.code == 2
    assert "missing.txt" in done.out
    assert "overclaim.completely-safe" in done.out


def test_folder_without_a_page_ends_with_two(medlint):
    Path("empty").mkdir()
    done = medlint("check", "empty")

    assert done.code == 2
    assert "no file to check" in done.out


def test_select_and_ignore(medlint):
    write("page.txt", "Zelpax is a miracle and completely safe.\n")
    select = medlint("check", "page.txt", "--select", "overclaim.miracle", "--format", "json")
    ignore = medlint(
        "check", "page.txt", "--select", "overclaim", "--ignore", "overclaim.miracle", "--format", "json"
    )

    assert rules_in(select.out) == ["overclaim.miracle"]
    assert rules_in(ignore.out) == ["overclaim.completely-safe"]


def test_grammar_can_be_switched_off(medlint):
    write("page.txt", "The the pain is gone.\n")

    assert "grammar.repeated-word" in medlint("check", "page.txt").out
    assert "grammar.repeated-word" not in medlint("check", "page.txt", "--grammar", "off").out


def test_exclude_leaves_files_out(medlint):
    write("site/page.txt", SAFE)
    write("site/drafts/old.txt", SAFE)
    done = medlint("check", "site", "--exclude", "drafts/", "--format", "json")

    assert [d["path"] for d in json.loads(done.out)["documents"]] == ["site/page.txt"]


def test_settings_are_found_and_overrides_apply(medlint):
    write("medlint.yaml", "overrides:\n  - files: ['press/**']\n    ignore: [overclaim]\n")
    write("press/a.txt", SAFE)
    write("b.txt", SAFE)
    done = medlint("check", ".", "--format", "json")
    findings = {d["path"]: len(d["findings"]) for d in json.loads(done.out)["documents"]}

    assert findings == {"b.txt": 1, "press/a.txt": 0}


def test_rejected_words_are_findings_with_a_suggestion(medlint):
    write("medlint.yaml", "words:\n  reject:\n    - words: patients\n      use: people\n")
    write("page.txt", "Our patients wait.\n")
    done = medlint("check", "page.txt", "--format", "json", "--select", "terminology")
    finding = json.loads(done.out)["documents"][0]["findings"][0]

    assert finding["rule"] == "terminology.rejected-word"
    assert finding["message"] == "“patients” is not our house style; write “people”."
    assert finding["suggestions"] == ["people"]


def test_rejected_words_that_cannot_be_read_are_a_mistake(medlint):
    write("medlint.yaml", "words:\n  reject: ['a (b']\n")
    write("page.txt", SOBER)
    done = medlint("check", "page.txt")

    assert done.code == 2
    assert "medlint.yaml:2" in done.err


def test_allowance_with_a_reason_silences_and_one_without_is_a_finding(medlint):
    write("a.md", "<!-- medlint: allow overclaim.completely-safe -- a quoted poster -->\n" + SAFE)
    write("b.md", "<!-- medlint: allow overclaim.completely-safe -->\n" + SAFE)

    assert medlint("check", "a.md", "--format", "json").code == 0
    assert "medlint.no-reason" in medlint("check", "b.md").out


def test_same_input_gives_the_same_bytes(medlint):
    write("page.txt", SAFE * 3)
    first = medlint("check", "page.txt", "--format", "json", "--as-of", "2026-11-24")
    second = medlint("check", "page.txt", "--format", "json", "--as-of", "2026-11-24")

    assert first.out == second.out


def test_explain_shows_the_rule(medlint):
    done = medlint("explain", "overclaim.completely-safe")

    assert done.code == 0
    for part in (
        "# overclaim.completely-safe",
        "**Why.**",
        "**What to do.**",
        "**Flagged**",
        "**Sources**",
        "https://",
    ):
        assert part in done.out


def test_rules_are_listed_for_people_and_programs(medlint):
    assert "overclaim.completely-safe" in medlint("rules").out
    listed = json.loads(medlint("rules", "--format", "json", "--select", "statistic").out)["rules"]
    assert listed
    assert all(rule["id"].startswith("statistic.") for rule in listed)


def test_test_runs_a_pack_of_the_user(medlint):
    write("house.yaml", PACK)

    assert medlint("test", "house.yaml").out == "1 rules, 4 examples, 0 that do not hold\n"


def test_test_names_an_example_that_does_not_hold(medlint):
    write("house.yaml", PACK.replace("[[pain relief]]", "[[pain]] relief"))
    done = medlint("test", "house.yaml")

    assert done.code == 1
    assert "overclaim.house-relief: bad: 'Fast [[pain]] relief.'" in done.out


def test_pack_of_the_user_is_in_force(medlint):
    write("house.yaml", PACK)
    write("medlint.yaml", "packs: [house.yaml]\n")
    write("page.txt", "Fast pain relief.\n")

    assert "overclaim.house-relief" in medlint("check", "page.txt").out


def test_rule_of_a_shipped_name_is_refused(medlint):
    write("house.yaml", PACK.replace("overclaim.house-relief", "overclaim.miracle"))
    write("medlint.yaml", "packs: [house.yaml]\n")
    write("page.txt", SOBER)
    done = medlint("check", "page.txt")

    assert done.code == 2
    assert "already has a rule 'overclaim.miracle'" in done.err


def test_init_writes_settings_once(medlint):
    assert medlint("init").code == 0
    assert medlint("config", "check").code == 0
    assert medlint("init").code == 2
    assert medlint("init", "--force").code == 0


def test_config_show_says_where_each_value_comes_from(medlint):
    write("medlint.yaml", "fail-on: warning\n")
    out = medlint("config", "show", "page.txt").out

    assert re.search(r"fail-on +warning +medlint.yaml:1", out)
    assert re.search(r"grammar.engine +auto +default", out)


def test_config_check_names_every_mistake(medlint):
    write("medlint.yaml", "fail-onn: warning\nselect: [overclam]\n")
    done = medlint("config", "check")

    assert done.code == 2
    assert "medlint.yaml:1:1: fail-onn" in done.err


def test_config_schema_is_printed(medlint):
    assert json.loads(medlint("config", "schema").out)["title"] == "medlint.yaml"


def test_interruption_ends_with_130_and_no_traceback(medlint, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "checked", interrupt)
    write("page.txt", SOBER)
    done = medlint("check", "page.txt")

    assert (done.code, done.err.strip()) == (130, "medlint: interrupted")


def test_version_and_help(medlint):
    assert medlint("--version").out.startswith("medlint 0.")
    assert "Usage: medlint" in medlint("--help").out


PACK = """\
pack: house
rules:
  - id: overclaim.house-relief
    label: null
    severity: note
    needs: wording
    message: "“{text}” is not our house style."
    advice: Cut it.
    why: House style.
    sources: ["https://example.org/style"]
    match:
      phrases: [pain relief]
    bad: ["Fast [[pain relief]].", "Our [[pain relief]]."]
    good: ["No pain.", "What a relief."]
"""


def test_all_mistakes_of_a_settings_file_are_told_at_once(medlint):
    write("medlint.yaml", "fail-onn: warning\nselect: [overclam]\nseverity:\n  statistik: note\n")
    write("page.txt", SOBER)
    done = medlint("check", "page.txt")

    assert done.code == 2
    assert [
        line for line in ("medlint.yaml:1:", "medlint.yaml:2:", "medlint.yaml:4:") if line in done.err
    ] == [
        "medlint.yaml:1:",
        "medlint.yaml:2:",
        "medlint.yaml:4:",
    ]


def test_names_of_rules_are_known_when_grammar_is_off(medlint):
    write("medlint.yaml", "ignore: [grammar.a-or-an]\ngrammar:\n  engine: off\n")
    write("page.txt", SOBER)

    assert medlint("check", "page.txt").code == 0


def test_unused_allowance_of_the_settings_is_a_finding_when_all_is_checked(medlint):
    write("medlint.yaml", "allow:\n  - rule: overclaim\n    words: miracle\n    reason: A name.\n")
    write("page.txt", SOBER)
    whole = medlint("check", ".", "--format", "concise")
    part = medlint("check", "page.txt", "--format", "concise")

    assert "medlint.yaml:2:5: note medlint.unused-allowance" in whole.out
    assert "medlint.yaml" not in part.out


def test_used_allowance_of_the_settings_is_silent(medlint):
    write("medlint.yaml", "allow:\n  - rule: overclaim\n    words: miracle\n    reason: A name.\n")
    write("page.txt", "Our clinic sells a miracle.\n")

    assert "miracle" not in medlint("check", ".", "--format", "concise").out


def test_exclude_counts_from_the_folder_of_the_settings(medlint, monkeypatch):
    write("medlint.yaml", "exclude: [sub/drafts/]\n")
    write("sub/drafts/old.txt", SAFE)
    write("sub/page.txt", SAFE)
    monkeypatch.chdir("sub")
    done = medlint("check", ".", "--format", "json")

    assert [d["path"] for d in json.loads(done.out)["documents"]] == ["page.txt"]


def test_exclude_on_the_command_line_counts_from_here(medlint, monkeypatch):
    write("medlint.yaml", "fail-on: note\n")
    write("sub/drafts/old.txt", SAFE)
    write("sub/page.txt", SAFE)
    monkeypatch.chdir("sub")
    done = medlint("check", ".", "--exclude", "/drafts/", "--format", "json")

    assert [d["path"] for d in json.loads(done.out)["documents"]] == ["page.txt"]


def test_message_of_a_rejected_word_is_the_houses_own(medlint):
    write("medlint.yaml", "words:\n  reject:\n    - words: patients\n      message: We say people.\n")
    write("page.txt", "Our patients wait.\n")

    assert "“patients”: We say people." in medlint("check", "page.txt", "--format", "concise").out


def test_explain_at_tells_what_was_found_and_what_was_silenced(medlint):
    write("page.md", "# Zelpax\n\nZelpax is **completely** safe. It is not a miracle.\n")
    found = medlint("explain", "--at", "page.md:3:20").out
    silenced = medlint("explain", "--at", "page.md:3:45").out

    assert "Found:\n  overclaim.completely-safe: “completely safe”" in found
    assert "Matched and silenced:\n  overclaim.miracle: “miracle”: negated" in silenced


def test_explain_at_lists_rules_that_looked_and_found_nothing(medlint):
    write("page.txt", "The best time to take it is at night.\n")

    assert "Looked and found nothing:" in medlint("explain", "--at", "page.txt:1:5").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["explain"], "name a rule"),
        (["explain", "--at", "page.md"], "is no place"),
        (["explain", "--at", "page.md:99:1"], "there is no text at this place"),
        (["explain", "--at", "page.md:1:1"], "there is no text at this place"),
        (["explain", "--at", "none.md:1:1"], "none.md"),
    ],
)
def test_explain_of_nothing_says_so(medlint, arguments, message):
    write("page.md", "# Zelpax\n")
    done = medlint(*arguments)

    assert done.code == 2
    assert message in done.err


def test_remark_on_a_page_of_one_line_allows_its_own_block_only(medlint):
    write(
        "page.html",
        "<p>Zelpax is completely safe. <!-- medlint: allow overclaim -- a quotation --></p>"
        "<p>Velloro is completely safe.</p>",
    )
    done = medlint("check", "page.html", "--format", "concise", "--select", "overclaim.completely-safe")

    assert done.out.count("completely-safe") == 1
