"""Word files for tests, written member by member without any library that reads them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from medlint.model import Document
from medlint.parsers import parse

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
NAMES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": OFFICE,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def text(words: str, properties: str = "") -> str:
    """Return a run."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(*parts: str, properties: str = "") -> str:
    """Return a paragraph of XML parts, or of words where a part is none."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    written = "".join(part if part.startswith("<") else text(part) for part in parts)
    return f"<w:p>{inside}{written}</w:p>"


def word(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    links: Mapping[str, str] | None = None,
    main: str = f"{WORD}.document.main+xml",
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a Word file.

    Args:
        body: The XML inside of `w:body`; a whole part where it begins with "<?xml".
        parts: More parts by kind ("styles", "comments", "header", "footnotes" …): the XML inside their root.
        links: Addresses of external relations, by id.
        main: The content type of the document.
        extra: More members, whatever they are.
    """
    is_whole = body.startswith("<?xml")
    whole = body if is_whole else f"{HEAD}<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    members = {"word/document.xml": whole}
    types = [f'<Override PartName="/word/document.xml" ContentType="{main}"/>']
    relations = []
    for kind, inside in (parts or {}).items():
        name, sort = _names(kind)
        root = {"header": "hdr", "footer": "ftr"}.get(sort, sort)
        prefix = "w15" if sort == "commentsExtended" else "w"
        members[f"word/{name}.xml"] = f"{HEAD}<{prefix}:{root} {NAMES}>{inside}</{prefix}:{root}>"
        types.append(f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{sort}+xml"/>')
        relations.append(f'<Relationship Id="{name}" Type="{OFFICE}/{sort}" Target="{name}.xml"/>')
    for key, url in (links or {}).items():
        relations.append(
            f'<Relationship Id="{key}" Type="{OFFICE}/hyperlink" Target="{url}" TargetMode="External"/>'
        )
    members["word/_rels/document.xml.rels"] = _relations("".join(relations))
    members["_rels/.rels"] = _relations(
        f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    )
    members["[Content_Types].xml"] = (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(types)}</Types>'
    )
    return packed({**{name: content.encode() for name, content in members.items()}, **(extra or {})})


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """Return what a zip archive holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(body: str, parts: Mapping[str, str] | None = None, **given: Mapping[str, str]) -> Document:
    """Return what is read from such a file."""
    return parse("page.docx", word(body, parts, **given))  # type: ignore[arg-type]


def shown(read: Document) -> list[tuple[str, str]]:
    """Return the kinds and words of the blocks."""
    return [(block.kind, block.text) for block in read.blocks]


def _names(kind: str) -> tuple[str, str]:
    """Return the name of a part and its sort: "header2" is a header."""
    return kind, kind.rstrip("0123456789")


def _relations(inside: str) -> str:
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{address}">{inside}</Relationships>'
