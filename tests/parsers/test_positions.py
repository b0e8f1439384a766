"""Every character has its way back: proved on documents made of pieces."""

from __future__ import annotations

import html
import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.model import Document, Region
from medlint.parsers import parse

WORDS = (
    "Zelpax",
    "completely",
    "safe",
    "ﬁve",
    "oﬃce",
    "com\u00adplete",
    "👩‍⚕️",
    "❤️",
    "Türkiye",
    "12.5",
    "x\u200by",
    "“so”",
    "né",
)
SPACES = (" ", "  ", "\u00a0", "\t", "\u2009 ", "\n", "\r\n", " \n  ", "\u200b ")
BREAKS = ("\n\n", "\r\n\r\n", "\n \u00a0\n", "\n\n\n")
STARTS = ("", "", "• ", "- ", "1. ", "  ✓ ", "[1] ", "References\n", "medlint: allow x -- y\n")
MARKED = (
    "**{}**",
    "*{}*",
    "`{}`",
    "[{}](https://a.example)",
    "~~{}~~",
    "<b>{}</b>",
    "{}<br>",
    "{}&amp;",
    "{}&nbsp;{}",
    "{}<!-- c -->",
    "\\*{}",
    "{}[^1]",
    "{}<sup>2</sup>",
)
MD_STARTS = (
    "",
    "",
    "# ",
    "> ",
    "- ",
    "  - ",
    "1. ",
    "• ",
    "[1] ",
    "[^1]: ",
    "| ",
    "<div>",
    "<!-- c -->\n",
    "    ",
    "## References\n\n",
)

word = st.sampled_from(WORDS)
space = st.sampled_from(SPACES)
marked = st.builds(str.replace, st.sampled_from(MARKED), st.just("{}"), word)


