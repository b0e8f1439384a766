from __future__ import annotations

import docx as python_docx
import pytest

from medlint.model import Region
from medlint.parsers import docx, parse
from tests.conftest import ROOT
from tests.parsers.docx_files import document, members, packed, paragraph, shown, text, word

LEAFLET = ROOT / "tests" / "fixtures" / "leaflet.docx"

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our Heading"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
"""

NUMBERING = """
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%3"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def styled(words: str, style: str) -> str:
    return paragraph(words, properties=f'<w:pStyle w:val="{style}"/>')


def item(words: str, list_id: int, level: int = 0) -> str:
    return paragraph(
        words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )


def test_styles_tell_headings_captions_and_quotes() -> None:
    body = {
        "Title": "Zelpax",
        "Own": "Is it safe?",
        "Cap": "Figure 1.",
        "Quote": "It helps.",
        "Loop": "Words.",
    }
    read = document("".join(styled(words, style) for style, words in body.items()), {"styles": STYLES})

    assert shown(read) == [
        ("heading", "Zelpax"), ("heading", "Is it safe?"), ("caption", "Figure 1."), ("quote", "It helps."),
        ("paragraph", "Words."),
    ]  # fmt: skip
    assert [block.level for block in read.blocks] == [1, 2, 0, 0, 0]


def test_outline_level_makes_a_heading_without_a_style() -> None:
    read = document(paragraph("Risks", properties='<w:outlineLvl w:val="2"/>') + paragraph("There are some."))

    assert [(block.kind, block.level) for block in read.blocks] == [("heading", 3), ("paragraph", 0)]


def test_bold_line_alone_is_a_heading() -> None:
    read = document(paragraph(text("Side effects", "<w:b/>")) + paragraph("Some people feel sleepy."))

    assert shown(read)[0] == ("heading", "Side effects")


def test_list_items_have_marker_level_and_group() -> None:
    body = [item("one", 2), item("two", 2, 1), item("three", 2, 1), item("four", 2, 2), item("five", 2)]
    body += [paragraph("Between the lists."), item("six", 3), styled("seven", "Bullets")]
    read = document("".join(body), {"styles": STYLES, "numbering": NUMBERING})

    assert [(block.text, block.marker, block.level, block.group) for block in read.blocks] == [
        ("one", "1.", 1, 1), ("two", "1.a)", 2, 1), ("three", "1.b)", 2, 1), ("four", "IV", 3, 1),
        ("five", "2.", 1, 1), ("Between the lists.", "", 0, 0), ("six", "5.", 1, 2), ("seven", "•", 1, 3),
    ]  # fmt: skip


def test_typed_bullets_are_items_too() -> None:
    read = document(paragraph("- itching") + paragraph("- a dry mouth"))

    assert shown(read) == [("list-item", "itching"), ("list-item", "a dry mouth")]


def test_line_break_is_a_space_inside_a_phrase_and_parts_typed_items() -> None:
    break_ = "<w:r><w:br/></w:r>"
    read = document(paragraph("the best", break_, "treatment") + paragraph("- one", break_, "- two"))

    assert shown(read) == [("paragraph", "the best treatment"), ("list-item", "one"), ("list-item", "two")]


