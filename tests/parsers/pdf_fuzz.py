"""PDF files and pages made by chance, and what has to hold for each; for tests and `benchmarks/fuzz.py`."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hypothesis import strategies as st

from medlint.errors import DocumentError
from medlint.model import Document, Region
from medlint.parsers import pdf, pdf_glyphs
from medlint.parsers.pdf_child import columns
from medlint.parsers.pdf_glyphs import Glyphs, Page
from medlint.parsers.placed import PlacedDocument
from tests.parsers.pdf_files import Text, column, field, tagged
from tests.parsers.pdf_files import pdf as pdf_file

LEAFLET = Path(__file__).resolve().parents[1] / "fixtures" / "leaflet.pdf"
SMALL = pdf_file(
    [*column(50, 700, ("Zelpax is com-", "pletely safe.", "• It helps")),
     Text(300, 700, "Effect", 14), Text(400, 700, "1", 6)],
    [Text(50, 800, "Zelpax"), Text(50, 700, "in 9 in 100 people."), Text(300, 30, "2")],
)  # fmt: skip
TAGGED = tagged("Zelpax is safe.", "A nurse", field("/V (words)") + field("/TU (Your name)"))
WORDS = ("Zelpax", " ", "safe.", "-", "•", "1", "1.", "A", "\u00a0", "\u00ad", "ﬁ", "😊", "\uf0b7",
         "\ufffe", "\x02", "medlint: allow x -- y", "References",
         "[1] ", "\u200d", "é", "\ud800", ")", "o", "²")  # fmt: skip
SIZES = (0.0, 1.0, 6.0, 10.0, 10.5, 14.0, 24.0, 1e6)
PLACES = (0.0, 50.0, 50.5, 200.0, 300.0, 700.0, 712.0, -5.0, 1e6)
WIDTHS = (0.0, 3.0, 5.0, 8.0, 100.0, -4.0)


def files() -> st.SearchStrategy[bytes]:
    """Return files that were damaged."""
    return st.builds(damaged, st.integers(0, 2**63 - 1))


def damaged(seed: int) -> bytes:
    """Return a small file, or now and then the leaflet, with some of its bytes changed."""
    chance = Random(seed)
    data = bytearray(LEAFLET.read_bytes() if chance.random() < 0.02 else chance.choice((SMALL, TAGGED)))
    for _ in range(1 + chance.randrange(6)):
        at = chance.randrange(len(data))
        what = chance.randrange(5)
        if what == 0:
            del data[at : at + chance.randrange(60)]
        elif what == 1:
            data[at:at] = data[at : at + chance.randrange(60)]
        elif what == 2:
            data[at] = chance.randrange(256)
        elif what == 3:
            other = chance.randrange(len(data))
            data[at : at + 8] = data[other : other + 8]
        else:
            data[at : at + 1] = str(chance.choice((0, -1, 9, 1e9, 2**31))).encode()
        if not data:
            return b""
    return bytes(data)


def check_file(data: bytes) -> Document | None:
    """Read a file; None where it is refused.

    Raises:
        AssertionError: the document is not sound. Anything else but `DocumentError` is a bug as well.
    """
    try:
        document = pdf.made("page.pdf", pdf_glyphs.read_here("page.pdf", data), "0")
    except DocumentError:
        return None
    check(document)
    return document


def check_scattered(seed: int) -> None:
    """Read pages whose characters stand anywhere.

    Raises:
        AssertionError: the document is not sound.
    """
    chance = Random(seed)
    pages = [_scattered(chance, number) for number in range(1, 1 + chance.randrange(1, 4))]
    try:
        document = pdf.made("page.pdf", Glyphs(pages, {}), "0")
    except DocumentError:
        return
    check(document)


def check(document: PlacedDocument) -> None:
    """Raise an `AssertionError` unless text, blocks and places agree."""
    end = 0
    for block in document.blocks:
        assert block.text == document.text[block.region.start : block.region.end]
        assert block.text == " ".join(block.text.split())
        assert block.region.start >= end
        end = block.region.end
        for offset in (block.region.start, block.region.end - 1):
            start, stop = document.source(Region(offset, offset + 1))
            assert 0 <= start < stop <= len(document.source_text)
            position = document.place(start, stop)
            assert position.page is not None
            assert position.box is not None
            assert position.box[0] <= position.box[2]
    for link in document.links:
        assert 0 <= link.region.start < link.region.end <= len(document.text)


def _scattered(chance: Random, number: int) -> Page:
    found = columns()
    x, y, size, flag = 50.0, 700.0, 10.0, 0
    for _ in range(chance.randrange(60)):
        if chance.random() < 0.3:
            x, y, size = chance.choice(PLACES), chance.choice(PLACES), chance.choice(SIZES)
            flag = chance.choice((0, 0, 0, 1, 2, 3, 4, 8, 16))
        for character in chance.choice(WORDS):
            width = chance.choice(WIDTHS) if chance.random() < 0.1 else 5.0
            box = (x, y - 2, x + width, y + 8)
            values = (
                ord(character),
                flag,
                *box,
                x,
                y,
                0.0 if character == " " and chance.random() < 0.3 else size,
            )
            for array, value in zip(found.values(), values, strict=True):
                array.append(value)
            x += width
    return Page(number, found, chance.randrange(2), is_damaged=False)
