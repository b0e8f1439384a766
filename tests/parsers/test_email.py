from __future__ import annotations

import base64
import re
from email.message import EmailMessage

import pytest
from hypothesis import given, settings

from medlint.model import Document, Region
from medlint.parsers import parse
from tests.parsers.soundness import FILES, check

HTML = (
    "<p>It is com&shy;pletely&nbsp;<b>safe</b> – ünd 👩 new.</p>"
    + "<p>Long lines have many words in them.</p>" * 4
)


def read(source: str | bytes) -> Document:
    return parse("mail.eml", source if isinstance(source, bytes) else source.encode())


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.source_text[slice(*document.source(Region(start, start + len(words))))]


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {"Subject": "Zelpax is new", **headers}.items():
        made[name.replace("_", "-")] = value
    return made


def test_subject_is_a_heading_and_headers_are_facts() -> None:
    mail = message(From="Ines Calloway <ines@hollowbrook.example>", Date="Tue, 03 Mar 2026 10:00:00 +0000")
    mail.set_content("Zelpax may help.\n\n- Ask us\n- Call us\n")
    document = read(mail.as_bytes())

    assert [(block.kind, block.level, block.text) for block in document.blocks] == [
        ("heading", 1, "Zelpax is new"),
        ("paragraph", 0, "Zelpax may help."),
        ("list-item", 1, "Ask us"),
        ("list-item", 1, "Call us"),
    ]
    assert (document.meta["title"], document.meta["author"], document.meta["date"]) == (
        "Zelpax is new",
        "Ines Calloway <ines@hollowbrook.example>",
        "Tue, 03 Mar 2026 10:00:00 +0000",
    )
    assert source_of(document, "Zelpax is new") == "Zelpax is new"


@pytest.mark.parametrize(
    ("encoding", "source"),
    [
        ("8bit", "safe</b> – ünd 👩"),
        ("quoted-printable", "safe</b> =E2=80=93 =C3=BCnd =F0=9F=91=A9"),
        ("base64", "c2FmZTwvYj4g4oCTIMO8bmQg8J+RqS"),
    ],
)
def test_words_are_found_again_in_every_transfer_encoding(encoding: str, source: str) -> None:
    mail = message()
    mail.set_content(HTML, subtype="html", cte=encoding)
    document = read(mail.as_bytes())

    check(document)
    assert document.blocks[1].text == "It is completely safe – ünd 👩 new."
    written = source_of(document, "safe – ünd 👩")
    assert re.sub("=?\n", "", written) == source


def test_html_is_read_rather_than_the_plain_version() -> None:
    mail = message()
    mail.set_content("Plain words.")
    mail.add_alternative("<p>Marked words.</p>", subtype="html")
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="prices é.pdf")
    mail.add_attachment("a,b", subtype="csv", filename="table.csv")
    document = read(mail.as_bytes())

    assert document.text == "Zelpax is new\n\nMarked words."
    assert document.not_checked == (
        "2 attachments not read: prices é.pdf, table.csv",
        "1 other version of the text not read",
    )


def test_encoded_subject_is_one_whole() -> None:
    document = read(message(Subject="Zelpax ist für Sie").as_bytes())

    assert document.text == "Zelpax ist für Sie"
    assert source_of(document, "für").startswith("Zelpax ist =?utf-8?")


def test_subject_in_clear_that_is_as_long_as_its_lines_is_one_whole() -> None:
    """Found by chance: three letters of a ligature made up for two spaces less."""
    source_text = "Subject: =?utf-8?q?Z=C3=BC?= =?utf-8?b?xx?=\n  o\ufb03ce"
    document = parse("mail.eml", source_text.encode())
    start = document.text.index("office")

    assert document.source(Region(start, start + 1)) == (9, len(source_text))
    check(document)


def test_subject_over_two_lines_keeps_its_places() -> None:
    document = read("Subject: Zelpax is completely\r\n safe\r\nTo: you\r\n\r\nText.\r\n")

    assert document.text == "Zelpax is completely safe\n\nText."
    assert source_of(document, "completely safe") == "completely\r\n safe"


def test_parts_in_parts_are_read_in_order() -> None:
    document = read(
        'Content-Type: multipart/mixed; boundary="a"\n\npreamble\n--a\nContent-Type: '
        "multipart/alternative; boundary=b\n\n"
        "--b\n\nPlain.\n--b\nContent-Type: multipart/related; "
        "boundary=c\n\n--c\nContent-Type: text/html\n\n<p>Marked.\n"
        "--c\nContent-Type: image/png\n\nxx\n--c--\n--b--\n--a\n\nSecond text.\n--a--\nepilogue\n"
    )

    assert document.text == "Marked.\n\nSecond text."
    assert document.not_checked == (
        "1 attachment not read: image/png",
        "1 other version of the text not read",
    )


def test_remark_in_a_mail_is_an_allowance_at_its_place() -> None:
    document = read("Subject: x\nContent-Type: text/html\n\n<p>One</p><!-- medlint: allow a -- b --><p>Two")
    (comment,) = document.comments

    assert document.source_text[comment.start : comment.end] == "<!-- medlint: allow a -- b -->"
    assert document.text[comment.offset :] == "Two"


def test_old_mail_tells_its_encoding_part_by_part() -> None:
    data = "Subject: x\nContent-Type: text/plain; charset=iso-8859-9\n\nTürkiye ığ.\n".encode("iso-8859-9")

    assert read(data).text == "x\n\nTürkiye ığ."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("no headers at all\n", "no headers at all"),
        ("Subject: =?nowhere?q?a=20b?=\n\nText", "=?nowhere?q?a=20b?=\n\nText"),
        ("Content-Transfer-Encoding: base64\n\n####", ""),
        ("Content-Transfer-Encoding: base64\n\nWmVscGF4I", "Zelpax "),
        ("Content-Type: text/plain; charset=nowhere\n\nText", "Text"),
        ("Content-Type: multipart/mixed\n\nText", ""),
        ("Content-Type: multipart/mixed; boundary=a\n\n--a\n\nNever closed", "Never closed"),
        ("Content-Transfer-Encoding: quoted-printable\n\nA =E2=80 b =ZZ =", "A \ufffd b =ZZ ="),
    ],
)
def test_damaged_mail_is_read_as_far_as_it_goes(source: str, text: str) -> None:
    assert read(source).text == text.strip()


def test_parts_without_bottom_are_read_to_a_depth() -> None:
    source = (
        "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(400)) + "\nText"
    )

    assert read(source).text == ""


@pytest.mark.parametrize("octets", [b"abc \xe2\xc3", b"\xf0\x9f\xf0\x9f", b"\xe2\x80\xe2\x80\x93 x"])
def test_broken_characters_keep_their_places(octets: bytes) -> None:
    check(read(b"Content-Transfer-Encoding: base64\n\n" + base64.b64encode(octets)))


@settings(max_examples=200, deadline=None)
@given(FILES["email"][1])
def test_any_mail_is_read_with_sound_places(source_text: str) -> None:
    check(read(source_text.replace("\0", "")))
