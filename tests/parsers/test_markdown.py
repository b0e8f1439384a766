from __future__ import annotations

import pytest

from medlint.model import Document, Region
from medlint.parsers.markdown import parse


def read(source_text: str) -> Document:
    return parse("page.md", source_text, "")


def shown(source_text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(source_text).blocks]


def links(source_text: str) -> list[tuple[str, str]]:
    document = read(source_text)
    return [(document.text[link.region.start : link.region.end], link.url) for link in document.links]


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.source_text[slice(*document.source(Region(start, start + len(words))))]


@pytest.mark.parametrize(
    ("source_text", "source"),
    [
        ("It is completely\nsafe.", "completely\nsafe"),
        ("It is completely **safe**.", "completely **safe"),
        ("It is *completely* __safe__.", "completely* __safe"),
        ("It is complete**ly** safe.", "complete**ly** safe"),
        ("It is completely `safe`.", "completely `safe"),
        ("It is com\u00adpletely safe.", "com\u00adpletely safe"),
        ("It is completely&nbsp;safe.", "completely&nbsp;safe"),
        ("It is completely  \nsafe.", "completely  \nsafe"),
        ("It is completely\\\nsafe.", "completely\\\nsafe"),
        ("It is completely<br>safe.", "completely<br>safe"),
        ("It is completely ~~safe~~.", "completely ~~safe"),
        ("It is completely\r\nsafe.\r\n", "completely\r\nsafe"),
        ("👩‍⚕️ ❤️ **“It”** is [completely](x) safe.", "completely](x) safe"),
        ("> It is completely\n> **safe**.", "completely\n> **safe"),
        ("- It is completely\n  safe.", "completely\n  safe"),
        ("| Ü |\n|---|\n| It is completely *safe* |", "completely *safe"),
        ("# It is completely *safe* #", "completely *safe"),
        ("<p>It is <b>completely</b> safe.</p>", "completely</b> safe"),
    ],
)
def test_phrase_is_read_through_its_marks_and_found_again(source_text: str, source: str) -> None:
    assert source_of(read(source_text), "completely safe") == source


def test_headings_have_their_level_and_no_marks() -> None:
    document = read("# One #\n\nTwo\nlines\n---\n\n### *Three*\n\n##\n\nText\n====\n")

    assert [(block.kind, block.level, block.text) for block in document.blocks] == [
        ("heading", 1, "One"),
        ("heading", 2, "Two lines"),
        ("heading", 3, "Three"),
        ("heading", 1, "Text"),
    ]
    assert document.meta["title"] == "One"


def test_lists_nest_and_number_their_groups() -> None:
    source_text = "- one\n  two\n\n  three\n- [x] four\n  1. five\n\nText.\n\n* six\n"

    assert [
        (block.kind, block.group, block.level, block.marker, block.text) for block in read(source_text).blocks
    ] == [
        ("list-item", 1, 1, "-", "one two"),
        ("list-item", 1, 1, "", "three"),
        ("list-item", 1, 1, "-", "four"),
        ("list-item", 2, 2, "1.", "five"),
        ("paragraph", 0, 0, "", "Text."),
        ("list-item", 3, 1, "*", "six"),
    ]


def test_tables_have_cells_in_rows() -> None:
    document = read("| a | b \\| c |\n|---|:-:|\n| `1` | **2** |\n|  | 3 |\n\nText.\n\n| d |\n|---|\n")

    assert [(block.kind, block.group, block.row, block.text) for block in document.blocks] == [
        ("table-cell", 1, 1, "a"),
        ("table-cell", 1, 1, "b | c"),
        ("table-cell", 1, 2, "1"),
        ("table-cell", 1, 2, "2"),
        ("table-cell", 1, 3, "3"),
        ("paragraph", 0, 0, "Text."),
        ("table-cell", 2, 1, "d"),
    ]


def test_quotes_are_quotes_and_lists_in_them_lists() -> None:
    assert shown("> I *sleep*\nagain.\n>\n> - item\n>   goes on\n\nText.") == [
        ("quote", "I sleep again."),
        ("list-item", "item goes on"),
        ("paragraph", "Text."),
    ]


