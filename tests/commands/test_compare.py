import json
from pathlib import Path

import pytest

SAFE = "Zelpax is completely safe for adults."
MIRACLE = "Our clinic sells a miracle."
SETTINGS = "grammar: {engine: builtin}\nselect: [overclaim.completely-safe, overclaim.miracle]\n"


def write(name, text):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def _settings(medlint):
    assert medlint
    write("medlint.yaml", SETTINGS)


def test_two_pages_are_two_versions_of_one(medlint):
    write("old.md", f"{SAFE} The bus is late.")
    write("new.md", f"The bus is late. {MIRACLE}")
    done = medlint("compare", "old.md", "new.md")

    assert done.code == 0
    added, removed, last = done.out.splitlines()
    assert added.startswith("+ new.md:1:37: warning overclaim.miracle “miracle” promises wonders")
    assert removed.startswith("- new.md:1:11: error overclaim.completely-safe “completely safe” promises")
    assert last == "1 added, 1 removed, 0 of another severity, 0 unchanged"


def test_two_reports_show_what_new_settings_would_do(medlint):
    write("page.md", f"{SAFE} {MIRACLE}")
    medlint("check", "page.md", "--format", "json:old.json", "--select", "overclaim.completely-safe")
    write("medlint.yaml", f"{SETTINGS}severity: {{overclaim.completely-safe: note}}\n")
    medlint("check", "page.md", "--format", "json:new.json", "--as-of", "2026-11-24")
    lines = medlint("compare", "old.json", "new.json").out.splitlines()

    assert [line.split(":")[0] for line in lines[:2]] == ["+ page.md", "~ page.md"]
    assert "error → note overclaim.completely-safe" in lines[1]
    assert lines[2] == "1 added, 0 removed, 1 of another severity, 0 unchanged"
    assert "other settings" in lines[3]
    assert "→ 2026-11-24" in lines[3]


def test_a_renamed_page_in_a_report_is_the_same(medlint):
    write("a.md", SAFE)
    medlint("check", "a.md", "--format", "json:old.json")
    Path("a.md").rename("b.md")
    medlint("check", "b.md", "--format", "json:new.json")

    assert medlint("compare", "old.json", "new.json").out.startswith(
        "0 added, 0 removed, 0 of another severity, 1 unchanged"
    )


def test_two_folders_are_compared(medlint):
    write("old/a.md", SAFE)
    write("old/b.md", MIRACLE)
    write("new/a.md", f"{SAFE} {MIRACLE}")
    write("new/b.md", MIRACLE)
    done = medlint("compare", "old", "new")

    assert [line.split(":")[0] for line in done.out.splitlines()] == [
        "+ new/b.md",
        "1 added, 0 removed, 0 of another severity, 2 unchanged",
    ]


def test_programs_get_json(medlint):
    write("old.md", SAFE)
    write("new.md", f"{SAFE} {MIRACLE}")
    data = json.loads(medlint("compare", "old.md", "new.md", "--format", "json").out)

    assert [each["rule"] for each in data["added"]] == ["overclaim.miracle"]
    assert (data["removed"], data["changed"], data["unchanged"]) == ([], [], 1)


@pytest.mark.parametrize(("old", "new", "code"), [(SAFE, MIRACLE, 1), (f"{SAFE} {MIRACLE}", SAFE, 0)])
def test_what_is_new_may_fail_the_run(medlint, old, new, code):
    write("old.md", old)
    write("new.md", new)

    assert medlint("compare", "old.md", "new.md", "--fail-on-new").code == code


def test_what_became_worse_may_fail_the_run(medlint):
    write("page.md", MIRACLE)
    medlint("check", "page.md", "--format", "json:old.json")
    medlint("check", "page.md", "--format", "json:new.json")
    text = Path("new.json").read_text(encoding="utf-8")
    Path("new.json").write_text(
        text.replace('"severity": "warning"', '"severity": "error"'), encoding="utf-8"
    )

    assert medlint("compare", "old.json", "new.json", "--fail-on-new").code == 1
    assert medlint("compare", "new.json", "old.json", "--fail-on-new").code == 0


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "other.json: cannot be read: no such file"),
        ("{", "other.json: is no JSON"),
        ("[]", "other.json: is no report of medlint; write one with --format json:FILE"),
        ('{"schema_version": 2}', "other.json: is a report of another version (2)"),
        ('{"schema_version": 1}', "other.json: is no report of medlint"),
    ],
)
def test_what_is_no_report_is_told(medlint, text, problem):
    write("page.md", SAFE)
    medlint("check", "page.md", "--format", "json:old.json")
    if text is not None:
        write("other.json", text)
    done = medlint("compare", "old.json", "other.json")

    assert (done.code, problem in done.err) == (2, True)


def test_a_page_that_is_missing_is_told(medlint):
    write("old.md", SAFE)
    done = medlint("compare", "old.md", "none.md")

    assert (done.code, "none.md: no such file" in done.err) == (2, True)
