"""`--baseline`, `--diff`, `medlint baseline` and the gate, as a person at the command line sees them."""

import json
import subprocess
from pathlib import Path

import pytest

SAFE = "Zelpax is completely safe for adults."
MIRACLE = "Our clinic sells a miracle."
SOBER = "The visit takes half an hour. Bring your card. The lift is on the left. Ask the nurse."

SETTINGS = """\
packs: [house.yaml]
grammar: {engine: builtin}
select: [overclaim.completely-safe, overclaim.miracle, grammar.repeated-word, statistic, document]
"""
PACK = """\
pack: house
rules:
  - id: document.no-telephone
    label: null
    severity: warning
    needs: addition
    message: The page names no telephone number.
    advice: Add it.
    why: People have to ask.
    sources: ["https://example.org/style"]
    match:
      absent:
        phrases: [telephone]
        least-words: 3
    bad: ["Ask the nurse on the left.", "The visit takes half an hour."]
    good: ["Ask the nurse by telephone.", "Our telephone is in the hall."]
"""


@pytest.fixture(autouse=True)
def _house(medlint):
    """Put settings with a rule about the page as a whole into the empty folder."""
    assert medlint
    write("house.yaml", PACK)
    write("medlint.yaml", SETTINGS)


def write(name, text):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def git(*arguments):
    subprocess.run(
        ["git", "-c", "user.name=A. Kestrel", "-c", "user.email=a@example.org", *arguments],
        check=True, capture_output=True,
    )  # fmt: skip


def found(done):
    return [
        (document["path"], finding["rule"])
        for document in json.loads(done.out)["documents"]
        for finding in document["findings"]
    ]


class TestBaseline:
    def test_what_is_written_is_shown_no_more(self, medlint):
        write("page.md", f"{SAFE} {SOBER}")
        written = medlint("baseline", "write", "page.md")
        done = medlint("check", "page.md", "--baseline", "medlint-baseline.json")

        assert written.out == (
            "medlint-baseline.json: 2 findings on 1 page written; "
            "`medlint check --baseline medlint-baseline.json` shows what is new\n"
        )
        assert (done.code, done.err) == (0, "")
        assert "No new trigger found in 1 file" in done.out
        assert "2 known findings left out" in done.out

    def test_what_is_new_is_shown_and_fails_the_run(self, medlint):
        write("page.md", f"{SAFE} {SOBER}")
        medlint("baseline", "write", "page.md")
        write("page.md", f"{SAFE} {SOBER} {MIRACLE}")
        done = medlint(
            "check",
            "page.md",
            "--baseline",
            "medlint-baseline.json",
            "--format",
            "json",
            "--fail-on",
            "warning",
        )

        assert (done.code, found(done)) == (1, [("page.md", "overclaim.miracle")])
        assert json.loads(done.out)["documents"][0]["known"] == 2

    def test_the_settings_may_name_it_and_stand_in_another_folder(self, medlint, monkeypatch):
        write("medlint.yaml", f"{SETTINGS}baseline: ci/known.json\n")
        write("site/page.md", f"{SAFE} {SOBER}")
        Path("ci").mkdir()
        monkeypatch.chdir("site")
        medlint_here = medlint("baseline", "write", "page.md")

        assert "2 findings on 1 page written" in medlint_here.out
        assert list(json.loads(Path("../ci/known.json").read_text(encoding="utf-8"))["pages"]) == [
            "../site/page.md"
        ]
        assert medlint("check", "page.md").code == 0
        monkeypatch.chdir("..")
        assert medlint("check", "site").code == 0

    def test_a_page_as_a_whole_is_known_after_renaming(self, medlint):
        write("old.md", SOBER)
        medlint("baseline", "write", "old.md")
        Path("old.md").rename("new.md")
        write("new.md", f"{SOBER} The bus is late.")
        done = medlint("check", "new.md", "--baseline", "medlint-baseline.json", "--format", "json")

        assert found(done) == []

    def test_stale_entries_are_told_and_taken_out(self, medlint):
        write("page.md", f"{SAFE} {SOBER}")
        medlint("baseline", "write", "page.md")
        write("page.md", SOBER)
        done = medlint("check", "page.md", "--baseline", "medlint-baseline.json")
        pruned = medlint("baseline", "prune")
        again = medlint("check", "page.md", "--baseline", "medlint-baseline.json")

        assert done.err == (
            "medlint: medlint-baseline.json: 1 entry is needed no more (page.md 1); "
            "`medlint baseline prune` takes them out\n"
        )
        assert pruned.out == "medlint-baseline.json: 1 entry taken out, 1 finding on 1 page left\n"
        assert (again.code, again.err) == (0, "")

    def test_pruning_adds_nothing(self, medlint):
        write("page.md", f"{SAFE} {SOBER}")
        medlint("baseline", "write", "page.md")
        write("page.md", f"{SAFE} {MIRACLE} {SOBER}")

        assert "no entries taken out, 2 findings" in medlint("baseline", "prune").out
        assert "miracle" not in Path("medlint-baseline.json").read_text(encoding="utf-8")

    def test_pruning_forgets_pages_that_are_gone(self, medlint):
        write("page.md", f"{SAFE} {SOBER}")
        medlint("baseline", "write", "page.md")
        Path("page.md").unlink()

        assert "2 entries taken out, 0 findings on 0 pages left" in medlint("baseline", "prune").out

    def test_a_narrow_run_calls_nothing_stale(self, medlint):
        write("page.md", f"{SAFE} {SOBER}")
        medlint("baseline", "write", "page.md")
        done = medlint("check", "page.md", "--baseline", "medlint-baseline.json", "--select", "statistic")

        assert "needed no more" not in done.err

    def test_a_run_that_could_not_check_all_writes_nothing(self, medlint):
        write("page.md", SAFE)
        done = medlint("baseline", "write", "page.md", "none.md")

        assert done.code == 2
        assert "none.md: no such file; the baseline is as it was" in done.err
        assert not Path("medlint-baseline.json").exists()

    def test_a_baseline_that_is_missing_is_told(self, medlint):
        write("page.md", SAFE)
        done = medlint("check", "page.md", "--baseline", "none.json")

        assert done.code == 2
        assert (
            "none.json: there is no such baseline; `medlint baseline write PATH` writes it anew" in done.err
        )

    def test_the_file_is_the_same_for_the_same_pages(self, medlint):
        write("b.md", f"{SAFE} {SOBER}")
        write("a.md", f"{MIRACLE} {SOBER}")
        medlint("baseline", "write", "b.md", "a.md")
        first = Path("medlint-baseline.json").read_bytes()
        medlint("baseline", "write", ".")

        assert Path("medlint-baseline.json").read_bytes() == first


