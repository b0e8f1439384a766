"""What holds for every document whatever its file, and files to prove it on."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from medlint.model import Document, Region

_WORDS = (
    "Zelpax",
    "is",
    "completely",
    "safe.",
    "com\u00adplete",
    "oﬃce",
    "👩‍⚕️",
    "né",
    " ",
    "  ",
    "\n",
    "\u00a0",
    "5 < 6",
    "[1]",
)
_TAGS = (
    *(
        f"<{slash}{name}>"
        for slash in ("", "/")
        for name in (
            "p",
            "b",
            "i",
            "a",
            "ul",
            "ol",
            "li",
            "table",
            "tr",
            "td",
            "th",
            "div",
            "span",
            "h1",
            "h2",
            "sup",
            "del",
            "q",
            "blockquote",
            "nav",
            "main",
            "article",
            "header",
            "footer",
            "aside",
            "title",
            "script",
            "style",
            "svg",
            "pre",
            "code",
            "dl",
            "dt",
            "dd",
            "caption",
            "figure",
            "figcaption",
            "template",
            "noscript",
            "button",
            "x-card",
            "body",
            "html",
            "head",
        )
    ),
    "<br>",
    "<br/>",
    "<hr>",
    "<img>",
    "<img alt='a &amp; b'>",
    '<img alt="">',
    "<a href=x>",
    '<a href="https://a.example">',
    "<p hidden>",
    "<div style='display:none'>",
    "<span aria-hidden=true>",
    '<p lang="de">',
    '<html lang="fr">',
    '<div class="cookie-banner">',
    '<div id="nav">',
    "<ol class=references start=3>",
    '<a aria-label="b">',
    "<table role=presentation>",
    "<ol start=99>",
    "<li value=7>",
    '<meta name="description" content="c &lt; d">',
)
_BROKEN = (
    "<",
    "<a",
    "<a href='",
    '"',
    "'",
    "=",
    ">",
    "<!--",
    "-->",
    "<!-- medlint: allow x -- y -->",
    "<!doctype a [",
    "]>",
    "<?php",
    "?>",
    "<![CDATA[",
    "]]>",
    "</",
    "</ >",
    "<!>",
    "<!-->",
    "&",
    "&amp;",
    "&nbsp",
    "&nbsp;",
    "&#128512;",
    "&#0;",
    "&#xD800;",
    "&#99999999999;",
    "&notit;",
    "&shy;",
    "&fjlig;",
    "{{ a }}",
    "{{",
    "{% b %}",
    "<% c %>",
    "<%= d %>",
    "\0",
    "\x0b",
)
_LINES = (
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "00:00:01,000 --> 00:00:02,000\n",
    "1\n",
    "WEBVTT\n\n",
    "NOTE medlint: a\n",
    "- ",
    "<v Anna>",
    "00:01.0 --> 00:02.0\n",
    "{\\an8}",
)
_MAIL = (
    "Subject: Zelpax\n",
    "Subject: =?utf-8?q?Z=C3=BC?= =?utf-8?b?xx?=\n",
    "Content-Type: text/html; charset=utf-8\n",
    "Content-Type: multipart/mixed; boundary=b\n",
    'Content-Type: multipart/alternative; boundary="b"\n',
    "--b\n",
    "--b--\n",
    "\n",
    "\r\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "Content-Transfer-Encoding: base64\n",
    "=C3=BC",
    "=\n",
    "=E2=80",
    "WmVscGF4",
    "w7xi",
    "=",
    "Content-Disposition: attachment; filename=x\n",
    "Content-Type: text/plain; charset=nowhere\n",
)


_MARKS = (
    "# ", "## ", "- ", "1. ", "> ", "**", "*", "_", "`", "```\n", "~~~\n", "[", "](", ")", "![", "](a.png)",
    "[1]: https://a.example\n", "[^1]", "[^1]: ", "| a | b |\n| --- | --- |\n", "| c \\| d | e |\n", "---\n",
    "\n===\n", "<!-- medlint: allow x -- y -->", "\\", "    ", "\t", "title: Zelpax\n", "$", "<b>", "</b>",
    "\n\n", "\n", "\r\n", "References\n", "&amp;",
)  # fmt: skip


def _text(*pieces: tuple[str, ...], largest: int = 24) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from([piece for each in pieces for piece in each]), max_size=largest).map(
        "".join
    )


FILES = {
    "html": ("page.html", _text(_WORDS, _TAGS, _BROKEN)),
    "xhtml": ("page.xhtml", _text(_WORDS, _TAGS, _BROKEN)),
    "markdown": ("page.md", _text(_WORDS, _MARKS, _BROKEN)),
    "plain": ("page.txt", _text(_WORDS, _LINES, _MARKS[:6])),
    "subtitles": ("film.vtt", _text(_WORDS, _LINES, _BROKEN)),
    "email": ("mail.eml", _text(_WORDS, _MAIL, _TAGS[:20])),
}
"""The path and the text of files of each format."""


def check(document: Document) -> None:
    """Raise an `AssertionError` unless text, blocks and the way back to the file agree."""
    _check_blocks(document)
    _check_places(document)
    size = len(document.source_text)
    for comment in document.comments:
        assert 0 <= comment.start < comment.end <= size
        assert 0 <= comment.offset <= len(document.text)
    for link in document.links:
        assert 0 <= link.region.start < link.region.end <= len(document.text)


def _check_blocks(document: Document) -> None:
    end = 0
    for block in document.blocks:
        assert block.text
        assert block.text == document.text[block.region.start : block.region.end]
        assert block.text == " ".join(block.text.split())
        assert block.region.start >= end
        end = block.region.end
    assert document.text == "\n\n".join(block.text for block in document.blocks)


def _check_places(document: Document) -> None:
    """Check that each character comes from itself, or from a whole that says it in other words."""
    anchors, size = document.anchors, len(document.source_text)
    assert list(anchors.starts) == sorted(set(anchors.starts))
    for block in document.blocks:
        for offset in range(block.region.start, block.region.end):
            start, end = document.source(Region(offset, offset + 1))
            assert 0 <= start < end <= size
            source, character = document.source_text[start:end], document.text[offset]
            if len(source) == 1 and source != character:
                alike = {unicodedata.normalize("NFKC", source), unicodedata.normalize("NFKD", source)}
                is_raised = unicodedata.normalize("NFKC", character) == source
                assert (character == " " and source.isspace()) or is_raised or character in "".join(alike)
