from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pytest

from medlint import checking, settings
from medlint.annotate import docx, write
from medlint.checking import Checker
from medlint.errors import DocumentError, UsageError
from medlint.model import CheckedDocument
from medlint.parsers import parse
from tests.conftest import ROOT, Done
from tests.parsers.docx_files import members, packed, paragraph, text, word

LEAFLET = ROOT / "tests" / "fixtures" / "leaflet.docx"
AS_OF = "2026-11-24"
WORDS = re.compile(
    r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<|<w:(commentRangeStart|commentRangeEnd) w:id=\"(\d+)\"/>"
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return checking.checker(settings.default(ROOT), AS_OF)


@pytest.fixture
def annotated(checker: Checker, tmp_path: Path) -> Callable[..., tuple[CheckedDocument, bytes]]:
    """Return a function that checks the bytes of a file, and what was found with the annotated copy."""

    def run(data: bytes, **options: bool) -> tuple[CheckedDocument, bytes]:
        source, target = tmp_path / "page.docx", tmp_path / "copy.docx"
        source.write_bytes(data)
        checked, _, _ = checking.check_document(checker, parse("page.docx", data))
        docx.annotate(checked, source, target, AS_OF, **options)
        return checked, target.read_bytes()

    return run


def xml(data: bytes, part: str = "document") -> str:
    return members(data)[f"word/{part}.xml"].decode()


def commented(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the words of the document that each comment stands on, with the beginning of the comment."""
    comments = {
        found[1]: "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)<", found[2]))
        for found in re.finditer(r'<w:comment w:id="(\d+)".*?>(.*?)</w:comment>', xml(data, "comments"))
    }
    open_: dict[str, list[str]] = {}
    for words, mark, key in WORDS.findall(xml(data)):
        if mark == "commentRangeStart":
            open_[key] = []
        elif mark == "commentRangeEnd":
            yield "".join(open_.pop(key)), comments[key]
        else:
            for inside in open_.values():
                inside.append(words)


def test_comment_stands_on_the_exact_words_and_says_all(annotated) -> None:
    _, copy = annotated(word(paragraph("Zelpax is compl", text("etely", "<w:b/>"), " safe.")))
    ((words, said),) = commented(copy)

    assert words == "completely safe"
    assert said.startswith("Error: “completely safe” promises complete safety, which no treatment can keep.")
    assert "overclaim.completely-safe · " in said
    assert 'w:author="medlint" w:initials="ml" w:date="2026-11-24T00:00:00Z"' in xml(copy, "comments")


def test_run_is_parted_and_keeps_its_formatting(annotated) -> None:
    _, copy = annotated(word(paragraph(text("Zelpax is completely safe.", '<w:b/><w:sz w:val="28"/>'))))
    runs = re.findall(r"<w:rPr>(<w:b/><w:sz w:val=\"28\"/>)</w:rPr><w:t [^>]*>([^<]*)<", xml(copy))

    assert [words for _, words in runs] == ["Zelpax is ", "completely safe", "."]


def test_every_finding_of_the_leaflet_is_on_its_words(annotated) -> None:
    checked, copy = annotated(LEAFLET.read_bytes())
    own = [(words, said) for words, said in commented(copy) if said.startswith(("Error: ", "Warning: "))]

    def plain(words: str) -> str:
        return words.replace("\u00ad", "").replace("\u00a0", " ").replace("besttreat", "best treat")

    assert [plain(words) for words, _ in own] == [finding.text for finding in checked.findings]
    assert all(finding.message in said for finding, (_, said) in zip(checked.findings, own, strict=True))


def test_copy_reads_as_the_file_did(annotated) -> None:
    data = LEAFLET.read_bytes()
    _, copy = annotated(data)
    before, after = parse("a.docx", data), parse("a.docx", copy)

    assert (after.text, after.blocks, after.links) == (before.text, before.blocks, before.links)
    assert (after.comments, after.meta, after.not_checked) == (
        before.comments,
        before.meta,
        before.not_checked,
    )


def test_own_comments_are_replaced_and_those_of_others_stay(annotated) -> None:
    _, once = annotated(LEAFLET.read_bytes())
    _, twice = annotated(once)

    assert twice == once
    assert "Please check this figure." in xml(twice, "comments")
    assert '<w:del w:author="Ines Calloway"' in xml(twice)


def test_comments_are_gone_when_the_words_are_mended(annotated) -> None:
    _, copy = annotated(word(paragraph("Zelpax is completely safe.")))
    mended = python_docx.Document(io.BytesIO(copy))
    for run in mended.paragraphs[0].runs:
        run.text = run.text.replace("completely safe", "not free of risks") if run.text.strip() else run.text
    _, again = annotated(_bytes(mended))

    assert [*commented(again)] == []
    assert 'w:author="medlint"' not in xml(again, "comments")


def test_comment_that_was_answered_stays_and_is_not_repeated(annotated) -> None:
    _, copy = annotated(word(paragraph("Zelpax is completely safe.")))
    parts = members(copy)
    own = parts["word/comments.xml"].decode()
    ids = ["0000000A", "0000000B"]
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    last = own.rindex("<w:p>")
    own = f'{own[:last]}<w:p {w14} w14:paraId="{ids[0]}">{own[last + 5 :]}'
    answer = (
        f'<w:comment w:id="9" w:author="Ines"><w:p {w14} w14:paraId="{ids[1]}">'
        "<w:r><w:t>It is a quotation.</w:t></w:r></w:p></w:comment>"
    )
    comments = own[own.index(">", own.index("<w:comments")) + 1 : own.index("</w:comments>")] + answer
    thread = f'<w15:commentEx w15:paraId="{ids[1]}" w15:paraIdParent="{ids[0]}"/>'
    body = re.search(r"<w:body>(.*)</w:body>", xml(copy))
    assert body
    _, again = annotated(word(body[1], {"comments": comments, "commentsExtended": thread}))

    assert xml(again, "comments").count('w:author="medlint"') == 1
    assert [words for words, _ in commented(again)] == ["completely safe"]


NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
CLAIM = paragraph("Zelpax is completely safe.")


def test_finding_in_a_note_is_told_where_the_text_refers_to_it(annotated) -> None:
    body = paragraph("Take care", NOTE, " each day.")
    _, copy = annotated(word(body, {"footnotes": f'<w:footnote w:id="2">{CLAIM}</w:footnote>'}))

    assert f'<w:commentRangeStart w:id="0"/>{NOTE}<w:commentRangeEnd w:id="0"/>' in xml(copy)
    assert "Footnote 1: Error: “completely safe” promises" in xml(copy, "comments")
    assert "comment" not in xml(copy, "footnotes")


@pytest.mark.parametrize(
    ("body", "parts", "place"),
    [
        (paragraph("Text."), {"header": CLAIM}, "Header: Error: “completely safe”"),
        (paragraph("Text."), {"footer": CLAIM}, "Footer: Error: “completely safe”"),
        ("", {"header": CLAIM}, "Header: Error: “completely safe”"),
        (text("A run in no paragraph."), {"header": CLAIM}, "Header: Error: “completely safe”"),
        (
            paragraph("Text.", f"<w:r><w:pict><w:txbxContent>{CLAIM}</w:txbxContent></w:pict></w:r>"),
            {},
            "Text box: Error: “completely safe”",
        ),
    ],
    ids=["header", "footer", "empty body", "body without paragraphs", "box"],
)
def test_finding_where_word_has_no_comments_is_told_in_the_body(annotated, body, parts, place) -> None:
    _, copy = annotated(word(body, parts))

    assert place in xml(copy, "comments")
    assert xml(copy).count("<w:commentRangeStart") == 1
    assert xml(copy).index("<w:commentReference") > xml(copy).index("<w:commentRangeEnd")


def test_words_in_a_link_an_insertion_and_a_field_are_commented_where_they_stand(annotated) -> None:
    link = f'<w:hyperlink w:anchor="x">{text("completely")}</w:hyperlink>'
    added = f'<w:ins w:id="5" w:author="Ines">{text(" safe")}</w:ins>'
    _, copy = annotated(word(paragraph("Zelpax is ", link, added, ".")))

    assert [words for words, _ in commented(copy)] == ["completely safe"]
    assert '<w:ins w:id="5" w:author="Ines"><w:r><w:t xml:space="preserve"> safe</w:t></w:r>' in xml(copy)


def test_safe_suggestion_becomes_a_tracked_change(annotated) -> None:
    _, copy = annotated(word(paragraph(text("Give it to to children.", "<w:i/>"))), suggest_changes=True)
    who = 'w:author="medlint" w:date="2026-11-24T00:00:00Z"'

    italics = "<w:r><w:rPr><w:i/></w:rPr>"
    taken = rf'<w:del w:id="\d" {who}>{italics}<w:delText [^>]*>to to</w:delText></w:r></w:del>'
    added = rf'<w:ins w:id="\d" {who}>{italics}<w:t [^>]*>to</w:t></w:r></w:ins>'

    assert re.search(taken + added, xml(copy))


def test_suggestions_that_nobody_accepted_are_made_again_and_can_be_taken_back(annotated) -> None:
    data = word(paragraph("Give it to to children."))
    _, suggested = annotated(data, suggest_changes=True)
    _, again = annotated(suggested, suggest_changes=True)
    _, without = annotated(suggested)

    assert again == suggested
    assert "w:ins" not in xml(without)
    assert [words for words, _ in commented(without)] == ["to to"]


@pytest.mark.parametrize(
    "body",
    [
        paragraph("They wrote “give it to to children” on it."),
        paragraph("Give it ", f'<w:ins w:id="1" w:author="Ines">{text("to to")}</w:ins>', " children."),
        paragraph("Zelpax is completely safe."),
    ],
    ids=["quoted", "in somebody's change", "not safe to mend"],
)
def test_other_suggestions_are_comments_alone(annotated, body) -> None:
    _, copy = annotated(word(body), suggest_changes=True)

    assert '<w:del w:id="2"' not in xml(copy)
    assert 'w:author="medlint"' not in xml(copy)


def test_row_that_bears_our_name_is_left_as_it_is(annotated) -> None:
    row = '<w:tr><w:trPr><w:ins w:id="1" w:author="medlint"/></w:trPr><w:tc>{0}</w:tc><w:tc>{0}</w:tc></w:tr>'
    data = word(CLAIM + f"<w:tbl>{row.format(CLAIM)}</w:tbl>")
    _, copy = annotated(data)

    assert parse("page.docx", copy).text == parse("page.docx", data).text == "Zelpax is completely safe."


def test_file_that_changed_since_is_refused_and_nothing_is_written(checker: Checker, tmp_path: Path) -> None:
    data = word(CLAIM)
    checked, _, _ = checking.check_document(checker, parse("page.docx", data))
    (tmp_path / "page.docx").write_bytes(word(CLAIM + CLAIM))
    with pytest.raises(DocumentError, match=r"page\.docx: has changed since it was checked\. Check it again"):
        docx.annotate(checked, tmp_path / "page.docx", tmp_path / "copy.docx", AS_OF)

    assert [path.name for path in tmp_path.iterdir()] == ["page.docx"]


def test_missing_source_and_missing_folder_are_named(checker: Checker, tmp_path: Path) -> None:
    data = word(CLAIM)
    checked, _, _ = checking.check_document(checker, parse("page.docx", data))
    with pytest.raises(DocumentError, match=r"page\.docx: cannot be read: no such file"):
        docx.annotate(checked, tmp_path / "page.docx", tmp_path / "copy.docx", AS_OF)
    (tmp_path / "page.docx").write_bytes(data)
    with pytest.raises(DocumentError, match=r"copy\.docx: cannot be written: no such file"):
        docx.annotate(checked, tmp_path / "page.docx", tmp_path / "none" / "copy.docx", AS_OF)


def test_allowance_in_a_comment_silences_its_words(annotated) -> None:
    start, end = '<w:commentRangeStart w:id="3"/>', '<w:commentRangeEnd w:id="3"/>'
    body = (
        paragraph(start, "Zelpax is completely safe.", end, '<w:r><w:commentReference w:id="3"/></w:r>')
        + CLAIM
    )
    remark = paragraph("medlint: allow overclaim.completely-safe -- old poster")
    comments = {"comments": f'<w:comment w:id="3" w:author="Ines">{remark}</w:comment>'}
    checked, copy = annotated(word(body, comments))

    assert [finding.position.paragraph for finding in checked.findings if finding.position] == [2]
    assert "medlint: allow overclaim.completely-safe" in xml(copy, "comments")


def test_command_line_writes_the_copy(medlint: Callable[..., Done]) -> None:
    Path("page.docx").write_bytes(word(CLAIM))
    done = medlint("check", "page.docx", "--format", "docx:copy.docx", "--as-of", AS_OF)

    assert done.code == 1
    assert [words for words, _ in commented(Path("copy.docx").read_bytes())] == ["completely safe"]


def test_command_line_needs_a_file_to_write_and_one_to_read(medlint: Callable[..., Done]) -> None:
    Path("page.txt").write_text("Zelpax has risks.", encoding="utf-8")

    assert (
        "name the copy to write, as in docx:reviewed.docx"
        in medlint("check", "page.txt", "--format", "docx").err
    )
    done = medlint("check", "page.txt", "--format", "docx:copy.docx")
    assert done.code == 2
    assert "--format docx: a copy is made of one .docx file, and 0 were checked" in done.err


def test_finding_where_something_is_missing_is_told_at_the_character_before_it(annotated) -> None:
    checked, _ = annotated(word(CLAIM))
    at = checked.findings[0].position
    start = replace(at, column=1)
    for place, words in ((at, " "), (start, "Z")):
        finding = replace(checked.findings[0], position=place, end_position=place)
        copy = docx.annotated("page.docx", word(CLAIM), [finding], AS_OF)

        assert [found for found, _ in commented(copy)] == [words]


def test_finding_about_the_whole_document_is_told_at_its_beginning(annotated) -> None:
    checked, _ = annotated(word(CLAIM))
    finding = replace(checked.findings[0], position=None, end_position=None)
    copy = docx.annotated("page.docx", word(paragraph("Zelpax") + CLAIM), [finding], AS_OF)
    ((words, said),) = commented(copy)

    assert (words, said.startswith("The whole document: Error: ")) == ("Zelpax", True)


def test_file_that_cannot_be_written_again_is_named() -> None:
    data = members(word(CLAIM))
    relations = data["word/_rels/document.xml.rels"].decode()
    odd = relations.replace(
        "</Relationships>", '<Relationship Id="z" Target="x" TargetMode="External"/></Relationships>'
    )
    with pytest.raises(DocumentError, match=r"page\.docx: is damaged, so that no copy can be written"):
        docx.annotated("page.docx", packed(data | {"word/_rels/document.xml.rels": odd.encode()}), [], AS_OF)


def test_missing_extra_names_the_command(checker: Checker, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "page.docx").write_bytes(word(CLAIM))
    report = checking.check_files(checker, [tmp_path / "page.docx"])
    monkeypatch.delitem(sys.modules, "medlint.annotate.docx")
    monkeypatch.setitem(sys.modules, "medlint.annotate.docx", None)
    with pytest.raises(DocumentError, match=r'python -m pip install "medlint\[docx\]"'):
        write("docx", report, tmp_path / "copy.docx")


def test_severities_that_are_not_shown_are_not_put_in(checker: Checker, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.docx").write_bytes(word(CLAIM + paragraph("Give it to to children.")))
    report = checking.check_files(checker, [Path("page.docx")])
    write("docx", report, Path("copy.docx"), show="error")

    assert [words for words, _ in commented(Path("copy.docx").read_bytes())] == ["completely safe"]
    with pytest.raises(UsageError, match=r"one \.pdf file, and 0 were checked"):
        write("pdf", report, Path("copy.pdf"))


def _bytes(made) -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()
