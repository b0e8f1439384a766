"""Words that deny themselves are told from those that claim."""

import pytest

from tests.context.ask import ask

DENIED = """
The [[tea does not cure]] a cold.
No [[shampoo heals]] eczema.
[[Our drops never cured]] anything.
There is no such [[lamp that cures]] sadness.
"""

CLAIMED = """
Our [[tea cures]] a cold.
No doubt: the [[shampoo heals]] eczema.
It is not dear. Our [[drops cured]] my aunt.
"""


@pytest.mark.parametrize("example", DENIED.strip().splitlines())
def test_words_that_deny_themselves(example):
    assert ask("negated-inside", example)


@pytest.mark.parametrize("example", CLAIMED.strip().splitlines())
def test_words_that_claim_do_not(example):
    assert not ask("negated-inside", example)
