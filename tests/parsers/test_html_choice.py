"""What of a page is read: not the site around the text, and not other languages."""

from __future__ import annotations

import pytest

from medlint.model import Document
from medlint.parsers import parse

PROSE = (
    "<p>Zelpax may relieve the itch of chronic hives while you take it, and the "
    "hives often fade by themselves.</p>"
    "<p>Talk with your doctor about which of these choices suits you best before you begin to take it.</p>"
)
GERMAN = (
    "Die Tabletten sind nicht für alle und mit der Ärztin ist vor dem Beginn zu sprechen, die das auch weiß."
)


def read(source_text: str) -> Document:
    return parse("page.html", source_text.encode())


def texts(source_text: str) -> list[str]:
    return [
        block.text
        for block in read(source_text).blocks
        if "doctor" not in block.text and "itch" not in block.text
    ]


@pytest.mark.parametrize(
    ("furniture", "name"),
    [
        (
            (
                "<nav><ul><li><a href=a>Home</a><li>Best prices</ul><p>We are the best clinic of "
                "all, as you know.</p></nav>"
            ),
            "navigation",
        ),
        ("<div role=navigation><p>Best prices</p></div>", "navigation"),
        ('<div class="main-menu">Best prices</div>', "navigation"),
        ('<ul id="breadcrumbs"><li><a href=a>Home</a><li>Hives</ul>', "navigation"),
        ("<header><p><a href=/>Hollowbrook</a></header>", "header"),
        ("<footer><p>Best prices</p></footer>", "footer"),
        ('<div class="siteFooter"><p>Best prices</p></div>', "footer"),
        ("<aside><p>Best prices</p></aside>", "sidebar"),
        ('<div role="complementary"><p>Best prices</p></div>', "sidebar"),
        ('<div class="social-links"><a href=f>Share</a> <a href=t>Tell</a></div>', "links to share"),
        (
            (
                '<div id="CookieBanner"><p>We would like to know more about you, as all sites '
                "do.</p><button>Best</button></div>"
            ),
            "cookie notice",
        ),
        ('<div id="onetrust-banner"><p>Best of all.</p></div>', "cookie notice"),
        ("<p>This site uses cookies to know you better.</p>", "cookie notice"),
        (
            ("<ul><li><a href=a>Wards</a><li><a href=b>Best visits</a><li><a href=c>Jobs</a></ul>"),
            "list of links",
        ),
        ("<p><a href=a>Wards</a> | <a href=b>Best visits</a> | <a href=c>Jobs</a></p>", "list of links"),
        ('<a href="#main">Skip to content</a>', "list of links"),
    ],
)
def test_site_around_the_text_is_counted_and_not_read(furniture: str, name: str) -> None:
    document = read(f"<body>{furniture}<h1>Zelpax</h1>{PROSE}{furniture}</body>")

    assert document.blocks[0].text == "Zelpax"
    assert len(document.blocks) == 3
    assert document.not_checked[-1].endswith(f" words of the site around the text not read: {name}")


@pytest.mark.parametrize(
    "around",
    [
        "<header><h1>Zelpax</h1><p>Completely safe</p></header>",
        "<article><header><h1>Zelpax</h1></header><p>Completely safe</p></article>",
        "<article><p>Completely safe</p><footer><p>By Ines</p></footer></article>",
        "<main><aside><p>Completely safe</p></aside></main>",
        '<div class="page-header"><h1>Zelpax</h1><p>Completely safe</p></div>',
        '<div class="has-sidebar"><p>Completely safe</p></div>',
        '<div id="social-history"><p>Completely safe</p></div>',
        '<div class="market-share-study"><p>Completely safe</p></div>',
        '<h2 id="menu">Completely safe</h2>',
        "<header><p>Completely safe</p></header>",
        "<footer><p>Completely safe is what we promise you.</p></footer>",
        "<footer><p>Last reviewed: 3 March 2026</p><p>Completely safe is what we promise you.</p></footer>",
        "<main><ul><li><a href=a>Completely safe</a><li><a href=b>b</a><li><a href=c>c</a></ul></main>",
        "<ul><li><a href=a>Completely safe</a><li><a href=b>b</a></ul>",
        "<main><p>It uses cookies. Completely safe</p></main>",
    ],
)
def test_text_that_only_looks_like_furniture_is_read(around: str) -> None:
    assert any("ompletely safe" in text for text in texts(f"{around}{PROSE}"))


