import pytest

from medlint.pairing import Sketch, pairs, sketch
from tests.real import page


def of(*sentences: str) -> Sketch:
    return sketch(page(" ".join(sentences)))


A, B, C, D = "The door is red.", "The lift is slow.", "The nurse is in.", "The bus is late."


def many(first: int, last: int) -> Sketch:
    return of(*(f"Room {number} is free." for number in range(first, last)))


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (of(A, B), of(A, B), 1),
        (of(A, B), of(B, A, A), 1),
        (of(A, B), of("the  DOOR\nis red.", B), 1),
        (of(A, B), of(A, C), 0.5),
        (of(A), of(A, B, C), 0.5),
        (of(A), of(B), 0),
        (of(), of(), 0),
    ],
)
def test_likeness_is_the_share_of_sentences_that_both_have(one, other, likeness):
    assert one.likeness(other) == other.likeness(one) == likeness


def test_long_pages_are_compared_by_a_part_of_their_sentences():
    page_, edited, other = many(0, 200), many(10, 210), many(500, 700)

    assert len(page_.hashes) == 24
    assert page_.likeness(edited) > 0.7
    assert page_.likeness(other) < 0.1


def test_a_page_keeps_its_name_and_a_renamed_one_is_found():
    pages = {"a": of(A, B), "new": of(C, D)}

    assert pairs(pages, {"a": of(A, B), "old": of(C, B)}) == {"a": "a", "new": "old"}


def test_pages_that_change_names_are_told_apart():
    assert pairs({"a": of(C, D), "b": of(A, B)}, {"a": of(A, B), "b": of(C, D)}) == {"a": "b", "b": "a"}


def test_a_copy_does_not_take_the_past_of_a_page_that_was_edited():
    before = {"a": of(A, B, C, D)}
    pages = {"a": of(A, B, C, "The door is green."), "copy": of(A, B, C, D)}

    assert pairs(pages, before) == {"a": "a"}


def test_a_page_written_anew_still_has_its_name():
    assert pairs({"a": of(A, B)}, {"a": of(C, D)}) == {"a": "a"}


def test_pages_that_are_not_alike_are_two():
    assert pairs({"new": of(A, B)}, {"old": of(C, D)}) == {}


def test_of_two_that_fit_the_more_alike_is_taken():
    assert pairs({"new": of(A, B, C)}, {"x": of(A, B, D), "y": of(A, B, C)}) == {"new": "y"}
