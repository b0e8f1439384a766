"""Denied claims are told from promises that use the words of denial."""

import pytest

from tests.context.ask import ask

DENIED = """
There is no [[miracle]] pill for sore knees.
The Zelpax patch is not [[painless]].
A result cannot be [[guaranteed]].
It has never been [[proven]] to help.
No clinic can [[guarantee]] a pregnancy.
Not everyone [[responds]] to Zelpax.
No strip, spray or pillow has been [[shown to cure]] hay fever.
Zelpax is neither [[safe]] nor cheap.
The drops fail to [[cure]] warts.
Healing is rarely [[quick]].
The gel comes without [[guarantee]] of any kind.
The injection is far from [[painless]].
The treatment isn't [[risk-free]].
Nobody can [[guarantee]] a full head of hair.
Nothing [[cures]] a cold.
There is no evidence that onions [[protect]] against flu.
There is little evidence that magnets [[relieve pain]].
Copper bands have not been shown to [[work]].
A good surgeon never [[promises]] a result.
This is not a [[cure]].
It is not a vaccine, a tonic or a [[cure]].
A [[cure]] does not exist.
[[Full recovery]] cannot be guaranteed.
Zelpax doesn't [[cure]] asthma, nor does it stop attacks.
This does not mean that you are [[cured]].
No pill, sadly, [[cures]] baldness.
Zelpax is no [[better]] than placebo.
No spray is [[better]] than a dummy spray.
Doctors are unable to [[reverse]] the damage.
We cannot say that the drops are [[completely safe]].
We never promise: // * [[permanent results]] // * a full head of hair
No treatment has [[no side effects]].
Few patients are [[cured]] by tablets alone.
There is no such thing as a [[risk-free]] operation.
There is no need to [[detox]] after the holidays.
There is no need to [[eliminate]] bread.
"""

PROMISED = """
Our drops have [[no side effects]].
You are left with [[no scar]].
Hollowbrook is not only [[the best]] but the cheapest.
Hollowbrook is no doubt [[the best]] clinic.
No other clinic is [[better]].
There is no [[better]] clinic.
Nothing works [[better]].
Nothing [[heals]] like Zelpax.
No wonder we are [[the best]].
It is not just a cream, it is [[a miracle]].
Zelpax does not hurt, but it [[cures]] migraine.
It is not painful; it is [[completely safe]].
It does not sting, and we [[guarantee]] results.
If you are not satisfied, we [[guarantee]] a refund.
Do not wait to [[regain your youth]].
Don't miss our [[revolutionary]] laser.
You do not need surgery to get [[perfect teeth]].
No surgery, no drugs, [[pure healing]].
No pain, no scar, [[no risk]].
It has no side effects and is [[completely safe]].
Without surgery, our gel [[removes]] spots.
No prescription needed for our [[miracle]] drops.
There is no pain with our [[painless]] laser.
Zelpax never fails to [[cure]] warts.
You will never find a [[safer]] clinic.
Couldn't be happier with the [[best]] clinic.
Our [[miracle]] gel does not hurt.
You don't have to suffer, Zelpax [[cures]] gout.
It isn't magic — it is [[clinically proven]].
Look no further for [[the best]] dentists.
Why not try our [[miracle]] drops?
Not a diet. A [[miracle]].
There is no need to wait for [[perfect teeth]].
"""


@pytest.mark.parametrize("example", DENIED.strip().splitlines())
def test_denied_claim_is_negated(example):
    assert ask("negated", example)


@pytest.mark.parametrize("example", PROMISED.strip().splitlines())
def test_promise_is_not_negated(example):
    assert not ask("negated", example)