def test_navigation_that_never_closes_swallows_nothing() -> None:
    assert "Zelpax" in texts(f"<nav><a href=a>Home</a><main><h1>Zelpax</h1>{PROSE}")
    assert "Zelpax" in texts(f"<nav><a href=a>Home</a><h1>Zelpax</h1>{PROSE * 2}")


def test_sources_in_a_footer_are_read_and_what_stands_below_is_not() -> None:
    source_text = (
        f"{PROSE}<footer><h2>References</h2><ol><li>Doe A. 2019.</ol><h2>Visit "
        f"us</h2><p>Mill Lane</p></footer>"
    )

    assert [(block.kind, block.text) for block in read(source_text).blocks[2:]] == [
        ("heading", "References"),
        ("reference", "Doe A. 2019."),
    ]


def test_links_under_a_heading_of_sources_are_read() -> None:
    source_text = (
        f"{PROSE}<h2>Sources</h2><ul><li><a href=a>One</a><li><a href=b>Two</a><li><a href=c>Three</a></ul>"
    )

    assert texts(source_text) == ["Sources", "One", "Two", "Three"]


def test_images_of_the_site_are_not_counted() -> None:
    document = read(f"<nav><img src=a><img src=b alt=Logo></nav>{PROSE}<img src=c>")

    assert document.not_checked[0] == "1 image without alternative text"


def test_passage_in_another_language_is_counted_and_not_read() -> None:
    document = read(
        f"<html lang=en>{PROSE}<div lang=de-AT><p>{GERMAN}<p>Ende</div><p xml:lang=xq>Blorp.<p>Last"
    )

    assert document.blocks[-1].text == "Last"
    assert document.not_checked == ("21 words in German not read", "1 word in “xq” not read")


def test_foreign_words_in_an_english_passage_are_part_of_it() -> None:
    assert texts("<p>It works <i lang=la>in vitro</i> only.") == ["It works in vitro only."]


def test_page_that_calls_its_english_german_is_read() -> None:
    assert len(read(f"<html lang=de>{PROSE * 2}<p>Last").blocks) == 5


def test_page_that_calls_its_german_english_is_not_read() -> None:
    document = read(f"<html lang=en><p>{GERMAN}<p>{GERMAN}<p>{GERMAN}<img src=x>")

    assert document.blocks == ()
    assert document.not_checked == (
        "60 words not read: the text is in German",
        "1 image without alternative text",
    )


def test_short_page_in_another_language_is_believed() -> None:
    document = read("<html lang=tr><p>Merhaba.<p lang=en>Hello.")

    assert document.text == "Hello."
    assert document.not_checked == ("1 word in Turkish not read",)


def test_saved_page_is_read_without_its_site() -> None:
    page = f"""<!doctype html><html lang="en-US" class="js"><title>Hives | Hollowbrook</title>
    <body class="home has-sidebar menu-open"><div id="page" class="site-wrapper">
    <div class="topbar"><a href="tel:1">Call 555</a></div>
    <header id="masthead" class="site-header"><div class="branding"><a href="/">Hollowbrook</a></div>
    <button class="menu-toggle" aria-expanded="false" aria-label="Menu"></button>
    <nav><ul><li class="menu-item"><a href="/a">Skin</a><ul class="sub-menu"><li><a href="/b">Hives</a></ul>
    </ul></nav></header>
    <div id="content" class="site-content"><article class="post">
    <header class="entry-header"><h1>Hives</h1></header>
    <div class="entry-content">{PROSE}<p>Zelpax is new.</p></div></article>
    <div class="sidebar-widget"><h3>Latest posts</h3><ul><li><a href="/c">Itch</a></ul></div></div>
    <footer class="site-footer"><div class="widget"><h4>Visit us</h4><p>12 Mill Lane</p></div>
    <p>© 2026 Hollowbrook</p></footer></div>
    <div id="cookie-law-info-bar"><span>We use cookies. <a href="/x">More</a></span></div></body></html>"""

    assert texts(page) == ["Hives | Hollowbrook", "Hives", "Zelpax is new."]