def test_code_block_is_not_read_and_said_so() -> None:
    document = read("Text.\n\n```py\nbest()\n```\n\n    x = {1}\n")

    assert document.text == "Text."
    assert document.not_checked == ("2 code blocks not read",)


def test_indented_text_is_read() -> None:
    assert shown("Text:\n\n    • Zelpax is new\n    • It helps\n")[1:] == [
        ("list-item", "Zelpax is new"),
        ("list-item", "It helps"),
    ]


def test_footnotes_keep_their_keys() -> None:
    source_text = (
        "It helps.[^1] So.[^b]\n\n[^1]: Doe A.\n    *Trial*. 2019.\n[^b]: Roe B.\n\n"
        "    More of it.\n\n[^c]: Poe\n"
    )
    document = read(source_text)

    assert [(block.kind, block.marker, block.text) for block in document.blocks] == [
        ("paragraph", "", "It helps.[^1] So.[^b]"),
        ("footnote", "1", "Doe A. Trial. 2019."),
        ("footnote", "b", "Roe B."),
        ("footnote", "b", "More of it."),
        ("footnote", "c", "Poe"),
    ]


def test_links_show_their_words_and_record_their_address() -> None:
    source_text = (
        "See [the **trial**](https://a.example 'T'), [reg][R], [Reg][] and [reg], <https://b.example>, "
        "<c@d.example>, "
        'https://e.example/x_y. <a href="https://f.example">more</a> [1](#ref) [x](<g h>) [no] [no][way]\n\n'
        "[reg]: <https://r.example> 'R'\n[r]: https://s.example\n"
    )

    assert links(source_text) == [
        ("the trial", "https://a.example"),
        ("reg", "https://s.example"),
        ("Reg", "https://r.example"),
        ("reg", "https://r.example"),
        ("https://b.example", "https://b.example"),
        ("c@d.example", "c@d.example"),
        ("https://e.example/x_y", "https://e.example/x_y"),
        ("more", "https://f.example"),
        ("[1]", "#ref"),
        ("x", "g h"),
    ]
    assert read(source_text).text.endswith("https://e.example/x_y. more [1] x [no] [no][way]")


def test_definition_below_a_footnote_is_no_text() -> None:
    source_text = "See [reg].[^1]\n\n[^1]: Doe A. 2019.\n[reg]: https://r.example\n"

    assert shown(source_text)[1:] == [("footnote", "Doe A. 2019.")]
    assert links(source_text) == [("reg", "https://r.example")]


def test_images_show_their_alternative_text_behind_the_block() -> None:
    document = read(
        "One ![A *happy*\npatient](a.png) two.\n\n![](b.png)\n\n[![Logo](c.png)](https://c.example)\n\n"
        "<img src=d alt='A &amp; B'>\n"
    )

    assert [(block.kind, block.text) for block in document.blocks] == [
        ("paragraph", "One two."),
        ("alt-text", "A happy patient"),
        ("alt-text", "Logo"),
        ("alt-text", "A & B"),
    ]
    assert source_of(document, "happy patient") == "happy*\npatient"
    assert document.not_checked == (
        "3 images: only the alternative text was read",
        "1 image without alternative text",
    )
    assert document.source(Region(0, len(document.text)))[0] == 0


def test_inline_image_tag_shows_its_alternative_text() -> None:
    assert shown('Text <img alt="A nurse"> here.') == [("paragraph", "Text here."), ("alt-text", "A nurse")]


def test_entities_and_escapes_are_what_they_mean() -> None:
    assert shown("A &amp; B &lt;1 &#37; \\*x\\* &unknown; $5 *and* $6 5\\_ ") == [
        ("paragraph", "A & B <1 % *x* &unknown; $5 and $6 5_")
    ]


def test_raised_numbers_stay_raised() -> None:
    assert shown("It is safe<sup>1,2</sup>.") == [("paragraph", "It is safe¹,².")]
    assert shown("<p>It is safe<sup>3</sup>.</p>") == [("paragraph", "It is safe³.")]


