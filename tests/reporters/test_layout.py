import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from medlint.reporters.characters import visible
from medlint.reporters.layout import excerpt, wrapped

LETTERS = st.text(st.sampled_from("ab c,漢字é👩‍⚕️❤️\u0301\u00ad\x1b\n"), max_size=80)


@given(before=LETTERS, words=LETTERS, after=LETTERS, width=st.integers(24, 100))
def test_an_excerpt_fits_and_keeps_the_words(before: str, words: str, after: str, width: int) -> None:
    shown = excerpt(before + words + after, len(before), len(before) + len(words), width)

    assert cell_len(shown.before) + cell_len(shown.words) + cell_len(shown.after) <= width
    assert (
        shown.words == "" or " … " in shown.words or len(shown.words) >= len(visible(" ".join(words.split())))
    )
    assert len(shown.carets) <= width + 1


@given(text=LETTERS, first=st.integers(4, 40), rest=st.integers(4, 40))
def test_wrapped_lines_fit_and_keep_every_word(text: str, first: int, rest: int) -> None:
    lines = wrapped(text, first, rest)

    assert all(cell_len(line) <= (rest if number else first) for number, line in enumerate(lines))
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, "Our clinic in Hollowbrook is the very best place for every kind of back pain."),
        (46, "… is the very best place for …"),
        (30, "… is the very best place …"),
        (20, "… the very best …"),
        (14, "… the … est …"),
    ],
)
def test_whole_words_are_left_around_the_flagged_ones(width: int, shown: str) -> None:
    sentence = "Our clinic in Hollowbrook is the very best place for every kind of back pain."
    start = sentence.index("the very best")
    found = excerpt(sentence, start, start + len("the very best"), width)

    assert found.before + found.words + found.after == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("a\u202eb", "a\\u202eb"),
        ("\U000e0041", "\\U000e0041"),
        ("soft\u00adly", "softly"),
        ("5\u00a0mg", "5\u00a0mg"),
        ("👩\u200d⚕️", "👩\u200d⚕️"),
        ("a\nb", "a\\x0ab"),
        ("für", "für"),
    ],
)
def test_active_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown
