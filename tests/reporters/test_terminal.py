import re
import time
from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from medlint.model import Failure
from medlint.reporters import REPORTERS, RenderOptions
from tests.reporters.reports import CLEAN, FULL, LEAFLET, VISIT, document, finding, page_finding, report

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def rendered(made: Any, **options: Any) -> str:
    return REPORTERS["terminal"](made, RenderOptions(**options))


def lines(made: Any, **options: Any) -> list[str]:
    return rendered(made, **options).splitlines()


@pytest.mark.parametrize("color", [False, True], ids=["plain", "color"])
@pytest.mark.parametrize("width", [100, 60, 40])
def test_a_full_report_is_this_text(snapshot: SnapshotAssertion, width: int, *, color: bool) -> None:
    assert rendered(FULL, width=width, color=color) == snapshot


def test_statistics_stand_in_the_summary(snapshot: SnapshotAssertion) -> None:
    assert rendered(FULL, width=100, statistics=True).partition("Summary")[2] == snapshot


def test_a_clean_report_is_this_text(snapshot: SnapshotAssertion) -> None:
    assert rendered(CLEAN, width=100) == snapshot


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("width", [100, 80, 60, 59, 40, 30])
def test_no_line_is_wider_than_the_terminal(width: int, *, color: bool) -> None:
    plain = ANSI.sub("", rendered(FULL, width=width, color=color, statistics=True))
    too_wide = [line for line in plain.splitlines() if cell_len(line) > width and "https://" not in line]

    # Addresses are kept whole, and so is a rule in the table.
    assert [line for line in too_wide if not re.match(r" +\d+  (error|warning|note) ", line)] == []


@pytest.mark.parametrize("width", [120, 100, 60, 40, 30, 10])
@pytest.mark.parametrize("words", ["completely safe", "漢方", "Zelpax", "👩‍⚕️", "pets."])
def test_carets_stand_under_the_words(words: str, width: int) -> None:
    sentence = "👩‍⚕️ 漢方 and Zelpax are completely safe for adults, children and pets."
    shown = lines(report(document("page.md", finding(sentence, words))), width=width)
    at = next(number for number, line in enumerate(shown) if line.endswith("^"))
    before, carets = shown[at - 1].partition(words)[0], shown[at]

    assert words in shown[at - 1]
    assert carets == "    | " + " " * (cell_len(before) - 6) + "^" * cell_len(words)


def test_colour_underlines_the_words_in_place_of_carets() -> None:
    text = rendered(report(document("page.md", finding("So very safe it is.", "very safe"))), color=True)

    assert "So \x1b[1;4;31mvery safe\x1b[0m it is." in text
    assert "^" not in text


@pytest.mark.parametrize("color", [False, True])
def test_a_place_without_words_has_a_caret(*, color: bool) -> None:
    gap = finding("So safe", "", in_sentence=(7, 7), message="A full stop is missing.")

    plain = ANSI.sub("", rendered(report(document("page.md", gap)), color=color)).splitlines()

    assert plain[3][6:] == "So safe"
    assert plain[4][6:] == "       ^"


@pytest.mark.parametrize(("width", "color"), [(100, False), (59, True), (40, False)])
def test_a_plain_or_narrow_terminal_gets_no_drawn_lines(width: int, *, color: bool) -> None:
    assert not set("─│") & set(rendered(FULL, width=width, color=color))


def test_files_with_the_worst_findings_come_first() -> None:
    safe, warned = finding("So safe.", "safe"), finding("So safe.", "safe", severity="warning")
    made = report(
        document("a.md", *[replace(warned, start=n) for n in range(3)]),
        document("b.md", safe),
        document("c.md", safe, warned),
        document("d.md", safe),
    )

    assert [line for line in lines(made) if ".md" in line] == [
        "c.md: 1 error, 1 warning",
        "b.md: 1 error",
        "d.md: 1 error",
        "a.md: 3 warnings",
    ]


def test_in_a_file_the_worst_come_first_then_by_place_and_the_page_last() -> None:
    made = document(
        "page.md",
        page_finding(severity="error"),
        finding("So safe.", "safe", 2, severity="note"),
        finding("So safe.", "safe", 9),
        finding("So safe.", "safe", 3),
    )
    found = [
        line.split()[:2]
        for line in lines(report(made))
        if re.match(r" +\S+ +(error|note) |  the whole", line)
    ]

    assert found == [["3:4", "error"], ["9:4", "error"], ["2:4", "note"], ["the", "whole"]]


def test_findings_on_the_same_words_show_the_sentence_once() -> None:
    text = rendered(report(LEAFLET), width=100)

    assert text.count("At Hollowbrook Clinic you get the very best care.") == 1
    assert "31:31  error    “the very best” is a superlative" in text
    assert "       warning  “the very best” ranks the care" in text