class TestDiff:
    def test_only_what_changed_since_a_commit_is_shown(self, medlint):
        git("init", "-q")
        write("page.md", f"{SAFE} {SOBER}")
        git("add", "-A")
        git("commit", "-qm", "x")
        write("page.md", f"{SAFE} {SOBER} {MIRACLE}")
        done = medlint("check", "page.md", "--diff", "HEAD", "--format", "json", "--fail-on", "warning")

        assert (done.code, found(done)) == (1, [("page.md", "overclaim.miracle")])

    def test_a_page_as_a_whole_is_compared_with_what_it_was(self, medlint):
        git("init", "-q")
        write("page.md", f"{SOBER} Ask by telephone.")
        git("add", "-A")
        git("commit", "-qm", "x")
        write("page.md", SOBER)
        write("other.md", SOBER)
        lost = medlint("check", "page.md", "other.md", "--diff", "HEAD", "--format", "json")

        assert found(lost) == [("other.md", "document.no-telephone"), ("page.md", "document.no-telephone")]

    def test_an_unknown_commit_is_told(self, medlint):
        git("init", "-q")
        write("page.md", SAFE)
        done = medlint("check", "page.md", "--diff", "nowhere")

        assert (done.code, "git knows no commit 'nowhere' here" in done.err) == (2, True)

    def test_a_patch_will_do_too(self, medlint):
        git("init", "-q")
        write("page.md", f"{SAFE}\n{SOBER}\n")
        git("add", "-A")
        git("commit", "-qm", "x")
        write("page.md", f"{SAFE}\n{SOBER}\n{MIRACLE}\n")
        patch = subprocess.run(["git", "diff"], check=True, capture_output=True).stdout
        Path("change.patch").write_bytes(patch)
        done = medlint("check", "page.md", "--diff-file", "change.patch", "--format", "json")

        assert found(done) == [("page.md", "overclaim.miracle")]

    def test_baseline_and_diff_go_together(self, medlint):
        git("init", "-q")
        write("page.md", f"{SAFE} {SOBER}")
        git("add", "-A")
        git("commit", "-qm", "x")
        write("page.md", f"{SAFE} {SOBER} {MIRACLE}")
        medlint("baseline", "write", "page.md")
        write("page.md", f"{SAFE} {SOBER} {MIRACLE} The the nurse waits.")
        done = medlint(
            "check", "page.md", "--diff", "HEAD", "--baseline", "medlint-baseline.json", "--format", "json"
        )

        assert found(done) == [("page.md", "grammar.repeated-word")]


