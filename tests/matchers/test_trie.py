"""The prefix tree says the same as a plain alternation, longest first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from medlint.matchers.trie import alternation


def test_longer_word_wins():
    assert re.match(alternation(["cure", "cured", "cu"]), "cured")[0] == "cured"


def test_special_characters_stand_for_themselves():
    assert re.fullmatch(alternation(["100% (sure)", "a.b"]), "a.b")
    assert not re.fullmatch(alternation(["a.b"]), "axb")


@given(st.lists(st.text("ab %.", min_size=1, max_size=5), min_size=1, max_size=8))
def test_matches_exactly_its_words(words):
    expression = re.compile(alternation(words))

    assert all(expression.fullmatch(word) for word in words)
    assert not expression.fullmatch("".join(words) + "!")
