from __future__ import annotations

import codecs

import pytest

from medlint.errors import DocumentError
from medlint.parsers.encoding import decode


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Zelpax für dich".encode(), "Zelpax für dich"),
        (codecs.BOM_UTF8 + "Zelpax ✓".encode(), "Zelpax ✓"),
        ("Zelpax ✓\r\n".encode("utf-16"), "Zelpax ✓\r\n"),
        (codecs.BOM_UTF16_BE + "Zelpax".encode("utf-16-be"), "Zelpax"),
        (codecs.BOM_UTF32_LE + "Zelpax".encode("utf-32-le"), "Zelpax"),
        ("Zelpax is new".encode("utf-16-le"), "Zelpax is new"),
        ("Zelpax is new".encode("utf-16-be"), "Zelpax is new"),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n"),
        (b"", ""),
    ],
)
def test_unicode_is_decoded_without_its_mark(data: bytes, expected: str) -> None:
    assert decode("a.txt", data) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The clinic’s café – “quiet” rooms at 20 °C, from 30 €.",
        "Ärzte für Sie: Größe, Übelkeit, naïve señor, Æsop.",
        "Â".replace("Â", "£5 each ½ tablet…"),
        "un château",
    ],
)
def test_western_text_is_decoded_as_windows_1252(text: str) -> None:
    assert decode("a.txt", text.encode("cp1252")) == text


def test_other_alphabet_is_detected() -> None:
    text = "Клиника предлагает лечение боли в спине без операции и без лекарств. " * 20

    assert decode("a.txt", text.encode("cp1251")) == text


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("Türkiye\nZelpax “helps” me ".encode() + b"\xc3 now", "at byte 31 (line 2): 0xC3"),
        (b"plain text\r\nthen \xe2\x80. end", "at byte 17 (line 2): 0xE2 0x80"),
        (b"plain text \xff\xfe end", "at byte 11 (line 1): 0xFF"),
        ("all sound: é é é é".encode()[:-1], "at byte 20 (line 1): 0xC3"),
        (b"caf\xc3", "at byte 3 (line 1): 0xC3"),
    ],
)
def test_broken_utf8_names_its_place(data: bytes, place: str) -> None:
    with pytest.raises(DocumentError) as caught:
        decode("leaflet.txt", data)

    assert str(caught.value) == f"leaflet.txt: broken UTF-8 {place}. Save it as UTF-8 and try again"


def test_cut_utf16_is_broken() -> None:
    with pytest.raises(DocumentError, match=r"broken UTF-16-LE at byte 4 \(line 1\)"):
        decode("a.txt", codecs.BOM_UTF16_LE + b"a\0b\0c")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.7\n...", "not a text file but a PDF file"),
        (b"PK\x03\x04....", "not a text file but a zip file"),
        (b"\x89PNG\r\n", "not a text file but a PNG image"),
        (b"abc\0def" * 3, "NUL at byte 3"),
        (codecs.BOM_UTF16_LE + b"a\0\0\0", "holds NUL characters"),
        (b"a\x01\x02\x03b" * 10, "30 control characters"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        decode("a.txt", data)

    assert problem in str(caught.value)
    assert caught.value.advice


def test_unknown_encoding_is_refused() -> None:
    data = bytes(range(128, 256)) * 40

    with pytest.raises(
        DocumentError, match=r"a\.txt: (its encoding cannot be told|neither UTF-8 nor|broken)"
    ):
        decode("a.txt", data)


def test_one_control_character_does_no_harm() -> None:
    assert decode("a.txt", b"word " * 100 + b"\x0c\x1b").endswith("\x0c\x1b")