def test_table_cells_have_rows_and_merged_cells_are_read_once() -> None:
    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"

    rows = (
        cell("Effect", '<w:gridSpan w:val="2"/>'),
        cell("sleep", '<w:vMerge w:val="restart"/>') + cell("9 in 100"),
        cell("hidden", "<w:vMerge/>") + cell("3 in 100"),
    )
    read = document(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")

    assert [(block.kind, block.text, block.row) for block in read.blocks] == [
        ("table-cell", "Effect", 1), ("table-cell", "sleep", 2), ("table-cell", "9 in 100", 2),
        ("table-cell", "3 in 100", 3),
    ]  # fmt: skip


def test_table_of_one_cell_is_a_frame_around_text() -> None:
    read = document(f"<w:tbl><w:tr><w:tc>{paragraph('Keep this leaflet.')}</w:tc></w:tr></w:tbl>")

    assert shown(read) == [("paragraph", "Keep this leaflet.")]


def test_notes_are_read_behind_the_text_and_cited_in_it() -> None:
    note = '<w:r><w:{0}Reference w:id="{1}"/></w:r>'
    body = paragraph("It helps", note.format("footnote", 5), note.format("endnote", 2), ".")
    notes = {
        "footnotes": f'<w:footnote w:id="5">{paragraph("In a trial.")}</w:footnote>'
        f'<w:footnote w:id="6">{paragraph("Nobody refers to it.")}</w:footnote>',
        "endnotes": f'<w:endnote w:id="2">{paragraph("In a book.")}</w:endnote>',
    }
    read = document(body, notes)

    assert [block.text for block in read.blocks] == ["It helps¹,².", "In a trial.", "In a book."]
    assert [block.kind for block in read.blocks] == ["paragraph", "footnote", "footnote"]
    assert [block.marker for block in read.blocks] == ["", "1", "2"]


def test_headers_and_footers_are_read_once() -> None:
    name = paragraph("Hollowbrook")
    furniture = {"header": name, "header2": name, "footer": paragraph("2026")}

    assert shown(document(paragraph("Text."), furniture)) == [
        ("paragraph", "Text."), ("paragraph", "Hollowbrook"), ("paragraph", "2026"),
    ]  # fmt: skip


def test_text_box_is_read_behind_its_paragraph_and_once() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert shown(document(paragraph("Before", drawing, " and after."))) == [
        ("paragraph", "Before and after."), ("paragraph", "In the box."),
    ]  # fmt: skip


def test_text_box_inside_a_text_box_is_read_once() -> None:
    inner = f"<w:r><w:pict><w:txbxContent>{paragraph('Inner.')}</w:txbxContent></w:pict></w:r>"
    outer = f"<w:r><w:pict><w:txbxContent>{paragraph('Outer.', inner)}</w:txbxContent></w:pict></w:r>"

    assert [block.text for block in document(paragraph("Text.", outer)).blocks] == [
        "Text.",
        "Outer.",
        "Inner.",
    ]


def test_wrappers_around_paragraphs_rows_and_cells_are_looked_into() -> None:
    cell = f"<w:sdt><w:sdtContent><w:tc>{paragraph('cell')}</w:tc></w:sdtContent></w:sdt>"
    table = f"<w:tbl><w:customXml><w:tr>{cell}<w:tc>{paragraph('other')}</w:tc></w:tr></w:customXml></w:tbl>"
    control = f"<w:sdt><w:sdtContent>{paragraph('control')}</w:sdtContent></w:sdt>"
    added = f'<w:ins w:author="A">{paragraph("added")}</w:ins><w:del w:author="A">{paragraph("gone")}</w:del>'
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    contents = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph('Risks 3')}</w:sdtContent></w:sdt>"
    )
    choice = f"<mc:AlternateContent><mc:Choice>{paragraph('choice')}</mc:Choice></mc:AlternateContent>"
    read = document(table + control + added + contents + choice)

    assert [block.text for block in read.blocks] == ["cell", "other", "control", "added", "choice"]
    assert read.not_checked == (
        "2 tracked changes, read as if accepted",
        "1 table of contents: it repeats the headings",
    )


def test_links_are_known_by_relation_and_by_field() -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{sort}"/></w:r>' for sort in ("begin", "separate", "end")
    )
    code = '<w:r><w:instrText> HYPERLINK "https://b.example" </w:instrText></w:r>'
    field = begin + code + separate + text("there") + end
    link = f'<w:hyperlink r:id="x1">{text("here")}</w:hyperlink>'
    read = document(paragraph("Look ", link, " and ", field, "."), links={"x1": "https://a.example"})

    assert read.text == "Look here and there."
    assert [(read.text[link.region.start : link.region.end], link.url) for link in read.links] == [
        ("here", "https://a.example"), ("there", "https://b.example"),
    ]  # fmt: skip


