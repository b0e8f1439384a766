"""PowerPoint files for tests, written member by member without any library that reads them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from medlint.model import Document
from medlint.parsers import parse

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
PACKAGE = "application/vnd.openxmlformats-package"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
POINT = "application/vnd.openxmlformats-officedocument.presentationml"
MAIN = f"{POINT}.presentation.main+xml"
NAMES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "r": OFFICE,
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    }.items()
)


def run(words: str, properties: str = "") -> str:
    """Return a run; `properties` are what stands inside and around its properties."""
    return f"<a:r>{properties}<a:t>{escape(words)}</a:t></a:r>"


def paragraph(*parts: str, properties: str = "") -> str:
    """Return a paragraph of XML parts, or of words where a part is none."""
    written = "".join(part if part.startswith("<") else run(part) for part in parts)
    return f"<a:p>{properties}{written}</a:p>"


def shape(*paragraphs: str, place: str | None = None, description: str = "") -> str:
    """Return a text box, or what fills a place of the layout: "title", "body", "ftr" …"""
    role = "" if place is None else f'<p:ph type="{place}"/>' if place else "<p:ph/>"
    named = f'<p:cNvPr id="2" name="n" descr="{escape(description)}"/>'
    return (
        f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr>{role}</p:nvPr></p:nvSpPr><p:spPr/>"
        f"<p:txBody><a:bodyPr/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def frame(inside: str) -> str:
    """Return a frame for a table, chart or diagram."""
    named = (
        '<p:nvGraphicFramePr><p:cNvPr id="3" name="f"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    )
    graphic = f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>"
    return f"<p:graphicFrame>{named}{graphic}</p:graphicFrame>"


def slide(*shapes: str, attributes: str = "") -> str:
    """Return the XML of a slide."""
    tree = f"<p:cSld><p:spTree><p:nvGrpSpPr/><p:grpSpPr/>{''.join(shapes)}</p:spTree></p:cSld>"
    return f"{HEAD}<p:sld {NAMES} {attributes}>{tree}</p:sld>"


def pptx(
    *slides: str,
    parts: Mapping[str, str] | None = None,
    relations: Mapping[str, tuple[str, str]] | None = None,
    main: str = MAIN,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a PowerPoint file.

    Args:
        slides: XML of each.
        parts: More XML parts, by their name in the folder `ppt`.
        relations: What the slides lead to: id → kind, and a name in the folder `ppt` or an address.
        main: The content type of the presentation.
        extra: More members, by their name.
    """
    members: dict[str, bytes] = {}
    types = [f'<Default Extension="rels" ContentType="{PACKAGE}.relationships+xml"/>',
             '<Default Extension="xml" ContentType="application/xml"/>',
             f'<Override PartName="/ppt/presentation.xml" ContentType="{main}"/>']  # fmt: skip
    ids, links = "", []
    for number, xml in enumerate(slides, 1):
        members[f"ppt/slides/slide{number}.xml"] = xml.encode()
        members[f"ppt/slides/_rels/slide{number}.xml.rels"] = _relations(relations or {}, "../").encode()
        types.append(f'<Override PartName="/ppt/slides/slide{number}.xml" ContentType="{POINT}.slide+xml"/>')
        ids += f'<p:sldId id="{255 + number}" r:id="s{number}"/>'
        links.append((f"s{number}", ("slide", f"slides/slide{number}.xml")))
    for name, xml in (parts or {}).items():
        members[f"ppt/{name}"] = xml.encode()
    deck = f"<p:presentation {NAMES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    members |= {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}">'
        f"{''.join(types)}</Types>".encode(),
        "_rels/.rels": _relations({"d": ("officeDocument", "ppt/presentation.xml")}, "").encode(),
        "ppt/presentation.xml": (HEAD + deck).encode(),
        "ppt/_rels/presentation.xml.rels": _relations(dict(links), "").encode(),
        **(extra or {}),
    }  # fmt: skip
    return packed(members)


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return the archive of members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """Return what an archive holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(*shapes: str, **options: object) -> Document:
    """Return what medlint reads in a file of one slide."""
    return parse("page.pptx", pptx(slide(*shapes), **options))  # type: ignore[arg-type]


def _relations(relations: Mapping[str, tuple[str, str]], up: str) -> str:
    written = ""
    for key, (kind, target) in relations.items():
        is_external = "://" in target or target.startswith("mailto:")
        place = target if is_external else up + target
        mode = ' TargetMode="External"' if is_external else ""
        written += f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{escape(place)}"{mode}/>'
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{written}</Relationships>'
