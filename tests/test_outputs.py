import os
import stat
from pathlib import Path

import pytest

from medlint import file_list, outputs
from medlint.errors import UsageError
from medlint.outputs import Output
from medlint.reporters import REPORTERS, RenderOptions
from tests.reporters.reports import CLEAN, FULL


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def written(*texts, made=FULL, environment=None):
    printed = []
    outputs.write(outputs.parse(texts), made, lambda _: RenderOptions(), printed.append, environment or {})
    return printed


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("json", Output("json")),
        ("json:", Output("json")),
        ("json:out.json", Output("json", Path("out.json"))),
        ("sarif:a:b.sarif", Output("sarif", Path("a:b.sarif"))),
        ("template:t.j2", Output("template", None, Path("t.j2"))),
        ("template:t.j2:out.md", Output("template", Path("out.md"), Path("t.j2"))),
    ],
)
def test_a_format_is_a_name_and_perhaps_a_file(text, output):
    Path("t.j2").write_text("x", encoding="utf-8")

    assert outputs.parse([text]) == (output,)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a.j2", ["a.j2"]),
        ("a.j2:b.md", ["a.j2", "b.md"]),
        (r"C:\t\a.j2", [r"C:\t\a.j2"]),
        (r"C:\t\a.j2:D:\b.md", [r"C:\t\a.j2", r"D:\b.md"]),
        ("C:/a.j2:b.md", ["C:/a.j2", "b.md"]),
        ("a:b", ["a", "b"]),
    ],
)
def test_the_letter_of_a_drive_is_no_file(text, parts):
    assert outputs._PARTS.split(text, maxsplit=1) == parts


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        (["jsn"], "there is no format 'jsn', did you mean 'json'?; there are terminal, concise,"),
        (["json", "sarif"], "json and sarif would both be printed; write one to a file, as in sarif:FILE"),
        (["json:a", "sarif:./a"], "two outputs go to a; give each a file of its own"),
        (["template"], "name a file, as in template:report.md.j2"),
        (["template:none.j2"], "there is no file none.j2"),
    ],
)
def test_what_cannot_be_meant_is_refused(texts, problem):
    with pytest.raises(UsageError) as caught:
        outputs.parse(texts)

    assert problem in str(caught.value)


def test_every_format_is_written_in_one_run():
    Path("t.j2").write_text("{{ summary.error }} errors\n", encoding="utf-8")
    names = [name for name in REPORTERS if name not in ("template", "terminal")]
    Path("out").mkdir()
    texts = [f"{name}:out/{name}" for name in names]
    printed = written("terminal", *texts, "template:t.j2:out/template")

    assert sorted(path.name for path in Path("out").iterdir()) == sorted([*names, "template"])
    assert Path("out/template").read_text(encoding="utf-8") == "2 errors\n"
    assert len(printed) == 1
    assert "Up to 70 percent" in printed[0]


def test_a_template_that_fails_leaves_no_output_behind():
    Path("t.j2").write_text("{{ no }}", encoding="utf-8")
    with pytest.raises(UsageError):
        written("json:out.json", "template:t.j2:out.md")

    assert sorted(path.name for path in Path().iterdir()) == ["t.j2"]


def test_a_file_is_replaced_in_one_step_and_keeps_its_mode():
    outputs.put(Path("out.json"), "old")
    Path("out.json").chmod(0o640)
    Path("link.json").symlink_to("out.json")
    outputs.put(Path("link.json"), "new\n")

    assert Path("out.json").read_bytes() == b"new\n"
    assert Path("link.json").is_symlink()
    assert stat.S_IMODE(Path("out.json").stat().st_mode) == 0o640
    assert sorted(path.name for path in Path().iterdir()) == ["link.json", "out.json"]


def test_a_new_file_has_the_mode_that_the_system_wants():
    before = os.umask(0o027)
    try:
        outputs.put(Path("out.json"), "x")
    finally:
        os.umask(before)

    assert stat.S_IMODE(Path("out.json").stat().st_mode) == 0o640


def test_a_failure_in_writing_leaves_the_old_file(monkeypatch):
    outputs.put(Path("out.json"), "old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UsageError, match=r"out.json: cannot be written: No space left on device"):
        outputs.put(Path("out.json"), "new")

    assert Path("out.json").read_text(encoding="utf-8") == "old"
    assert [path.name for path in Path().iterdir()] == ["out.json"]


def test_a_device_is_written_to_and_not_replaced():
    outputs.put(Path("/dev/null"), "x")

    assert Path("/dev/null").is_char_device()


def test_letters_that_are_none_do_not_stop_a_report():
    outputs.put(Path("out.txt"), "a\udcffb")

    assert Path("out.txt").read_bytes() == b"a\\udcffb"


def test_the_summary_of_a_step_is_appended():
    Path("step.md").write_text("before\n", encoding="utf-8")
    written("github", environment={"GITHUB_STEP_SUMMARY": "step.md"})
    text = Path("step.md").read_text(encoding="utf-8")

    assert text.startswith("before\n<!-- medlint report -->\n### medlint\n")
    assert "the very best" in text


@pytest.mark.parametrize("texts", [("json",), ("github",)])
def test_no_summary_is_written_where_none_is_asked_for(texts):
    written(*texts, made=CLEAN)

    assert list(Path().iterdir()) == []


def test_a_summary_that_cannot_be_written_is_told():
    with pytest.raises(UsageError, match=r"no/such/step\.md: the summary cannot be written"):
        written("github", environment={"GITHUB_STEP_SUMMARY": "no/such/step.md"})


class TestFileList:
    @pytest.mark.parametrize(
        "data",
        [
            b"a.md\nb c.txt\n",
            b"a.md\r\nb c.txt",
            b"a.md\0b c.txt\0",
            b"\xef\xbb\xbfa.md\n\n  \nb c.txt\na.md\n",
        ],
    )
    def test_paths_stand_on_lines_or_are_parted_by_nul(self, data):
        Path("list").write_bytes(data)

        assert file_list.read("list") == ("a.md", "b c.txt")

    def test_a_nul_keeps_a_line_break_in_a_name(self):
        Path("list").write_bytes(b"a\nb.md\0")

        assert file_list.read("list") == ("a\nb.md",)

    def test_other_formats_are_passed_over_and_folders_are_not(self):
        Path("site").mkdir()
        Path("list").write_text("main.py\nsite\nREADME\npage.MD\n", encoding="utf-8")

        assert file_list.read("list") == ("site", "page.MD")

    def test_a_list_that_is_missing_is_told(self):
        with pytest.raises(UsageError, match="--files-from: list: cannot be read: no such file"):
            file_list.read("list")
