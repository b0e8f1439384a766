"""Counts and grades; the expected values are worked out by hand from the formulas."""

from math import sqrt

import pytest

from medlint.cli import cli
from medlint.parsers import parse
from medlint.readability import figures
from medlint.readability.figures import counted

FOUR = [["The", "nurse", "calls", "you"], ["You", "take", "the", "medicine"]]


def test_counts():
    found = counted(FOUR)

    assert (found.sentences, found.words, found.letters, found.syllables, found.long_words) == (
        2,
        8,
        34,
        10,
        1,
    )


def test_grades_are_those_of_the_formulas():
    found = counted(FOUR)

    assert found.flesch_kincaid == pytest.approx(0.39 * 4 + 11.8 * 10 / 8 - 15.59)
    assert found.gunning_fog == pytest.approx(0.4 * (4 + 100 / 8))
    assert found.smog == pytest.approx(1.043 * sqrt(15) + 3.1291)
    assert found.coleman_liau == pytest.approx(0.0588 * 100 * 34 / 8 - 0.296 * 100 * 2 / 8 - 15.8)
    assert found.automated == pytest.approx(4.71 * 34 / 8 + 0.5 * 4 - 21.43)


def test_grade_is_the_middle_one_and_never_below_zero():
    found = counted(FOUR)

    assert found.grade == sorted(found.grades.values())[2]
    assert counted([["I", "go"]]).grade == 0


def test_empty_page_has_zeros():
    assert figures(parse("page.md", b"")).words == 0
    assert figures(parse("page.md", b"")).grade >= 0


def test_only_prose_counts():
    text = (
        "# A very complicated heading\n\nThe nurse calls you, e.g. at 2.5 p.m.\n\n> A quotation of "
        "somebody.\n\n| Cell | Other |\n| --- | --- |\n| One | Two |\n\n- Bring a coat.\n"
    )
    found = figures(parse("page.md", text.encode()))

    assert found.sentences == 2


def test_statistics_show_the_figures_of_a_page(tmp_path, capsys):
    page = tmp_path / "page.md"
    page.write_text("The nurse calls you. You take the medicine.\n", encoding="utf-8")
    code = cli.main(["check", str(page), "--statistics"], standalone_mode=False)

    out = capsys.readouterr().out
    assert "8 words, 2 sentences of 4.0 words" in " ".join(out.split())
    assert "SMOG" in out
    assert code == 0
