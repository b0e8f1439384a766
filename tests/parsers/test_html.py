from __future__ import annotations

import pytest

from medlint.model import Document, Region
from medlint.parsers import parse


def read(source_text: str, path: str = "page.html") -> Document:
    return parse(path, source_text.encode())


def shown(source_text: str, path: str = "page.html") -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(source_text, path).blocks]


def links(source_text: str) -> list[tuple[str, str]]:
    document = read(source_text)
    return [(document.text[link.region.start : link.region.end], link.url) for link in document.links]


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.source_text[slice(*document.source(Region(start, start + len(words))))]


@pytest.mark.parametrize(
    ("source_text", "source"),
    [
        ("<p>It is completely\nsafe.", "completely\nsafe"),
        ("<p>It is <b>completely</b> safe.", "completely</b> safe"),
        ("<p>It is complete<i>ly safe.", "complete<i>ly safe"),
        ("<p>It is completely&nbsp;safe.", "completely&nbsp;safe"),
        ("<p>It is completely\u00a0safe.", "completely\u00a0safe"),
        ("<p>It is completely&#160;&#xA0;safe.", "completely&#160;&#xA0;safe"),
        ("<p>It is completely&nbspsafe.", "completely&nbspsafe"),
        ("<p>It is com&shy;pletely safe.", "com&shy;pletely safe"),
        ("<p>It is com\u00adpletely safe.", "com\u00adpletely safe"),
        ("<p>It is complete<wbr>ly safe.", "complete<wbr>ly safe"),
        ("<p>It is completely<br>safe.", "completely<br>safe"),
        ("<p>It is completely<br/>\r\n safe.", "completely<br/>\r\n safe"),
        ("<p>It is completely<!-- x --> safe.", "completely<!-- x --> safe"),
        ("<p>It is completely <del>un</del><ins>safe</ins>.", "completely <del>un</del><ins>safe"),
        ("<p>👩‍⚕️ &#128512; <b>&ldquo;It</b> is completely s&#97;fe.", "completely s&#97;fe"),
        ("<table><tr><td>x<td>It is completely <b>safe</b>", "completely <b>safe"),
        ("<p title='a > b'>It is completely safe.", "completely safe"),
        ("<P CLASS=X>It is completely safe.", "completely safe"),
    ],
)
def test_phrase_is_read_through_its_marks_and_found_again(source_text: str, source: str) -> None:
    assert source_of(read(source_text), "completely safe") == source


def test_every_kind_of_block_is_told() -> None:
    document = read(
        "<h1>One</h1><h3>Two</h3><p>Text<ul><li>a<ol><li>b<li>c</ol><li><p>d<p>e</ul>"
        "<blockquote><p>Said.</p></blockquote><figure><img src=x alt='A nurse'><figcaption>Our house</figure>"
        "<dl><dt>Dose<dd>5 mg<dt>Age<dd>18</dl>"
    )

    assert [(b.kind, b.level, b.group, b.row, b.marker, b.text) for b in document.blocks] == [
        ("heading", 1, 0, 0, "", "One"),
        ("heading", 3, 0, 0, "", "Two"),
        ("paragraph", 0, 0, 0, "", "Text"),
        ("list-item", 1, 1, 0, "•", "a"),
        ("list-item", 2, 2, 0, "1.", "b"),
        ("list-item", 2, 2, 0, "2.", "c"),
        ("list-item", 1, 1, 0, "•", "d"),
        ("list-item", 1, 1, 0, "", "e"),
        ("quote", 0, 0, 0, "", "Said."),
        ("alt-text", 0, 0, 0, "", "A nurse"),
        ("caption", 0, 0, 0, "", "Our house"),
        ("table-cell", 0, 3, 1, "", "Dose"),
        ("table-cell", 0, 3, 1, "", "5 mg"),
        ("table-cell", 0, 3, 2, "", "Age"),
        ("table-cell", 0, 3, 2, "", "18"),
    ]


def test_lists_count_as_they_say() -> None:
    document = read("<ol start=4><li>a<li value=9>b<li>c</ol><li>alone")

    assert [(block.marker, block.text) for block in document.blocks] == [
        ("4.", "a"), ("9.", "b"), ("10.", "c"), ("•", "alone"),
    ]  # fmt: skip


