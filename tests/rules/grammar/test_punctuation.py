"""Marks, spaces, brackets and quotation marks, as a reader of the page would see the findings."""

import pytest


def test_habit_of_a_page_is_told_once_with_its_count(find):
    page = "\n\n".join(["Rest at home , please."] * 5)

    assert find("space_before_mark", page) == [
        ("home ,", "“home ,” has a space before the mark (5 times on this page).")
    ]


def test_three_slips_of_a_kind_are_told_one_by_one(find):
    page = "\n\n".join(["Rest at home , please."] * 3)

    assert [words for words, _ in find("space_before_mark", page)] == ["home ,"] * 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rest,drink and sleep.", ["Rest,drink"]),
        ("Rest.Drink water.", ["Rest.Drink"]),
        ("In 1998,when it began.", ["1998,when"]),
        ("See note (below).the end", ["below).the"]),
        ("It began in 2019.The end", ["2019.The"]),
        ("Fever;cough", ["Fever;cough"]),
        ("Note:The nurse", ["Note:The"]),
        ("About your skinWhat helps", ["skinWhat helps"]),
        ("x.Y a:b 1,2 p.m.The 3;4", []),
        ("https://hollowbrook.example/a,word and me@home.example,word", []),
        ("| a | fever,cough |\n| - | - |\n| b | rash,itch |", []),
    ],
)
def test_missing_space(find, text, words):
    assert [shown for shown, _ in find("missing_space", text)] == words


def test_glued_words_are_parted_in_the_suggestion(suggest):
    assert suggest("missing_space", "Rest,drink. The skinWhat helps") == [
        ("Rest, drink",),
        ("skin What helps",),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One.. Two", [".."]),
        ("One,, two", [",,"]),
        ("One;, two", [";,"]),
        ("..hidden and 1..5 and well...", []),
        (", , ,", []),
    ],
)
def test_doubled_mark(find, text, words):
    assert [shown for shown, _ in find("doubled_mark", text)] == words


def test_single_kind_of_mark_is_suggested(suggest):
    assert suggest("doubled_mark", "One,, two;, three") == [(",",), ()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It (see [one) is.", ["["]),
        ("It] is.", ["]"]),
        ("One (of the (two) is.", ["("]),
        ("Half [0, 1) open (", ["("]),
        ("| a ( | b |\n| - | - |\n| c | d |", []),
    ],
)
def test_unpaired_bracket(find, text, words):
    assert [shown for shown, _ in find("unpaired_bracket", text)] == words


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('He said "one" and "two', 18),
        ('He said "one "two" three', 8),
        ('He said one" and left', 11),
        ("He said one” and left", 11),
        ("He said “one and “two” left", 8),
        ("He said „eins“ and left”", None),
        ('A 5" tube', None),
    ],
)
def test_unpaired_quote(text, place):
    from medlint import parsers
    from medlint.rules.grammar import unpaired_quote
    from tests.rules.grammar.conftest import matches

    found = matches([unpaired_quote.check], parsers.parse("page.txt", text.encode()))

    assert [match.region.start for _, match in found] == ([] if place is None else [place])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The scan is short, it is free.", ["short, it"]),
        ("The scan is short, is it free?", []),
        ("The next day, you can go.", []),
        ("The scan is short, we think.", []),
        ("Our team packs all for you, you can rest.", ["you, you"]),
    ],
)
def test_comma_splice(find, text, words):
    assert [shown for shown, _ in find("comma_splice", text)] == words
