"""Figures of a page against the registry: topic from headings, frames, sources, other wordings."""

import pytest

from medlint.evidence.figures import verdicts
from medlint.evidence.registry import shipped
from medlint.parsers import parse


def said(text, name="page.md"):
    document = parse(name, text.encode())
    return [
        (found.kind, document.text[found.claim.quantity.region.start : found.claim.quantity.region.end])
        for found in verdicts(document, shipped())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Up to 70% of people with colorectal cancer develop liver metastases.", "contradicted"),
        ("Seven in ten people with bowel cancer get metastases in the liver.", "contradicted"),
        ("# Dental implants\n\nOur success rate is 99.9%.", "contradicted"),
        ("Fewer than 5% of people with colorectal cancer develop liver metastases.", "contradicted"),
        ("More than 60% of people with colorectal cancer develop liver metastases.", "contradicted"),
        ("Within one year 26.5% of people with colorectal cancer develop liver metastases.", "time"),
        ("Five-year survival of breast cancer is 92% in men.", "people"),
        ("25% of people with colorectal cancer develop liver metastases.", "no-frame"),
        ("Pancreatic cancer: 87% die within five years.", None),
        ("Pancreatic cancer: 40% die within five years.", "contradicted"),
        ("Within five years 20% to 27% of people with colorectal cancer develop liver metastases.", None),
        ("After 20 years 85% of dental implants are in place.", None),
        ("Is it true that 70% of people with colorectal cancer develop liver metastases?", None),
        ("The claim that 70% of people with colorectal cancer develop liver metastases is false.", None),
        ("Our hotel is booked by 70% of people with colorectal cancer.", None),
        ("Crowns on dental implants: 70% of crowns last ten years.", None),
        ("Survival of breast cancer is 99% after five years when it is localised.", None),
        ("With surgery, 40% of people with liver metastases of colorectal cancer live five years.", None),
    ],
)
def test_figure(text, expected):
    assert [kind for kind, _ in said(text)] == ([expected] if expected else [])


def test_words_are_read_back_with_odd_characters():
    text = "🙂 Up to\u00a070\u00a0% of people with colorectal\ncancer develop liver metastases."

    assert [words for _, words in said(text, "page.txt")] == ["Up to 70 % of people"]


def test_figure_with_a_source_of_its_own_must_lie_far_off():
    near = "In the 2019 Hollow Registry 32% of people with colorectal cancer had liver metastases."
    far = "In the 2019 Hollow Registry 90% of people with colorectal cancer had liver metastases."

    assert said(near) == []
    assert [kind for kind, _ in said(far)] == ["contradicted"]
