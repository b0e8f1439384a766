"""Word files made by chance, and what has to hold for each of them; for tests and `benchmarks/fuzz.py`."""

from __future__ import annotations

from random import Random
from xml.sax.saxutils import escape

from medlint.annotate import docx
from medlint.errors import DocumentError
from medlint.model import Document, Finding
from medlint.parsers import parse
from tests.parsers.docx_files import members, packed, paragraph, word

WORDS = (
    "Zelpax", " is ", "completely safe", ".", "1", " ", "", "\u00ad", "\u00a0", "😊", "ﬁ", "\n", "- item",
    "a\tb",
    "medlint: allow overclaim -- poster", "References", "Le médicament de la", "\u200d", "] ", "²", "&",
)  # fmt: skip
VALUES = (
    "0", "1", "2", "3", "9", "99", "-1", "x", "", "true", "superscript", "begin", "separate", "end",
    "continue", "restart", "fr-FR", "en-GB", "H1", "Quote", "Bullets", "F0B3", "Symbol", "medlint",
    "Ines", "TOC", ' HYPERLINK "https://a.example" ', "a poster",
)  # fmt: skip
ATTRIBUTES = (
    "w:val",
    "w:id",
    "w:author",
    "w:fldCharType",
    "w:instr",
    "w:char",
    "w:font",
    "r:id",
    "descr",
    "alt",
    "uri",
)
TEXTS = ("w:t", "w:delText", "w:instrText", "m:t")


def _names(words: str) -> tuple[str, ...]:
    """Return names of elements; one without a prefix is Word's own."""
    return tuple(name if ":" in name else f"w:{name}" for name in words.split())


BLOCKS = _names("p p p tbl sdt ins customXml mc:AlternateContent altChunk sectPr")
INLINES = _names(
    "r r r r hyperlink ins del moveFrom moveTo fldSimple sdt commentRangeStart commentRangeEnd m:oMath "
    "smartTag pPr mc:AlternateContent"
)
RUN_PARTS = _names(
    "t t t t delText tab br cr sym noBreakHyphen softHyphen footnoteReference endnoteReference fldChar "
    "instrText commentReference rPr drawing pict object ruby mc:AlternateContent"
)
INSIDE = {
    **dict.fromkeys(_names("body txbxContent footnote endnote"), BLOCKS),
    **dict.fromkeys(_names("p hyperlink fldSimple smartTag moveTo moveFrom"), INLINES),
    **dict.fromkeys(_names("ins del customXml"), (*INLINES, *BLOCKS)),
    **dict.fromkeys(_names("mc:Choice mc:Fallback"), (*BLOCKS, *INLINES, *RUN_PARTS)),
    "w:r": RUN_PARTS,
    "w:tbl": _names("tr tr sdt customXml"),
    "w:tr": _names("tc tc tc trPr sdt"),
    "w:tc": (*BLOCKS, "w:tcPr"),
    "w:trPr": _names("ins del"),
    "w:tcPr": _names("vMerge gridSpan cellDel cellIns"),
    "w:sdt": _names("sdtPr sdtContent"),
    "w:sdtContent": (*BLOCKS, *INLINES, *_names("tr tc")),
    "w:sdtPr": _names("docPartObj"),
    "w:docPartObj": _names("docPartGallery"),
    "w:pPr": _names("pStyle numPr outlineLvl rPr"),
    "w:numPr": _names("numId ilvl"),
    "w:rPr": _names("b vanish lang vertAlign rStyle del ins u"),
    "w:drawing": _names("wp:docPr a:graphicData pic:pic txbxContent mc:AlternateContent"),
    "w:pict": _names("v:shape txbxContent"),
    "v:shape": _names("v:imagedata txbxContent"),
    "mc:AlternateContent": _names("mc:Choice mc:Fallback"),
    "m:oMath": ("m:r",),
    "m:r": ("m:t",),
    "w:ruby": _names("rubyBase"),
    "w:rubyBase": _names("r"),
}
"""What usually stands in an element."""

ANY = tuple(INSIDE)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bullets"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    "</w:style>"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerRoman"/>'
    '<w:lvlText w:val="%1%9"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"/>'
)


def made(seed: int) -> bytes:
    """Return a file: sound XML that makes little sense, or a sound file that was damaged."""
    chance = Random(seed)
    if chance.random() < 0.75:
        return _grown(chance)
    return _damaged(chance, _grown(chance))