def test_field_shows_its_result_and_contents_are_left_out() -> None:
    def field(code: str, result: str) -> str:
        return f'<w:fldSimple w:instr="{code}">{text(result)}</w:fldSimple>'

    read = document(paragraph("Page ", field("PAGE", "3"), ".") + paragraph(field("TOC \\o", "Risks 3")))

    assert read.text == "Page 3."
    assert read.not_checked == ("1 table of contents: it repeats the headings",)


def test_field_without_an_end_hides_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert document(paragraph(begin, "Zelpax") + paragraph("has risks.")).text == "Zelpax\n\nhas risks."


CHANGES = (
    paragraph(
        "Zelpax ",
        f'<w:del w:author="A">{text("cures").replace("w:t", "w:delText")}</w:del>',
        f'<w:ins w:author="A">{text("may relieve")}</w:ins>',
        " itch.",
    )
    + paragraph("One", properties='<w:rPr><w:del w:author="A"/></w:rPr>')
    + paragraph(" two.")
)


@pytest.mark.parametrize(
    ("view", "expected"),
    [("final", "Zelpax may relieve itch.\n\nOne two."), ("original", "Zelpax cures itch.\n\nOne\n\ntwo.")],
)
def test_tracked_changes_are_read_as_accepted_or_as_rejected(view: docx.View, expected: str) -> None:
    assert docx.parse("page.docx", word(CHANGES), "", view=view).text == expected


def test_changes_that_medlint_suggested_do_not_count() -> None:
    ours = CHANGES.replace('w:author="A"', 'w:author="medlint"')

    assert document(ours).text == "Zelpax cures itch.\n\nOne\n\ntwo."


def test_deleted_row_is_no_longer_there() -> None:
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    there = row.format("", paragraph("a"), paragraph("b"))
    gone = row.format('<w:del w:author="A"/>', paragraph("c"), paragraph("d"))

    assert [block.text for block in document(f"<w:tbl>{there}{gone}</w:tbl>").blocks] == ["a", "b"]


def test_signs_are_shown_as_word_shows_them() -> None:
    signs = (
        '<w:r><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Symbol" w:char="F0B3"/>'
        '<w:sym w:font="Wingdings" w:char="F0B3"/></w:r>'
    )
    raised = text("2,3", '<w:vertAlign w:val="superscript"/>')
    formula = "<m:oMath><m:r><m:t>p&lt;0.05</m:t></m:r></m:oMath>"

    assert document(paragraph("a", signs, "5", raised, " ", formula)).text == "a \u2011≥5²,³ p<0.05"


def test_hidden_words_are_counted_and_not_checked() -> None:
    read = document(paragraph("Shown ", text("not shown", "<w:vanish/>"), "words."))

    assert (read.text, read.not_checked) == ("Shown words.", ("2 hidden words",))


PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="{}"/><a:graphic><a:graphicData uri="x/{}">{}'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def test_pictures_are_read_by_their_words_or_counted() -> None:
    body = paragraph(
        PICTURE.format("A red weal", "picture", "<pic:pic/>"),
        PICTURE.format("", "picture", "<pic:pic/>"),
        PICTURE.format("", "chart", ""),
        '<w:r><w:pict><v:shape alt="An old picture"><v:imagedata/></v:shape></w:pict></w:r>',
        "<w:r><w:object/></w:r>",
    )
    read = document(body + "<w:altChunk/>")

    assert shown(read) == [("alt-text", "A red weal"), ("alt-text", "An old picture")]
    assert read.not_checked == (
        "2 images: only the alternative text was read",
        "1 image without alternative text",
        "1 chart not read",
        "1 embedded object not read",
        "1 file inserted as a whole, not read",
    )


FRENCH = "Demandez conseil à votre médecin avant de prendre ce médicament."
ENGLISH = "Ask your doctor for advice before you take any of this medicine."


def in_language(words: str, language: str) -> str:
    return text(words, f'<w:lang w:val="{language}"/>')


