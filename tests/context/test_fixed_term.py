"""Terms and names are told from the praise they are made of."""

import pytest

from medlint.lexicons import lexicon
from tests.context.ask import ask

TERMS = """
She chose [[best]] supportive care.
[[Best]]-corrected visual acuity was 6/9.
Biopsy is the [[gold standard]].
A [[complete response]] means that no tumour is seen.
Surgery with [[curative]] intent was planned.
Take off a mole in [[minor]] surgery.
Smoking is the [[leading]] cause of death.
The [[natural]] history of the disease is benign.
The drug blocks [[natural killer]] cells.
A [[simple]] fracture leaves the skin whole.
[[Painless]] jaundice needs a scan.
Talk about [[safe]] sex.
The [[safety]] profile was as expected.
Keep a dose for [[breakthrough]] pain.
Care in [[advanced]] cancer is planned early.
The scanner has a [[powerful]] magnet.
The scanner works with [[the most powerful magnets]].
Ask for [[sugar-free]] gum.
[[Free]] T4 was low.
A [[permanent]] pacemaker was fitted.
Staff follow [[universal]] precautions.
[[Total]] cholesterol is measured fasting.
Easy bruising is reported, and [[easy]] bleeding too.
These statements [[have not been evaluated by the Food and Drug Administration]].
This product is not intended to diagnose, treat, [[cure]], or prevent any disease.
The [[Best]] Building is on the left.
The PROMISE trial enrolled adults, and the [[MIRACLE]] trial did too.
See Dr [[Best]] on the second floor.
The unit is on [[Discovery]] Lane.
The rays pass the [[superior]] vena cava.
Mornings are the [[best]] time to put the drops in.
Her [[permanent]] teeth came late.
"""

PRAISE = """
Hollowbrook gives the [[best]] care.
Zelpax sets the [[new standard]].
We promise a [[complete]] makeover.
Our [[leading]] surgeons operate.
Zelpax is a [[natural]] cure.
A [[simple]] jab is enough.
The [[painless]] laser from Hollowbrook.
Our [[safe]] and gentle method.
A [[breakthrough]] in hair growth.
Our most [[advanced]] laser.
A [[powerful]] serum for your hair.
Book a [[free]] consultation.
Your [[permanent]] solution for spots.
A [[total]] transformation.
We do [[guaranteed complete remission]].
Zelpax brings [[miracle]] results.
The [[Best]] Clinic in Town.
A [[MIRACLE]] for your skin.
[[Instant]] results.
The best supportive care and the [[best]] prices.
[[Boosts the immune system]].
"""


@pytest.mark.parametrize("example", TERMS.strip().splitlines())
def test_term_is_fixed(example):
    assert ask("fixed-term", example)


@pytest.mark.parametrize("example", PRAISE.strip().splitlines())
def test_praise_is_not_fixed(example):
    assert not ask("fixed-term", example)


def test_lexicon_of_terms_is_large():
    assert len(lexicon("fixed-terms")) > 400
