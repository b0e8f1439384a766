"""The tagger: what a word is where it stands, how sure that is, and weights that are no weights."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.errors import ToolError
from medlint.part_of_speech import features, weights
from medlint.part_of_speech.tagger import tags_of
from medlint.part_of_speech.tags import TAGS


def tags(sentence: str) -> str:
    """Return the best tags of words that are parted by spaces."""
    return "".join(tag for tag, _ in tags_of((word.lower(), False) for word in sentence.split()))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("the test shows it .", "DnzP."),
        ("we test your blood .", "PpOn."),
        ("she has left the room", "PzvDn"),
        ("they must rest in bed", "PmbIn"),
        ("the drug is often given", "Dnzrv"),
        ("resting helps most patients", "gzjs"),
        ("to see the nurse", "TbDn"),
    ],
)
def test_word_is_what_its_place_makes_it(sentence, expected):
    assert tags(sentence) == expected


def test_verb_form_of_a_learner_is_read_as_it_is_written():
    assert tags("you must taking the drug")[2] == "g"
    assert tags("it can causes pain")[2] == "z"


def test_tag_that_is_not_sure_names_the_second_best():
    found = tags_of((word, False) for word in ["the", "child", "play", "with", "the", "mirror"])

    assert found[2][1] != ""
    assert found[0] == ("D", "")


def test_name_is_told_by_its_capital():
    assert tags_of([("in", False), ("hollowbrook", True)])[1][0] == "E"


def test_no_words_have_no_tags():
    assert tags_of([]) == []


@given(st.lists(st.text(alphabet="abcdefg-'9éß,.", min_size=1, max_size=9), max_size=8))
@settings(max_examples=60, deadline=None)
def test_every_word_has_one_tag_and_always_the_same(words):
    first = tags_of((word, False) for word in words)

    assert [tag for tag, _ in first] == [tag for tag, _ in tags_of((word, False) for word in words)]
    assert all(tag in TAGS for tag, _ in first)


@pytest.mark.parametrize(
    ("word", "is_name", "expected"),
    [
        (",", False, ","),
        ("%", False, "mark"),
        ("the", False, "the"),
        ("20", False, "9"),
        ("20mg", False, "9x"),
        ("hollowbrook", True, features.NAME),
        ("nurse", False, "n"),
        ("zelpaxon", False, "?on"),
        ("zelpax-free", False, "?-"),
    ],
)
def test_class_of_a_word(word, is_name, expected):
    assert features.word_class(word, is_name=is_name) == expected


def test_weights_that_are_missing_are_named(tmp_path):
    with pytest.raises(ToolError, match=r"nothing\.bin: the tagger's weights cannot be read"):
        weights.load(tmp_path / "nothing.bin")


@pytest.mark.parametrize("content", [b"", b"something else", b"medlint-tagger-1\n" + bytes(12)])
def test_weights_of_another_kind_are_refused(tmp_path, content):
    path = tmp_path / "weights.bin"
    path.write_bytes(content)

    with pytest.raises(ToolError, match=r"run models/grammar/train_tagger\.py"):
        weights.load(path)


def test_feature_that_was_never_seen_says_nothing():
    assert weights.load().score("no such feature") == weights.NOTHING
