"""A PDF with findings put back: the marks lie on the words, and all else stays."""

from __future__ import annotations

import hashlib
import io
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight
from pypdf.generic import ArrayObject, FloatObject

from medlint import annotate as annotate_package
from medlint import checking, settings
from medlint.annotate import pdf
from medlint.errors import DocumentError
from medlint.model import CheckedDocument, Finding
from tests.parsers.pdf_files import Text, column
from tests.parsers.pdf_files import pdf as pdf_file

LEAFLET = Path(__file__).resolve().parents[1] / "fixtures" / "leaflet.pdf"
DAY = "2026-11-24"
CLAIM = [Text(50, 700, "Zelpax is completely safe.", 20)]


@cache
def checker() -> checking.Checker:
    return checking.checker(settings.default(LEAFLET.parent), DAY)


def checked(path: Path) -> CheckedDocument:
    (found,) = checking.check_files(checker(), [path]).documents
    return found


def copy(path: Path, found: CheckedDocument | None = None) -> Path:
    target = path.with_name("copy.pdf")
    pdf.annotate(found or checked(path), path, target, DAY)
    return target


def marks(path: Path) -> list[dict]:
    return [
        dict(each.get_object(), page=number)
        for number, page in enumerate(PdfReader(path).pages, 1)
        for each in page.get("/Annots", ArrayObject())
    ]


def under(path: Path, mark: dict) -> list[str]:
    """Return the words under each box of a mark, read by another library from the file."""
    document = pypdfium2.PdfDocument(path)
    text_page = document[mark["page"] - 1].get_textpage()
    found = []
    corners = [float(edge) for edge in mark["/QuadPoints"]]
    for start in range(0, len(corners), 8):
        left, top, right, _, _, bottom, *_ = corners[start : start + 8]
        found.append(text_page.get_text_bounded(left, bottom, right, top).strip())
    text_page.close()
    document.close()
    return found


def page(tmp_path: Path, *pages: list[Text], **options: object) -> Path:
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf_file(*pages, **options))  # type: ignore[arg-type]
    return path


@pytest.fixture(scope="module")
def leaflet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("leaflet") / "leaflet.pdf"
    path.write_bytes(LEAFLET.read_bytes())
    return copy(path)


def test_each_finding_lies_on_its_words(leaflet: Path):
    words = {
        str(mark["/Contents"]).rpartition("\n")[2].split(" ")[0]: under(leaflet, mark)
        for mark in marks(leaflet)
    }

    assert words["overclaim.completely-safe"] == ["completely safe"]
    assert words["overclaim.works-for-everyone"] == ["works for everyone"]
    assert words["overclaim.no-side-effects"] == ["risk-free"]
    assert words["overclaim.guaranteed-result"] == ["guaranteed"]


def test_words_over_two_lines_and_columns_have_a_box_on_each(leaflet: Path):
    boxes = [under(leaflet, mark) for mark in marks(leaflet)]

    assert [len(each) for each in boxes if each[0].startswith("the best treat")] == [2]
    assert [each[1] for each in boxes if each[0].startswith("the best treat")] == ["ment in the world"]
    assert [each[1] for each in boxes if each[0].startswith("mir")] == ["acle"]


def test_mark_says_what_is_wrong_who_says_so_and_when(tmp_path: Path):
    (mark,) = marks(copy(page(tmp_path, CLAIM)))

    assert mark["/Subtype"] == "/Highlight"
    assert str(mark["/Contents"]).startswith("Error: “completely safe” promises complete safety")
    assert "overclaim.completely-safe" in mark["/Contents"]
    assert mark["/T"] == "medlint"
    assert mark["/M"] == "D:20261124"


def test_mark_is_seen_on_the_page(tmp_path: Path):
    path = page(tmp_path, CLAIM)
    (box,) = (mark["/Rect"] for mark in marks(copy(path)))
    left, bottom, right, top = map(float, box)

    def color(file: Path) -> tuple[int, ...]:
        document = pypdfium2.PdfDocument(file)
        image = document[0].render(scale=1).to_pil()
        shown = image.getpixel((round((left + right) / 2), round(842 - top + 1)))
        document.close()
        return shown

    assert color(path) == (255, 255, 255)
    assert color(tmp_path / "copy.pdf") != (255, 255, 255)
    assert bottom < top


def test_words_on_two_pages_are_marked_on_both(tmp_path: Path):
    path = page(
        tmp_path,
        [Text(50, 60, "It is true that Zelpax is completely")],
        [Text(50, 760, "safe for most people.")],
    )

    assert [(mark["page"], under(tmp_path / "copy.pdf", mark)) for mark in marks(copy(path))] == [
        (1, ["completely"]),
        (2, ["safe"]),
    ]


def test_turned_page_is_marked_on_its_words(tmp_path: Path):
    path = page(tmp_path, CLAIM, page_extra="/Rotate 90")
    (mark,) = marks(copy(path))

    assert under(tmp_path / "copy.pdf", mark) == ["completely safe"]


def test_what_is_missing_on_the_whole_page_is_a_note_in_its_corner(tmp_path: Path):
    path = page(tmp_path, CLAIM)
    found = checked(path)
    whole = replace(
        found.findings[0], position=None, end_position=None, start=None, end=None, message="No date."
    )

    note, = (mark for mark in marks(copy(path, replace(found, findings=(whole,)))))  # fmt: skip
    assert note["/Subtype"] == "/Text"
    assert str(note["/Contents"]).startswith("The whole document\n\nError: No date.")
    assert note["page"] == 1