def test_the_address_of_a_source_is_given_once_a_file() -> None:
    safe = finding("So safe.", "safe"), finding("As safe.", "safe", 2)
    text = rendered(report(document("a.md", *safe), document("b.md", *safe)), width=100)

    assert text.count("https://example.org/guide/fair-words") == 2
    assert text.count("Invented Board: Guide to fair words, 2024") == 4


def test_an_address_is_never_cut() -> None:
    assert "      https://example.org/guide/fair-words" in lines(FULL, width=30)


def test_at_most_three_suggestions_are_given() -> None:
    assert "Instead: “experienced care”, “care by two specialists”, “careful care”" in " ".join(
        rendered(report(LEAFLET), width=100).split()
    )


def test_markup_in_a_document_is_printed_as_it_stands() -> None:
    made = finding(
        "[red]So[/red] [link=x]safe[/] :smiley: \\[b].", "safe", message="[bold]“safe”[/bold] \\[x]"
    )

    for color in (False, True):
        text = ANSI.sub("", rendered(report(document("[b]page[/b].md", made)), color=color))
        assert "[b]page[/b].md" in text
        assert "[bold]“safe”[/bold] \\[x]" in text
        assert "[red]So[/red] [link=x]safe[/] :smiley: \\[b]." in text


@pytest.mark.parametrize(
    "character", ["\x1b", "\x07", "\x08", "\x7f", "\x9b", "\u202e", "\u2067", "\u200b", "\udcff"]
)
@pytest.mark.parametrize("color", [False, True])
def test_active_characters_are_shown_never_sent(character: str, *, color: bool) -> None:
    everywhere = finding(
        f"a{character}b safe{character} c{character}d",
        f"safe{character}",
        message=f"m{character}",
        advice=f"a{character}",
        suggestions=(f"s{character}",),
    )
    made = report(
        document(f"p{character}.md", everywhere, not_checked=(f"n{character}",)),
        failures=(Failure(f"f{character}", f"w{character}", f"m{character}"),),
    )

    text = ANSI.sub("", rendered(made, color=color))

    assert character not in text
    assert f"safe\\{'x' if ord(character) < 256 else 'u'}" in text


def test_line_breaks_in_a_sentence_become_spaces() -> None:
    assert "    | So safe\x20 and\x20so good." in lines(
        report(document("page.md", finding("So\nsafe\t and\r\nso good.", "safe")))
    )


def test_an_endless_line_is_cut_around_the_words() -> None:
    sentence = "a" * 3_000_000 + " safe " + "漢" * 2_000_000

    shown = lines(report(document("page.md", finding(sentence, "safe", message="Too much."))), width=40)

    assert shown[3:5] == ["    | … safe …", "    |   ^^^^"]


def test_endless_words_show_their_two_ends() -> None:
    sentence = "Start " + "very " * 100_000 + "end."
    shown = lines(report(document("page.md", finding(sentence, sentence, message="Too long."))), width=60)

    assert shown[3].startswith("    | Start very")
    assert " … " in shown[3]
    assert shown[3].endswith("very end.")


def test_without_findings_nothing_is_praised() -> None:
    text = rendered(CLEAN)

    assert "No trigger found in 1 file, 1,234 words checked." in text
    assert not re.search(r"compliant|\bsafe|approved|\bok\b|passed", text, re.IGNORECASE)


def test_nothing_checked_is_said() -> None:
    assert lines(report())[1:] == ["Nothing was checked.", "exit 2: no file was checked"]


def test_hidden_severities_are_counted_and_said() -> None:
    text = rendered(report(LEAFLET, VISIT), show="error", width=100)

    assert "warning" not in text.partition("Summary")[0]
    assert "visit.txt" not in text
    assert "Not shown: 3 warnings, 2 notes (--severity error)." in text


def test_quiet_is_one_line_however_narrow() -> None:
    assert rendered(report(LEAFLET), quiet=True, width=40) == (
        "2 errors, 3 warnings in 1 file, 359 words checked; exit 1: 2 findings at or above error\n"
    )


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, colored = rendered(FULL), rendered(FULL, color=True)
    for name, value in {"NO_COLOR": "1", "FORCE_COLOR": "1", "TERM": "dumb", "COLUMNS": "20"}.items():
        monkeypatch.setenv(name, value)

    assert rendered(FULL) == plain
    assert rendered(FULL, color=True) == colored


def test_five_thousand_findings_are_quick() -> None:
    many = document(
        "page.md", *(finding(f"Zelpax {n} is completely safe.", "completely safe", n) for n in range(1, 5001))
    )
    began = time.process_time()

    text = rendered(report(many), color=True, width=100)

    assert text.count("completely safe\x1b[0m") == 5000
    assert time.process_time() - began < 4  # seconds; 0.3 measured, with room for a busy machine
