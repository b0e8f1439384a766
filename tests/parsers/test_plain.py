from __future__ import annotations

import pytest

from medlint.model import Document
from medlint.parsers.plain import parse


def read(source_text: str) -> Document:
    return parse("page.txt", source_text, "")


def shown(source_text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(source_text).blocks]


def marked(source_text: str) -> list[tuple[str, str, str]]:
    return [(block.kind, block.marker, block.text) for block in read(source_text).blocks]


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert shown("Zelpax helps.\n\nIt is new.\r\n \u00a0\r\nAsk us.") == [
        ("paragraph", "Zelpax helps."),
        ("paragraph", "It is new."),
        ("paragraph", "Ask us."),
    ]


@pytest.mark.parametrize(
    "source_text",
    [
        "Everyone at the clinic says that the Zelpax method is completely\nsafe for all.",
        "Our doctors work with the Zelpax method and with the team of\nHollowbrook Clinic every day.",
        "He lives in\nLondon.",
        "Treatment by Doctor\nSmith is completely safe.",
        "We treat the disease of\nParkinson and we treat\nAlzheimer",
        "The drug – as we said\n– works in people who were told of it\nbefore.",
        "Most people are well within\n2 weeks",
        "It was shown in\n[2] and [3] to help.",
        "In all we saw that the pain fell by about\n12. It was small",
        "We saw it work from day\n12 on in nearly all",
    ],
)
def test_wrapped_sentence_is_never_cut(source_text: str) -> None:
    assert shown(source_text) == [("paragraph", " ".join(source_text.split()))]


def test_wrapped_paragraph_is_one_block() -> None:
    source_text = (
        "The clinic was founded by two nurses and a doctor from the town. They\n"
        "treat back pain with exercise and with Zelpax, which is a new way to\n"
        "sleep. Hollowbrook Clinic is open every day. You can ring us or come\n"
        "in."
    )

    assert shown(source_text) == [("paragraph", " ".join(source_text.split()))]


def test_address_is_not_glued() -> None:
    assert shown("Hollowbrook Clinic\n12 Mill Lane\nOxbridge") == [
        ("paragraph", "Hollowbrook Clinic"),
        ("paragraph", "12 Mill Lane"),
        ("paragraph", "Oxbridge"),
    ]


def test_advert_in_lines_is_not_glued() -> None:
    assert shown("Zelpax cures\nZelpax heals.\nCall us now") == [
        ("paragraph", "Zelpax cures"),
        ("paragraph", "Zelpax heals."),
        ("paragraph", "Call us now"),
    ]


def test_title_above_a_paragraph_is_parted_from_it() -> None:
    text = "Zelpax is a way to treat pain that was found by a nurse in the town of Hollowbrook."

    assert shown(f"Our method\n{text}") == [("paragraph", "Our method"), ("paragraph", text)]
    assert shown(f"Why Zelpax?\n{text}") == [("paragraph", "Why Zelpax?"), ("paragraph", text)]


def test_line_that_stands_alone_above_text_is_a_heading() -> None:
    document = read("What is a Zelpax injection?\n\nIt is a needle.\n\nRisks (all)\n\nPain.")

    assert [(block.kind, block.level, block.text) for block in document.blocks] == [
        ("heading", 1, "What is a Zelpax injection?"),
        ("paragraph", 0, "It is a needle."),
        ("heading", 2, "Risks (all)"),
        ("paragraph", 0, "Pain."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "It is completely safe.",
        "Dear friend,",
        "“It changed my life”",
        "Book now!",
        "www.hollowbrook.example",
        "and so on",
        "A line that is far too long to be a heading because nobody would ever set a heading like that one",
        "Zelpax works. Ask us",
        "12 – 14",
    ],
)
def test_line_that_reads_otherwise_is_no_heading(line: str) -> None:
    assert shown(f"{line}\n\nMore text.")[0] == ("paragraph", line)


def test_only_line_is_a_paragraph() -> None:
    assert shown("Zelpax: the end of pain\n") == [("paragraph", "Zelpax: the end of pain")]


@pytest.mark.parametrize("bullet", ["•", "·", "*", "-", "–", "—", "★", "✓", "✔", "►", "✔️"])
def test_bullets_make_list_items_without_the_bullet(bullet: str) -> None:
    document = read(f"We offer:\n{bullet} quick care\n{bullet} Good\n  rest\n\n{bullet} Sleep")

    assert [(block.kind, block.group, block.text) for block in document.blocks] == [
        ("paragraph", 0, "We offer:"),
        ("list-item", 1, "quick care"),
        ("list-item", 1, "Good rest"),
        ("list-item", 1, "Sleep"),
    ]
    assert document.blocks[1].marker == bullet[0]


