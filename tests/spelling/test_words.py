"""The lists hold what they should: both dialects, medicine, medicines; and nothing that is always wrong."""

import pytest

from medlint import spelling


@pytest.mark.parametrize(
    "word",
    [
        "the",
        "hospital",
        "oesophagus",
        "esophagus",
        "ibuprofen",
        "pembrolizumab",
        "cholecystectomy",
        "vitro",
        "zygote",
    ],
)
def test_word_is_known(word):
    assert spelling.level(word) > 0
    assert not spelling.is_strange(word)


@pytest.mark.parametrize("word", ["hospitel", "zelpaxol", "zz", "", "ärzte", "zzzz", "recieve"])
def test_what_is_no_word_is_not_known(word):
    assert spelling.level(word) == 0


def test_usual_words_are_more_common_than_technical_ones():
    assert spelling.level("hospital") > spelling.level("hypoplasia") > 0


def test_common_words_are_known_words():
    assert {word for word in spelling.common() if not spelling.level(word)} == set()


def test_listed_forms_are_wrong_and_their_rights_are_not():
    misspelt = spelling.misspelt()

    assert {wrong for wrong, right in misspelt.items() if right in misspelt or wrong == right} == set()
    assert {wrong for wrong in misspelt if spelling.level(wrong)} == set()
    assert len(misspelt) > 1600


def test_no_word_is_of_both_dialects():
    british, american = spelling.american_of(), spelling.british_of()

    assert british.keys() & american.keys() == set()
    assert british["haemoglobin"] == "hemoglobin"
    assert {"systaemic", "epidaemic", "acadaemic", "raedema"} & british.keys() == set()


def test_terms_of_the_lists_lie_beside_them():
    from medlint import config

    text = (config.folder() / "words" / "spelling" / "LICENSES.txt").read_text(encoding="utf-8")

    assert "Copyright 2000-2011 by Kevin Atkinson" in text
    assert "WordNet 3.0 Copyright 2006 by Princeton University" in text
