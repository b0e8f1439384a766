"""`medlint check --fix` and `--fix-diff`: files, screen and exit codes."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from medlint import whole
from medlint.fixing import files
from tests.conftest import ROOT
from tests.parsers.docx_files import paragraph, word

SLIP = "Take the the tablet.\n"
CLEAN = "Take the tablet.\n"
CLAIM = "Zelpax is completely safe.\n"


def write(path, text):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def read(path):
    return Path(path).read_text(encoding="utf-8")


def test_files_are_fixed_and_the_report_tells_what_is_left_at_its_place_now(medlint):
    write("a.md", SLIP)
    write("b.md", f"{SLIP}{CLAIM}")
    done = medlint("check", ".", "--fix", "--format", "concise")

    assert (read("a.md"), read("b.md")) == (CLEAN, f"{CLEAN}{CLAIM}")
    assert "b.md:2:11: error overclaim.completely-safe" in done.out
    assert "repeated-word" not in done.out
    assert "medlint: 2 fixed in 2 files, 1 left" in done.err
    assert done.code == 1


def test_second_run_changes_nothing(medlint):
    write("a.md", SLIP)
    medlint("check", "a.md", "--fix")
    before = Path("a.md").stat()
    done = medlint("check", "a.md", "--fix")

    assert Path("a.md").stat().st_mtime_ns == before.st_mtime_ns
    assert "medlint: 0 fixed in 0 files, 0 left" in done.err
    assert done.code == 0


def test_json_stays_json(medlint):
    write("a.md", f"{SLIP}{CLAIM}")
    done = medlint("check", "a.md", "--fix", "--format", "json")
    (document,) = json.loads(done.out)["documents"]

    assert [(each["rule"], each["line"], each["fixable"]) for each in document["findings"]] == [
        ("overclaim.completely-safe", 2, False)
    ]


def test_json_says_what_can_be_fixed(medlint):
    write("a.md", SLIP)
    (document,) = json.loads(medlint("check", "a.md", "--format", "json").out)["documents"]

    assert [each["fixable"] for each in document["findings"] if each["rule"] == "grammar.repeated-word"] == [
        True
    ]


def test_diff_shows_the_change_and_writes_nothing(medlint):
    write("a.md", f"# Visit\n\n{SLIP}")
    done = medlint("check", "a.md", "--fix-diff")

    assert done.out == (
        "--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n # Visit\n \n-Take the the tablet.\n+Take the tablet.\n"
    )
    assert read("a.md") == f"# Visit\n\n{SLIP}"
    assert "1 would be fixed in 1 file; nothing was written" in done.err
    assert done.code == 1


def test_diff_is_what_patch_takes(medlint):
    write("a.md", f"One\r\ntwo\n\n{SLIP}\n\nThe end of the the page")
    patch = medlint("check", "a.md", "--fix-diff").out
    write("change.patch", patch)
    subprocess.run(["git", "apply", "-p0", "change.patch"], check=True, cwd=Path.cwd(), env={**os.environ})

    assert read("a.md") == f"One\ntwo\n\n{CLEAN}\n\nThe end of the page"


def test_diff_of_nothing_ends_with_zero_and_what_cannot_be_read_with_two(medlint):
    write("a.md", CLEAN)

    assert medlint("check", "a.md", "--fix-diff").code == 0
    done = medlint("check", "a.md", "gone.md", "--fix-diff")
    assert done.code == 2
    assert "gone.md: no such file" in done.err


def test_diff_is_coloured_if_asked(medlint):
    write("a.md", SLIP)

    assert "\x1b[32m+Take the tablet." in medlint("check", "a.md", "--fix-diff", "--color", "always").out


def test_diff_of_a_word_file_has_paragraphs_for_lines(medlint):
    Path("a.docx").write_bytes(word(paragraph("Rest.") + paragraph("Take the the tablet.")))
    before = Path("a.docx").read_bytes()
    done = medlint("check", "a.docx", "--fix-diff")

    assert "-Take the the tablet.\n" in done.out
    assert "+Take the tablet.\n" in done.out
    assert Path("a.docx").read_bytes() == before


def test_word_file_is_fixed_in_place(medlint):
    Path("a.docx").write_bytes(word(paragraph("Take the the tablet.")))
    medlint("check", "a.docx", "--fix")

    assert medlint("check", "a.docx", "--fix-diff").out == ""


def test_fixed_standard_input_goes_to_standard_output_and_the_report_beside(medlint):
    done = medlint("check", "-", "--fix", "--format", "concise", stdin=f"{SLIP}{CLAIM}".encode())

    assert done.out == f"{CLEAN}{CLAIM}"
    assert "-:2:11: error overclaim.completely-safe" in done.err
    assert "1 fixed in 1 file, 1 left" in done.err


def test_standard_input_that_cannot_be_read_comes_out_as_it_went_in(medlint):
    done = medlint("check", "-", "--fix", stdin=b"Take the the tablet\x00.")

    assert done.out == "Take the the tablet\x00."
    assert done.code == 2


def test_only_what_is_shown_is_fixed(medlint):
    write("a.md", SLIP)
    medlint("check", "a.md", "--fix", "--select", "overclaim")
    medlint("check", "a.md", "--fix", "--ignore", "grammar.repeated-word")
    medlint("check", "a.md", "--fix", "--severity", "error")
    write("medlint.yaml", "overrides: [{files: [a.md], ignore: [grammar]}]\n")
    medlint("check", "a.md", "--fix")

    assert read("a.md") == SLIP


def test_what_a_baseline_knows_is_not_fixed(medlint):
    write("a.md", SLIP)
    medlint("baseline", "write", "a.md", "--baseline", "known.json")
    write("a.md", f"{SLIP}\nRest for a a day.\n")
    done = medlint("check", "a.md", "--fix", "--baseline", "known.json")

    assert read("a.md") == f"{SLIP}\nRest for a day.\n"
    assert done.code == 0


def test_what_was_there_at_a_commit_is_not_fixed(medlint, tmp_path):
    (tmp_path / ".git").rmdir()
    identity = ["-c", "user.name=A", "-c", "user.email=a@hollow.example"]
    write("a.md", SLIP)
    for arguments in (["init", "-q"], ["add", "a.md"], [*identity, "commit", "-qm", "one"]):
        subprocess.run(["git", *arguments], check=True, cwd=tmp_path)
    write("a.md", f"{SLIP}\nRest for a a day.\n")
    medlint("check", "a.md", "--fix", "--diff", "HEAD")

    assert read("a.md") == f"{SLIP}\nRest for a day.\n"


def test_read_only_file_is_named_and_the_others_are_fixed(medlint):
    write("a.md", SLIP)
    write("b.md", SLIP)
    Path("a.md").chmod(0o444)
    done = medlint("check", "a.md", "b.md", "--fix", "--format", "concise")

    assert (read("a.md"), read("b.md")) == (SLIP, CLEAN)
    assert "a.md" in done.out
    assert "is read-only, so nothing was fixed" in done.out
    assert "repeated-word" in done.out
    assert "1 fixed in 1 file" in done.err
    assert done.code == 2


def test_file_that_changed_meanwhile_is_named_and_left(medlint, monkeypatch):
    write("a.md", SLIP)
    fixed = files.rounds.fixed

    def meanwhile(*asked):
        write("a.md", "Somebody else wrote the the page.\n")
        return fixed(*asked)

    monkeypatch.setattr(files.rounds, "fixed", meanwhile)
    done = medlint("check", "a.md", "--fix")

    assert read("a.md") == "Somebody else wrote the the page.\n"
    assert "has changed since it was read" in " ".join(done.out.split())
    assert done.code == 2


def test_full_disk_is_named_and_the_file_is_whole(medlint, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    write("a.md", SLIP)
    monkeypatch.setattr(whole, "replace", full)
    done = medlint("check", "a.md", "--fix")

    assert read("a.md") == SLIP
    assert "no space left on device" in " ".join(done.out.split())


def test_permissions_and_links_stay(medlint):
    write("folder/a.md", SLIP)
    Path("folder/a.md").chmod(0o640)
    Path("link.md").symlink_to("folder/a.md")
    medlint("check", "link.md", "--fix")

    assert Path("link.md").is_symlink()
    assert read("folder/a.md") == CLEAN
    assert stat.S_IMODE(Path("folder/a.md").stat().st_mode) == 0o640


def test_formats_that_cannot_be_fixed_are_named_once(medlint, monkeypatch):
    from medlint.fixing import rounds

    monkeypatch.setattr(rounds, "WRITERS", {"markdown": "text_files"})
    write("a.txt", SLIP)
    write("b.txt", SLIP)
    write("c.md", SLIP)
    done = medlint("check", ".", "--fix")

    assert "medlint: a.txt, b.txt: not fixed: --fix cannot write this format\n" in done.err
    assert done.err.count("cannot write") == 1
    assert read("c.md") == CLEAN


def test_what_was_not_applied_is_counted_with_its_reason(medlint):
    write("a.html", "<p>Run <code>wait for the the nurse</code> now.</p>")
    done = medlint("check", "a.html", "--fix")

    assert "1 suggestion not applied: 1 in code or another language" in done.err


def test_interruption_leaves_whole_files(tmp_path):
    for number in range(40):
        (tmp_path / f"{number:02}.md").write_text(SLIP * 30, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MEDLINT_GRAMMAR": "builtin"}
    script = (
        "import os, signal, sys\n"
        "from medlint import whole\n"
        "written, replace = [], whole.replace\n"
        "def third(path, data):\n"
        "    replace(path, data)\n"
        "    written.append(path)\n"
        "    if len(written) == 3: os.kill(os.getpid(), signal.SIGINT)\n"
        "whole.replace = third\n"
        "sys.argv = ['medlint', 'check', '.', '--fix']\n"
        "from medlint.cli import main; main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    contents = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.iterdir())]

    assert done.returncode == 130
    assert done.stderr.decode().strip().endswith("medlint: interrupted")
    assert contents == [CLEAN * 30] * 3 + [SLIP * 30] * 37


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--fix", "--diff", "a.md"), "to see what --fix would change: --fix-diff a.md"),
        (("a.md", "--fix-diff", "--format", "json"), "leave --format out"),
        (("a.md", "--fix", "--diff-file", "x.patch"), "use --diff REF in its place"),
    ],
)
def test_options_that_do_not_go_together_say_what_does(arguments, told, medlint):
    write("a.md", SLIP)
    done = medlint("check", *arguments)

    assert told in " ".join(done.err.split())
    assert done.code == 2
    assert read("a.md") == SLIP


def test_report_shows_the_fixed_page_of_standard_input(medlint):
    done = medlint(
        "check", "-", "--stdin-filename", "a.md", "--fix", "--format", "html:r.html", stdin=SLIP.encode()
    )

    assert done.out == CLEAN
    assert "Take the tablet." in read("r.html")


def test_quiet_keeps_the_statistics(medlint):
    write("a.md", CLAIM)
    done = medlint("check", "a.md", "--quiet", "--statistics")

    assert "1  error    overclaim.completely-safe" in done.out
    assert done.out.splitlines()[-1].startswith("1 error in 1 file")


def test_what_takes_no_part_in_grammar_is_one_line(medlint, monkeypatch):
    monkeypatch.setenv("MEDLINT_GRAMMAR", "auto")
    monkeypatch.setenv("MEDLINT_PARSER", "auto")
    monkeypatch.setattr("medlint.parse.installed", lambda: None)
    write("a.md", CLEAN)
    lines = medlint("check", "a.md").err.splitlines()

    assert len([line for line in lines if "grammar" in line]) == 1
    assert "LanguageTool takes no part" in lines[0]
    assert "the parser takes no part" in lines[0]