def test_remarks_are_recorded_and_not_shown() -> None:
    document = read("<!-- medlint: allow x -- y -->\nOne <!-- two --> three.\n\nmedlint: allow z\n\nFour.\n")

    assert document.text == "One three.\n\nFour." or document.blocks[0].text == "One three."
    assert [
        (comment.text, document.source_text[comment.start : comment.end]) for comment in document.comments
    ] == [
        ("medlint: allow x -- y", "<!-- medlint: allow x -- y -->"),
        ("two", "<!-- two -->"),
        ("medlint: allow z", "medlint: allow z"),
    ]
    assert [document.text[comment.offset :][:4] for comment in document.comments] == ["One ", "thre", "Four"]


def test_html_blocks_are_read_as_what_they_are() -> None:
    source_text = """<h2 class="a>b">Zelpax &ndash; new</h2>
<script>best()</script><style>b{}</style>
<div>Before<ul><li>One<li>Two<ol><li>Deep</ol></ul>
<table><caption>Prices</caption><tr><th>Item<th>Cost</tr><tr><td>Tea<td>3 < 4</table>
<blockquote><p>I sleep.</p><h3>He</h3></blockquote></b>
<figure><figcaption>Our house</figcaption></figure><!-- medlint: end --><hr/><!DOCTYPE x></div>"""
    document = read(source_text)

    assert [(block.kind, block.level, block.group, block.row, block.text) for block in document.blocks] == [
        ("heading", 2, 0, 0, "Zelpax – new"),
        ("paragraph", 0, 0, 0, "Before"),
        ("list-item", 1, 1, 0, "One"),
        ("list-item", 1, 1, 0, "Two"),
        ("list-item", 2, 2, 0, "Deep"),
        ("caption", 0, 0, 0, "Prices"),
        ("table-cell", 0, 3, 1, "Item"),
        ("table-cell", 0, 3, 1, "Cost"),
        ("table-cell", 0, 3, 2, "Tea"),
        ("table-cell", 0, 3, 2, "3 < 4"),
        ("quote", 0, 0, 0, "I sleep."),
        ("heading", 3, 0, 0, "He"),
        ("caption", 0, 0, 0, "Our house"),
    ]
    assert [comment.text for comment in document.comments] == ["medlint: end"]
    assert source_of(document, "Zelpax – new") == "Zelpax &ndash; new"


def test_html_table_goes_on_over_empty_lines() -> None:
    document = read("<table>\n<tr><td>a</td></tr>\n\n<tr><td>b</td></tr>\n</table>\n")

    assert [(block.group, block.row, block.text) for block in document.blocks] == [(1, 1, "a"), (1, 2, "b")]


def test_html_in_a_quote_stays_one() -> None:
    assert shown("> <div>\n> I sleep\n> again.\n> </div>\n") == [("quote", "I sleep again.")]


@pytest.mark.parametrize(
    ("source_text", "text"),
    [
        ("<div>\n<script>never ended\n", ""),
        ("<div>\n<!-- never ended\n", ""),
        ("<div>\n5 < 6 and <3\n</div>", "5 < 6 and <3"),
        ("<div>\n<a href='x>Zelpax\n", "<a href='x>Zelpax"),
    ],
)
def test_broken_html_loses_no_more_than_it_must(source_text: str, text: str) -> None:
    assert read(source_text).text == text


def test_front_matter_is_facts_and_no_text() -> None:
    document = read("---\ntitle: Zelpax\r\nlang: en\ntags: [a]\n---\n\nText.\n")

    assert document.text == "Text."
    assert document.meta["front_matter"] == {"title": "Zelpax", "lang": "en", "tags": ["a"]}
    assert (document.meta["title"], document.meta["language"]) == ("Zelpax", "en")
    assert document.position(0).line == 7


def test_front_matter_in_toml_is_read() -> None:
    document = read("+++\ntitle = 'Zelpax'\n+++\nText.\n")

    assert (document.text, document.meta["title"]) == ("Text.", "Zelpax")


def test_broken_front_matter_is_told_and_the_text_read() -> None:
    document = read("---\ntitle: [x\nauthor: y\n---\n\nText.\n")

    assert document.text == "Text."
    assert document.not_checked[0].startswith("front matter: line ")
    assert document.meta["front_matter"] == {}


def test_broken_toml_is_told() -> None:
    assert read("+++\ntitle = \n+++\nText.\n").not_checked[0].startswith("front matter: ")


