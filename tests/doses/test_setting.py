"""What stands around an amount decides whether it is a dose."""

import pytest

from medlint import parsers
from medlint.doses import setting
from medlint.doses.amounts import amounts
from medlint.model import Region
from tests.documents import document

_TABLE = "| Test | Result | Reference range |\n| --- | --- | --- |\n| TSH | 2.0 mg | 0.4 to 4 |\n"
_FACTS = "| Ingredient | Amount |\n| --- | --- |\n| Selenium | 55 mg |\n"


def test_amount_in_a_laboratory_table_is_a_result():
    page = parsers.parse("page.md", _TABLE.encode())
    (amount, *_) = amounts(page)

    assert setting.is_measuring(page, amount)


def test_amount_in_a_table_of_ingredients_is_a_dose():
    page = parsers.parse("page.md", _FACTS.encode())
    (amount,) = amounts(page)

    assert not setting.is_measuring(page, amount)


@pytest.mark.parametrize(
    ("text", "is_result"),
    [
        ("Your creatinine was 1.0 mg.", True),
        ("The level was 3.0 mg/dL.", True),
        ("We incubated it with a dose of 50 µg.", True),
        ("Take 1.0 mg if the level of sugar is high.", False),
        ("It holds 1.0 mg.", False),
    ],
)
def test_words_around_tell_a_result_from_a_dose(text, is_result):
    page = document(text)
    (amount,) = amounts(page)

    assert setting.is_measuring(page, amount) is is_result


def test_quoted_words_are_not_the_pages_own():
    page = document("“Take 1.0 mg,” says the old leaflet.")
    (amount,) = amounts(page)

    assert not setting.is_own_words(page, amount.region)


def test_row_of_a_table_is_read_as_one():
    page = parsers.parse("page.md", _FACTS.encode())
    region = setting.around(page, amounts(page)[0].region)

    assert page.text[region.start : region.end].split() == ["Selenium", "55", "mg"]


def test_amounts_beside_a_place_are_those_of_its_sentence():
    page = document("Take 5 mg. Rest. Then 10 mg.")
    rest = page.text.index("Rest")

    assert setting.amount_before(page, rest) is None
    assert setting.amount_behind(page, rest) is None
    assert setting.amount_behind(page, 5).number == "5"


def test_place_outside_a_table_has_no_laboratory_table():
    page = document("Take 5 mg.")

    assert not setting.is_laboratory_table(page, Region(5, 9))
