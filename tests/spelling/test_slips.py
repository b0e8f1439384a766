"""What somebody meant comes first: turned letters before far keys, common words before rare ones."""

import pytest

from medlint.spelling.forms import is_made_of_known, is_plural, is_two_words
from medlint.spelling.slips import guesses, made_guesses
from medlint.spelling.verdict import verdict


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("alergy", "allergy"),
        ("pateint", "patient"),
        ("hospitel", "hospital"),
        ("doctpr", "doctor"),
        ("treatmentr", "treatment"),
    ],
)
def test_likeliest_word_comes_first(wrong, right):
    assert guesses(wrong)[0].word == right


def test_letters_that_changed_places_across_another_are_seen():
    assert guesses("anectodal")[0].word == "anecdotal"


def test_slip_in_the_beginning_or_in_the_rest_of_a_made_word_is_seen():
    assert made_guesses("enurofilament")[0].word == "neurofilament"
    assert made_guesses("hyperinsulinaemja")[0].word == "hyperinsulinaemia"


@pytest.mark.parametrize("word", ["nonsurgical", "hyperinsulinaemia", "pillless"])
def test_made_words_are_known(word):
    assert is_made_of_known(word)


@pytest.mark.parametrize(("word", "parts"), [("whiteor", "white or"), ("ahumidifier", "a humidifier")])
def test_word_that_may_have_lost_a_space_is_never_certain(word, parts):
    assert parts in verdict(word).rights
    assert not verdict(word).is_certain


def test_plural_that_no_list_has_is_known():
    assert is_plural("maintenances")
    assert verdict("maintenances") is None


def test_two_words_in_one_are_no_slip():
    assert is_two_words("patientsafety")
    assert verdict("patientsafety") is None


@pytest.mark.parametrize("word", ["xyzzyum", "zelpaxoid", "hospital", "teh", "ärtze", "x" * 30])
def test_riddles_and_known_words_have_no_verdict(word):
    assert verdict(word) is None or verdict(word).is_listed


def test_short_word_is_told_only_where_a_usual_one_was_meant():
    assert verdict("carw").rights[0] == "care"
    assert verdict("onium") is None or verdict("onium").level > 3