@pytest.mark.parametrize(
    ("source_text", "text"),
    [
        ("---\n\nZelpax helps.\n\n---\n\nMore.\n", "Zelpax helps.\n\nMore."),
        ("---\n\nZelpax: it's [best\n\n---\n\nMore.\n", "Zelpax: it's [best\n\nMore."),
        ("---\nit's {best\n---\n", "it's {best"),
        ("---\nZelpax helps.\n\n---\n", "Zelpax helps."),
        ("+++ no front matter\n", "+++ no front matter"),
        ("---\n# empty\n---\nText.", "Text."),
    ],
)
def test_text_between_rules_is_not_lost(source_text: str, text: str) -> None:
    assert read(source_text).text == text


def test_entries_under_references_are_references() -> None:
    document = read(
        "## References\n\n1. Doe A. 2019.\n2. Roe B.\n\n### Books\n\nPoe C. 2020.\n\n## Contact\n\nRing us.\n"
    )

    assert [(block.kind, block.marker, block.text) for block in document.blocks] == [
        ("heading", "", "References"),
        ("reference", "1", "Doe A. 2019."),
        ("reference", "2", "Roe B."),
        ("heading", "", "Books"),
        ("reference", "", "Poe C. 2020."),
        ("heading", "", "Contact"),
        ("paragraph", "", "Ring us."),
    ]


@pytest.mark.parametrize(
    ("source_text", "block"),
    [
        ("It helps [1].\n\n[1] Doe A. 2019.", ("reference", "1", "Doe A. 2019.")),
        ("It helps [1].\n\n[1]: Doe A. 2019.", ("reference", "1", "Doe A. 2019.")),
        ("It helps [1].\n\n[1]: Doe-2019", ("reference", "1", "Doe-2019")),
        ("It helps.\n\nReference: 1. Doe A. 2019.", ("reference", "1", "Reference: 1. Doe A. 2019.")),
    ],
)
def test_numbered_reference_is_one(source_text: str, block: tuple[str, str, str]) -> None:
    last = read(source_text).blocks[-1]

    assert (last.kind, last.marker, last.text) == block


def test_numeric_citation_keeps_its_brackets() -> None:
    source_text = "It helps [1].\n\n[1]: https://hollowbrook.example\n"

    assert read(source_text).text == "It helps [1]."
    assert links(source_text) == [("[1]", "https://hollowbrook.example")]


def test_plain_text_in_disguise_is_read_like_plain_text() -> None:
    source_text = (
        "Why Zelpax?\n\nIt may **cause**:\n  • Fever\n  • *Upper* pain,\n    at night\n\n"
        "  • Sweat\n\nOur clinic\n12 Mill Lane\n"
    )
    document = read(source_text)

    assert [(block.kind, block.group, block.text) for block in document.blocks] == [
        ("heading", 0, "Why Zelpax?"),
        ("paragraph", 0, "It may cause:"),
        ("list-item", 1, "Fever"),
        ("list-item", 1, "Upper pain, at night"),
        ("list-item", 1, "Sweat"),
        ("paragraph", 0, "Our clinic"),
        ("paragraph", 0, "12 Mill Lane"),
    ]


def test_sentences_on_lines_of_their_own_stay_one_paragraph() -> None:
    assert shown("Zelpax is new.\nIt may help.\nAsk us.") == [
        ("paragraph", "Zelpax is new. It may help. Ask us.")
    ]


def test_non_breaking_spaces_make_an_empty_line() -> None:
    assert shown("One.\n\u00a0\nTwo.") == [("paragraph", "One."), ("paragraph", "Two.")]


@pytest.mark.parametrize("source_text", ["", "\n\n", "---\n", "<!-- -->", "[a]: https://b.example", "```\n"])
def test_nothing_to_read_gives_no_blocks(source_text: str) -> None:
    assert read(source_text).blocks == ()


@pytest.mark.parametrize(
    "source_text", [">" * 2000 + " deep", "  " * 0 + "- " * 300 + "deep", "[" * 2000 + "deep"]
)
def test_deep_nesting_is_read(source_text: str) -> None:
    assert read(source_text).text.endswith("deep")


def test_rows_that_make_no_table_are_read_as_text() -> None:
    assert "Word" in parse("page.md", "[|\n---\nWord|", "").text
