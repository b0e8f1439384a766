"""Patients speak as "I" and of kin; clinics say "we"."""

import pytest

from tests.context.ask import ask

PATIENTS = """
I [[lost my headaches]] after one visit.
"I [[walk without pain]] again," says Jo.
My skin is [[completely clear]] and I feel wonderful.
> I came on crutches. [[The pain is gone]].
“After ten years of pain I [[sleep through the night]].”
Zelpax gave me back [[my life]] and I recommend it.
"My knees [[feel twenty years younger]]!"
Thanks to Zelpax I [[stopped my tablets]].
Our son [[sleeps through]] since he wears the helmet; we love it.
"Our daughter [[is cured]]. We recommend Dr Vale."
I've [[never felt better]].
I was sceptical, but it [[worked]].
"It [[changed my life]]," Jo wrote.
My hair [[grew back]] in three weeks.
I went from forty units to none and [[my sugar is normal]].
"Dr Vale [[saved my life]]. I could not be happier."
"""

OTHERS = """
We [[cure]] acne and our patients love it.
Our clinic [[saved]] many lives.
"I was afraid of the scan, [[so the nurse stayed]]," said Jo.
Can I [[lose weight]] with Zelpax?
What if I [[feel better]] after two days?
The electrode of lead I [[feels]] cold.
Stage I cancer is often [[cured]].
As a surgeon I see that patients [[recover]].
I have treated patients who [[recover]] fast.
"My patients [[recover]] fast," says Dr Vale.
Patients [[sleep]] better.
Zelpax [[improves]] sleep.
I understand that the result [[may not be perfect]] and I agree.
Iodine I-131 [[stops]] the gland.
Factor I and II [[improve]] clotting.
You [[feel]] better at once.
# When can I [[walk]] again
We were glad that it [[worked]].
"""


@pytest.mark.parametrize("example", PATIENTS.strip().splitlines())
def test_patient_tells_of_an_outcome(example):
    assert ask("testimonial", example)


@pytest.mark.parametrize("example", OTHERS.strip().splitlines())
def test_others_are_no_patients(example):
    assert not ask("testimonial", example)
