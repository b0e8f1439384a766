"""What is reported in order to deny or to warn is told from what is claimed."""

import pytest

from tests.context.ask import ask

REFUTED = """
Some sites call it a [[miracle]]; it is not.
Some sites call it a [[miracle]]. It is not.
Regulators alleged that the lamp was [[clinically proven]].
Claims that garlic [[cures]] flu are false.
That honey [[cures]] asthma is a myth.
It is a myth that onions [[draw out toxins]].
The seller agreed to pay a fine for saying that its syrup can [[prevent]] gout.
Three chemists had to withdraw posters on which a broth [[boosts immunity]].
Be wary of [[miracle]] diets.
Beware of anyone who promises a [[100% success]] rate.
Walk away when a seller writes: // * [[eat what you like]] // * our gadget does the rest
# Warning signs of a scam // * [[Guaranteed results]] // * Pay today
The idea that sugar [[causes]] hyperactivity has been tested and did not hold.
A spa was ordered to take down a page on which its mud [[melts tumours]].
Put the phone down when the caller promises: // * [[instant relief]] // * a free pen
Some websites say that clay [[draws out poison]].
Videos that promise to [[melt fat]] earn money with each view.
Silver water is sold as a [[remedy]] for gout. It has poisoned at least one child.
A homeopath was struck off for telling patients that his pellets [[protect]] against polio.
Travellers were told that a wristband [[protects]] against malaria. Doctors say that this is not true.
Sellers say that amber [[soothes]] pain. There is no evidence for it.
Influencers swear by tape as a [[miracle]] for snoring; a trial showed no added benefit.
Capsules advertised as "[[100% natural]]" held hidden drugs when a laboratory opened them.
The so-called [[miracle]] berry is a fruit.
The firm was fined for calling its mask [[painless]].
Contrary to what adverts say, no gel gives [[permanent]] results.
Myth: the vaccine [[causes]] the flu. Fact: it holds no live virus.
Many websites promise [[instant]] relief, but they do not show a single study.
Ads often claim that the belt [[melts fat]]. Trials found no difference.
The court ruled that the clinic misled patients, and fined it for the words "[[no risk]]".
It was once thought that bed rest [[heals]] the back. It does not.
The FDA has warned sellers who say the pods [[cure]] diabetes.
It is falsely claimed that copper [[relieves]] arthritis.
Some clinics offer a "[[cure]]" for autism. None has been tested.
You may read that fasting [[starves]] cancer. Studies have not shown this.
If a page promises [[guaranteed]] weight loss, walk away.
Do not trust a clinic that promises [[instant results]].
The advert was banned because "[[completely painless]]" was misleading.
Her licence was withdrawn: she lost her licence for selling a [[cancer cure]].
# Words to avoid // * [[breakthrough]]
Supplements are marketed as [[natural]] fat burners, and some have damaged the liver: they are dangerous.
Friends may tell you that vinegar [[cures]] warts; the research does not support this.
Such products are touted as a [[detox]]. The claim has no basis.
"""

CLAIMED = """
Zelpax is a [[miracle]].
Some patients call Zelpax a [[miracle]].
Our patients say it is the [[best]] clinic. There is no evidence of scarring.
We claim that Zelpax [[cures]] gout.
Doctors say that Zelpax is [[the best]].
Beware of cheap clinics; we are the [[best]].
Be wary of others, we offer the [[safest]] laser.
Our cure is not a myth: it is a [[miracle]].
Zelpax is approved by the FDA and [[completely safe]].
Studies say Zelpax [[works]]. Order now.
This is no scam: Zelpax [[works]].
It is not a hoax but a [[miracle]].
Zelpax is sold as a spray. It [[cures]] hay fever at once.
People say we are the [[best]]. Come and see.
Experts recommend Zelpax for its [[powerful]] effect.
What we offer: // * [[Guaranteed results]] // * Free parking
# Our promise // * [[No side effects]]
Zelpax has been called a [[breakthrough]] by the press.
Our [[FDA-approved]] lab ships every order today, free of charge.
Our website says that Zelpax [[works]].
Users say it [[works]] and that it is easy to take.
Zelpax is sold in shops as a [[powerful]] tonic, and it tastes of mint.
"""


@pytest.mark.parametrize("example", REFUTED.strip().splitlines())
def test_reported_and_denied_claim_is_refuted(example):
    assert ask("refuted", example)


@pytest.mark.parametrize("example", CLAIMED.strip().splitlines())
def test_plain_claim_is_not_refuted(example):
    assert not ask("refuted", example)