class TestGate:
    def settings(self, text):
        write("medlint.yaml", f"grammar: {{engine: builtin}}\n{text}")

    def test_a_narrow_gate_decides_by_rule(self, medlint):
        self.settings("fail-on: {overclaim: warning, grammar: never}\n")
        write("claim.md", MIRACLE)
        write("grammar.md", "The the nurse waits.")

        assert medlint("check", "claim.md").code == 1
        done = medlint("check", "grammar.md")
        assert done.code == 0
        assert "no finding at or above error (grammar: never, overclaim: warning)" in done.out

    def test_the_command_line_wins(self, medlint):
        self.settings("fail-on: {overclaim: never}\n")
        write("claim.md", MIRACLE)

        assert medlint("check", "claim.md").code == 0
        assert medlint("check", "claim.md", "--fail-on", "warning").code == 1

    def test_an_unknown_name_is_a_mistake_with_its_place(self, medlint):
        self.settings("fail-on:\n  overclam: warning\n")
        done = medlint("config", "check")

        assert done.code == 2
        assert "medlint.yaml:3:3: fail-on.overclam: no rule is called 'overclam'" in done.err
        assert "did you mean 'overclaim'" in done.err

    def test_an_unknown_severity_is_a_mistake_with_its_place(self, medlint):
        self.settings("fail-on:\n  overclaim: fatal\n")

        assert "medlint.yaml:3:14: fail-on.overclaim: 'fatal' is not one of" in medlint("config", "check").err

    def test_it_is_shown_with_its_place(self, medlint):
        self.settings("fail-on:\n  default: warning\n  overclaim: note\n")
        out = medlint("config", "show").out

        assert "fail-on.overclaim" in out
        assert "medlint.yaml:4" in out


class TestFilesFrom:
    def test_listed_files_are_checked_beside_those_named(self, medlint):
        write("a.md", SAFE)
        write("b.md", MIRACLE)
        write("list", "b.md\nmain.py\n")
        done = medlint("check", "a.md", "--files-from", "list", "--format", "json")

        assert [document["path"] for document in json.loads(done.out)["documents"]] == ["a.md", "b.md"]

    def test_the_list_may_come_on_standard_input(self, medlint):
        write("a.md", SAFE)
        done = medlint("check", "--files-from", "-", "--format", "json", stdin=b"a.md\0")

        assert done.code == 1
        assert ("a.md", "overclaim.completely-safe") in found(done)

    def test_an_empty_list_is_no_fault(self, medlint):
        done = medlint("check", "--files-from", "-", "--format", "sarif:out.sarif", stdin=b"main.py\n")

        assert (done.code, done.out) == (0, "")
        assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []

    def test_an_empty_list_is_told(self, medlint):
        done = medlint("check", "--files-from", "-", stdin=b"")

        assert "Nothing was checked." in done.out
        assert "exit 0: no finding at or above error" in done.out

    def test_a_listed_file_that_is_missing_is_a_failure(self, medlint):
        done = medlint("check", "--files-from", "-", "--format", "concise", stdin=b"gone.md\n")

        assert (done.code, "gone.md: failure document: no such file" in done.out) == (2, True)

    def test_standard_input_is_one_thing(self, medlint):
        done = medlint("check", "-", "--files-from", "-", stdin=b"a.md")

        assert (done.code, "either a page or a list of files" in done.err) == (2, True)


def test_all_formats_come_of_one_run(medlint):
    write("page.md", f"{SAFE} {SOBER}")
    names = (
        "json",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "checkstyle",
        "rdjson",
        "csv",
        "markdown",
        "json-lines",
    )
    asked = [part for name in names for part in ("--format", f"{name}:out.{name}")]
    done = medlint("check", "page.md", *asked, "--format", "concise")

    assert "page.md:1:11: error overclaim.completely-safe" in done.out
    for name in names:
        assert "completely" in Path(f"out.{name}").read_text(encoding="utf-8"), name


def test_two_reports_cannot_both_be_printed(medlint):
    write("page.md", SAFE)
    done = medlint("check", "page.md", "--format", "json", "--format", "sarif")

    assert (done.code, "write one to a file, as in sarif:FILE" in done.err) == (2, True)


def test_sarif_explains_the_rules_of_a_house(medlint):
    write("page.md", SOBER)
    run = json.loads(medlint("check", "page.md", "--format", "sarif").out)["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}

    assert rules["document.no-telephone"]["help"]["text"] == "People have to ask.\n\nAdd it."
