"""A sentence that explains a word is told from one that uses it to sell."""

import pytest

from tests.context.ask import ask

DEFINED = """
Remission means that no tumour is seen; it does not mean a [[cure]].
A scar that stays is called [[permanent]] scarring.
The word “[[miracle]]” has no place in a leaflet.
[[Complete]] response is defined as no sign of cancer on two scans.
RCT stands for a trial that tests which treatment is [[best]].
"""

CLAIMED = """
Our laser means [[no pain]] for you.
That's why Zelpax is called the [[best]] tonic in town!
Zelpax [[cures]] warts.
We are known as the [[safest]] clinic on the coast.
"""


@pytest.mark.parametrize("example", DEFINED.strip().splitlines())
def test_explained_words_are_defined(example):
    assert ask("defined", example)


@pytest.mark.parametrize("example", CLAIMED.strip().splitlines())
def test_selling_words_are_not_defined(example):
    assert not ask("defined", example)
