"""What the plain-language rules say, where, and to whom."""

import pytest

from medlint.parsers import parse
from medlint.rule import whole
from medlint.rules import python_rules

RULES = {rule.id: rule for rule in python_rules()}


def found(rule, text, name="page.md", **options):
    document = parse(name, text.encode())
    (probe,) = RULES[f"plain-language.{rule}"].with_options(options).probes
    passages = [whole(document)] if probe.scope == "document" else document.blocks
    return [
        (document.text[match.region.start : match.region.end], match.words)
        for passage in passages
        for match in probe.find(document, passage)
    ]


@pytest.mark.parametrize(
    ("text", "word", "plain"),
    [
        ("It comes with oedema.", "oedema", "swelling"),
        ("It comes with EDEMA of the feet 🙂.", "EDEMA", "swelling"),
        ("You get a myocardial infarction.", "myocardial infarction", "heart attack"),
        ("The sutures stay for a week.", "sutures", "stitch or stitches"),
    ],
)
def test_term_is_named_with_its_plain_words(text, word, plain):
    assert found("unexplained-term", text) == [(word, {"plain": plain})]


@pytest.mark.parametrize(
    "text",
    [
        "It comes with swelling, which doctors call oedema.",
        "It comes with oedema (swelling).",
        "A heart attack (myocardial infarction) needs help at once.",
        "Myocardial infarction, or heart attack, needs help at once.",
        "Oedema means that water stays in the feet.",
        "The feet swell. Oedema goes away at night.",
        "“He had oedema,” she said.",
        "> It comes with oedema.",
        "Write to the Hollow Oedema Society.",
        "The polypragmatic house is open.",
    ],
)
def test_explained_term_is_not_flagged(text):
    assert found("unexplained-term", text) == []


def test_term_is_told_once_on_a_page():
    assert len(found("unexplained-term", "It comes with oedema.\n\nThe oedema goes. Oedema is rare.")) == 1


def test_limit_of_a_long_sentence_is_an_option():
    text = "The nurse calls you by your number and shows you the room."

    assert found("long-sentence", text) == []
    assert found("long-sentence", text, words=10) == [(text, {"number": "12"})]


def test_limit_of_a_paragraph_is_an_option():
    text = "The nurse calls you. You go to the room. You sit down. You wait. " * 4

    assert found("long-paragraph", text) == []
    assert found("long-paragraph", text, words=40) == [("The nurse calls you.", {"number": "56"})]


def test_grade_names_all_formulas():
    hard = RULES["plain-language.reading-grade"]
    document = parse("page.md", hard.bad[0].encode())
    (match,) = hard.probes[0].find(document, whole(document))

    assert match.region is None
    for name in ("Flesch-Kincaid", "Gunning Fog", "SMOG", "Coleman-Liau", "ARI"):
        assert name in match.words["formulas"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("We are open!!!", "!!!"), ("BOOK YOUR PLACE TODAY and rest.", "BOOK YOUR PLACE TODAY")],
)
def test_shouting_is_marked_exactly(text, words):
    assert [word for word, _ in found("shouting", text)] == [words]
