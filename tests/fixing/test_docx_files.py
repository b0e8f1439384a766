"""Word files: the words in their runs, and everything beside them as it was."""

from __future__ import annotations

import io
import zipfile

import pytest

from medlint.parsers import parse
from tests.conftest import ROOT
from tests.parsers.docx_files import members, paragraph, text, word

LEAFLET = ROOT / "tests" / "fixtures" / "leaflet.docx"


def body(data):
    return members(data)["word/document.xml"].decode()


@pytest.mark.parametrize(
    ("parts", "after"),
    [
        (("Give it to to children.",), [text("Give it to children.")]),
        (
            (text("Give ", "<w:b/>"), text("it to to the", "<w:i/>"), text(" child.")),
            [text("Give ", "<w:b/>"), text("it to the", "<w:i/>"), text(" child.")],
        ),
        # Word parts runs wherever somebody typed; the words move into the first.
        (
            (text("You reci"), "<w:proofErr w:type='spellStart'/>", text("eve a letter.")),
            [text("You receive"), text(" a letter.")],
        ),
        (
            ("<w:hyperlink w:anchor='a'>" + text("Take the the tablet") + "</w:hyperlink>", text(".")),
            [text("Take the tablet")],
        ),
    ],
    ids=["one run", "formatted", "two runs", "link"],
)
def test_words_are_replaced_in_their_runs(parts, after, fixed):
    result = fixed("page.docx", word(paragraph(*parts)))

    assert result.count == 1
    for run in after:
        assert run in body(result.after.data).replace("'", '"')


@pytest.mark.parametrize(
    "parts",
    [
        ("Give it ", f'<w:ins w:id="1" w:author="Ines">{text("to to")}</w:ins>', " children."),
        ("Give it to", f'<w:ins w:id="1" w:author="Ines">{text(" to")}</w:ins>', " children."),
        (
            "You reci",
            f'<w:del w:id="1" w:author="Ines">{text("x").replace("w:t", "w:delText")}</w:del>',
            "eve it.",
        ),
        (text("You rec"), text("ieve", "<w:b/>"), " a letter."),
        (f'<w:fldSimple w:instr="TITLE">{text("Take the the tablet.")}</w:fldSimple>',),
        ("They wrote “give it to to children” on it.",),
    ],
    ids=["added", "half added", "across a deletion", "two looks", "field", "quoted"],
)
def test_words_in_changes_fields_and_two_looks_stay_byte_for_byte(parts, fixed):
    data = word(paragraph(*parts))
    result = fixed("page.docx", data)

    assert result.after.data == data
    assert result.count == 0


def test_changes_and_comments_of_others_stay_beside_a_fix(fixed):
    change = '<w:ins w:id="1" w:author="Ines"><w:r><w:t xml:space="preserve"> slowly</w:t></w:r></w:ins>'
    marks = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    data = word(paragraph("Walk", change, " ", marks[0], text("the the stairs"), marks[1], text(".")))
    after = fixed("page.docx", data).after.data

    assert change in body(after)
    assert f"{marks[0]}{text('the stairs')}{marks[1]}" in body(after)


def test_all_other_members_stay_byte_for_byte_and_in_their_order(fixed):
    data = LEAFLET.read_bytes()
    result = fixed("leaflet.docx", data)
    before, after = members(data), members(result.after.data)
    changed = [name for name in before if before[name] != after[name]]

    assert list(before) == list(after)
    assert changed in ([], ["word/document.xml"])
    with zipfile.ZipFile(io.BytesIO(result.after.data)) as archive:
        assert archive.testzip() is None


def test_header_is_fixed_in_its_own_part(fixed):
    data = word(paragraph("Rest."), {"header": paragraph("Take the the tablet.")})
    after = members(fixed("page.docx", data).after.data)

    assert "Take the tablet." in next(after[name] for name in after if "header" in name).decode()
    assert after["word/document.xml"] == members(data)["word/document.xml"]


def test_note_is_left_and_counted(fixed):
    note = f'<w:footnote w:id="2">{paragraph("Take the the tablet.")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    result = fixed("page.docx", word(paragraph("Rest.", reference), {"footnotes": note}))

    assert result.count == 0
    assert result.left == {"not written in the file as they are read": 1}


def test_second_run_changes_nothing(fixed):
    first = fixed("page.docx", word(paragraph("The the nurse has a apple , and waits.")))
    again = fixed("page.docx", first.after.data)

    assert parse("page.docx", first.after.data).text == "The nurse has an apple, and waits."
    assert again.count == 0
    assert again.after.data == first.after.data


def test_signed_file_is_left_as_a_whole(fixed):
    data = word(paragraph("Take the the tablet."), extra={"_xmlsignatures/sig1.xml": b"<a/>"})
    result = fixed("page.docx", data)

    assert result.after.data == data
    assert result.refusal == "a change would break its signature"
