"""A word that is one slip away from a known one is told, and nothing else is."""

import pytest

from medlint.rules.grammar import letter_slip


@pytest.fixture
def rights(find):
    """Return a function that maps the words flagged on a page to what is suggested."""

    def look(text):
        return dict(find("letter_slip", text))

    return look


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("temprature", "temperature"),
        ("sucess", "success"),
        ("alergy", "allergy"),
        ("hospitel", "hospital"),
        ("pharmasist", "pharmacist"),
        ("stomatch", "stomach"),
        ("beleif", "belief"),
        ("tryed", "tried"),
        ("immidiately", "immediately"),
        ("wellcome", "welcome"),
    ],
)
def test_misspelt_word_is_told_with_the_right_one(rights, wrong, right):
    assert rights(f"It is {wrong} again.") == {wrong: f"“{wrong}” looks like a slip of “{right}”."}


def test_capital_is_kept_where_a_sentence_begins(rights):
    assert rights("Temprature is taken.") == {
        "Temprature": "“Temprature” looks like a slip of “Temperature”."
    }


@pytest.mark.parametrize(
    "text",
    [
        "Behaviour, behavior, counselling, counseling, organise, organize, practise and practice.",
        "Litre, liter, centimetre, aluminum, aluminium, oestrogen, estrogen, paediatric, pediatric.",
        "Causal and casual, statue and stature, prostrate and prostate, martial and marital.",
        "He was tested, retested and untested; the testings went on.",
        "Many psoriases are known.",
        "Ask Mr Temprature of Sucess Ltd.",
        "Write to sucess@hollowbrook.example or see www.example.org/temprature.",
        "ALERGY is a brand.",
        "The zelpaxoid and the xyzzyum are new.",
    ],
)
def test_sound_text_is_silent(rights, text):
    assert rights(text) == {}


def test_word_is_told_once_on_a_page(find):
    assert [word for word, _ in find("letter_slip", "An alergy is an alergy.")] == ["alergy"]


def test_word_that_comes_again_and_again_is_a_term(rights):
    assert rights("The celll hums. " * 4) == {}


def test_listed_words_are_wrong_and_their_rights_are_not():
    words = letter_slip._words()

    assert {
        right for wrong, right in words.misspelt.items() if right in words.misspelt or wrong == right
    } == set()
    assert len(words.misspelt) > 1300
