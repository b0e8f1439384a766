"""All contexts work alike: found by name, quick on any text, and never failing."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.context import CONTEXTS
from medlint.model import Region
from tests.context.ask import ask
from tests.documents import document

OURS = ("advice", "fixed-term", "hedged", "negated", "question", "quoted", "refuted", "testimonial")
PIECES = st.lists(
    st.sampled_from(
        [*"\"'“”‘’«»(),.;:?!—-", " ", "no ", "may ", "İ", "some sites say ", "best ", "I ", "\U0001f600", "a"]
    ),
    min_size=1,
    max_size=30,
)


def test_contexts_are_known_by_name():
    assert set(OURS) <= set(CONTEXTS)
    assert not any(name.startswith("-") for name in CONTEXTS)


def test_contexts_do_not_load_spacy():
    code = "import sys, medlint.context; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


@given(blocks=st.lists(PIECES, min_size=1, max_size=3), data=st.data())
def test_no_text_makes_a_context_fail(blocks, data):
    page = document(*(f"a{''.join(block)}b" for block in blocks))
    start = data.draw(st.integers(0, len(page.text) - 1))
    end = data.draw(st.integers(start + 1, len(page.text)))

    assert {type(CONTEXTS[name](page, Region(start, end))) for name in OURS} == {bool}


@pytest.mark.parametrize("name", OURS)
def test_words_far_away_do_not_matter(name):
    filler = "and so the gel was put on " * 60

    assert not ask(name, f"There is no way that some may say {filler}[[hair grows]] {filler}call 112")


def test_first_item_without_line_above_is_no_fault():
    assert not ask("negated", "* [[Painless]]")
    assert not ask("advice", "Hollowbrook. // * [[Immediately]]")


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("No treatment, including ours, is [[painless]].", True),
        ("No scars, bruises or [[swelling]] were seen.", True),
        ("No needles, [[natural]] results with drops or gel.", False),
        ("(Not a drug.) It is [[safe]].", False),
        ("The gel (not the spray) is [[the best]].", False),
    ],
)
def test_commas_and_brackets_end_the_reach_of_a_denial(example, expected):
    assert ask("negated", example) is expected
