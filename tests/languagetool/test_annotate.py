"""What LanguageTool reads of a block, and how its places come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint import parsers
from medlint.languagetool import annotate, asking
from medlint.languagetool.hits import Answer
from tests.documents import document, passage


def read(text: str, path: str = "page.md") -> list[str]:
    """Return each block as LanguageTool reads it."""
    page = parsers.parse(path, text.encode())
    return [
        "".join(piece.get("text", piece.get("interpretAs", "")) for piece in block.annotation)
        for block in annotate.blocks(page)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("## **Zelpax** for you\n", ["Zelpax for you"]),
        ("The tissue grows [1]. It heals [2, 3].\n", ["The tissue grows. It heals."]),
        ("It heals.¹ We wait.\n", ["It heals. We wait."]),
        ("Visit https://zelpax.example/a?b=c. Then call.\n", ["Visit the page. Then call."]),
        ("Write to ward@zelpax.example today.\n", ["Write to the page today."]),
        ("Type `sudo zorp` here.\n", ["Type code here."]),
        ("> They were kind to me.\n", ["They were kind to me."]),
        ("- first item\n- second item\n", ["first item", "second item"]),
        ("A | B\n", []),
        ("Zelpax\n", []),
        ("It is good.\n\n## References\n\n1. Zorp B. On blicks. 2020.\n", ["It is good."]),
    ],
)
def test_block_is_read_without_what_is_no_prose(text, wanted):
    assert read(text) == wanted


def test_plain_text_has_no_code():
    assert read("Type `sudo zorp` here.\n", "page.txt") == ["Type `sudo zorp` here."]


TEXT = st.text(st.sampled_from("ab .,[]1²🦷é`@/:hps\u00a0"), max_size=60)


@given(TEXT)
def test_pieces_are_the_text(text):
    for block in annotate.blocks(document(text or "a", path="page.md")):
        assert "".join(piece.text for piece in block.pieces) == block.block.text


@given(TEXT)
def test_utf16_offsets_come_back(text):
    points = annotate.from_utf16(text)

    for place in range(len(text) + 1):
        assert points[annotate.utf16_length(text[:place])] == place
    assert len(points) == annotate.utf16_length(text) + 1


def answer(blocks, words: str, number: int = 0, **fields) -> Answer:
    """Return LanguageTool's match of words in the joined text of blocks."""
    joined = "\n\n".join(block.block.text for block in blocks)
    place = -1
    for _ in range(number + 1):
        place = joined.index(words, place + 1)
    start = annotate.utf16_length(joined[:place])
    given = {"rule": "ZORP", "category": "GRAMMAR", "message": "Wrong", "suggestions": ("blick",)}
    return Answer(start=start, end=start + annotate.utf16_length(words), **given | fields)


def found(page, *wanted: tuple[str, int]):
    blocks = annotate.blocks(page)
    hits = asking.asked(blocks, lambda _: [answer(blocks, *each) for each in wanted])
    return [
        (block.block.text[hit.start : hit.end], hit.suggestions)
        for block, of_block in zip(blocks, hits, strict=True)
        for hit in of_block
    ]


def test_match_is_found_in_its_own_block_behind_wide_characters():
    page = document("🦷🦷 The zorp is here.", "Another 🦷 zorp here.")

    assert found(page, ("zorp", 0), ("zorp", 1)) == [("zorp", ("blick",)), ("zorp", ("blick",))]


def test_match_over_two_blocks_is_dropped():
    assert found(document("One zorp here", "and there."), ("here\n\nand", 0)) == []


def test_match_beside_a_word_of_ours_is_dropped():
    page = document("Read an https://zelpax.example/ now, zorp it.")

    assert found(page, ("an", 0), ("zorp", 0)) == [("zorp", ("blick",))]


def test_match_around_a_reference_has_no_suggestion():
    page = document("The tissue [1] grow here.")

    assert found(page, ("tissue [1] grow", 0)) == [("tissue [1] grow", ())]


def test_long_page_is_asked_about_in_heaps_and_a_long_block_alone():
    short, long = "wool socks " * 500, "wool socks " * 3_000
    blocks = annotate.blocks(document(short, short, short, short, long, short))
    heaps = list(asking.requests(blocks))

    assert [len(heap) for heap in heaps] == [3, 1, 1, 1]
    assert [block for heap in heaps for block in heap] == list(blocks)


def test_alternative_text_of_a_picture_is_read():
    page = document(passage("alt-text", "A nurse with a scan"))

    assert [block.block.kind for block in annotate.blocks(page)] == ["alt-text"]
