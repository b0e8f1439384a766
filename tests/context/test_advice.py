"""Advice that protects is told from urging to buy."""

import pytest

from tests.context.ask import ask

PROTECTS = """
See a doctor [[immediately]] if you have chest pain.
[[Always]] tell your doctor which tablets you take.
[[Never]] stop taking the tablets on your own.
Call 112 [[immediately]] if you cannot breathe.
Call an ambulance [[at once]] if she faints.
Get medical help [[straight away]] if a wasp has stung your tongue.
Do not cycle home until you are [[completely]] awake.
Ask your pharmacist [[before it is too late]] to order.
Speak to your kidney nurse [[now]] before you change the dose.
Go to the nearest emergency department [[without delay]].
[[Everyone]] should keep the drops out of reach of children.
Call us [[immediately]] if you have a fever or the wound opens.
Call 999 at once if: // * your lips [[suddenly]] swell // * you faint
If symptoms last longer than a week, contact your GP [[today]].
[[Always]] wash your hands before you change the bag.
Do not use the cream on [[all]] wounds.
Jaundice must be investigated [[urgently]].
Stop taking Zelpax and call your doctor [[straight away]].
"""

URGES = """
Call [[now]] for your free consultation.
Book [[today]], places are limited.
Ask our experts about the [[best]] offer.
Call our doctors [[now]] for a discount.
Order Zelpax [[before it is too late]].
Zelpax [[always]] works.
Don't wait, book [[immediately]].
Do not miss our [[last chance]] sale.
Our doctors see [[everyone]].
We are [[always]] there for you.
Contact us [[today]] and save.
Zelpax [[never]] fails.
Return to your old self [[immediately]].
Pellets return your youth [[at once]] without side effects.
See the difference [[immediately]].
Call us [[today]] if you want to look younger.
Get [[instant]] relief from our team.
"""


@pytest.mark.parametrize("example", PROTECTS.strip().splitlines())
def test_protecting_sentence_is_advice(example):
    assert ask("advice", example)


@pytest.mark.parametrize("example", URGES.strip().splitlines())
def test_urging_sentence_is_not_advice(example):
    assert not ask("advice", example)