def test_table_has_rows_with_headers_and_merged_cells() -> None:
    document = read(
        "<table><caption>Doses</caption><thead><tr><th colspan=2>Age<th>Dose<tbody><tr><td rowspan=2>old"
        "<td>ill<td>5 mg<tr><td>well<td><p>10 mg<p>at night</table><p>After"
    )

    assert [(block.kind, block.row, block.text) for block in document.blocks] == [
        ("caption", 0, "Doses"),
        ("table-cell", 1, "Age"), ("table-cell", 1, "Dose"),
        ("table-cell", 2, "old"), ("table-cell", 2, "ill"), ("table-cell", 2, "5 mg"),
        ("table-cell", 3, "well"), ("table-cell", 3, "10 mg"), ("table-cell", 3, "at night"),
        ("paragraph", 0, "After"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "source_text",
    [
        "<table role=presentation><tr><td>a<td><p>Text</table>",
        "<table><tr><td><table><tr><td>a<td>Text</table></table>".replace("a<td>", ""),
        "<table><tr><td><h2>H</h2><td>Text</table>",
        "<table><tr><td>Text<tr><td>More</table>",
    ],
)
def test_table_that_only_puts_things_side_by_side_is_none(source_text: str) -> None:
    assert ("paragraph", "Text") in shown(source_text)


def test_quotation_element_shows_quotation_marks() -> None:
    assert shown("<p>He said: <q>I <b>sleep</b></q>.") == [("paragraph", "He said: “I sleep”.")]


def test_two_breaks_part_paragraphs_and_one_does_not() -> None:
    assert shown("<div>One<br>two<br><br>\nthree<br></div>") == [
        ("paragraph", "One two"),
        ("paragraph", "three"),
    ]


def test_title_and_description_are_read_and_are_facts() -> None:
    document = read(
        '<html lang="en-GB"><head><title>Zelpax &ndash;\n new</title><meta '
        'name=description content="Best &amp; safe">'
        '<meta name="author" content="Ines Calloway"><meta '
        'property="article:modified_time" content="2026-03-03">'
        '<link rel=canonical href="https://hollowbrook.example/zelpax"><body><h1>Zelpax</h1>'
    )

    assert [(block.kind, block.text) for block in document.blocks] == [
        ("caption", "Zelpax – new"),
        ("caption", "Best & safe"),
        ("heading", "Zelpax"),
    ]
    assert source_of(document, "Best & safe") == "Best &amp; safe"
    assert document.meta == {
        "front_matter": {},
        "language": "en-GB",
        "title": "Zelpax – new",
        "description": "Best & safe",
        "author": "Ines Calloway",
        "date": "2026-03-03",
        "url": "https://hollowbrook.example/zelpax",
    }


def test_title_that_repeats_the_heading_is_read_once() -> None:
    assert shown("<title>Zelpax</title><h1>Zelpax</h1>") == [("heading", "Zelpax")]


def test_links_show_their_words_and_record_their_address() -> None:
    source_text = (
        '<p>See <a href="https://a.example?x=1&amp;y=2">the <b>trial</b></a>, <a '
        "name=x>here</a> and <a href=b>b<a href=c>c"
        "<p>d</a></p><a href=e><h3>E</h3></a>"
    )

    assert links(source_text) == [
        ("the trial", "https://a.example?x=1&y=2"), ("b", "b"), ("c", "c"), ("E", "e"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source_text", "text"),
    [
        ("It is safe<sup>1,2</sup>.", "It is safe¹,²."),
        ('It is safe<sup id=a><a href="#r1"> 1 </a></sup>.', "It is safe ¹ ."),
        ('It is safe<a href="#r1"><sup>3</sup></a>.', "It is safe³."),
        (
            "It is safe<sup>[1]</sup> at 10<sup>6</sup> H<sub>2</sub>O<sup>®</sup>.",
            "It is safe[1] at 10⁶ H2O®.",
        ),
    ],
)
def test_raised_numbers_stay_raised(source_text: str, text: str) -> None:
    assert read(f"<p>{source_text}").text == text


@pytest.mark.parametrize(
    "source_text",
    [
        "<h2>References</h2><ol><li>Doe A. 2019.<li>Roe B.</ol><h2>Contact</h2>",
        "<p><b>References</b></p><ol><li>Doe A. 2019.<li>Roe B.</ol><h2>Contact</h2>",
        "<p>Sources:</p><ol><li>Doe A. 2019.<li>Roe B.</ol><h2>Contact</h2>",
        "<h2>Notes to this page</h2><ol class='ref-list'><li>Doe A. 2019.<li>Roe B.</ol><h2>Contact</h2>",
        "<section role=doc-bibliography><ol><li>Doe A. 2019.<li>Roe B.</ol></section><h2>Contact</h2>",
    ],
)
def test_entries_of_a_list_of_sources_are_references(source_text: str) -> None:
    document = read(source_text)

    assert [(b.marker.strip("."), b.text) for b in document.blocks if b.kind == "reference"] == [
        ("1", "Doe A. 2019."),
        ("2", "Roe B."),
    ]
    assert document.blocks[-1].kind == "heading"


def test_numbered_line_is_a_reference() -> None:
    document = read("<p>It helps [1].<p>[1] Doe A. 2019.<p>&sup2; Roe B. 2020.")

    assert [(b.kind, b.marker, b.text) for b in document.blocks[1:]] == [
        ("reference", "1", "[1] Doe A. 2019."),
        ("reference", "2", "² Roe B. 2020."),
    ]


def test_footnotes_are_footnotes() -> None:
    document = read('<div class="footnotes"><ol><li id=fn1><p>Doe A. 2019.</ol></div><p>After')

    assert [(b.kind, b.marker, b.text) for b in document.blocks] == [
        ("footnote", "1.", "Doe A. 2019."),
        ("paragraph", "", "After"),
    ]


def test_images_show_their_alternative_text_behind_the_block() -> None:
    document = read(
        "<p>One <img alt='A happy\n patient'> two.<p><img src=x><img alt=''><a href=y "
        "aria-label='More on hives'></a>"
        "<input type=image alt=Send><ul aria-label='Menu of pages'><li>x</ul><p>Last"
    )

    assert [(block.kind, block.text) for block in document.blocks] == [
        ("paragraph", "One two."),
        ("alt-text", "A happy patient"),
        ("alt-text", "More on hives"),
        ("alt-text", "Send"),
        ("list-item", "x"),
        ("paragraph", "Last"),
    ]
    assert source_of(document, "happy patient") == "happy\n patient"
    assert document.not_checked == (
        "2 images: only the alternative text was read",
        "2 images without alternative text",
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Hidden words here</p>",
        '<div style="color:red; Display : none"><p>Hidden words here</div>',
        "<span style='visibility:hidden'>Hidden words here</span>",
        "<div aria-hidden='TRUE'>Hidden <b>words</b> here</div>",
        "<template><p>Hidden words here</template>",
        "<noscript>Hidden words here</noscript>",
        "<dialog>Hidden words here</dialog>",
    ],
)
def test_hidden_words_are_counted_and_not_read(hidden: str) -> None:
    document = read(f"<p>Before {hidden}<p>After")

    assert [block.text for block in document.blocks] == ["Before", "After"]
    assert document.not_checked == ("3 hidden words not read",)


@pytest.mark.parametrize(
    "open_",
    [
        "<details><summary>Is it?</summary>Seen</details>",
        "<dialog open>Seen</dialog>",
        "<p hidden=until-found>Seen</p>",
    ],
)
def test_what_a_reader_can_unfold_is_read(open_: str) -> None:
    assert read(open_).blocks[-1].text == "Seen"


def test_what_is_no_text_is_skipped_and_told() -> None:
    document = read(
        "<p>Text <script>best('<p>')</script><style>p{}</style>goes "
        "on.<svg><title>x</title><text>y</text></svg>"
        "<pre><code>x = 1</code></pre><pre>Plain\n  text</pre><p>A <code>word</code> "
        "<select><option>z</select>"
        "<iframe src=x>no</iframe><video>no</video><audio></audio><textarea>no</textarea>"
        " <del>Old words.</del>"
    )

    assert [block.text for block in document.blocks] == ["Text goes on.", "Plain text", "A word"]
    assert document.not_checked == (
        "2 deleted words not read",
        "1 code block not read",
        "1 embedded page not read",
        "1 video not read",
        "1 sound not read",
    )


def test_leftovers_of_a_template_are_no_words() -> None:
    document = read(
        "<p>Dear {{ name }}, {% if x > 1 %}it is{% endif %} <%= y %> safe {# z #}<?php echo $a->b; ?> now."
    )

    assert document.text == "Dear …, it is … safe now."
    assert source_of(document, "…") == "{{ name }}"
    assert document.not_checked == ("5 values or commands of a template not read",)


def test_remarks_to_medlint_are_recorded_and_others_are_not() -> None:
    document = read(
        "<!-- theme: x --><!-- medlint: allow x -- y --><p>One <!-- medlint: allow z -- w --> two.</p>"
        "<div hidden><!-- medlint: allow-file v -- u --></div><nav>Menu<!--medlint: allow t -- s--></nav>"
    )

    assert [(c.text, document.source_text[c.start : c.end]) for c in document.comments] == [
        ("medlint: allow x -- y", "<!-- medlint: allow x -- y -->"),
        ("medlint: allow z -- w", "<!-- medlint: allow z -- w -->"),
        ("medlint: allow-file v -- u", "<!-- medlint: allow-file v -- u -->"),
        ("medlint: allow t -- s", "<!--medlint: allow t -- s-->"),
    ]
    assert document.comments[1].offset == document.text.index("two")


@pytest.mark.parametrize(
    ("source_text", "text"),
    [
        ("5 < 6 and <3, a<b, 7 <= 8 & more", "5 < 6 and <3, a"),
        (
            "A &amp; B &lt;1 &#37; &unknown; &; &#99999999999; &copy2026 &notit; &#0;",
            "A & B <1 % &unknown; &; &#99999999999; ©2026 ¬it; �",
        ),
        ("Deep &fjlig; &#xD800;", "Deep fj �"),
    ],
)
def test_signs_mean_what_browsers_say(source_text: str, text: str) -> None:
    assert read(f"<p>{source_text}").text.startswith(text)


@pytest.mark.parametrize(
    ("source_text", "texts"),
    [
        ("<p>One<p>Two<div>Three</div>Four", ["One", "Two", "Three", "Four"]),
        ("<b><p>One</b></p><i>Two</div></span></p></i>", ["One", "Two"]),
        ("<ul><li>a<ul><li>b</li></ul><li>c</ul>d", ["a", "b", "c", "d"]),
        ("<h2>One</h3><p>Two", ["One", "Two"]),
        ("<p>One <a href='x>Two</a> three</p>", ["One Two three"]),
        ("<p>One <!-- never ended", ["One"]),
        ("<p>One <script>never ended", ["One"]),
        ("<p>One <svg>drawing that never ends<p>Two", ["One drawing that never ends", "Two"]),
        ("<p>One <textarea>never ended<p>Two", ["One never ended", "Two"]),
        ("<title>never ended<p>Two", ["never ended", "Two"]),
        ("One <b", ["One <b"]),
        ("<table><td>a</div>b<td>c</table>d", ["ab", "c", "d"]),
        (
            "<my-card>One</my-card><my-card>Two</my-card> <unknown>three</unknown> four",
            ["One", "Two", "three four"],
        ),
        ("<!DOCTYPE html [<!ENTITY a 'boo'>]><p>&a; One", ["&a; One"]),
        ("</></ x><!x><![CDATA[x]]><!--> One <!---> two", ["One two"]),
        ("<p>One</p></body></html><p>Two", ["One", "Two"]),
    ],
)
def test_broken_markup_loses_no_words(source_text: str, texts: list[str]) -> None:
    assert [block.text for block in read(source_text).blocks] == texts


def test_empty_elements_of_xml_hold_nothing() -> None:
    source_text = (
        '<?xml version="1.0"?><html><script src="x"/><p>One <a id="b"/>two</p><div '
        'hidden="hidden"/><p>Three</p></html>'
    )

    assert shown(source_text, "page.xhtml") == [("paragraph", "One two"), ("paragraph", "Three")]
    assert shown(source_text) == [("paragraph", "One two"), ("paragraph", "Three")]


@pytest.mark.parametrize(
    ("head", "encoding", "word"),
    [
        ('<meta charset="iso-8859-9">', "cp1254", "Türkiye ığş"),
        ("<meta http-equiv=content-type content='text/html; charset=windows-1252'>", "cp1252", "né"),
        ('<meta charset="utf-8">', "cp1252", "né"),
        ('<meta charset="nowhere">', "utf-8", "né 👩"),
        ('<meta charset="iso-8859-1">', "utf-8", "né"),
        ("", "utf-8-sig", "né"),
    ],
)
def test_encoding_is_told_by_the_bytes_and_then_by_the_page(head: str, encoding: str, word: str) -> None:
    assert parse("page.htm", f"{head}<p>{word}".encode(encoding)).text == word


def test_paragraph_in_bold_is_a_heading_and_bold_words_are_not() -> None:
    assert shown(
        "<h1>Zelpax</h1><p><b>How to take it</b></p><p><b>Take it at night.</b></p><p><b>Or</b> by day</p>"
    )[1:] == [
        ("heading", "How to take it"),
        ("paragraph", "Take it at night."),
        ("paragraph", "Or by day"),
    ]
