"""Patterns over words with their tags: what they find, and the cheap looks that come before."""

import pytest

from medlint import pattern_needs, tag_patterns
from medlint.noun_phrases import phrase_before
from medlint.tagging import running, tag_spots, tagged_in, tagged_sentence
from tests.documents import document


def found(pattern: str, *blocks) -> list[str]:
    """Return the words that a pattern stands for in paragraphs."""
    return [spot.text() for spot in tag_spots(document(*blocks), pattern)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("/D /n", "The nurse works. A doctor rests.", ["The nurse", "A doctor"]),
        ("/O (?P<flagged>/s!)", "Take your tablets and our drops.", ["tablets", "drops"]),
        ("~B/b", "You must test it.", ["test"]),
        ("~B/n", "You must test it.", []),
        ("^/D", "The nurse and the doctor. A room.", ["The", "A"]),
        ("/n STOP$", "He saw the nurse. She saw a doctor.", ["nurse.", "doctor."]),
        ("modal (?!not).", "It can help. It can not.", ["can help"]),
        ("/r? /z!", "It often helps.", ["often helps"]),
    ],
)
def test_pattern_finds_words_by_what_they_are_here(pattern, text, expected):
    assert found(pattern, text) == expected


def test_spot_knows_what_stands_before_and_behind():
    spot = next(tag_spots(document("Please rest. You must (now) rest at home."), "(?P<flagged>~B/b) at"))

    assert (spot.text(), spot.before(), spot.behind()) == ("rest", "you must (now) ", " home.")


def test_pattern_with_an_unknown_tag_or_list_is_refused():
    with pytest.raises(KeyError):
        tag_patterns.pattern("/q")
    with pytest.raises(KeyError):
        tag_patterns.pattern("no-such-list/n")


@pytest.mark.parametrize(
    ("pattern", "text", "is_there"),
    [
        ("modal /z!", "The nurse can help.", False),
        ("modal ~B", "The nurse can help.", True),
        ("one of (?:the|our) /s", "Ask one of our nurses.", True),
        ("one of (?:the|our) /s", "Ask one nurse of our ward.", False),
        ("^if", "Rest if you can.", False),
        ("must not? ~B", "You must not help.", True),
        ("(?:if|when) /P (?=is|are)", "When it is red, call.", True),
        ("(?:if|when) /P (?=is|are)", "When it hurts, call.", False),
    ],
)
def test_pairs_of_neighbours_tell_where_a_pattern_cannot_stand(pattern, text, is_there):
    codes = document(text).derived(running).codes

    assert pattern_needs.are_there(tag_patterns.needs(pattern), pattern_needs.neighbours(codes)) is is_there


def test_loose_pattern_leaves_out_what_tags_deny():
    assert tag_patterns.loose("(?<!/D)people (?!/z)").pattern.count("(?") == 0
    assert tag_patterns.loose("(?<!the)people").pattern.startswith("(?<!")


def test_pattern_whose_bracket_is_open_is_refused():
    with pytest.raises(ValueError, match="people"):
        tag_patterns.loose("(?!/D people")


@pytest.mark.parametrize(
    ("text", "expected", "opener"),
    [
        ("In the small quiet room we sit.", "the small quiet room", "the"),
        ("The really good new nurse we like.", "the really good new nurse", "the"),
        ("Cold tea we drink.", "cold tea", ""),
        ("Two small tablets we take.", "two small tablets", "two"),
        ("Slowly we walk.", None, None),
    ],
)
def test_noun_phrase_before_a_word(text, expected, opener):
    sentence = tagged_sentence(document(text), 0)
    phrase = phrase_before(sentence, sentence.words.index("we"))

    shown = phrase and " ".join(sentence.words[phrase.first : phrase.head + 1])
    assert (shown, phrase and phrase.opener) == (expected, opener)


def test_words_outside_a_sentence_are_nothing():
    sentence = tagged_sentence(document("Rest."), 0)

    assert (sentence.word(9), sentence.tag(-1), sentence.may_be(9, "n"), sentence.is_surely(9, "n")) == (
        "",
        "",
        False,
        False,
    )


def test_sentences_of_a_block_are_its_own():
    page = document("The nurse rests. She sleeps.", "The doctor works.")

    assert [sentence.words[1] for sentence in tagged_in(page, page.blocks[1])] == ["doctor"]
