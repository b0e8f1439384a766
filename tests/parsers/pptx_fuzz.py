"""PowerPoint files made by chance, and what has to hold for each; for tests and `benchmarks/fuzz.py`."""

from __future__ import annotations

from random import Random
from xml.sax.saxutils import escape

from medlint.errors import DocumentError
from medlint.model import Document, Region
from medlint.parsers import parse
from tests.parsers.pptx_files import HEAD, NAMES, members, packed, pptx, slide

WORDS = ("Zelpax", " is ", "completely safe.", "1", " ", "", "\u00ad", "\u00a0", "😊", "ﬁ", "\n", "• a",
         "medlint: allow x -- y", "References", "[1] ", "²")  # fmt: skip
VALUES = (
    "0",
    "1",
    "2",
    "9",
    "-1",
    "x",
    "",
    "title",
    "body",
    "ftr",
    "sldNum",
    "30000",
    "30%",
    "-25000",
    "–",
    "l",
    "c",
    "d",
    "gone",
)
ATTRIBUTES = (
    "type",
    "lvl",
    "baseline",
    "char",
    "startAt",
    "r:id",
    "r:dm",
    "descr",
    "hMerge",
    "vMerge",
    "show",
)
INSIDE = {
    "p:sp": ("p:nvSpPr", "p:txBody", "p:txBody"), "p:nvSpPr": ("p:cNvPr", "p:nvPr"), "p:nvPr": ("p:ph",),
    "p:pic": ("p:nvPicPr",), "p:nvPicPr": ("p:cNvPr",),
    "p:grpSp": ("p:nvGrpSpPr", "p:sp", "p:grpSp", "p:pic"),
    "p:nvGrpSpPr": ("p:cNvPr",), "p:txBody": ("a:p", "a:p", "a:bodyPr"),
    "a:p": ("a:pPr", "a:r", "a:r", "a:br", "a:fld"),
    "a:r": ("a:rPr", "a:t", "a:t"), "a:fld": ("a:t",), "a:rPr": ("a:hlinkClick",),
    "a:pPr": ("a:buNone", "a:buChar", "a:buAutoNum"), "p:graphicFrame": ("a:tbl", "c:chart", "dgm:relIds"),
    "a:tbl": ("a:tr", "a:tr"), "a:tr": ("a:tc", "a:tc"), "a:tc": ("a:txBody",), "a:txBody": ("a:p",),
    "mc:AlternateContent": ("mc:Choice", "mc:Fallback"), "mc:Choice": ("p:sp", "p:pic"),
    "mc:Fallback": ("p:sp",),
    "c:chartSpace": ("c:rich", "c:tx", "c:cat"), "c:rich": ("a:p",), "c:tx": ("c:strCache",),
    "c:cat": ("c:strCache",),
    "c:strCache": ("c:v",), "dgm:dataModel": ("dgm:t",), "dgm:t": ("a:p",),
}  # fmt: skip
ANY = tuple(INSIDE)
SHAPES = ("p:sp", "p:sp", "p:pic", "p:grpSp", "p:graphicFrame", "mc:AlternateContent")
RELATIONS = {
    "l": ("hyperlink", "https://a.example"),
    "c": ("chart", "chart.xml"),
    "d": ("diagramData", "data.xml"),
}


def made(seed: int) -> bytes:
    """Return a file: sound XML that makes little sense, or one that was damaged."""
    chance = Random(seed)
    slides = [slide(*(_tree(chance, chance.choice(SHAPES), 6) for _ in range(chance.randrange(4))))
              for _ in range(chance.randrange(3))]  # fmt: skip
    parts = {
        name: HEAD + _tree(chance, root, 4).replace(f"<{root}", f"<{root} {NAMES}", 1)
        for name, root in (("chart.xml", "c:chartSpace"), ("data.xml", "dgm:dataModel"))
    }
    data = pptx(*slides, parts=parts, relations=RELATIONS)
    return data if chance.random() < 0.7 else _damaged(chance, data)


def check(data: bytes) -> Document | None:
    """Read a file; None where it is refused.

    Raises:
        AssertionError: the document is not sound. Anything else but `DocumentError` is a bug as well.
    """
    try:
        document = parse("page.pptx", data)
    except DocumentError:
        return None
    end = 0
    for block in document.blocks:
        assert block.text == document.text[block.region.start : block.region.end]
        assert block.text == " ".join(block.text.split())
        assert block.region.start >= end
        end = block.region.end
        start, stop = document.source(block.region)
        assert 0 <= start < stop <= len(document.source_text)
        assert document.position(block.region.start).slide in (1, 2, 3)
    for link in document.links:
        assert 0 <= link.region.start < link.region.end <= len(document.text)
    assert not document.text or document.source(Region(0, 1))
    return document


def _tree(chance: Random, tag: str, depth: int) -> str:
    attributes = {name: chance.choice(VALUES) for name in ATTRIBUTES if chance.random() < 0.25}
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    if tag in ("a:t", "c:v"):
        return f"<{tag}>{escape(''.join(chance.choice(WORDS) for _ in range(chance.randrange(4))))}</{tag}>"
    inside = ""
    if depth and tag in INSIDE:
        for _ in range(chance.randrange(4)):
            inside += _tree(chance, chance.choice(INSIDE[tag] if chance.random() < 0.93 else ANY), depth - 1)
    return f"<{tag}{written}>{inside}</{tag}>"


def _damaged(chance: Random, data: bytes) -> bytes:
    if chance.random() < 0.3:
        return _spoilt(chance, data)
    parts = members(data)
    name = chance.choice(sorted(parts))
    parts[name] = _spoilt(chance, parts[name])
    if chance.random() < 0.2:
        del parts[chance.choice(sorted(parts))]
    return packed(parts)


def _spoilt(chance: Random, content: bytes) -> bytes:
    spoilt = bytearray(content)
    for _ in range(1 + chance.randrange(3)):
        at = chance.randrange(len(spoilt) + 1)
        what = chance.randrange(4)
        if what == 0:
            del spoilt[at : at + chance.randrange(40)]
        elif what == 1:
            spoilt[at:at] = spoilt[at : at + chance.randrange(40)]
        elif what == 2:
            spoilt[at : at + 1] = bytes([chance.randrange(256)])
        elif chance.random() < 0.2:
            del spoilt[at:]
    return bytes(spoilt)