def check(data: bytes, seed: int) -> Document | None:
    """Read a file, put findings into it and read the copy; None where it was refused.

    Raises:
        AssertionError: something does not hold. Anything else but `DocumentError` is a bug as well.
    """
    try:
        document = parse("page.docx", data)
    except DocumentError:
        return None
    for block in document.blocks:
        assert document.text[block.region.start : block.region.end] == block.text
        start, end = document.source(block.region)
        assert 0 <= start < end <= len(document.source_text)
        assert (
            document.position(block.region.start).paragraph == document.source_text.count("\n", 0, start) + 1
        )
    if seed % 4:
        return document  # the copy takes longer than all the rest
    written = _annotated(document, data, Random(seed))
    if written is None:
        return document
    copy = parse("copy.docx", written)
    assert copy.text == document.text
    assert [(block.kind, block.level, block.marker) for block in copy.blocks] == [
        (block.kind, block.level, block.marker) for block in document.blocks
    ]
    assert [each.text for each in copy.comments] == [each.text for each in document.comments]
    return document


def _annotated(document: Document, data: bytes, chance: Random) -> bytes | None:
    findings = [_finding(document, chance) for _ in range(chance.randrange(4))]
    try:
        return docx.annotated(
            "page.docx", data, findings, "2026-11-24", suggest_changes=chance.random() < 0.3
        )
    except DocumentError as error:
        if "no copy can be written" in str(error):
            return None
        raise AssertionError(f"{error}: it could be read") from error


def _finding(document: Document, chance: Random) -> Finding:
    length = len(document.text)
    start = chance.randrange(length) if length else 0
    end = min(length, start + chance.randrange(30))
    is_whole = not length or chance.random() < 0.1
    return Finding(
        path="page.docx",
        rule="grammar.x",
        label=None,
        severity="note",
        needs="wording",
        message="Words.",
        advice="",
        sources=(),
        start=None,
        end=None,
        position=None if is_whole else document.position(start),
        end_position=None if is_whole else document.position(end),
        text=document.text[start:end],
        sentence="",
        in_sentence=(0, 0),
        suggestions=("other",),
        fingerprint="",
    )


def _grown(chance: Random) -> bytes:
    notes = (f'<w:footnote w:id="{key}">{_tree(chance, "w:p", 3)}</w:footnote>' for key in range(3))
    remark, own = paragraph("medlint: allow overclaim -- x"), paragraph("Error")
    parts = {
        "styles": STYLES,
        "numbering": NUMBERING,
        "footnotes": "".join(notes),
        "comments": f'<w:comment w:id="1" w:author="Ines">{remark}</w:comment>'
        f'<w:comment w:id="2" w:author="medlint">{own}</w:comment>',
        "header": _tree(chance, "w:p", 3),
    }
    kept = {kind: inside for kind, inside in parts.items() if chance.random() < 0.7}
    body = "".join(_tree(chance, chance.choice(BLOCKS), 7) for _ in range(chance.randrange(5)))
    return word(body, kept, links={"1": "https://b.example"})


def _tree(chance: Random, tag: str, depth: int) -> str:
    attributes = {name: chance.choice(VALUES) for name in ATTRIBUTES if chance.random() < 0.3}
    written = "".join(f' {name}="{escape(found, {chr(34): "&quot;"})}"' for name, found in attributes.items())
    if tag in TEXTS:
        words = escape("".join(chance.choice(WORDS) for _ in range(chance.randrange(4))))
        return f'<{tag} xml:space="preserve">{words}</{tag}>'
    inside = ""
    if depth:
        for _ in range(chance.randrange(4) if tag in INSIDE else 0):
            usual = chance.random() < 0.93
            inside += _tree(chance, chance.choice(INSIDE[tag] if usual else ANY), depth - 1)
    return f"<{tag}{written}>{inside}</{tag}>"


def _damaged(chance: Random, data: bytes) -> bytes:
    if chance.random() < 0.3:
        return _spoilt(chance, data)
    parts = members(data)
    name = chance.choice(sorted(parts))
    parts[name] = _spoilt(chance, parts[name])
    if chance.random() < 0.1:
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
            spoilt[at:at] = bytes(spoilt[at : at + chance.randrange(40)])
        elif what == 2:
            spoilt[at : at + 1] = bytes([chance.randrange(256)])
        else:
            spoilt = spoilt[:at] if chance.random() < 0.2 else spoilt
    return bytes(spoilt)
