"""PDF files for tests, written object by object without any library that reads them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from medlint.model import Document
from medlint.parsers import parse

A4 = (0.0, 0.0, 595.0, 842.0)
IMAGE = b"q 100 0 0 100 50 50 cm /I1 Do Q\n"


class Text(NamedTuple):
    """Words at a place, in points from the lower left corner."""

    x: float
    y: float
    words: str
    size: float = 10.0
    bold: bool = False
    turn: tuple[float, float, float, float] = (1.0, 0.0, 0.0, 1.0)


def column(x: float, y: float, lines: Iterable[str], size: float = 10.0, pitch: float = 12.0) -> list[Text]:
    """Return lines one below the other."""
    return [Text(x, y - number * pitch, words, size) for number, words in enumerate(lines)]


def content(texts: Iterable[Text]) -> bytes:
    """Return what draws texts."""
    parts = []
    for text in texts:
        words = text.words.encode("cp1252")
        for mark in (b"\\", b"(", b")"):
            words = words.replace(mark, b"\\" + mark)
        turn = " ".join(f"{value:g}" for value in text.turn)
        face = "F2" if text.bold else "F1"
        begin = f"BT /{face} {text.size:g} Tf {turn} {text.x:g} {text.y:g} Tm (".encode()
        parts.append(begin + words + b") Tj ET\n")
    return b"".join(parts)


def pdf(
    *pages: Sequence[Text] | bytes,
    box: tuple[float, float, float, float] = A4,
    page_extra: str = "",
    info: str = "",
    is_packed: bool = False,
) -> bytes:
    """Return a file with a page for each list of texts, or for each stream that draws one."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        font.format("Helvetica").encode(),
        font.format("Helvetica-Bold").encode(),
        _stream(b"\xc0\x30\x30", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB"
                " /BitsPerComponent 8"),
    ]  # fmt: skip
    if info:
        objects.append(f"<< {info} >>".encode())
    kids = []
    edges = " ".join(f"{edge:g}" for edge in box)
    for page in pages:
        drawn = page if isinstance(page, bytes) else content(page)
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{edges}] /Contents {number + 1} 0 R {page_extra}"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I1 5 0 R >> >> >>".encode()
        )
        objects.append(
            _stream(zlib.compress(drawn, 9), "/Filter /FlateDecode") if is_packed else _stream(drawn)
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects, "/Info 6 0 R" if info else "")


def document(*pages: Sequence[Text] | bytes, **options: object) -> Document:
    """Return what medlint reads in such a file."""
    return parse("page.pdf", pdf(*pages, **options))  # type: ignore[arg-type]


def _stream(data: bytes, extra: str = "") -> bytes:
    return f"<< /Length {len(data)} {extra} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes], trailer_extra: str) -> bytes:
    written, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        written
        + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
        + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer_extra} >>\n".encode()
        + f"startxref\n{len(written)}\n%%EOF\n".encode()
    )


def field(rest: str) -> str:
    """Return a text field of a form at 50, 400."""
    return f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [50 400 200 420] {rest} >>"


def tagged(words: str, alt: str, fields: str = "") -> bytes:
    """Return a page with words, a picture at 50, 50 whose alternative text is a tag's, and form fields."""
    drawn = b"/P << /MCID 0 >> BDC " + content([Text(50, 700, words)])
    drawn += b" EMC /Figure << /MCID 1 >> BDC " + IMAGE + b"EMC "
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 7 0 R /MarkInfo << /Marked true >> >>",
        b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        _stream(b"\xc0\x30\x30", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB"
                " /BitsPerComponent 8"),
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /StructParents 0"
        f" /Annots [{fields}]"
        " /Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> >>".encode(),
        _stream(drawn),
        b"<< /Type /StructTreeRoot /K [8 0 R] /ParentTree << /Nums [0 [9 0 R 10 0 R]] >> >>",
        b"<< /Type /StructElem /S /Document /P 7 0 R /K [9 0 R 10 0 R] >>",
        b"<< /Type /StructElem /S /P /P 8 0 R /Pg 5 0 R /K 0 >>",
        f"<< /Type /StructElem /S /Figure /P 8 0 R /Pg 5 0 R /K 1 /Alt ({alt}) >>".encode(),
    ]  # fmt: skip
    return _file(objects, "")
