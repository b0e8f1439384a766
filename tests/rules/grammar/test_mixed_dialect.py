"""A page keeps to one spelling; the pairs are those of the spelling check."""

import pytest


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        (
            "The ischaemia, the hypernatraemia and the colour are seen. The hemoglobinuria is not.",
            ["hemoglobinuria"],
        ),
        ("The behavior, the hypoglycemia and the fiber are seen. The haematuria is not.", ["haematuria"]),
        ("We catalogued the honours, the flavours and the vapours at the theater.", ["theater"]),
    ],
)
def test_word_of_the_rarer_dialect_is_told(find, text, odd):
    assert [word for word, _ in find("mixed_dialect", text)] == odd


@pytest.mark.parametrize(
    "text",
    [
        "The systemic, endemic and academic colour and flavour of the tumour.",
        "The color and the tumor and the aesthetic program of the esthetician.",
        "The colour and the tumour: check the practice, the story and the programme.",
    ],
)
def test_page_of_one_dialect_is_silent(find, text):
    assert find("mixed_dialect", text) == []
