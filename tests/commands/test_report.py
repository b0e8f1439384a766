"""`medlint report` at the command line."""

from __future__ import annotations

import hashlib
import re
import shlex
from pathlib import Path

import click
import pytest

from medlint.commands.report import arguments

SAFE = "Zelpax is completely safe.\n"


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def code(text: str, marker: str) -> str:
    found = re.search(rf"<code[^>]*>({marker}[^<]*)</code>", text)
    assert found
    return found[1].replace("&#39;", "'").replace("&amp;", "&").replace("&gt;", ">")


def test_report_is_written_and_the_exit_code_is_that_of_check(medlint):
    write("page.txt", SAFE)
    done = medlint("report", "page.txt", "--as-of", "2026-11-24")

    assert done.code == 1
    assert "1 error in 1 file" in done.out
    assert done.out.endswith("The report is in medlint-report.html\n")
    assert "“completely safe” promises complete safety" in Path("medlint-report.html").read_text(
        encoding="utf-8"
    )


def test_output_names_the_file_and_dash_is_standard_output(medlint):
    write("page.txt", SAFE)
    medlint("report", "page.txt", "--as-of", "2026-11-24", "-o", "review.html")
    done = medlint("report", "page.txt", "--as-of", "2026-11-24", "-o", "-")

    assert done.out == Path("review.html").read_text(encoding="utf-8")


def test_report_in_the_folder_is_passed_over_and_told(medlint):
    write("page.txt", SAFE)
    medlint("report", ".", "--as-of", "2026-11-24")
    first = Path("medlint-report.html").read_text(encoding="utf-8")
    done = medlint("report", ".", "--as-of", "2026-11-24")
    again = medlint("check", ".", "--as-of", "2026-11-24", "--format", "concise")
    medlint("report", ".", "--as-of", "2026-11-24")
    third = Path("medlint-report.html").read_text(encoding="utf-8")

    assert "1 error in 1 file, 4 words checked" in done.out
    assert "not checked: medlint-report.html: is a report that medlint wrote" in again.out
    assert again.code == 1
    assert "medlint-report.html: is a report that medlint wrote" not in first
    assert "medlint-report.html: is a report that medlint wrote" in third


def test_page_that_speaks_of_medlint_is_no_report_of_it(medlint):
    write("page.html", '<meta name="generator" content="Grove CMS"><p>medlint: Zelpax is completely safe.')

    assert "1 error in 1 file" in medlint("check", "page.html", "--format", "concise").out


def test_check_with_the_format_writes_the_same_bytes(medlint):
    write("page.txt", SAFE)
    medlint("report", "page.txt", "--as-of", "2026-11-24", "--market", "uk")
    medlint("check", "page.txt", "--as-of", "2026-11-24", "--market", "uk", "--format", "html:other.html")

    assert Path("other.html").read_bytes() == Path("medlint-report.html").read_bytes()


def test_command_in_the_report_makes_it_again(medlint):
    write("my pages/it's one.txt", SAFE)
    write("house.yaml", "ignore: [statistic.ceiling]\n")
    medlint(
        "report",
        "my pages",
        "--config",
        "house.yaml",
        "--market",
        "de",
        "--ignore",
        "grammar",
        "--exclude",
        "old/*.txt",
        "-o",
        "first.html",
    )
    first = Path("first.html").read_text(encoding="utf-8")
    command = shlex.split(code(first, "medlint report"))
    medlint(*command[1:], "-o", "second.html")

    assert "--as-of" in command
    assert Path("second.html").read_text(encoding="utf-8") == first


def test_hash_to_sign_is_what_its_command_prints(medlint):
    write("page.txt", SAFE)
    medlint("report", "page.txt", "--as-of", "2026-11-24", "--severity", "error")
    text = Path("medlint-report.html").read_text(encoding="utf-8")
    command = shlex.split(code(text, "medlint check").partition(" | ")[0])
    printed = medlint(*command[1:]).out

    assert code(text, "[0-9a-f]{64}") in text
    assert hashlib.sha256(printed.encode()).hexdigest() in re.findall(r'id="hash">([0-9a-f]{64})<', text)


def test_standard_input_is_shown_with_its_marks(medlint):
    done = medlint(
        "report", "-", "--stdin-filename", "draft.md", "-o", "-", stdin=f"# Draft\n\n{SAFE}".encode()
    )

    assert '<a class="mark error" href="#F-1">completely safe<sup>' in done.out
    assert "draft.md, line 3, column 11" in done.out


def test_what_cannot_be_read_is_in_the_report_and_the_code_is_two(medlint):
    write("page.txt", SAFE)
    Path("scan.txt").write_bytes(b"\x00\x01\x02\xff")
    done = medlint("report", "page.txt", "scan.txt", "gone.txt")
    text = Path("medlint-report.html").read_text(encoding="utf-8")

    assert done.code == 2
    assert text.index("What was not checked") < text.index("scan.txt") < text.index("The answer</h2>")
    assert "gone.txt" in text


def test_no_path_is_told(medlint):
    done = medlint("report")

    assert done.code == 2
    assert "name a file or folder" in done.err


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ()),
        ({"grammar": None, "select": (), "no_cache": True, "quiet": True}, ()),
        (
            {"select": ("statistic", "overclaim"), "deep": True},
            ("--select", "statistic", "--select", "overclaim", "--deep"),
        ),
        ({"level": "note"}, ()),
        ({"level": "error"}, ("--level", "error")),
    ],
)
def test_only_options_that_change_the_report_are_told(given, expected):
    options = [
        click.Option(["--grammar", "-g"]),
        click.Option(["--select"], multiple=True),
        click.Option(["--deep"], is_flag=True),
        click.Option(["--level"], default="note"),
        click.Option(["--no-cache"], is_flag=True),
        click.Option(["--quiet"], is_flag=True),
    ]
    check = click.Command("check", params=options)

    assert arguments(check, ("-x.md", "-"), given, "2026-11-24") == (
        "./-x.md",
        "-",
        "--as-of",
        "2026-11-24",
        *expected,
    )
