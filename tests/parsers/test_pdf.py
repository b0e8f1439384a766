"""What a reader of a PDF sees: order, words that a line's end parts, headings, lists, tables, places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from medlint.model import Document, Passage, Region
from medlint.parsers import parse, read
from medlint.parsers.pdf_hyphens import is_own
from medlint.parsers.placed import PlacedDocument
from tests.parsers.pdf_files import IMAGE, Text, column, document, field, pdf, tagged

LEAFLET = Path(__file__).resolve().parents[1] / "fixtures" / "leaflet.pdf"
LEFT = ("Our tablets help many people", "with hives to sleep. They do", "not help all of them, and no",
        "tablet is ever completely")  # fmt: skip
RIGHT = ("safe. Ask your doctor which", "choice is right for you and", "what else you can do about",
         "the itch at home.")  # fmt: skip
PROSE = " ".join((*LEFT, *RIGHT))
WIDE = "This line stands below both columns and is as wide as the two of them are."
GERMAN = (
    "Die Tabletten sind für Erwachsene mit Nesselsucht und nicht für Kinder. Sie werden einmal am Tag mit",
    "Wasser genommen. Auch bei einer Besserung ist die Behandlung nicht zu beenden, wie der Arzt es sagt,",
    "und nach der Einnahme von zu vielen Tabletten ist sofort ein Arzt zu fragen, auch am Wochenende.",
)


def texts(read_document: Document) -> list[str]:
    return [block.text for block in read_document.blocks]


def kinds(read_document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_document.blocks]


def block(read_document: Document, text: str) -> Passage:
    return next(each for each in read_document.blocks if each.text == text)


@pytest.fixture(scope="module")
def leaflet() -> Document:
    return read(LEAFLET)


def test_columns_are_read_one_after_the_other():
    assert texts(document([*column(50, 700, LEFT), *column(300, 700, RIGHT)])) == [PROSE]


def test_columns_whose_lines_were_written_in_turn_are_read_one_after_the_other():
    lines = zip(column(50, 700, LEFT), column(300, 700, RIGHT), strict=True)

    assert texts(document([text for pair in lines for text in pair])) == [PROSE]


def test_columns_written_from_right_to_left_are_read_from_the_left():
    assert texts(document([*column(300, 700, RIGHT), *column(50, 700, LEFT)])) == [PROSE]


def test_title_across_two_columns_comes_first_and_a_line_below_them_last():
    page = [
        Text(50, 200, WIDE),
        *column(50, 700, LEFT),
        *column(300, 700, RIGHT),
        Text(50, 750, "Zelpax tablets for people with hives", 20),
    ]

    assert texts(document(page)) == [
        "Zelpax tablets for people with hives",
        PROSE,
        WIDE,
    ]


def test_heading_below_the_left_column_belongs_to_what_follows():
    page = [
        *column(50, 700, LEFT), *column(300, 700, RIGHT), Text(50, 630, "Side effects", 14),
        Text(50, 600, "They are rare, and most of them go away within a week of the first tablet."),
    ]  # fmt: skip

    assert [words[:12] for words in texts(document(page))] == ["Our tablets ", "Side effects", "They are rar"]


def test_labels_are_read_with_what_stands_beside_them():
    answers = (
        ("What", "It is a tablet that people with hives take in the evening, with water or with their meal."),
        (
            "Who",
            "Adults who have had hives for six weeks or more, unless their doctor advises against it.",
        ),
        (
            "When",
            "One tablet each evening, for as long as the doctor thinks that it is of any use to you.",
        ),
    )
    page = []
    for number, (label, answer) in enumerate(answers):
        words = answer.split()
        page += [Text(50, 700 - 80 * number, label)]
        lines = [" ".join(words[start : start + 3]) for start in range(0, len(words), 3)]
        page += column(150, 700 - 80 * number, lines, pitch=12)

    assert [words[:8] for words in texts(document(page))] == [
        "What", "It is a ", "Who", "Adults w", "When", "One tabl",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("This is a mir-", "acle of modern medi-", "cine."), "This is a miracle of modern medicine."),
        (("It is no risk-", "free tablet."), "It is no risk-free tablet."),
        (("It is well-known for long-", "term use."), "It is well-known for long-term use."),
        (("A vaccine against COVID-", "19 is safe."), "A vaccine against COVID-19 is safe."),
        (("The Weller-", "Tindale scale."), "The Weller-Tindale scale."),
        (("Take it now -", "not later."), "Take it now - not later."),
        (("A side-effect is a side-", "effect."), "A side-effect is a side-effect."),
    ],
)
def test_hyphen_at_the_end_of_a_line_goes_unless_it_is_the_words_own(lines: tuple[str, ...], joined: str):
    assert texts(document(column(50, 700, lines))) == [joined]


def test_hyphen_goes_where_the_word_stands_elsewhere_without_it():
    assert not is_own("a side-", "walk", {"sidewalk", "side", "walk"})
    assert is_own("a side-", "walk", {"side-walk", "sidewalk"})


def test_ligatures_are_letters_and_keep_their_place(leaflet: Document):
    start = leaflet.text.index("side effects were")

    assert "“" not in leaflet.text
    assert leaflet.position(start + 5).box is not None
    assert leaflet.position(start + 6).box == leaflet.position(start + 7).box  # the two f of one sign


def test_raised_numbers_are_told_from_figures():
    page = [
        Text(50, 700, "It helped 38 in 100 people"),
        Text(165.2, 704, "1,2", 6),
        Text(176.4, 700, "in the trial."),
        Text(50, 640, "3", 6),
        Text(54, 636, "Weller A. Journal of Hives. 2024;1:2."),
    ]

    assert texts(document(page))[0] == "It helped 38 in 100 people¹,² in the trial."
    assert [(each.kind, each.marker) for each in document(page).blocks] == [
        ("paragraph", ""),
        ("reference", "3"),
    ]


def test_lowered_numbers_stay_what_they_are():
    page = [Text(50, 700, "A lack of CO"), Text(106.2, 697, "2", 6), Text(112.3, 700, "is rare.")]

    assert texts(document(page)) == ["A lack of CO2 is rare."]


def test_headings_are_told_by_their_size_and_weight():
    page = [
        Text(50, 780, "Zelpax", 24),
        Text(50, 740, "What is it?", 10, bold=True),
        *column(50, 726, ("It is a tablet for hives that", "you take each evening.")),
        Text(50, 690, "How is it taken?", 14),
        *column(50, 670, ("With water. Swallow it whole and do not", "chew it.")),
    ]

    assert [(each.level, each.text) for each in document(page).blocks if each.kind == "heading"] == [
        (1, "Zelpax"),
        (3, "What is it?"),
        (2, "How is it taken?"),
    ]
    assert document(page).meta["title"] == "Zelpax"


def test_bold_sentence_is_no_heading():
    page = [
        Text(50, 700, "Do not take Zelpax if you are pregnant or if you have", 10, bold=True),
        Text(50, 688, "a severe kidney disease.", 10, bold=True),
        *column(50, 676, ("Tell your doctor about all of your medicines, and ask", "what you may take.")),
    ]

    assert kinds(document(page)) == [
        ("paragraph", "Do not take Zelpax if you are pregnant or if you have a severe kidney disease."),
        ("paragraph", "Tell your doctor about all of your medicines, and ask what you may take."),
    ]


def test_items_of_a_list_go_on_over_their_lines():
    lines = (
        "You should:",
        "• take one tablet in the evening with",
        "water",
        "• see your doctor",
        "1. First this",
    )

    assert [(each.kind, each.marker, each.text) for each in document(column(50, 700, lines)).blocks] == [
        ("paragraph", "", "You should:"),
        ("list-item", "•", "take one tablet in the evening with water"),
        ("list-item", "•", "see your doctor"),
        ("list-item", "1.", "First this"),
    ]


def test_bullet_far_before_its_words_is_their_marker():
    page = [Text(50, 700, "•"), Text(80, 700, "drink water"), Text(50, 688, "•"), Text(80, 688, "sleep well")]

    assert [(each.marker, each.text) for each in document(page).blocks] == [
        ("•", "drink water"),
        ("•", "sleep well"),
    ]


def test_table_is_read_row_by_row():
    rows = (("Effect", "Zelpax", "Dummy"), ("Sleepiness", "9", "3"), ("Dry mouth", "6", "1"))
    page = [
        Text(50 + 120 * column_, 700 - 20 * row, cell)
        for row, cells in enumerate(rows)
        for column_, cell in enumerate(cells)
    ]

    assert [(each.kind, each.group, each.row, each.text) for each in document(page).blocks] == [
        ("table-cell", 1, row, cell) for row, cells in enumerate(rows, 1) for cell in cells
    ]


def test_caption_close_above_a_table_is_no_part_of_its_first_cell():
    rows = (("Effect", "Zelpax"), ("Sleepiness", "9 in 100"), ("Dry mouth", "6 in 100"))
    page = [Text(50, 712, "What the trial counted")]
    page += [
        Text(50 + 120 * n, 700 - 20 * row, cell)
        for row, cells in enumerate(rows)
        for n, cell in enumerate(cells)
    ]

    assert kinds(document(page))[:2] == [("paragraph", "What the trial counted"), ("table-cell", "Effect")]


def test_what_runs_through_the_pages_is_read_once_and_page_numbers_not_at_all():
    bodies = ("First the itch comes.", "Then the weals come.", "Last both of them go.")
    pages = [
        [Text(50, 800, "Zelpax leaflet"), Text(50, 700, body), Text(50, 40, "Results are guaranteed"),
         Text(300, 30, f"Page {number} of 3")]
        for number, body in enumerate(bodies, 1)
    ]  # fmt: skip

    assert texts(document(*pages)) == [*bodies, "Zelpax leaflet", "Results are guaranteed"]


def test_two_sentences_with_different_figures_at_the_top_of_their_pages_do_not_run():
    pages = [
        [Text(50, 700, f"It helped {number} in 100 people."), Text(50, 500, f"Words {number}.")]
        for number in (38, 99)
    ]

    assert texts(document(*pages)) == [
        "It helped 38 in 100 people.", "Words 38.", "It helped 99 in 100 people.", "Words 99.",
    ]  # fmt: skip


def test_sentence_goes_on_over_the_end_of_a_page_with_header_and_footer():
    pages = [
        [Text(50, 800, "Zelpax"), Text(50, 60, "No tablet is ever completely"), Text(300, 30, "1")],
        [Text(50, 800, "Zelpax"), Text(50, 760, "safe, and this one is not."), Text(300, 30, "2")],
    ]
    read_document = document(*pages)

    assert texts(read_document)[0] == "No tablet is ever completely safe, and this one is not."
    assert [read_document.position(read_document.text.index(word)).page for word in ("ever", "safe")] == [
        1,
        2,
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_page_reads_as_an_upright_one(turn: int):
    assert texts(document(column(50, 700, LEFT), page_extra=f"/Rotate {turn}")) == [" ".join(LEFT)]


@pytest.mark.parametrize(
    ("turn", "step"), [((0, 1, -1, 0), (12, 0)), ((0, -1, 1, 0), (-12, 0)), ((-1, 0, 0, -1), (0, 12))]
)
def test_turned_text_is_read_in_its_own_direction(turn: tuple[float, ...], step: tuple[int, int]):
    page = [
        Text(300 + step[0] * number, 400 + step[1] * number, words, 10, turn=turn)  # type: ignore[arg-type]
        for number, words in enumerate(LEFT)
    ]

    assert texts(document(page)) == [" ".join(LEFT)]


def test_words_across_the_page_come_last_and_are_no_title():
    page = [*column(50, 700, LEFT), Text(200, 300, "DRAFT", 40, turn=(0.7, 0.7, -0.7, 0.7))]

    assert kinds(document(page)) == [("paragraph", " ".join(LEFT)), ("paragraph", "DRAFT")]
    assert "title" not in document(page).meta


def test_shadow_of_a_word_is_not_read_twice():
    page = [Text(50, 700, "Zelpax is safe"), Text(50.4, 699.7, "Zelpax is safe")]

    assert texts(document(page)) == ["Zelpax is safe"]


def test_words_placed_one_by_one_make_a_line():
    places = ((50, "No"), (66, "tablet"), (94, "is"), (104, "completely"), (155, "safe."))

    assert texts(document([Text(x, 700, word) for x, word in places])) == ["No tablet is completely safe."]


def test_pages_without_a_text_layer_and_images_are_told():
    page = b"BT /F1 10 Tf 50 700 Td (Zelpax.) Tj ET\n" + IMAGE + IMAGE

    assert document(page, IMAGE, IMAGE).not_checked == (
        "2 pages (2, 3) without a text layer, such as a scan",
        "2 images not read",
    )


def test_alternative_text_of_a_tagged_picture_is_read_at_its_place():
    read_document = parse("page.pdf", tagged("Visit us in spring.", "A nurse shows a pain-free life"))
    words = read_document.blocks[1]

    assert (words.kind, words.text) == ("alt-text", "A nurse shows a pain-free life")
    assert read_document.place(*read_document.source(words.region)).box == (50.0, 150.0, 150.0, 50.0)
    assert read_document.not_checked == ("1 image: only the alternative text was read",)


def test_form_fields_are_read_by_what_stands_in_them_or_what_they_are_for():
    fields = field("/V (It is completely safe.)") + field("/TU (Your full name)") + field("")
    read_document = parse("page.pdf", tagged("Visit us in spring.", "A nurse", fields))
    found = read_document.blocks[2]

    assert [block.text for block in read_document.blocks[2:]] == ["It is completely safe.", "Your full name"]
    assert read_document.place(*read_document.source(found.region)).box == (50.0, 420.0, 200.0, 400.0)
    assert "1 form field without words that can be read" in read_document.not_checked


def test_passage_in_another_language_is_left_out_and_told():
    read_document = document([*column(50, 700, ["Zelpax is a tablet for hives."]), *column(50, 600, GERMAN)])

    assert texts(read_document) == ["Zelpax is a tablet for hives."]
    assert read_document.not_checked == ("1 passage in German",)


def test_links_lead_from_the_words_under_them():
    link = "/Type /Annot /Subtype /Link /Rect [{}] /A << /S /{} /URI ({}) >>"
    links = (
        link.format("118 695 161 712", "URI", "https://a.example"),
        link.format("0 0 9 9", "URI", "https://nothing.example"),
        link.format("50 695 90 712", "GoTo", "nowhere"),
        link.format("50 695 90 712", "URI", "https://a.example/" + "a" * 3_000),
    )
    annotations = " ".join(f"<< {each} >>" for each in links)
    read_document = document(
        [Text(50, 700, "More about hives: our pages.")], page_extra=f"/Annots [{annotations}]"
    )

    (found,) = read_document.links
    assert found.url == "https://a.example"
    assert read_document.text[found.region.start : found.region.end] in "hives: our pages"


def test_footnote_stands_behind_the_words_that_it_belongs_to():
    page = [
        Text(50, 700, "No tablet is ever"), Text(122.3, 704, "1", 6), Text(128.5, 700, "completely safe."),
        Text(50, 660, "References", 14), *column(50, 640, ("1. Weller A. Hives. 2024.",)),
        Text(50, 60, "1"), Text(62, 60, "In a trial of 9 adults."),
    ]  # fmt: skip

    assert [(each.kind, each.marker, each.text) for each in document(page).blocks] == [
        ("paragraph", "", "No tablet is ever¹ completely safe."),
        ("footnote", "1", "In a trial of 9 adults."),
        ("heading", "", "References"),
        ("reference", "1", "Weller A. Hives. 2024."),
    ]


def test_title_and_author_of_the_file_are_known():
    read_document = document(
        [Text(50, 700, "Words.")], info="/Title (Zelpax leaflet) /Author (Ines Calloway)"
    )

    assert read_document.meta == {"title": "Zelpax leaflet", "author": "Ines Calloway"}


def test_box_stands_around_the_words():
    read_document = document([Text(100, 500, "Zelpax is completely safe.", 20)])
    assert isinstance(read_document, PlacedDocument)
    start = read_document.text.index("completely")
    left, top, right, bottom = read_document.place(*read_document.source(Region(start, start + 15))).box or ()

    assert 180 < left < 190
    assert 320 < right < 330
    assert bottom < 500 < top
    assert top - bottom < 25


def test_box_counts_from_the_corner_of_the_page_and_not_of_its_edge():
    read_document = document([Text(1100, 1500, "Zelpax")], box=(1000, 1000, 1595, 1842))
    box = read_document.position(0).box

    assert box is not None
    assert 1099 < box[0] < 1101


def test_leaflet_from_libreoffice_is_read_as_it_was_written(leaflet: Document):
    assert block(leaflet, "Zelpax tablets for chronic hives").level == 1
    assert {each.text for each in leaflet.blocks if each.kind == "heading" and each.level == 2} == {
        "What is Zelpax?", "How well does it work?", "Is Zelpax safe?", "How to take it",
        "What are the alternatives?", "What our visitors say", "References",
    }  # fmt: skip
    assert [each.text for each in leaflet.blocks if each.kind == "list-item"] == [
        "sleepiness, in 9 in 100 people",
        "a dry mouth, in 6 in 100 people",
        "a fast heartbeat, in fewer than 1 in 100 people",
        "An older antihistamine may help².",
        "A hospital injection is an option when tablets do not help².",
        "No treatment is also a choice: the weals are a burden but rarely harm your health.",
    ]
    assert [(each.row, each.text) for each in leaflet.blocks if each.kind == "table-cell"][3:6] == [
        (2, "No weals after 12 weeks"),
        (2, "38 in 100"),
        (2, "14 in 100"),
    ]
    assert [each.marker for each in leaflet.blocks if each.kind == "reference"] == ["1", "2"]


@pytest.mark.parametrize(
    "words",
    [
        "Zelpax is completely safe 😊 and it works for everyone.",
        "Our clinic offers the best treatment in the world, and results are 100% guaranteed.",
        "Most visitors feel better soon, and this unique programme is a miracle cure for hives.",
        "took a dummy tablet¹. The trial called this a complete response.",
        "Hollowbrook Skin Clinic",
        "Zelpax leaflet, version 4, page 1",
    ],
)
def test_leaflet_words_that_lines_and_columns_part_are_whole(leaflet: Document, words: str):
    assert leaflet.text.count(words) == 1


def test_every_character_of_the_leaflet_stands_where_it_is_printed(leaflet: Document):
    import pypdfium2

    pages = pypdfium2.PdfDocument(LEAFLET)
    text_pages = [page.get_textpage() for page in pages]
    wrong = []
    for word in leaflet.text.split():
        start = leaflet.text.index(word)
        position = leaflet.place(*leaflet.source(Region(start, start + 1)))  # type: ignore[attr-defined]
        left, top, right, bottom = position.box
        there = text_pages[position.page - 1].get_text_bounded(left - 0.1, bottom, right + 0.1, top)
        if word[0] not in there and word[0] not in "¹²":
            wrong.append((word, there))
    for text_page in text_pages:
        text_page.close()
    pages.close()

    assert wrong == []


def test_finding_names_its_page_and_the_box_of_its_words(medlint, tmp_path: Path):
    (tmp_path / "page.pdf").write_bytes(
        pdf([Text(50, 700, "Words.")], [Text(50, 700, "Zelpax is completely safe.")])
    )

    done = medlint("check", "page.pdf", "--format", "json")

    assert done.code == 1
    assert '"rule": "overclaim.completely-safe"' in done.out
    location = json.loads(done.out)["documents"][0]["findings"][0]["location"]
    assert location["page"] == 2
    assert 85 < location["box"][0] < 100 < 160 < location["box"][2] < 170
