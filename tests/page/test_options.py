"""Another choice: offered, or run down."""

import pytest

from medlint.page.options import offers_options
from medlint.parsers import parse


def page(text):
    return parse("page.md", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "A bridge or a removable denture is an alternative to the implant.",
        "Other options are tablets, exercise or surgery.",
        "You can choose to have no treatment.",
        "If you do not want surgery, tablets are also available.",
        "The standard treatments are surgery and chemotherapy; they are necessary in many cases.",
        "Arthritis can be treated with medicines, exercise or an operation.",
        "Do I still need a flu vaccine?",
    ],
)
def test_choice_is_offered(text):
    assert offers_options(page(f"# Knees\n\n{text}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "There is no alternative to the injection.",
        "Unlike tablets, the injection is an option that works.",
        "Say goodbye to the option of surgery.",
        "Our treatment is superior to the other options.",
        "Alternative medicine is our passion, and so is every treatment.",
        "Payment options for the treatment are listed below.",
        "The injection takes ten minutes.",
    ],
)
def test_choice_is_not_offered(text):
    assert not offers_options(page(f"# Knees\n\n{text}\n"))
