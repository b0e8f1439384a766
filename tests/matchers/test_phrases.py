"""Phrases find words in a row, in every form and spelling that a reader would call the same."""

import pytest

from medlint.matchers.phrases import compile_phrase
from medlint.rule import whole
from tests.documents import document, marked

LEXICONS = {"treatment": ("magnet belts", "magnet belt", "tablet"), "praise": ("world class", "superb")}


def found(phrase: str, text: str) -> list[str]:
    page = document(text)
    matches = compile_phrase(phrase, LEXICONS)(page, whole(page))
    return [page.text[match.region.start : match.region.end] for match in matches if match.region]


@pytest.mark.parametrize(
    ("phrase", "example"),
    [
        ("completely safe", "Zelpax is [[completely safe]]."),
        ("completely safe", "Zelpax is [[Completely Safe]]!"),
        ("risk free", "A [[risk-free]] cure."),
        ("risk-free", "A [[risk free]] cure."),
        ("don't wait", "[[Don\u2019t wait]] for spring."),
        ("quick easy", "So [[quick, easy]] and cheap."),
        ("no side {lemma:effect}", "It has [[no side effects]]."),
        ("{lemma:heal} wounds", "Mud [[healed wounds]] here, and [[healing wounds]] takes time."),
        ("{lemma:give} hope", "It [[gave hope]], it [[has]] gave".replace("[[has]]", "has")),
        ("{praise} {treatment}", "A [[world-class magnet belt]] for you."),
        ("[really] works", "It [[really works]]."),
        ("[really] works", "It [[works]]."),
        ("works [at once]", "It [[works at once]]."),
        ("(best|finest) [*] clinic", "The [[best eye clinic]] and the [[finest clinic]]."),
        ("heals ... wounds", "It [[heals all of your wounds]]."),
        ("heals ...1 wounds", "It [[heals all wounds]]."),
        ("* finest", "Norland's [[own finest]] tea."),
        ("*'s finest", "[[Norland's finest]] tea."),
        ("£* off", "Now [[£300 off]]."),
        ("*% off", "Now [[20% off]]."),
        ("{number} visits", "In [[three visits]] or [[12 visits]]."),
        ("we <fully guarantee> it", "And we [[fully guarantee]] it."),
        ("<[truly] unique> {treatment}", "A [[truly unique]] tablet."),
    ],
)
def test_phrase_finds_exactly_the_marked_words(phrase, example):
    text, regions = marked(example)

    assert found(phrase, text) == [text[region.start : region.end] for region in regions]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("cure", "The curettage was done."),
        ("cure", "A manicure."),
        ("heals ...1 wounds", "It heals all of your wounds."),
        ("completely safe", "Completely new. Safe."),
        ("* finest", "Finest tea."),
        ("*'s finest", "Finest tea of Norland."),
    ],
)
def test_phrase_leaves_other_words_alone(phrase, text):
    assert found(phrase, text) == []


@pytest.mark.parametrize(
    ("phrase", "anchors"),
    [
        ("zing safely", ("zing",)),
        ("the {treatment}", ("magnet belts", "magnet belt", "tablet")),
        ("(zap|zing) the", ("zap", "zing")),
        ("[really] zings", ("zings",)),
        ("zing ... the best of all", ("zing",)),
    ],
)
def test_anchors_are_the_rarest_words_that_must_be_there(phrase, anchors):
    assert compile_phrase(phrase, LEXICONS).anchors == anchors


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("{tretment} works", "there is no lexicon 'tretment'"),
        ("{lema:work}", "{lema:work} cannot be read"),
        ("(one|two", "')' is missing"),
        ("[one", "']' is missing"),
        ("one)", "')' closes nothing"),
        ("[one] [two]", "at least one word that is not optional"),
        ("(one|)", "a choice is empty"),
        ("[one)", "']' is missing"),
        ("one {two", "cannot be read"),
    ],
)
def test_phrase_that_cannot_be_read_says_why(phrase, problem):
    with pytest.raises(ValueError) as caught:
        compile_phrase(phrase, LEXICONS)

    assert problem in str(caught.value)
