"""Quotation marks of other languages in English text."""

import pytest


@pytest.mark.parametrize(
    ("text", "flagged", "suggestion"),
    [
        ("We call it „new skin“ here.", "„new skin“", "“new skin”"),
        ("We call it „new skin” here.", "„new skin”", "“new skin”"),
        ("We call it « new skin » here.", "« new skin »", "“new skin”"),
        ("We call it ”new skin” here.", "”new skin”", "“new skin”"),
        ("We call it ‚new skin‘ here.", "‚new skin‘", "‘new skin’"),
    ],
)
def test_mark_of_another_language_is_replaced(find, suggest, text, flagged, suggestion):
    assert [words for words, _ in find("foreign_quote", text)] == [flagged]
    assert suggest("foreign_quote", text) == [(suggestion,)]
    assert find("foreign_quote", text.replace(flagged, suggestion)) == []


def test_habit_is_told_once_with_its_count(find):
    message = "“a” stands in the quotation marks of another language (4 times on this page)."

    assert find("foreign_quote", "It is „a“ to us, „b“ to you, „c“ to her and „d“ to him.") == [
        ("„a“", message)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sie nennt es „neue Haut“ und lacht.",
        "> We call it „new skin“ here.",
        "“She said it was ”fine” in the end”, he wrote, and left.",
        "«»",
        "The patients’ room is “new” and the nurses’ is ‘old’.",
    ],
)
def test_other_quotations_stay_as_they_are(find, text):
    assert find("foreign_quote", text) == []