def test_finding_without_words_is_marked_where_something_is_missing(tmp_path: Path):
    path = page(tmp_path, CLAIM)
    found = checked(path)
    (finding,) = found.findings
    assert finding.position is not None
    place = replace(finding.position, box=(50.0, 715.0, 62.0, 695.0))
    empty: Finding = replace(finding, position=place, end_position=place, end=finding.start, text="")

    (mark,) = marks(copy(path, replace(found, findings=(empty,))))
    assert under(tmp_path / "copy.pdf", mark) == ["Z"]


def test_suggestions_and_source_stand_in_the_message(tmp_path: Path):
    found = checked(page(tmp_path, CLAIM)).findings[0]
    many = replace(found, suggestions=("one", "two", "three", "four"), advice="Say\nwhat is known.")

    lines = pdf.text(many).splitlines()

    assert lines[1:3] == ["Say what is known.", "Instead: “one”, “two”, “three”"]
    assert lines[3].startswith("overclaim.completely-safe")


def test_own_marks_are_replaced_and_those_of_others_stay(tmp_path: Path):
    path = page(tmp_path, CLAIM)
    writer = PdfWriter(clone_from=path)
    corners = ArrayObject(map(FloatObject, (50, 720, 90, 720, 50, 700, 90, 700)))
    other = Highlight(rect=(50, 700, 90, 720), quad_points=corners)
    writer.add_annotation(0, other)
    writer.write(path)
    once = copy(path)
    again = tmp_path / "again.pdf"
    pdf.annotate(checked(once), once, again, "2026-12-01")

    assert [mark.get("/T") for mark in marks(again)] == [None, "medlint"]
    assert [mark.get("/M") for mark in marks(again)][1] == "D:20261201"


def test_copy_is_the_same_bytes_each_time_and_the_text_is_the_same(tmp_path: Path):
    path = page(tmp_path, CLAIM, column(50, 700, ("More words.", "And more.")))
    first = copy(path).read_bytes()

    assert copy(path).read_bytes() == first
    assert [each.extract_text() for each in PdfReader(io.BytesIO(first)).pages] == [
        each.extract_text() for each in PdfReader(path).pages
    ]


def test_file_without_findings_gets_a_copy_without_marks(tmp_path: Path):
    assert marks(copy(page(tmp_path, [Text(50, 700, "Words.")]))) == []


def test_file_that_was_changed_meanwhile_is_refused_and_nothing_is_written(tmp_path: Path):
    path = page(tmp_path, CLAIM)
    found = checked(path)
    page(tmp_path, [Text(50, 700, "Other words.")])

    with pytest.raises(DocumentError, match=r"page\.pdf: has changed since it was checked"):
        copy(path, found)
    assert not (tmp_path / "copy.pdf").exists()


def test_file_that_is_gone_is_told(tmp_path: Path):
    found = checked(page(tmp_path, CLAIM))

    with pytest.raises(DocumentError, match="cannot be read: no such file"):
        pdf.annotate(found, tmp_path / "gone.pdf", tmp_path / "copy.pdf", DAY)


def test_file_protected_against_changes_is_refused(tmp_path: Path):
    path = page(tmp_path, CLAIM)
    writer = PdfWriter(clone_from=path)
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(path)

    with pytest.raises(DocumentError, match="is protected against changes"):
        copy(path)
    assert not (tmp_path / "copy.pdf").exists()


def test_file_that_pypdf_cannot_write_is_refused(tmp_path: Path):
    path = page(tmp_path, CLAIM)
    path.write_bytes(
        path.read_bytes().replace(b"/Type /Catalog /Pages 2 0 R", b"/Type /Catalog /Pages 9 0 R")
    )
    found = CheckedDocument("page.pdf", hashlib.sha256(path.read_bytes()).hexdigest(), 1, ())

    with pytest.raises(DocumentError):
        copy(path, found)


def test_copy_that_cannot_be_written_is_told_and_nothing_stays(tmp_path: Path):
    path = page(tmp_path, CLAIM)

    with pytest.raises(DocumentError, match="cannot be written: no such file or directory"):
        pdf.annotate(checked(path), path, tmp_path / "gone" / "copy.pdf", DAY)
    (tmp_path / "folder").mkdir()
    with pytest.raises(DocumentError, match="cannot be written: is a directory"):
        pdf.annotate(checked(path), path, tmp_path / "folder", DAY)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder", "page.pdf"]


def test_file_in_the_way_is_replaced_and_keeps_its_permissions(tmp_path: Path):
    path, target = page(tmp_path, CLAIM), tmp_path / "copy.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)

    copy(path)

    assert target.stat().st_mode & 0o777 == 0o640
    assert len(marks(target)) == 1


def test_missing_library_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = page(tmp_path, CLAIM)
    found = checked(path)
    monkeypatch.delitem(sys.modules, "medlint.annotate.pdf_marks", raising=False)
    monkeypatch.delattr(annotate_package, "pdf_marks", raising=False)
    monkeypatch.setitem(sys.modules, "pypdf", None)

    with pytest.raises(DocumentError, match=r'pypdf is missing.*pip install "medlint\[pdf\]"'):
        copy(path, found)
