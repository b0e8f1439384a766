"""Quotation marks of all kinds enclose; apostrophes, inches and lonely marks do not."""

import pytest

from tests.context.ask import ask

INSIDE = """
The advert says "[[miracle]] drops".
The advert says “our [[miracle]] drops”.
The advert says „our [[miracle]] drops“.
The advert says «our [[miracle]] drops».
The advert says ‘our [[miracle]] drops’.
The advert says 'our [[miracle]] drops'.
He wrote: "It's a [[miracle]]."
She said “it’s the clinic’s [[best]] drug”.
> It was a [[miracle]].
“First paragraph of a long story about a [[miracle]].
Beware of "[[natural]]" on a label.
Beware of [["natural"]] on a label.
('The [[best]] clinic')
"One" and then "[[two]]".
‘It’s [[painless]],’ said Jo.
“He called it ‘[[magic]]’,” said Jo.
"""

OUTSIDE = """
The advert says "drops" and they are a [[miracle]].
It's the clinic's [[best]] drug and that's it.
The patients' [[miracle]] and the doctors' joy.
A 5" scar and a [[miracle]] and a 7" one.
An unmatched " mark and a [[miracle]].
Zelpax [[cures]] "everything".
The “unclosed mark and a [[miracle]].
“One” [[miracle]] “two”.
"Quoted." A [[miracle]].
It’s a [[miracle]] that it’s here.
‘Quoted’ and it’s [[best]].
The '90s were the [[best]] years of the '80s.
A [[miracle]].
“Quoted // a [[miracle]] here” and there
Rock 'n' roll is the [[best]] of the lot.
«Quoted» is [[best]].
"""


@pytest.mark.parametrize("example", INSIDE.strip().splitlines())
def test_words_inside_marks_are_quoted(example):
    assert ask("quoted", example)


@pytest.mark.parametrize("example", OUTSIDE.strip().splitlines())
def test_words_outside_marks_are_not_quoted(example):
    assert not ask("quoted", example)
