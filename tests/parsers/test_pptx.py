"""What an audience sees and hears of slides: titles, text, notes, tables, charts, pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from medlint.model import Document, Region
from medlint.parsers import parse, read
from tests.parsers.pptx_files import HEAD, NAMES, document, frame, paragraph, pptx, run, shape, slide

LEAFLET = Path(__file__).resolve().parents[1] / "fixtures" / "leaflet.pptx"
CHART = (
    f"{HEAD}<c:chartSpace {NAMES}><c:chart><c:title><c:tx><c:rich>"
    "<a:p><a:r><a:t>No side </a:t></a:r><a:r><a:t>effects</a:t></a:r></a:p>"
    "</c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser>"
    "<c:tx><c:strRef><c:strCache><c:pt><c:v>People</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    "<c:cat><c:strRef><c:strCache><c:pt><c:v>Zelpax</c:v></c:pt></c:strCache></c:strRef></c:cat>"
    "<c:val><c:numRef><c:numCache><c:pt><c:v>38</c:v></c:pt></c:numCache></c:numRef></c:val>"
    "</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
)
DIAGRAM = (
    f"{HEAD}<dgm:dataModel {NAMES}><dgm:ptLst>"
    "<dgm:pt><dgm:t><a:bodyPr/><a:p><a:r><a:t>Call us</a:t></a:r></a:p></dgm:t></dgm:pt>"
    "<dgm:pt><dgm:t><a:bodyPr/><a:p/></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
)


def told(read_document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_document.blocks]


@pytest.fixture(scope="module")
def leaflet() -> Document:
    return read(LEAFLET)


def slide_of(read_document: Document, words: str) -> int | None:
    return read_document.position(read_document.text.index(words)).slide


def test_title_comes_first_wherever_it_stands_and_opens_the_slides():
    first = slide(
        shape(paragraph("Words.")), shape(paragraph("Zelpax"), paragraph("for hives"), place="ctrTitle")
    )
    second = slide(
        shape(paragraph("What is it?"), place="title"), shape(paragraph("A tablet."), place="body")
    )

    read_document = parse("page.pptx", pptx(first, second))

    assert [(block.kind, block.level, block.text) for block in read_document.blocks] == [
        ("heading", 1, "Zelpax for hives"),
        ("paragraph", 0, "Words."),
        ("heading", 2, "What is it?"),
        ("paragraph", 0, "A tablet."),
    ]
    assert read_document.meta["title"] == "Zelpax for hives"


def test_paragraphs_of_the_layouts_list_are_items_and_those_of_a_box_are_not():
    words = (paragraph("Take one."), paragraph("Sleep well.", properties='<a:pPr lvl="1"/>'))

    assert [(block.kind, block.level) for block in document(shape(*words, place="body")).blocks] == [
        ("list-item", 1),
        ("list-item", 2),
    ]
    assert [block.kind for block in document(shape(*words)).blocks] == ["paragraph", "paragraph"]


def test_bullets_and_numbers_are_the_markers_of_items():
    numbered = '<a:pPr><a:buAutoNum type="arabicPeriod" startAt="3"/></a:pPr>'
    items = [
        paragraph("Take one.", properties='<a:pPr><a:buChar char="–"/></a:pPr>'),
        paragraph("First.", properties=numbered),
        paragraph("Second.", properties=numbered),
        paragraph("No item.", properties="<a:pPr><a:buNone/></a:pPr>"),
    ]

    assert [(block.kind, block.marker) for block in document(shape(*items, place="body")).blocks] == [
        ("list-item", "–"),
        ("list-item", "3."),
        ("list-item", "4."),
        ("paragraph", ""),
    ]


def test_runs_line_breaks_and_raised_numbers_make_one_text():
    words = paragraph("Zelpax is com", "pletely", "<a:br/>", "safe", run("1,2", '<a:rPr baseline="30000"/>'),
                      run("x", '<a:rPr baseline="-25000"/>'), ".")  # fmt: skip

    assert told(document(shape(words))) == [("paragraph", "Zelpax is completely safe¹,²x.")]


def test_links_are_told_and_lead_from_their_words():
    link = run("our skin pages", '<a:rPr><a:hlinkClick r:id="l"/></a:rPr>')
    relations = {"l": ("hyperlink", "https://skin.hollowbrook.example")}
    read_document = document(shape(paragraph("See ", link, " for more.")), relations=relations)

    (found,) = read_document.links
    assert read_document.text[found.region.start : found.region.end] == "our skin pages"
    assert found.url == "https://skin.hollowbrook.example"


def test_link_that_leads_nowhere_is_no_link():
    words = paragraph(run("Words.", '<a:rPr><a:hlinkClick r:id="gone"/></a:rPr>'))

    assert document(shape(words)).links == ()


def test_table_is_read_row_by_row_and_merged_cells_once():
    def cell(words: str, attributes: str = "") -> str:
        return f"<a:tc {attributes}><a:txBody>{paragraph(words)}</a:txBody></a:tc>"

    rows = [
        cell("Effect", 'gridSpan="2"') + cell("Effect", 'hMerge="1"'),
        cell("Sleepiness", 'rowSpan="2"') + cell("9 in 100"),
        cell("Sleepiness", 'vMerge="1"') + cell("6 in 100"),
    ]
    table = "<a:tbl>" + "".join(f"<a:tr>{row}</a:tr>" for row in rows) + "</a:tbl>"

    assert [(each.kind, each.group, each.row, each.text) for each in document(frame(table)).blocks] == [
        ("table-cell", 1, 1, "Effect"),
        ("table-cell", 1, 2, "Sleepiness"),
        ("table-cell", 1, 2, "9 in 100"),
        ("table-cell", 1, 3, "6 in 100"),
    ]


def test_titles_and_labels_of_a_chart_are_read_and_its_figures_are_not():
    read_document = document(
        frame('<c:chart r:id="c"/>'),
        parts={"charts/chart.xml": CHART},
        relations={"c": ("chart", "charts/chart.xml")},
    )

    assert told(read_document) == [
        ("caption", "No side effects"),
        ("caption", "People"),
        ("caption", "Zelpax"),
    ]


def test_words_of_a_diagram_are_read():
    read_document = document(
        frame('<dgm:relIds r:dm="d"/>'), parts={"diagrams/data.xml": DIAGRAM},
        relations={"d": ("diagramData", "diagrams/data.xml")},
    )  # fmt: skip

    assert told(read_document) == [("paragraph", "Call us")]


def test_chart_behind_an_address_is_not_fetched():
    relations = {"c": ("chart", "https://a.example/chart.xml")}

    assert told(document(shape(paragraph("Words.")), frame('<c:chart r:id="c"/>'), relations=relations)) == [
        ("paragraph", "Words.")
    ]


def test_pictures_are_told_by_their_alternative_text_and_counted():
    def picture(words: str) -> str:
        return f'<p:pic><p:nvPicPr><p:cNvPr id="4" name="p" descr="{words}"/></p:nvPicPr></p:pic>'

    read_document = document(
        shape(paragraph("Words.")), picture("A happy face"), picture(""), frame("<p:oleObj/>")
    )

    assert told(read_document) == [("paragraph", "Words."), ("alt-text", "A happy face")]
    assert read_document.not_checked == (
        "1 image: only the alternative text was read",
        "1 image without alternative text not read",
        "1 embedded object not read",
    )


def test_groups_are_entered_and_their_description_is_read():
    named = '<p:nvGrpSpPr><p:cNvPr id="5" name="g" descr="Two arrows"/></p:nvGrpSpPr>'
    inner = f"<p:grpSp>{named}<p:grpSp>{shape(paragraph('Deep words.'))}</p:grpSp></p:grpSp>"

    assert told(document(inner)) == [("alt-text", "Two arrows"), ("paragraph", "Deep words.")]


def test_of_two_forms_of_one_shape_the_first_is_read():
    both = (
        f"<mc:AlternateContent><mc:Choice>{shape(paragraph('New.'))}</mc:Choice>"
        f"<mc:Fallback>{shape(paragraph('Old.'))}</mc:Fallback></mc:AlternateContent>"
    )

    assert told(document(both)) == [("paragraph", "New.")]


def test_footers_are_read_once_at_the_end_and_slide_numbers_not_at_all():
    one = slide(shape(paragraph("Words."), place="body"), shape(paragraph("Results guaranteed"), place="ftr"),
                shape(paragraph("1"), place="sldNum"))  # fmt: skip
    two = slide(
        shape(paragraph("More words."), place="body"), shape(paragraph("Results guaranteed"), place="ftr")
    )

    assert [text for _, text in told(parse("page.pptx", pptx(one, two)))] == [
        "Words.",
        "More words.",
        "Results guaranteed",
    ]


def test_hidden_slide_is_not_read_and_told():
    shown, hidden = (
        slide(shape(paragraph("Words."))),
        slide(shape(paragraph("A miracle.")), attributes='show="0"'),
    )
    read_document = parse("page.pptx", pptx(hidden, shown))

    assert told(read_document) == [("paragraph", "Words.")]
    assert read_document.not_checked == ("1 hidden slide not shown, and not read",)
    assert slide_of(read_document, "Words.") == 2


def test_leaflet_is_read_with_notes_table_and_chart(leaflet: Document):
    assert slide_of(leaflet, "Zelpax is completely safe") == 7
    assert slide_of(leaflet, "Tell the visitors that no tablet is risk-free.") == 8
    assert slide_of(leaflet, "9 in 100\n") == 9
    assert ("caption", "No side effects after 12 weeks") in told(leaflet)
    assert ("alt-text", "A hand with a raised red weal.") in told(leaflet)
    assert "miracle cure, in an older draft" not in leaflet.text
    assert leaflet.meta["author"] == "Ines Calloway"
    assert [block.marker for block in leaflet.blocks if block.kind == "reference"] == ["1", "2"]


@pytest.mark.parametrize(
    "words",
    [
        "Zelpax is completely safe 😊 and it works for everyone.",
        "results are 100% guaranteed.",
        "this unique programme is a miracle cure for hives.",
        "took a dummy tablet¹. The trial",
    ],
)
def test_leaflet_words_with_odd_characters_are_whole(leaflet: Document, words: str):
    start = leaflet.text.index(words)
    source = leaflet.source_text[slice(*leaflet.source(Region(start, start + len(words))))]

    assert source.replace("\u00ad", "").replace("\u00a0", " ").replace("\v", " ") == words


def test_finding_names_its_slide(medlint, tmp_path: Path):
    (tmp_path / "page.pptx").write_bytes(
        pptx(slide(shape(paragraph("Words."))), slide(shape(paragraph("Zelpax is completely safe."))))
    )

    done = medlint("check", "page.pptx", "--format", "json")

    assert done.code == 1
    assert '"rule": "overclaim.completely-safe"' in done.out
    assert '"slide": 2' in done.out