def block(starts: tuple[str, ...], piece: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    line = st.lists(st.tuples(piece, space), min_size=1, max_size=12)
    return st.tuples(st.sampled_from(starts), line, st.sampled_from(BREAKS)).map(_joined)


def _joined(parts: tuple[str, list[tuple[str, str]], str]) -> str:
    start, pieces, end = parts
    line = "".join(word + space for word, space in pieces)
    if start == "| ":
        cells = " ".join(line.split())
        return f"| a | b |\n|---|---|\n| {cells} | {cells} |{end}"
    return start + line + end


plain_text = st.lists(block(STARTS, word), max_size=6).map("".join)
markdown_text = st.lists(block(MD_STARTS, st.one_of(word, marked)), max_size=6).map("".join)


def wholes(document: Document, start: int, end: int) -> Region:
    """Return the region widened to whole runs: half a ligature has no place of its own."""
    place = document.source(Region(start, start + 1))
    while start and document.source(Region(start - 1, start)) == place:
        start -= 1
    place = document.source(Region(end - 1, end))
    while end < len(document.text) and document.source(Region(end, end + 1)) == place:
        end += 1
    return Region(start, end)


def essence(text: str) -> str:
    """Return letters, digits and emoji: what stays of a text whatever its white space and marks."""
    text = re.sub(r"\]\([^)]*\)|<!--.*?-->|</?\w+>", "", text, flags=re.DOTALL)
    text = unicodedata.normalize("NFKC", html.unescape(text))
    return "".join(character for character in text if character.isalnum() or ord(character) > 0x2190)


def check_blocks(document: Document) -> None:
    end = 0
    for passage in document.blocks:
        region = passage.region
        assert passage.text == document.text[region.start : region.end]
        assert passage.text == " ".join(passage.text.split())
        assert passage.text
        assert region.start >= end
        end = region.end
    assert document.text == "\n\n".join(passage.text for passage in document.blocks)


def check_order(document: Document) -> None:
    anchors = document.anchors
    runs = list(zip(anchors.source_starts, anchors.source_ends, strict=True))
    flat = [offset for run in runs for offset in run]
    assert flat == sorted(flat)
    assert all(first < second for first, second in zip(anchors.starts, anchors.starts[1:], strict=False))


def check_characters(document: Document) -> None:
    """Each character comes from itself, from white space, or from a whole that says it in other words."""
    for passage in document.blocks:
        for offset in range(passage.region.start, passage.region.end):
            character = document.text[offset]
            source = document.source_text[slice(*document.source(Region(offset, offset + 1)))]
            if len(source) == 1 and character != source:
                assert (
                    (character == " " and source.isspace())
                    or character in unicodedata.normalize("NFKC", source)
                    or (unicodedata.normalize("NFKC", character) == source)
                )


def check_region(document: Document, data: st.DataObject) -> None:
    passage = data.draw(st.sampled_from(document.blocks))
    start = data.draw(st.integers(passage.region.start, passage.region.end - 1))
    region = wholes(document, start, data.draw(st.integers(start + 1, passage.region.end)))
    source = document.source_text[slice(*document.source(region))]
    assert essence(source) == essence(document.text[region.start : region.end])


@settings(max_examples=150, deadline=None)
@given(plain_text, st.data())
def test_plain_text_is_found_again(source_text: str, data: st.DataObject) -> None:
    document = parse("page.txt", source_text.encode())

    check_blocks(document)
    check_order(document)
    check_characters(document)
    if document.blocks:
        check_region(document, data)


@settings(max_examples=150, deadline=None)
@given(plain_text, st.data())
def test_plain_region_says_what_its_source_says(source_text: str, data: st.DataObject) -> None:
    document = parse("page.txt", source_text.encode())
    if document.blocks:
        passage = data.draw(st.sampled_from(document.blocks))
        start = data.draw(st.integers(passage.region.start, passage.region.end - 1))
        region = wholes(document, start, data.draw(st.integers(start + 1, passage.region.end)))
        source = document.source_text[slice(*document.source(region))]
        words = re.sub("medlint: allow x -- y\n|[\u00ad\u200b]", "", source)
        words = " ".join(re.sub("ﬁ", "fi", re.sub("ﬃ", "ffi", words)).split(None))

        assert words == document.text[region.start : region.end].strip()


@settings(max_examples=250, deadline=None)
@given(markdown_text, st.data())
def test_markdown_is_found_again(source_text: str, data: st.DataObject) -> None:
    document = parse("page.md", source_text.encode())

    check_blocks(document)
    check_order(document)
    check_characters(document)
    if document.blocks:
        check_region(document, data)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab*_`[]()<>!&;#-|>\\~\n\r \t\u00a0\u00ad\ufb01é👩1.^:\"'=/+", max_size=80))
def test_any_text_is_read_with_sound_blocks(source_text: str) -> None:
    for path in ("page.md", "page.txt"):
        document = parse(path, source_text.encode())

        check_blocks(document)
        for passage in document.blocks:
            start, end = document.source(passage.region)
            assert 0 <= start < end <= len(document.source_text)


@given(plain_text)
def test_line_ends_and_mark_change_nothing_the_reader_sees(source_text: str) -> None:
    unix = source_text.replace("\r\n", "\n")
    document = parse("page.txt", unix.encode())
    other = parse("page.txt", unix.replace("\n", "\r\n").encode("utf-8-sig"))

    assert [(block.kind, block.text) for block in document.blocks] == [
        (block.kind, block.text) for block in other.blocks
    ]
    assert other.source_text == unix.replace("\n", "\r\n")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                (
                    "\n",
                    "\n\n",
                    " ",
                    "**",
                    "_",
                    "\n> ",
                    "\n- ",
                    "\n2. ",
                    "\n# ",
                    "`",
                    "[",
                    "]",
                    "|",
                    "\n|---|\n",
                    "\n    ",
                    "\n• ",
                    "~~",
                    "\n---\n",
                    "[^1]",
                    "$",
                )
            ),
            st.booleans(),
        ),
        max_size=30,
    )
)
def test_no_word_is_lost(parts: list[tuple[str, bool]]) -> None:
    source_text = "".join(
        f"{mark}Word{number}x" if has_word else mark for number, (mark, has_word) in enumerate(parts)
    )
    words = {f"Word{number}x" for number, (_, has_word) in enumerate(parts) if has_word}

    for path in ("page.md", "page.txt"):
        document = parse(path, source_text.encode())
        if not any("code" in note for note in document.not_checked):
            assert words <= set(re.findall(r"Word\d+x", document.text))
