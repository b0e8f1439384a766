"""Word files with tracked changes: read as they will be, or as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.parsers.docx_files import paragraph, text, word

ADDED = f'<w:ins w:id="1" w:author="Ines">{text("completely ")}</w:ins>'
TAKEN = f'<w:del w:id="2" w:author="Ines">{text("quite ").replace("w:t", "w:delText")}</w:del>'
ACCEPTED, REJECTED = "2 tracked changes, read as if accepted", "2 tracked changes, read as if rejected"


@pytest.fixture(autouse=True)
def _page(medlint):  # noqa: ARG001 - it makes the folder
    Path("a.docx").write_bytes(word(paragraph("Zelpax is ", TAKEN, ADDED, "safe.")))


def test_changes_are_read_as_accepted_and_the_report_says_so(medlint):
    done = medlint("check", "a.docx", "--format", "concise")

    assert "completely safe" in done.out
    assert ACCEPTED in done.out


def test_changes_are_read_as_rejected_if_asked(medlint):
    done = medlint("check", "a.docx", "--tracked-changes", "original", "--format", "concise")

    assert "completely safe" not in done.out
    assert REJECTED in done.out


def test_settings_decide_and_the_command_line_wins(medlint):
    Path("medlint.yaml").write_text("tracked-changes: original\n", encoding="utf-8")

    assert REJECTED in medlint("check", "a.docx", "--format", "concise").out
    given = medlint("check", "a.docx", "--tracked-changes", "final", "--format", "concise")
    assert ACCEPTED in given.out


def test_file_without_changes_says_nothing(medlint):
    Path("b.docx").write_bytes(word(paragraph("Zelpax is safe.")))

    assert "tracked" not in medlint("check", "b.docx", "--format", "concise").out


def test_comments_stand_on_the_words_of_the_text_that_was_read(medlint):
    body = paragraph("Zelpax is ", TAKEN.replace("quite", "completely"), "safe.")
    Path("a.docx").write_bytes(word(body))
    done = medlint("check", "a.docx", "--tracked-changes", "original", "--format", "docx:copy.docx")

    assert done.code == 1
    assert b"PK" in Path("copy.docx").read_bytes()[:2]
    assert (
        "completely safe"
        in medlint("check", "copy.docx", "--tracked-changes", "original", "--format", "concise").out
    )


def test_explain_looks_at_the_text_that_was_asked_for(medlint):
    Path("medlint.yaml").write_text("tracked-changes: original\n", encoding="utf-8")

    assert "Zelpax is quite safe." in medlint("explain", "--at", "a.docx:1:11").out


def test_words_before_the_changes_are_fixed_only_outside_of_them(medlint):
    Path("a.docx").write_bytes(word(paragraph("Take the the tablet ", TAKEN, "today.")))
    medlint("check", "a.docx", "--tracked-changes", "original", "--fix")
    done = medlint("check", "a.docx", "--tracked-changes", "original", "--format", "concise")

    assert "repeated-word" not in done.out
