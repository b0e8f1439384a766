"""Words held at arm's length are told from what a page or a person says."""

import pytest

from tests.context.ask import ask

MENTIONED = """
Words such as “[[world-class]]” tell you little.
“[[Zero pain]], zero worry.” We read that on a poster at the station.
Somebody sold him a "[[miracle]] comb" at the market.
The "[[clinically proven]]" lamp was a torch.
"""

SAID = """
“[[Completely safe]] and gentle,” says Dr Plumwell.
Our motto: "[[the best]] for your teeth".
"You will [[never]] need your glasses again", we promise.
Order “[[Miracle]] Comb” from our shop, our customers love it.
Zelpax is [[world-class]].
"""


@pytest.mark.parametrize("example", MENTIONED.strip().splitlines())
def test_words_at_arms_length_are_mentioned(example):
    assert ask("mentioned", example)


@pytest.mark.parametrize("example", SAID.strip().splitlines())
def test_words_that_are_said_are_not(example):
    assert not ask("mentioned", example)
