"""Rules that compare: headings with headings, items with items, a capital with the rest of the page."""

import pytest


def test_capital_of_a_common_noun_is_told_once_with_its_count(find):
    page = "We treat Breast Cancer.\n\nMost people with Breast Cancer are women."
    message = "“Breast Cancer” is no name and needs no capital inside a sentence (twice on this page)."

    assert find("common_noun_capital", page) == [("Breast Cancer", message)]


def test_capital_that_stands_once_has_no_count(find):
    message = "“Laser” is no name and needs no capital inside a sentence."

    assert find("common_noun_capital", "We offer Laser treatment.") == [("Laser", message)]


@pytest.mark.parametrize(
    "text",
    [
        "Treatment of Breast Cancer",
        "See the booklet about Breast Cancer.",
        "He works at the National Cancer Centre.",
        "Care for Cancer Patients United is a charity.",
        "He knows Oral Rehydration Salts.",
        "| We offer Laser treatment. | b |\n| - | - |\n| c | d |",
        "It hurts Treatment helps.",
    ],
)
def test_capital_of_a_name_or_title_is_right(find, text):
    assert find("common_noun_capital", text) == []


def test_odd_end_of_an_item_names_both_habits(find):
    found = find("list_mark", "- fever\n- cough,\n- rash\n- hiccups")

    assert found == [(",", "“,” ends this item of the list with a comma, the others without a mark.")]


def test_nested_items_are_compared_with_their_own_level(find):
    page = "- fever\n  - high,\n  - low,\n  - none\n- cough\n- rash"

    assert find("list_mark", page) == []


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("- fever,\n- cough\n- rash,\n- hiccups,\n- sweat.", [("cough,",)]),
        ("- fever;\n- cough,\n- rash;\n- hiccups;\n- sweat.", [(";",)]),
        ("- fever\n- cough,\n- rash\n- hiccups", [()]),
    ],
)
def test_suggestion_for_the_end_of_an_item(suggest, text, suggestion):
    assert suggest("list_mark", text) == suggestion


def test_odd_beginning_of_an_item_names_both_habits(find):
    message = "“rash” begins this item of the list with a small letter, the others with a capital."

    assert find("list_capital", "- Fever\n- Cough\n- rash\n- Hiccups\n- Sweat") == [("rash", message)]


def test_list_before_which_a_colon_belongs(find):
    page = "The signs include.\n\n- fever\n- cough"

    assert find("list_without_colon", page) == [(".", "“.” stands before a list where a colon belongs.")]


def test_headings_without_a_clear_habit_stay_unflagged(find):
    headings = ("What You Need", "What the treatment costs", "Where to Find us")
    page = "\n\n".join(f"## {heading}\n\nA treatment." for heading in headings)

    assert find("heading_case", page) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The clinic is open. the nurse is there.", ["the"]),
        ("The clinic is open. www.hollowbrook.example is ours.", []),
        ("# Zelpax\n\nzelpax is a gel for the knee.", []),
        ("# What is Zelpax?\n\nit is a gel for the knee.", ["it"]),
        ("it is a gel for the knee.", ["it"]),
        ("- it is a gel for the knee.", []),
        ("it is\n\nthen it was.", []),
    ],
)
def test_sentence_without_capital(find, text, words):
    assert [shown for shown, _ in find("sentence_without_capital", text)] == words
