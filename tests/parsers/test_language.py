from __future__ import annotations

import pytest

from medlint.parsers import language, parse

SAMPLES = {
    "German": (
        "Die Tablette wird mit Wasser genommen und ist nicht für Kinder. Fragen Sie bei Fieber den Arzt. "
    ),
    "French": (
        "Prenez le comprimé avec de l'eau et ne le donnez pas à des enfants. Vous devez parler au médecin. "
    ),
    "Spanish": (
        "Tome el comprimido con agua y no lo dé a los niños. Hable con su médico si "
        "tiene más de una pregunta. "
    ),
    "Italian": (
        "Prenda la compressa con acqua e non la dia ai bambini. Il medico è la persona che sa di più. "
    ),
    "Turkish": (
        "Bu tablet su ile alınır ve çocuklar için uygun değil. Daha çok soru olursa bir doktor ile konuşun. "
    ),
    "another script than Latin": (
        "Принимайте таблетку вечером, запивая водой. Не давайте её детям и спросите врача. "
    ),
}
ENGLISH = "Take the tablet with water and do not give it to children. Ask your doctor if you have a fever. "
LISTS = "Aspirin 100 mg, ibuprofen 400 mg, paracetamol 500 mg, naproxen 250 mg, diclofenac 50 mg. "


@pytest.mark.parametrize(("name", "text"), SAMPLES.items())
def test_text_in_another_language_is_told(name: str, text: str) -> None:
    assert language.foreign(text * 4) == name
    assert not language.is_english(text * 4)


@pytest.mark.parametrize(
    "text",
    [ENGLISH * 4, LISTS * 10, "", SAMPLES["German"], ENGLISH * 3 + SAMPLES["German"] * 2, "la la " * 60],
)
def test_english_lists_and_short_texts_are_not_foreign(text: str) -> None:
    assert language.foreign(text) == ""


def test_english_is_certain_only_of_enough_words() -> None:
    assert language.is_english(ENGLISH * 4)
    assert not language.is_english(ENGLISH)


def test_codes_have_names() -> None:
    assert (language.name("de"), language.name("xq")) == ("German", "“xq”")


@pytest.mark.parametrize("path", ["page.txt", "page.md", "page.html"])
def test_foreign_document_of_any_format_is_not_checked_and_says_so(path: str) -> None:
    document = parse(path, (SAMPLES["German"] * 5).encode())

    assert (document.text, document.blocks, document.comments) == ("", (), ())
    assert document.not_checked == ("85 words not read: the text is in German",)
