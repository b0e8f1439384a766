"""PowerPoint files that are broken, locked or made to harm: bounded, with a clear failure."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint import parsers
from medlint.errors import DocumentError
from medlint.parsers import open_xml, parse, pptx_package
from tests.parsers import pptx_fuzz
from tests.parsers.docx_files import word
from tests.parsers.pptx_files import HEAD, NAMES, POINT, members, packed, paragraph, pptx, shape, slide

SOUND = pptx(slide(shape(paragraph("Zelpax is completely safe."))))
MACROS = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
ENTITIES = '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def refusal(data: bytes, path: str = "page.pptx") -> str:
    with pytest.raises(DocumentError) as raised:
        parse(path, data)
    return str(raised.value)


def with_part(name: str, data: bytes) -> bytes:
    return packed(members(SOUND) | {name: data})


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is no PowerPoint file, whatever its name says"),
        (b"%PDF-1.7", "is no PowerPoint file, whatever its name says"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "is encrypted, or written by PowerPoint 2003 or older"),
        (SOUND[: len(SOUND) // 2], "is damaged, or no PowerPoint file"),
        (b"PK\x03\x04", "is damaged, or no PowerPoint file"),
        (packed({"a.txt": b"a"}), "is damaged, or no PowerPoint file"),
        (pptx(slide(), main=MACROS), "holds macros, which medlint does not open"),
        (pptx(slide(), main=f"{POINT}.presentation.macroEnabled.main+xml"), "holds macros"),
        (word("<w:p/>"), "is a Word file, whatever its name says. Name it .docx"),
        (with_part("ppt/slides/slide1.xml", (HEAD + ENTITIES + "<p/>").encode()), "defines XML entities"),
        (with_part("ppt/slides/slide1.xml", b"<p:sld"), "is damaged, or no PowerPoint file"),
        (with_part("ppt/slides/slide1.xml", b"<a/>"), "is damaged, or no PowerPoint file"),
        (with_part("ppt/slides/slide1.xml", f"<p:sld {NAMES}/>".encode()), "is damaged, or no Power"),
    ],
    ids=["empty", "pdf", "old", "half", "zip head", "zip", "macros", "own macros", "word", "entities",
         "cut xml", "other xml", "no shapes"],
)  # fmt: skip
def test_file_that_cannot_be_read_is_refused_and_says_why(data: bytes, told: str):
    assert told in refusal(data)


def test_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(open_xml, "MAX_UNPACKED", 2**20)
    data = with_part("ppt/media/image1.png", bytes(2**21))

    assert len(data) < 10_000
    assert "unpacks to more than 1 MB: it is not opened" in refusal(data)


def test_bomb_of_text_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pptx_package, "MAX_XML", 2**20)

    assert "holds more than 1 MB of text" in refusal(with_part("ppt/slides/slide1.xml", b" " * 2**21))


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pptx_package, "MAX_MEMBERS", 3)

    assert "it is not opened" in refusal(SOUND)


def test_too_many_slides_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pptx_package, "MAX_SLIDES", 1)

    assert "too long: 2 slides, and medlint reads at most 1" in refusal(pptx(slide(), slide()))


def test_groups_thousands_deep_are_refused_or_cut_and_never_crash():
    for depth in (60, 200, 5_000):
        shapes = "<p:grpSp>" * depth + shape(paragraph("Deep.")) + "</p:grpSp>" * depth
        before = time.monotonic()
        try:
            assert "Deep." not in parse("page.pptx", pptx(slide(shape(paragraph("Words.")), shapes))).text
        except DocumentError as error:
            assert "is damaged" in str(error)  # noqa: PT017
        assert time.monotonic() - before < 10


def test_missing_extra_names_the_command_and_the_other_files_are_checked(medlint, tmp_path, monkeypatch):
    (tmp_path / "page.pptx").write_bytes(SOUND)
    (tmp_path / "page.txt").write_text("Zelpax is completely safe.\n")
    for name in ("pptx", "pptx_package"):
        monkeypatch.delitem(sys.modules, f"medlint.parsers.{name}", raising=False)
        monkeypatch.delattr(parsers, name, raising=False)
    monkeypatch.setitem(sys.modules, "pptx", None)

    done = medlint("check", ".", "--format", "concise")

    assert done.code == 2
    assert "page.pptx: failure document: pptx is missing" in done.out
    assert 'pip install "medlint[pptx]"' in done.out
    assert "page.txt:1:11: error overclaim.completely-safe" in done.out


def test_broken_file_is_told_and_the_other_files_are_checked(medlint, tmp_path):
    (tmp_path / "broken.pptx").write_bytes(SOUND[:200])
    (tmp_path / "sound.pptx").write_bytes(SOUND)

    done = medlint("check", ".", "--format", "concise")

    assert done.code == 2
    assert "broken.pptx: failure document: is damaged" in done.out
    assert "sound.pptx:1:11: error overclaim.completely-safe" in done.out


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**63))
def test_file_made_by_chance_is_refused_or_sound(seed: int):
    pptx_fuzz.check(pptx_fuzz.made(seed))
