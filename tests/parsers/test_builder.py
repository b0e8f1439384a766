from __future__ import annotations

import pytest

from medlint.model import Document, Region
from medlint.parsers.builder import Builder


def build(source_text: str) -> Document:
    builder = Builder(source_text)
    builder.begin("paragraph")
    builder.copy(0, len(source_text))
    return builder.build("a.txt", "")


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.source_text[slice(*document.source(Region(start, start + len(words))))]


@pytest.mark.parametrize(
    ("source_text", "text"),
    [
        ("completely\n   safe", "completely safe"),
        ("completely\r\nsafe", "completely safe"),
        ("completely\u00a0safe", "completely safe"),
        ("completely \u2009\t safe", "completely safe"),
        ("com\u00adpletely safe", "completely safe"),
        ("com\u00ad\n  pletely safe", "completely safe"),
        ("completely\u200b safe", "completely safe"),
        ("\ufeff completely safe \u00a0\n", "completely safe"),
        ("comp\u200dletely s\u2060afe", "completely safe"),
        ("completely safe\u200e", "completely safe"),
    ],
)
def test_white_space_is_one_space_and_the_invisible_is_gone(source_text: str, text: str) -> None:
    document = build(source_text)

    assert document.text == text
    assert document.blocks[0].text == text
    assert source_of(document, "completely safe").startswith("com")
    assert source_of(document, "completely safe").endswith("afe")


@pytest.mark.parametrize(
    ("ligature", "text"), [("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")]
)
def test_ligature_is_expanded_and_stays_one_whole(ligature: str, text: str) -> None:
    document = build(f"a{ligature}ve b")

    assert document.text == f"a{text}ve b"
    assert document.source(Region(1, 2)) == (1, 2)
    assert document.source(Region(1, 1 + len(text))) == (1, 2)
    assert source_of(document, "ve b") == "ve b"


def test_emoji_keeps_its_joiner_and_its_place() -> None:
    document = build("👩‍⚕️ says ❤️ completely\u00a0 safe")

    assert document.text == "👩‍⚕️ says ❤️ completely safe"
    assert source_of(document, "completely safe") == "completely\u00a0 safe"


def test_blocks_are_parted_by_a_gap_that_maps_to_what_lies_between() -> None:
    builder = Builder("<p>one</p> <p>two</p>")
    for start in (3, 14):
        builder.begin("paragraph")
        builder.copy(start, start + 3)
    document = builder.build("a.md", "")

    assert document.text == "one\n\ntwo"
    assert [block.region for block in document.blocks] == [Region(0, 3), Region(5, 8)]
    assert document.source(Region(3, 5)) == (6, 14)
    assert document.source(Region(2, 6)) == (5, 15)


def test_replacement_is_one_whole() -> None:
    builder = Builder("a &amp; b")
    builder.begin("paragraph")
    builder.copy(0, 2)
    builder.replace("&", 2, 7)
    builder.copy(7, 9)
    document = builder.build("a.md", "")

    assert document.text == "a & b"
    assert source_of(document, "&") == "&amp;"
    assert source_of(document, "b") == "b"


@pytest.mark.parametrize(
    ("shown", "text"), [("\u00a0", "a b"), ("\u00ad", "ab"), ("", "ab"), (" c ", "a c b"), ("ﬁ", "afib")]
)
def test_replacement_is_read_like_text(shown: str, text: str) -> None:
    builder = Builder("a...b")
    builder.begin("paragraph")
    builder.copy(0, 1)
    builder.replace(shown, 1, 4)
    builder.copy(4, 5)

    assert builder.build("a.md", "").text == text


def test_block_without_text_is_none() -> None:
    builder = Builder("one  two")
    for start, end in ((0, 3), (3, 5), (5, 8)):
        builder.begin("paragraph")
        builder.copy(start, end)

    assert [block.text for block in builder.build("a.txt", "").blocks] == ["one", "two"]


def test_nothing_gives_an_empty_document() -> None:
    document = build(" \n\u00a0\n ")

    assert (document.text, document.blocks) == ("", ())
    assert document.source(Region(0, 0)) == (0, 0)


def test_link_covers_its_words_without_the_space_before() -> None:
    builder = Builder("see the study here")
    builder.begin("paragraph")
    builder.copy(0, 4)
    builder.open_link("https://hollowbrook.example")
    builder.copy(4, 13)
    builder.close_link()
    builder.open_link("https://empty.example")
    builder.close_link()
    builder.close_link()
    builder.copy(13, 18)
    document = builder.build("a.md", "")

    assert [(document.text[link.region.start : link.region.end], link.url) for link in document.links] == [
        ("the study", "https://hollowbrook.example")
    ]


def test_remark_stands_before_the_character_behind_it() -> None:
    builder = Builder("{x}one {x}two {x}\n\n{x}\n\nthree{x}")
    builder.comment("first", 0, 3)
    builder.begin("paragraph")
    builder.copy(3, 7)
    builder.comment("second", 7, 10)
    builder.copy(10, 14)
    builder.comment("third", 14, 17)
    builder.end()
    builder.comment("fourth", 19, 22)
    builder.begin("paragraph")
    builder.copy(24, 29)
    builder.end()
    builder.comment("fifth", 29, 32)
    document = builder.build("a.md", "")

    assert document.text == "one two\n\nthree"
    assert [(comment.text, comment.offset) for comment in document.comments] == [
        ("first", 0),
        ("second", 4),
        ("third", 7),
        ("fourth", 9),
        ("fifth", 14),
    ]


def test_text_outside_a_block_is_refused() -> None:
    with pytest.raises(ValueError, match="outside a block"):
        Builder("word").copy(0, 4)
