"""A hedge limits a claim; a certainty beside "can" undoes it."""

import pytest

from tests.context.ask import ask

LIMITED = """
Zelpax may [[relieve]] the itch.
Zelpax might [[shorten]] a cold by half a day.
The cream can [[help]] with dry skin.
In some people the rash [[disappears]].
The rash [[disappears]] in some people.
Zelpax [[lifts]] the mood, although not everyone responds.
Zelpax is designed to [[relieve]] pain.
The drug is thought to [[protect]] the kidney.
Symptoms often [[improve]] within weeks.
The pain usually [[goes away]].
Walking appears to [[lower]] the risk.
Full [[recovery]] is possible.
How well it [[works]] varies from person to person.
The effect depends on the dose, which may [[cure]] the infection.
Early evidence suggests that it [[slows]] the disease.
The splint could [[prevent]] a second break.
For many people the cream [[heals]] the sore.
Perhaps it [[protects]] the skin.
In a few people the cancer is [[completely cured]].
Some patients may [[recover completely]].
Tea is linked to a [[lower risk]] of stroke.
"""

FLAT = """
Zelpax [[relieves]] the itch.
The laser can [[completely cure]] acne.
The laser can [[cure]] acne permanently.
Our drops can [[eliminate]] pain forever.
You can [[eat everything]] again.
We can [[cure]] your back pain.
Zelpax may be new, but it [[cures]] gout.
The clinic may move, and it is [[the best]].
Open since 1 May, we are [[the best]] clinic.
Hollowbrook gives the best possible [[care]].
Surgery may hurt; Zelpax [[cures]].
Zelpax [[cures]] gout, results may vary.
You can rest assured that Zelpax is [[safe]].
Anyone can [[lose weight]] with Zelpax.
Our [[miracle]] gel is sold in many shops.
Call as soon as possible for your [[perfect smile]].
Zelpax is designed to [[eliminate pain forever]].
Our team makes it possible: [[a perfect smile]].
In May, Zelpax [[cured]] the whole town.
If surgery can hurt, Zelpax [[heals]].
"""


@pytest.mark.parametrize("example", LIMITED.strip().splitlines())
def test_limited_claim_is_hedged(example):
    assert ask("hedged", example)


@pytest.mark.parametrize("example", FLAT.strip().splitlines())
def test_flat_claim_is_not_hedged(example):
    assert not ask("hedged", example)