@pytest.mark.parametrize(
    ("runs", "expected", "said"),
    [
        ([in_language(FRENCH, "fr-FR")], "", ("1 passage in French",)),
        ([in_language(ENGLISH, "tr-TR")], ENGLISH, ()),
        ([text("It is "), in_language("mal de mer", "fr-FR"), text(" here.")], "It is mal de mer here.", ()),
        ([in_language(FRENCH, "xx")], "", ("1 passage in xx",)),
    ],
)  # fmt: skip
def test_passage_that_is_not_english_is_not_checked_and_said_so(
    runs: list[str], expected: str, said: tuple[str, ...]
) -> None:
    read = document(paragraph(*runs))

    assert (read.text, read.not_checked) == (expected, said)


def test_comments_are_remarks_at_their_words() -> None:
    start, end = '<w:commentRangeStart w:id="3"/>', '<w:commentRangeEnd w:id="3"/>'
    reference = '<w:r><w:commentReference w:id="3"/></w:r>'
    body = paragraph("Zelpax is ", start, "completely safe", end, reference, ".")
    remark = paragraph("medlint: allow overclaim -- old poster")
    comment = f'<w:comment w:id="3" w:author="Ines">{remark}</w:comment>'
    own = f'<w:comment w:id="4" w:author="medlint">{paragraph("Error: …")}</w:comment>'
    read = document(body, {"comments": comment + own})

    assert [(each.text, read.source_text[each.start : each.end]) for each in read.comments] == [
        ("medlint: allow overclaim -- old poster", "completely safe")
    ]


def test_every_character_leads_back_to_its_paragraph() -> None:
    read = document(paragraph("First.") + paragraph() + paragraph("The third\u00a0one."))
    start = read.text.index("third")
    position = read.position(start)

    assert (position.line, position.column, position.paragraph) == (3, 5, 3)
    assert read.source_text[slice(*read.source(Region(start, start + 9)))] == "third\u00a0one"


def test_properties_of_the_file_are_facts_about_the_document(tmp_path) -> None:
    made = python_docx.Document()
    made.core_properties.title, made.core_properties.author = "About Zelpax", "Ines Calloway"
    made.add_paragraph("Text.")
    made.save(tmp_path / "page.docx")
    meta = parse("page.docx", (tmp_path / "page.docx").read_bytes()).meta

    assert (meta["title"], meta["author"], meta["language"]) == ("About Zelpax", "Ines Calloway", "en-US")
    assert meta["date"] == "2013-12-23"


def test_properties_that_somebody_added_are_front_matter() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    data = members(word(paragraph("Text.")))
    data["docProps/custom.xml"] = (
        f'<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">'
        '<property name="register"><vt:lpwstr>promotional</vt:lpwstr></property></Properties>'
    ).encode()
    relation = (
        f'<Relationship Id="c" Type="{office}/relationships/custom-properties" Target="docProps/custom.xml"/>'
    )
    data["_rels/.rels"] = data["_rels/.rels"].replace(
        b"</Relationships>", relation.encode() + b"</Relationships>"
    )

    assert parse("page.docx", packed(data)).meta["front_matter"] == {"register": "promotional"}


def test_title_is_the_first_heading_where_the_file_gives_none() -> None:
    assert document(styled("Zelpax", "Title"), {"styles": STYLES}).meta["title"] == "Zelpax"


def test_leaflet_is_read_whole() -> None:
    read = parse("leaflet.docx", LEAFLET.read_bytes())
    kinds = {block.text: block.kind for block in read.blocks}

    assert kinds["Zelpax is completely safe 😊 and it works for everyone."] == "paragraph"
    assert kinds["Hollowbrook Skin Society. Guideline on chronic hives. 2025."] == "reference"
    assert kinds["What the trial counted"] == "table-cell"
    assert kinds["Ask your pharmacist for a leaflet in large print."] == "footnote"
    assert kinds["A hand with a raised red weal."] == "alt-text"
    assert "a medicine that blocks" in read.text
    assert "the best treatment in the world" in read.text
    assert read.not_checked == (
        "2 tracked changes, read as if accepted",
        "1 image: only the alternative text was read",
        "1 image without alternative text",
        "1 passage in French",
    )
