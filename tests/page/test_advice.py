"""Advice to see a clinician, and what only invites to buy."""

import pytest

from medlint.page.advice import gives_advice
from medlint.parsers import parse


def page(text):
    return parse("page.md", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Ask your doctor or pharmacist before you take it.",
        "See a dermatologist if your hair falls out in patches.",
        "Please tell the nurse about your medicines.",
        "Do not stop your tablets without talking to your doctor.",
        "This page is not a substitute for medical advice.",
        "The information does not replace an examination by a physician.",
        "The dentist decides after the scan whether an implant is possible.",
        (
            "Whether it suits you is decided by your surgeon after an individual assessment; an examination "
            "is needed first."
        ),
        "Call the ward if you have a fever or the wound is red.",
        "Call 112 if you cannot breathe.",
        "A rash near the eye needs same-day advice.",
        "## When to see a doctor\n\nAfter three days.",
        "It must be prescribed by a doctor.",
        "*Talk to a healthcare professional before use.*",
        "Your hepatologist will discuss with you which treatment fits.",
    ],
)
def test_reader_is_sent_to_a_clinician(text):
    assert gives_advice(page(f"# Knees\n\n{text}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Ask our experts for a quote.",
        "Book your free consultation with our doctor now.",
        "Contact us today.",
        "Our doctors are the best.",
        "The surgeon makes a small cut.",
        "Recommended by doctors.",
        "> Ask your doctor, said mine.",
        "Call us for a free offer.",
        "It replaces an operation.",
        "No medicine is needed.",
    ],
)
def test_reader_is_sent_to_nobody(text):
    assert not gives_advice(page(f"# Knees\n\n{text}\n"))
