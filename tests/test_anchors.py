"""Anchors are found as whole words, wherever and however often they stand."""

import random

import pytest

from medlint import anchors, compiled

ANCHORS = (
    ("cure", "to cure", "a cure for all"),
    ("a cure", "it's", "e.g. cure"),
    ("% off", "#1", "cure, all"),
    ("cure", "all all"),
    (),
    ("12.5 mg", "snake_oil"),
)


@pytest.fixture(params=["new", "kept"])
def table(request, tmp_path):
    """Return a function that makes the table: for the first time, or from what an earlier run kept."""

    def make(each):
        compiled.keep(tmp_path)
        made = anchors.table(each)
        if request.param == "kept":
            compiled.save()
            compiled.keep(tmp_path)
            made = anchors.table(each)
        return made

    yield make
    compiled.save()


def found(known, text):
    """Return the words found with their probes."""
    hits = anchors.hits(known, text)
    return {(text[start:end], number) for end, start, numbers in hits for number in numbers}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a cure for all", {("cure", 0), ("cure", 3), ("a cure", 1), ("a cure for all", 0)}),
        ("cures are secure", set()),
        ("curé or cure_all", {("cure", 0), ("cure", 3)}),
        ("to  cure", {("cure", 0), ("cure", 3)}),
        ("it's 12.5 mg", {("it's", 1), ("12.5 mg", 5)}),
        ("it's12.5 mgs", set()),
        ("30% off, #1", {("% off", 2), ("#1", 2)}),
        ("30% offer, #12", set()),
        ("cure, all", {("cure", 0), ("cure", 3), ("cure, all", 2)}),
        ("e.g. cure", {("cure", 0), ("cure", 3), ("e.g. cure", 1)}),
        ("all all all", {("all all", 3)}),
        ("snake_oil", {("snake_oil", 5)}),
        ("", set()),
        ("a", set()),
        ("to", set()),
    ],
)
def test_anchors_stand_as_whole_words(table, text, expected):
    assert found(table(ANCHORS), text) == expected


def test_each_place_is_found_in_the_order_of_the_text(table):
    hits = anchors.hits(table(ANCHORS), "all all all cure")

    assert [(start, end) for end, start, _ in hits] == [(0, 7), (4, 11), (12, 16)]


def test_page_without_anchors_has_no_hits(table):
    assert anchors.hits(table(()), "a cure for all") == []


def test_all_places_are_those_a_plain_search_finds(table):
    chance = random.Random(11)
    words = [
        "a",
        "to",
        "cure",
        "for",
        "all",
        "it's",
        "e.g.",
        "12.5",
        "mg",
        "%",
        "off",
        ",",
        "#1",
        "snake_oil",
    ]
    known = table(ANCHORS)
    for _ in range(300):
        text = "".join(chance.choice(words) + chance.choice((" ", " ", "", ", ")) for _ in range(12))
        assert found(known, text) == _plainly(text), text


def _plainly(text):
    places = set()
    for number, each in enumerate(ANCHORS):
        for anchor in each:
            start = text.find(anchor)
            while start >= 0:
                end = start + len(anchor)
                is_cut = text[start].isalnum() and text[:start][-1:].isalnum()
                if not is_cut and not (text[end - 1].isalnum() and text[end : end + 1].isalnum()):
                    places.add((anchor, number))
                start = text.find(anchor, start + 1)
    return places
