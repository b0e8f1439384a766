"""What is asked is no claim; what answers it is."""

import pytest

from tests.context.ask import ask

ASKED = """
Is Zelpax [[completely safe]]?
Does it [[cure]] acne?
Is there [[a miracle]] cure for gout, and who pays for it?
"Is it [[safe]]?" is the first thing parents ask.
(Will the scar be [[invisible]]?)
What are [[the best]] shoes after a hip operation?
# Is the laser [[painless]]?
Can [[everyone]] have the vaccine?
Ask whether the laser is [[safe]] for dark skin.
You may wonder if the drops really [[work]].
The trial tested whether the drops [[prevent]] colds.
Find out if the clinic is [[accredited]].
We do not know whether Zelpax [[cures]] anything.
Does Zelpax [[work?]]
Are you sure that it is “[[natural]]”?
Which clinic is [[the best]]? Ask three of them.
"""

STATED = """
Tired of pain? Our gel [[cures]] it.
Tired of pain? our gel [[cures]] it.
Our gel [[cures]] gout. Any questions?
Zelpax is [[completely safe]].
Zelpax is [[completely safe]]!
Why wait? Get [[perfect teeth]] today.
Zelpax is [[painless]]; do you want to know more?
Ask our team about the [[best]] treatment.
# The [[miracle]] of Zelpax
The question is settled: Zelpax is [[the best]].
Ask whether you can pay later, we are [[the cheapest]].
[[Guaranteed]] results. Interested?
Need help? We are [[the leading]] clinic.
You asked, we answered: [[no side effects]].
We know the drops [[work]].
* [[Risk-free]] // * Painful?
"""


@pytest.mark.parametrize("example", ASKED.strip().splitlines())
def test_asked_words_are_a_question(example):
    assert ask("question", example)


@pytest.mark.parametrize("example", STATED.strip().splitlines())
def test_stated_words_are_no_question(example):
    assert not ask("question", example)
