"""Sentences that name a source and sentences that only sound as if."""

import pytest

from medlint.references import ends_with_source, names_source
from tests.documents import document


@pytest.mark.parametrize(
    "text",
    [
        "The Hollowbrook Cancer Registry recorded 40 cases in 2019.",
        "In its report of 2022 the University of Hollowbrook counts 40 cases.",
        "NICE guideline NG99, 2021, states it.",
        "It is so (Hollowbrook Society, guideline, 2021).",
        "The Orban Trial reported it in 2020.",
        "See https://www.hollowbrook.gov.uk/eyes for it.",
        "See hollowbrook.edu for it.",
        "Read ISRCTN12345678.",
    ],
)
def test_source_is_named(text):
    page = document(text)

    assert names_source(page, page.sentences[0])


@pytest.mark.parametrize(
    "text",
    [
        "The Hollowbrook Institute opened in 2009 and reports 40 cases.",
        "Our Survey of 2021 found it.",
        "Doctors found it in 2021.",
        "The WHO says so.",
        "It is so (founded by the Hollowbrook Society in 2009).",
        "Buy it at hollowbrook.org now.",
        "Pay with paypal.com today.",
        "Version 2.0 was released.",
    ],
)
def test_no_source_is_named(text):
    page = document(text)

    assert not names_source(page, page.sentences[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So it is (Orban et al., 2019).", True),
        ("So it is (Hollowbrook Society, 2021).", True),
        ("Orban et al. (2019) say that so it is and will be.", False),
        ("So it is.", False),
    ],
)
def test_only_a_source_at_the_end_closes_a_sentence(text, expected):
    page = document(text)

    assert ends_with_source(page, page.sentences[0]) is expected
