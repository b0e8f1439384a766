"""Names of organisations keep their words; headings in capitals are no names."""

import pytest

from medlint.context import advised_against, in_name
from tests.documents import document, marked


@pytest.mark.parametrize(
    ("example", "is_name"),
    [
        ("[[Alcoholics]] Anonymous meets on Monday.", True),
        ("The National Institute on [[Drug Abuse]] paid.", True),
        ("Write to [[Epileptics]] Hollowbrook at once.", True),
        ("[[Diabetics]] should rest.", False),
        ("The [[diabetics]] of the Society met.", False),
        ("Help For [[Diabetics]]", False),
        ("Society of [[Diabetics]]", True),
        ("Ask, [[Diabetics]], for help.", False),
    ],
)
def test_run_of_capitals_is_a_name(example, is_name):
    text, (region,) = marked(example)

    assert in_name.holds(document(text), region) is is_name


@pytest.mark.parametrize(
    ("example", "is_warned_of"),
    [
        ("Say people with epilepsy instead of [[epileptics]].", True),
        ("Avoid [[addicts]] and the like.", True),
        ("Do not write [[the disabled]].", True),
        ("We treat [[epileptics]].", False),
        ("Avoid sugar. [[Diabetics]] come.", False),
    ],
)
def test_warning_before_the_words_makes_them_an_example(example, is_warned_of):
    text, (region,) = marked(example)

    assert advised_against.holds(document(text), region) is is_warned_of
