"""Who answers for a page: what names somebody, and what names nobody."""

import pytest

from medlint.page.people import has_reviewer
from medlint.parsers import parse


def page(text):
    return parse("page.md", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Written by Ada Marsh, nurse.",
        "Reviewed by Dr Bo Hollow, rheumatologist, in May 2024.",
        "Medically reviewed by Bo Hollow, MD",
        "Medical reviewer: Teodora Hollow, MD, MPH.",
        "Author: Ada Marsh",
        "Authors: A. Marsh, B. Hollow",
        "This page was written by the Sleep Centre of Hollowbrook Hospital and checked by Dr. Marsh.",
        "This leaflet was produced by the Physiotherapy Department.",
        "Content checked by the diabetes team at Hollowbrook Hospital, May 2024.",
        "Hollowbrook Hospital, Knee Unit. Written by Sister Grace Marsh; reviewed by Dr Owen Hollow.",
        "By Ada Marsh, RN",
        "*Last reviewed on 4 March 2025 by Prof. Ada Marsh*",
        "Text: Ada Marsh. Photos: Bo Hollow.",
        "Reviewed: Dr Ada Marsh, May 2024",
        "| Author | Ada Marsh |\n| --- | --- |\n| Reviewed by | Dr Bo Hollow |",
        "Edited by the Hollowbrook Society of Rheumatology",
    ],
)
def test_page_names_somebody(text):
    assert has_reviewer(page(f"# Knees\n\nSome words.\n\n{text}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Reviewed by our experts.",
        "Written by our medical team.",
        "Medically reviewed by doctors.",
        "Your pictures are reviewed by Dr Marsh within a day.",
        "Every plan is checked by Dr. Hollow before you travel.",
        "The device was developed by Professor Marsh.",
        "Velorin is approved by the FDA.",
        "Dr Ada Marsh is the head of the house.",
        '"It changed my life," says Dr Bo Hollow.',
        "Stay well,\n\nDani and the team",
        "Last reviewed: 4 March 2025",
        "The injection was developed by the University of Hollowbrook.",
        "By Monday most people walk again.",
        "© Hollowbrook House",
        "Contact: Ms. Marsh, press office",
        "Reviews: 4.9 of 5",
        "> Written by Ada, a happy guest.",
    ],
)
def test_page_names_nobody(text):
    assert not has_reviewer(page(f"# Knees\n\nSome words.\n\n{text}\n"))


@pytest.mark.parametrize("key", ["author", "Reviewed by", "medical_reviewer"])
def test_front_matter_names_somebody(key):
    assert has_reviewer(page(f"---\n{key}: Ada Marsh\n---\n# Knees\n\nSome words.\n"))