def test_wrapped_item_goes_on_and_a_new_paragraph_does_not() -> None:
    assert shown("• It helps with the symptoms of\nParkinson disease\n• Sweat\nCall us today.") == [
        ("list-item", "It helps with the symptoms of Parkinson disease"),
        ("list-item", "Sweat"),
        ("paragraph", "Call us today."),
    ]


def test_numbers_and_letters_make_lists_of_their_own() -> None:
    document = read("1. Wash\n2. Dry\n  a) hands\n  b) feet\n3. Rest\n\n• Eat\n• Sleep\n\nText.\n\n• New")

    assert [(block.marker, block.group, block.level, block.text) for block in document.blocks] == [
        ("1.", 1, 1, "Wash"),
        ("2.", 1, 1, "Dry"),
        ("a)", 1, 2, "hands"),
        ("b)", 1, 2, "feet"),
        ("3.", 1, 1, "Rest"),
        ("•", 2, 1, "Eat"),
        ("•", 2, 1, "Sleep"),
        ("", 0, 0, "Text."),
        ("•", 3, 1, "New"),
    ]


def test_dash_under_a_quotation_is_no_bullet() -> None:
    assert shown("“I sleep again.”\n– Anna K., a patient")[-1] == ("paragraph", "– Anna K., a patient")


def test_numbered_chapter_is_a_heading() -> None:
    assert shown("1. What Zelpax is\n\nIt is a tablet.\n\n2. How to take it\n\nWith water.")[::2] == [
        ("heading", "What Zelpax is"),
        ("heading", "How to take it"),
    ]


def test_entries_under_a_heading_of_references_are_references() -> None:
    source_text = (
        "Zelpax\n\nIt helps [1].\n\nReferences\n\n1. Doe A. Zelpax. 2019.\n[2] Roe B.\n    Trial. 2020.\n\n"
        "Hollowbrook Registry 2021\n\n³ Poe C. Study.\n\nLast reviewed: March 2024"
    )

    assert marked(source_text)[2:] == [
        ("heading", "", "References"),
        ("reference", "1", "Doe A. Zelpax. 2019."),
        ("reference", "2", "Roe B. Trial. 2020."),
        ("reference", "", "Hollowbrook Registry 2021"),
        ("reference", "3", "Poe C. Study."),
        ("paragraph", "", "Last reviewed: March 2024"),
    ]


def test_next_heading_ends_the_references() -> None:
    assert marked("Sources:\n• Roe B. 2020.\n\nOur team\n\nWe are two.") == [
        ("heading", "", "Sources:"),
        ("reference", "", "Roe B. 2020."),
        ("heading", "", "Our team"),
        ("paragraph", "", "We are two."),
    ]


@pytest.mark.parametrize(
    ("line", "marker"),
    [("References: Doe A. 2019.", ""), ("Reference: 1. Doe A. 2019.", "1"), ("Source: [2] Doe A.", "2")],
)
def test_line_that_names_its_reference_is_one(line: str, marker: str) -> None:
    assert marked(f"It helps.\n\n{line}")[1] == ("reference", marker, line)


def test_numbered_reference_is_one_anywhere() -> None:
    assert marked("It helps [1].\n\n[1] Doe A. 2019.\n[2]: https://hollowbrook.example\n[^3]: Roe B.") == [
        ("paragraph", "", "It helps [1]."),
        ("reference", "1", "Doe A. 2019."),
        ("reference", "2", "https://hollowbrook.example"),
        ("footnote", "3", "Roe B."),
    ]


def test_line_for_medlint_is_a_remark_and_no_text() -> None:
    document = read(
        "One.\n\nmedlint: allow overclaim.hype -- a name\nTwo is a line\nmedlint: allow-file x\nand more.\n\n"
        "medlint: end"
    )

    assert [block.text for block in document.blocks] == ["One.", "Two is a line and more."]
    assert [(comment.text, document.text[comment.offset :][:3]) for comment in document.comments] == [
        ("medlint: allow overclaim.hype -- a name", "Two"),
        ("medlint: allow-file x", "and"),
        ("medlint: end", ""),
    ]
    assert [document.source_text[comment.start : comment.end] for comment in document.comments] == [
        comment.text for comment in document.comments
    ]


def test_empty_file_has_no_blocks() -> None:
    assert read("").blocks == ()
    assert read(" \r\n\t\n").blocks == ()


def test_position_counts_lines_of_any_ending() -> None:
    document = read("One.\r\n\r\nTwo is\rcompletely\nsafe.")
    position = document.position(document.text.index("safe"))

    assert (position.line, position.column) == (5, 1)
