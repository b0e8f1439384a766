"""What is only supposed is told from what is claimed."""

import pytest

from tests.context.ask import ask

SUPPOSED = """
If the wart has been [[cured]], no further visit is needed.
Come back to the clinic if the scar looks [[perfect]] on one side only.
Unless the scan is [[completely clear]], we shall see you again in May.
A bed is [[guaranteed]] only once the ward has confirmed it.
The second session is [[free]] subject to the terms on page 4.
Should you feel [[no pain at all]], tell the nurse.
"""

CLAIMED = """
If you are tired of creams, Zelpax [[cures]] eczema.
If you want a [[permanent]] solution, come to us.
Have you tried everything? Zelpax [[always works]].
If walking hurts, our insoles bring you [[guaranteed relief]].
Zelpax is [[guaranteed]] to please you.
If you're looking for the [[best]] dentist, you have arrived.
"""


@pytest.mark.parametrize("example", SUPPOSED.strip().splitlines())
def test_supposed_words_are_conditional(example):
    assert ask("conditional", example)


@pytest.mark.parametrize("example", CLAIMED.strip().splitlines())
def test_claim_beside_a_condition_is_not(example):
    assert not ask("conditional", example)
