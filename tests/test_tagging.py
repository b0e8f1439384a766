"""Words as codes: what a word can be, patterns over words, and the way back to the page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint import tagging, word_codes
from medlint.tagging import spots
from tests.documents import document, passage


def found(pattern: str, *blocks) -> list[str]:
    """Return the words that a pattern stands for in paragraphs."""
    return [spot.text() for spot in spots(document(*blocks), pattern)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("the C", "Ask the nurse and the nurses in the clinic.", ["the nurse", "the clinic"]),
        ("the P", "Ask the nurse and the nurses.", ["the nurses"]),
        ("modal B", "You can examine it. The can examines.", ["can examine"]),
        ("(?:a|an) J* C", "It is a small modern clinic.", ["a small modern clinic"]),
        ("NUMBER C", "About 20 tablets, or 20 nurse, in 2019.", ["20 nurse"]),
        ("in YEAR", "It began in 2019 in Hollowbrook.", ["in 2019"]),
        ("in NAME", "It began in Hollowbrook in May.", ["in Hollowbrook", "in May"]),
        ("C COMMA", "The nurse, the doctor.", ["nurse,"]),
        ("the (?P<flagged>C)", "the nurse", ["nurse"]),
        ("^the", "The nurse. The doctor and the nurse.", ["The", "The"]),
        ("C STOP$", "He saw the nurse. She saw a doctor!", ["nurse.", "doctor!"]),
        ("people", "People of all ages.", ["People"]),
        ("&PZ", "It examines; the tablets help; the causes.", ["causes"]),
    ],
)
def test_pattern_finds_words_by_what_they_can_be(pattern, text, expected):
    assert found(pattern, text) == expected


def test_word_that_may_be_several_things_is_not_certainly_one():
    assert found("B", "help") == []
    assert found("~B", "help") == ["help"]


def test_unknown_word_can_be_everything_and_is_certainly_nothing():
    assert found("~B ~P", "zelpaxon brivulix") == ["zelpaxon brivulix"]
    assert found("CMUPBZDNGJR", "zelpaxon") == []


@pytest.mark.parametrize(
    ("word", "letters"),
    [("nurse", "C"), ("nurses", "P"), ("examine", "B"), ("examines", "Z"), ("zelpaxon", "")],
)
def test_letters_of_a_word(word, letters):
    assert word_codes.letters_of(word) == letters


def test_ending_of_an_unknown_word_tells_what_it_is():
    assert found("R", "He spoke brivulously.") == ["brivulously"]
    assert found("J", "It is zelpaxous.") == ["zelpaxous"]


def test_capital_inside_a_sentence_makes_a_name_but_not_of_a_small_word():
    assert found("NAME", "Ask The Nurse at Home.") == ["Nurse", "Home"]
    assert found("the", "Ask The Nurse.") == ["The"]


def test_first_word_keeps_its_class_also_behind_a_quotation_mark():
    assert found("C", "“Nurse!” he said.") == ["Nurse"]


def test_pattern_never_crosses_a_sentence_or_block():
    assert found("C .", "He saw a nurse.", "Then a doctor") == ["nurse."]


def test_table_and_heading_are_no_running_text():
    page = document(passage("heading", "The nurse"), passage("table-cell", "the nurse"), "the nurse")

    assert [spot.region().start for spot in spots(page, "C")] == [page.text.rindex("nurse")]
    assert tagging.headings(page).codes.count("\n") == 1


def test_spot_tells_what_stands_around_it():
    spot = next(spots(document("He left. When we asked, the nurse came in."), "the C"))

    assert spot.before() == "when we asked, "
    assert spot.behind() == " came in."
    assert spot.text(0) == "the nurse"


def test_group_that_took_no_part_is_empty():
    spot = next(spots(document("the nurse"), "the (?P<many>P)? (?P<one>C)?"))

    assert (spot.text("many"), spot.text("one")) == ("", "nurse")


def test_unknown_name_in_a_pattern_is_told():
    with pytest.raises(KeyError, match="brivulix"):
        word_codes.pattern("the brivulix")


def test_nouns_hold_no_verb():
    nouns = word_codes.nouns()

    assert {"nurse", "tablets"} <= nouns
    assert not {"help", "treats", "the", "eye"} & nouns


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=80))
def test_every_code_has_its_place(text):
    page = document(text or "x")
    tagged = tagging.running(page)

    assert len(tagged.codes) == len(tagged.starts) == len(tagged.ends)
    assert list(tagged.starts) == sorted(tagged.starts)
