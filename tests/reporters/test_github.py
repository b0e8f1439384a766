import pytest

from medlint.model import Failure, Position
from medlint.reporters import REPORTERS, RenderOptions
from medlint.reporters.github import summary
from tests.reporters.reports import CLEAN, FULL, document, finding, page_finding, report


def lines(made, **options):
    return REPORTERS["github"](made, RenderOptions(**options)).splitlines()


def test_a_finding_is_a_command_with_its_place():
    made = report(document("page.md", finding("It is safe.", "safe", 7, message="Too much.", advice="")))

    assert lines(made) == [
        "::error file=page.md,line=7,endLine=7,col=7,endColumn=11,title=overclaim.completely-safe::Too much.",
        "medlint: 1 error in 1 file, 120 words checked; exit 1: 1 finding at or above error",
    ]


def test_severities_have_githubs_names():
    kinds = [line.partition(" ")[0] for line in lines(FULL) if line.startswith("::")]

    assert set(kinds) == {"::error", "::warning", "::notice"}


def test_a_stretch_over_several_lines_has_no_columns():
    made = finding("It is safe.", "safe", 7, end_position=Position(8, 2))
    command = lines(report(document("page.md", made)))[0]

    assert "line=7,endLine=8,title=" in command


def test_the_whole_page_stands_in_line_one():
    assert "file=page.md,line=1,endLine=1,title=" in lines(report(document("page.md", page_finding())))[0]


def test_a_failure_is_an_error():
    made = report(
        document("a.md"), failures=(Failure("b.md", "document", "no such file"), Failure("", "x", "y"))
    )

    assert lines(made)[:2] == [
        "::error title=medlint.failure::Not checked: x: y",
        "::error file=b.md,title=medlint.failure::Not checked: no such file",
    ]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("100 % safe", "100 %25 safe"),
        ("a\r\nb", "a b"),
        ("a\n::error::b", "a ::error::b"),
        ("##[add-mask]a", "##[add-mask]a"),
        ("\x1b[31m", "\\x1b[31m"),
    ],
)
def test_words_of_the_page_stay_one_line_of_data(words, shown):
    made = report(document("page.md", finding("It is safe.", "safe", message=words, advice="")))
    first, *others = lines(made)

    assert first.endswith(f"::{shown}")
    assert len(others) == 1


def test_a_path_cannot_end_its_property():
    made = report(document("a,line=9:b%.md", finding("It is safe.", "safe")))

    assert lines(made)[0].startswith("::error file=a%2Cline=9%3Ab%25.md,line=1,")


def test_what_github_would_drop_is_counted():
    many = [finding("It is safe.", "safe", line) for line in range(1, 14)]
    made = lines(report(document("page.md", *many, page_finding())))

    assert sum(line.startswith("::error ") for line in made) == 10
    assert sum(line.startswith("::warning ") for line in made) == 1
    assert made[-2] == "medlint: 3 more findings in the summary of this job, not beside the lines"


def test_nothing_found_is_one_line():
    assert lines(CLEAN) == [
        "medlint: No trigger found in 1 file, 1,234 words checked; exit 0: no finding at or above error"
    ]


def test_quiet_leaves_the_counts_alone():
    assert not any(line.startswith("::") for line in lines(FULL, quiet=True))


def test_the_summary_fits_githubs_limit_in_bytes():
    wide = "漢" * 390
    many = [finding(f"{wide} safe", "safe", line, message=wide) for line in range(1, 1001)]
    text = summary(report(document("page.md", *many)), RenderOptions())

    assert len(text.encode()) <= 1_000_000
    assert "more findings, for which there is no room here" in text
