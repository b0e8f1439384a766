"""What stands on a slide: titles, text, tables, charts, drawings and pictures, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from lxml import etree

from medlint.model import Kind
from medlint.parsers.pptx_text import Text, paragraphs, plain

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TITLES = ("title", "ctrTitle")
_LISTS = ("body", "obj", "")
_RUNNING = ("ftr", "hdr", "dt")
_DEEPEST = 50  # groups inside each other
_DIAGRAM = "diagram"
_PICTURES = ("pic", "sp", "cxnSp", "graphicFrame", "grpSp")


@dataclass
class Slides:
    """What runs through all slides, and what of them is not read."""

    groups: Iterator[int] = field(default_factory=lambda: count(1))
    running: dict[str, None] = field(default_factory=dict)  # footers, each once
    counts: Counter[str] = field(default_factory=Counter)


def texts(slide: Any, number: int, slides: Slides) -> Iterator[Text]:
    """Yield the blocks of a slide, its notes last."""
    shapes = [*_flat(slide.element.cSld.spTree, 0)]
    # Screen readers take the title first, wherever it lies.
    shapes.sort(key=lambda shape: _placeholder(shape) not in _TITLES)
    for shape in shapes:
        yield from _shape(shape, slide.part, number, slides)
    if slide.has_notes_slide:
        yield from _notes(slide.notes_slide)


def _flat(tree: Any, depth: int) -> Iterator[Any]:
    """Yield the shapes, those of groups too."""
    for shape in tree.iterchildren(etree.Element):
        name = etree.QName(shape).localname
        if name == "AlternateContent":
            choices = [each for each in shape if etree.QName(each).localname in ("Choice", "Fallback")]
            yield from _flat(choices[0], depth + 1) if choices and depth < _DEEPEST else ()
        elif name == "grpSp":
            if _description(shape):
                yield shape
            if depth < _DEEPEST:
                yield from _flat(shape, depth + 1)
        elif name in _PICTURES:
            yield shape


def _shape(shape: Any, part: Any, number: int, slides: Slides) -> Iterator[Text]:
    name, role = etree.QName(shape).localname, _placeholder(shape)
    if role == "sldNum":
        return
    body = next((child for child in shape if etree.QName(child).localname == "txBody"), None)
    if role in _RUNNING:
        slides.running.update(
            {text.words: None for text in paragraphs(body, part)} if body is not None else {}
        )
        return
    if role in _TITLES and body is not None:
        yield from _title(body, part, 1 if number == 1 else 2)
    elif name == "graphicFrame":
        yield from _frame(shape, part, slides)
    elif body is not None:
        found = [*paragraphs(body, part, is_list=role in _LISTS)]
        # One paragraph alone is a text, whatever its layout.
        yield from found if len(found) > 1 else paragraphs(body, part)
    yield from _alternative(shape, name, slides)


def _title(body: Any, part: Any, level: int) -> Iterator[Text]:
    lines = [*paragraphs(body, part)]
    if not lines:
        return
    title = Text("heading", "", level=level)
    for line in lines:
        shift = len(title.words) + bool(title.words)
        title.words += ("\v" if title.words else "") + line.words
        title.links += [(first + shift, last + shift, url) for first, last, url in line.links]
    yield title


def _frame(shape: Any, part: Any, slides: Slides) -> Iterator[Text]:
    """Yield what a table, a chart or a diagram says."""
    table = next(shape.iter(f"{_A}tbl"), None)
    if table is not None:
        yield from _table(table, part, next(slides.groups))
        return
    chart = next(shape.iter(f"{_C}chart"), None)
    if chart is not None:
        yield from _chart(_related(part, chart.get(f"{_R}id")))
        return
    diagram = next((each for each in shape.iter(etree.Element) if _is_diagram(each)), None)
    if diagram is None:
        slides.counts["embedded object"] += 1
        return
    key = next((value for name, value in diagram.items() if name == f"{_R}dm"), None)
    data = _related(part, key)
    for body in data.iter(etree.Element) if data is not None else ():
        if etree.QName(body).localname == "t" and len(body):
            yield from paragraphs(body, part)


def _is_diagram(element: Any) -> bool:
    name = etree.QName(element)
    return name.localname == "relIds" and _DIAGRAM in (name.namespace or "")


def _related(part: Any, key: str | None) -> Any:
    """Return the XML of a part of the same file, None where there is none."""
    relation = part.rels.get(key) if key else None
    if relation is None or relation.is_external:
        return None
    other = relation.target_part
    element = getattr(other, "_element", None)
    if element is not None:
        return element
    return etree.fromstring(other.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _table(table: Any, part: Any, group: int) -> Iterator[Text]:
    for row, line in enumerate(table.iterchildren(f"{_A}tr"), 1):
        for cell in line.iterchildren(f"{_A}tc"):
            body = cell.find(f"{_A}txBody")
            if body is None or cell.get("hMerge") == "1" or cell.get("vMerge") == "1":
                continue
            for text in paragraphs(body, part, "table-cell"):
                text.group, text.row = group, row
                yield text


def _chart(chart: Any) -> Iterator[Text]:
    """Yield title, axes, series, categories and labels of a chart."""
    if chart is None:
        return
    seen: set[str] = set()
    for words, kind in (*_written(chart), *_cached(chart)):
        if words.strip() and words not in seen:
            seen.add(words)
            yield Text(kind, words)


def _written(chart: Any) -> Iterator[tuple[str, Kind]]:
    for rich in chart.iter(f"{_C}rich"):
        for paragraph in rich.iterchildren(f"{_A}p"):
            yield plain(paragraph), "caption"


def _cached(chart: Any) -> Iterator[tuple[str, Kind]]:
    """Yield the words that a chart shows from its sheet."""
    for name in ("tx", "cat"):
        for element in chart.iter(f"{_C}{name}"):
            for cache in element.iter(f"{_C}strCache"):
                for value in cache.iter(f"{_C}v"):
                    yield value.text or "", "caption"


def _alternative(shape: Any, name: str, slides: Slides) -> Iterator[Text]:
    words = _description(shape)
    if name == "pic":
        slides.counts["image" if words else "image without alternative text"] += 1
    if words:
        yield Text("alt-text", words)


def _description(shape: Any) -> str:
    """Return the alternative text of a shape."""
    for properties in shape.iterchildren(etree.Element):
        for child in properties.iterchildren(etree.Element):
            if etree.QName(child).localname == "cNvPr":
                return str(child.get("descr", "")).strip()
    return ""


def _placeholder(shape: Any) -> str | None:
    """Return which place of the layout a shape fills, None where it is none of the layout's."""
    for element in shape.iterchildren(etree.Element):
        if etree.QName(element).localname in ("nvSpPr", "nvPicPr", "nvGraphicFramePr"):
            for child in element.iter(etree.Element):
                if etree.QName(child).localname == "ph":
                    return str(child.get("type", ""))
    return None


def _notes(notes: Any) -> Iterator[Text]:
    for shape in _flat(notes.element.cSld.spTree, 0):
        if _placeholder(shape) == "body":
            body = next((child for child in shape if etree.QName(child).localname == "txBody"), None)
            yield from paragraphs(body, notes.part) if body is not None else ()


def running(slides: Slides) -> Iterable[Text]:
    """Return what runs through the slides, once."""
    return [Text("paragraph", words) for words in slides.running]
