"""Word files that were cut, disguised or made to harm: a clear failure, soon, and the other files go on."""

from __future__ import annotations

import builtins
import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from medlint.errors import DocumentError
from medlint.parsers import docx_package, open_xml, parse
from tests.conftest import ROOT, Done
from tests.parsers.docx_files import HEAD, NAMES, WORD, document, members, packed, paragraph, shown, word

SOUND = word(paragraph("Zelpax has risks."))
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
ENTITIES = (
    f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{"z" * 1000}"><!ENTITY b "{"&a;" * 1000}">]>'
    f"<w:document {NAMES}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)


def problem(data: bytes, name: str = "page.docx") -> str:
    with pytest.raises(DocumentError) as caught:
        parse(name, data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "page.docx: is no Word file, whatever its name says"),
        (b"Zelpax has risks.", "page.docx: is no Word file, whatever its name says"),
        (OLD + bytes(600), "page.docx: is encrypted, or written by Word 2003 or older"),
        (SOUND[: len(SOUND) // 2], "page.docx: is damaged, or no Word file: File is not a zip file"),
        (packed({"a.txt": b"text"}), "page.docx: is damaged, or no Word file"),
        (word("", main=SPREADSHEET), "page.docx: is an Excel file, whatever its name says"),
        (word("", main=MACROS), "page.docx: holds macros, which medlint does not open"),
        (word("", main=f"{WORD}.template.main+xml"), "page.docx: is a Word template"),
        (word(ENTITIES), "page.docx: defines XML entities, which Word never does"),
        (word("<?xml version='1.0'?><w:document>"), "page.docx: is damaged, or no Word file"),
        (
            word(f'{HEAD}<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'),
            "page.docx: is written in the strict form of Open XML",
        ),
    ],
    ids=["empty", "text", "old", "cut", "zip", "sheet", "macros", "template", "entities", "tags", "strict"],
)  # fmt: skip
def test_what_is_no_sound_word_file_is_named(data: bytes, expected: str) -> None:
    assert problem(data).startswith(expected)


def test_entities_in_another_encoding_are_refused_too() -> None:
    data = members(SOUND) | {"word/document.xml": ENTITIES.replace("1.0", "1.0").encode("utf-16")}

    assert "defines XML entities" in problem(packed(data))


def test_comments_that_are_none_are_damage() -> None:
    data = members(word(paragraph("Zelpax."), {"comments": ""}))
    data["word/comments.xml"] = data["word/comments.xml"].replace(b"w:comments", b"w:remarks")

    assert "is damaged, or no Word file: its comments are not readable" in problem(packed(data))


def test_file_with_macros_is_refused_by_its_name() -> None:
    assert "holds macros" in problem(word("", main=MACROS), "page.docm")


def test_zip_bomb_is_not_unpacked() -> None:
    file = io.BytesIO(SOUND)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("a.bmp", "w") as member:
        for _ in range(open_xml.MAX_UNPACKED // 2**20 + 1):
            member.write(bytes(2**20))

    assert "unpacks to more than 512 MB: it is not opened" in problem(file.getvalue())


def test_endless_text_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "MAX_XML", 2**20)

    assert "holds more than 1 MB of text" in problem(word(paragraph("Zelpax " * 200_000)))


def test_member_that_lies_about_its_size_is_damage() -> None:
    data = bytearray(word(paragraph("Zelpax " * 200_000)))
    at = data.index(b"PK\x01\x02")
    size = struct.unpack_from("<I", data, at + 24)[0]
    struct.pack_into("<I", data, at + 24, size // 100)

    assert "is damaged" in problem(bytes(data))


@pytest.mark.parametrize(
    "tag", ["w:sdt><w:sdtContent", "w:ins", "w:tbl><w:tr><w:tc", "w:hyperlink", "w:nothing"]
)
def test_deep_nesting_ends_soon(tag: str) -> None:
    closing = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    deep = f"<{tag}>" * 5_000 + closing * 5_000

    assert "is damaged" in problem(word(f"<w:p>{deep}</w:p>"))


@pytest.mark.parametrize("depth", [50, 60, 80])
def test_nesting_that_xml_allows_is_read(depth: int) -> None:
    deep = paragraph("inside")
    for _ in range(depth):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc><w:tc/></w:tr></w:tbl>"

    assert shown(document(deep)) == [("table-cell", "inside")]


def test_controls_as_deep_as_xml_allows_are_read() -> None:
    deep = paragraph("<w:ins>" * 240 + "<w:r><w:t>inside</w:t></w:r>" + "</w:ins>" * 240)

    assert shown(document(deep)) == [("paragraph", "inside")]


def test_what_lies_outside_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    links = {"a": "https://a.example/x", "b": "file:///etc/hostname", "c": "//hollowbrook/share/x.dotm"}
    body = paragraph('<w:hyperlink r:id="b"><w:r><w:t>here</w:t></w:r></w:hyperlink>', " and there")
    data = word(body, links=links)
    document(body)  # all that is imported late is there before files are watched
    opened: list[str] = []
    usual = builtins.open

    def watched(name: str, *given: object, **more: object) -> object:
        opened.append(name)
        return usual(name, *given, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(builtins, "open", watched)

    assert parse("page.docx", data).text == "here and there"
    assert opened == []


def test_missing_extra_names_the_command(tmp_path: Path) -> None:
    (tmp_path / "page.docx").write_bytes(SOUND)
    (tmp_path / "page.txt").write_text("Zelpax is completely safe.", encoding="utf-8")
    script = (
        "import sys; sys.modules['docx'] = None\n"
        "sys.argv = ['medlint', 'page.docx', 'page.txt', '--format', 'concise']\n"
        "from medlint.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "page.docx: failure document: docx is missing, which reads such files." in done.stdout
    assert 'Install it: python -m pip install "medlint[docx]"' in done.stdout
    assert "page.txt:1:11: error overclaim.completely-safe" in done.stdout


def test_other_files_are_still_checked(medlint: Callable[..., Done]) -> None:
    Path("a.docx").write_bytes(SOUND[:100])
    Path("b.docx").write_bytes(word(paragraph("Zelpax is completely safe.")))
    done = medlint("check", "a.docx", "b.docx", "--format", "concise")

    assert done.code == 2
    assert "a.docx: failure document: is damaged, or no Word file: File is not a zip file" in done.out
    assert "b.docx:1:11: error overclaim.completely-safe" in done.out


def test_leaflet_survives_every_cut() -> None:
    data = (ROOT / "tests" / "fixtures" / "leaflet.docx").read_bytes()
    for end in range(0, len(data) - 1, 997):
        assert problem(data[:end])
