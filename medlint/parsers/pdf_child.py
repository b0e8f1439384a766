"""What PDFium reads in a PDF: every character with its place. Runs as a process of its own.

A hostile file can then cost no more time and memory than the parent allows, and a crash of the
library ends this process and nothing else. It imports nothing of medlint, to start quickly.

The file comes on standard input. Standard output gets a line of JSON for the file, then for each page
a line and the arrays that it counts (see `COLUMNS`). Last comes `{"end": true}`, or `{"error": …}`.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from array import array
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO

# All of them are our own judgement: a leaflet has 10 pages, a book 500 with 1,500,000 characters.
MAX_PAGES = 1_000
MAX_CHARACTERS = 2_000_000
MAX_ON_PAGE = 100_000
"""Characters; a newspaper's page has a third of that."""

MAX_OBJECTS = 20_000
"""Of a page, that are looked at for pictures."""

MAX_LINKS = 1_000
"""Of a page."""

MAX_ADDRESS = 2_048
"""Bytes."""

MAX_ASIDES = 1_000
"""Alternative texts of a page, and form fields."""

MAX_ASIDE = 8_192
"""Bytes of one of them, of which a character has two."""

MAX_TAGS = 50_000
"""Elements of a tagged page that are looked at."""

COLUMNS = (
    ("codes", "I"), ("flags", "B"), ("left", "f"), ("bottom", "f"), ("right", "f"), ("top", "f"),
    ("x", "f"), ("y", "f"), ("size", "f"),
)  # fmt: skip
"""The arrays of a page, an item for each character, in this order; the origin lies on the base line."""

BOLD, HYPHEN, SKEW = 4, 8, 16
"""Flags beside the direction, which is the lowest two bits: quarters of a turn against the clock."""

Columns = dict[str, "array[Any]"]
_LINE_BREAKS = (0, 10, 13)
_PDFIUM_HYPHEN = 2  # what PDFium makes of a hyphen at the end of a line
_HEAVY = 600  # the weight of a semi-bold face
_HEAVY_NAMES = ("bold", "black", "heavy", "demi")
_FALLBACK_SIZE = 1.0
_FARTHEST = 1e6  # points from the corner of a page


def columns() -> Columns:
    """Return the arrays of a page without characters."""
    return {name: array(code) for name, code in COLUMNS}


def read(data: bytes) -> Iterator[tuple[dict[str, Any], Columns | None]]:
    """Yield what is said of the file, of each page with its characters, and of the end."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        yield {"error": "encrypted" if "assword" in str(error) else "damaged"}, None
        return
    count, characters = len(document), 0
    if count > MAX_PAGES:
        yield {"error": "pages", "number": count}, None
        return
    yield {"meta": _meta(document), "pages": count}, None
    for number in range(1, count + 1):
        try:
            page = document[number - 1]
            found, seen = _characters(page), {**_seen(page), "links": [*_links(document, page)]}
        except pypdfium2.PdfiumError:
            yield {"page": number, "length": 0, "damaged": True}, columns()
            continue
        length = len(found["codes"])
        characters += length + sum(len(words) for _, words, _ in seen["asides"])
        if characters > MAX_CHARACTERS or length > MAX_ON_PAGE:
            yield {"error": "characters" if length <= MAX_ON_PAGE else "page", "number": number}, None
            return
        yield {"page": number, "length": length, **seen}, found
        page.close()
    yield {"end": True}, None


def _meta(document: Any) -> dict[str, str]:
    return {key.lower(): value for key in ("Title", "Author") if (value := document.get_metadata_value(key))}


def _characters(page: Any) -> Columns:
    """Return the characters of a page, without line breaks."""
    from pypdfium2 import raw

    found, faces = columns(), {}
    codes, flags, left, bottom, right, top, origin_x, origin_y, size = found.values()
    text_page = page.get_textpage()
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(min(text_page.count_chars(), 2 * MAX_ON_PAGE)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in _LINE_BREAKS or not raw.FPDFText_GetLooseCharBox(text_page, index, box):
            continue
        if 0xDC00 <= code < 0xE000 and codes and 0xD800 <= codes[-1] < 0xDC00:
            codes[-1] = 0x10000 + ((codes[-1] - 0xD800) << 10) + (code - 0xDC00)
            continue
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        key = (
            ctypes.addressof(written.contents)
            if (written := raw.FPDFText_GetTextObject(text_page, index))
            else 0
        )
        if key not in faces:
            faces[key] = _face(text_page, index, written, raw)
        flag, height = faces[key]
        codes.append(code)
        flags.append(flag | (HYPHEN if code == _PDFIUM_HYPHEN else 0))
        left.append(box.left)
        bottom.append(box.bottom)
        right.append(box.right)
        top.append(box.top)
        origin_x.append(x.value)
        origin_y.append(y.value)
        size.append(height)
    text_page.close()
    for name, column in found.items():
        if column.typecode == "f":
            found[name] = _sane(column)
    return found


def _sane(column: array[float]) -> array[float]:
    """Return measures without those that no page can have; nothing else then needs to ask."""
    if math.isfinite(sum(column)) and (not column or (max(column) < _FARTHEST and min(column) > -_FARTHEST)):
        return column
    limits = (min(_FARTHEST, max(-_FARTHEST, value)) if value == value else 0.0 for value in column)
    return array("f", limits)


def _face(text_page: Any, index: int, written: Any, raw: Any) -> tuple[int, float]:
    """Return direction and weight as flags, and the size in points, of all that was written at once."""
    matrix = raw.FS_MATRIX()
    if not written or not raw.FPDFText_GetMatrix(text_page, index, matrix):
        return 0, 0.0
    written_size = raw.FPDFText_GetFontSize(text_page, index)
    size = abs(written_size) * math.hypot(matrix.c, matrix.d)
    # A negative size turns the letters upside down.
    turn = math.degrees(math.atan2(matrix.b, matrix.a)) / 90 + 2 * (written_size < 0)
    direction = round(turn) % 4
    flag = direction | (SKEW if abs(turn - round(turn)) > 0.03 else 0)
    is_bold = raw.FPDFText_GetFontWeight(text_page, index) >= _HEAVY or _is_heavy(written, raw)
    return flag | (BOLD if is_bold else 0), size if math.isfinite(size) and size > 0 else _FALLBACK_SIZE


def _is_heavy(written: Any, raw: Any) -> bool:
    font = raw.FPDFTextObj_GetFont(written)
    if not font:
        return False
    name = ctypes.create_string_buffer(256)
    length = raw.FPDFFont_GetBaseFontName(font, name, len(name))
    face = name.raw[: max(0, min(length, len(name)) - 1)].decode("latin-1").lower()
    return any(word in face for word in _HEAVY_NAMES)


def _seen(page: Any) -> dict[str, Any]:
    """Return how many images there are, how many have alternative texts, these, and form fields."""
    from pypdfium2 import raw

    told = [*_told(page, raw)]
    images, read, boxes = 0, 0, {}
    wanted = {key for _, keys in told for key in keys}
    for index in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, index)
        key = raw.FPDFPageObj_GetMarkedContentID(item) if wanted else -1
        if key in wanted and key not in boxes:
            boxes[key] = _bounds(item, raw)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_IMAGE:
            images, read = images + 1, read + (key in wanted)
    nowhere = [0.0, 0.0, 0.0, 0.0]
    asides = [("alt-text", words, next((boxes[key] for key in keys if key in boxes), nowhere))
              for words, keys in told]  # fmt: skip
    fields = [*_fields(page, raw)]
    asides += [("field", words, edges) for words, edges in fields if words]
    return {"images": images, "told": read, "asides": asides, "fields": sum(not words for words, _ in fields)}


def _bounds(item: Any, raw: Any) -> list[float]:
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *edges)
    return _sane(array("f", (edge.value for edge in edges))).tolist()


def _told(page: Any, raw: Any) -> Iterator[tuple[str, list[int]]]:
    """Yield the alternative texts of a tagged page, in its order, each with the keys of what it is about."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    count = min(raw.FPDF_StructTree_CountChildren(tree), MAX_TAGS)
    waiting = [raw.FPDF_StructTree_GetChildAtIndex(tree, index) for index in reversed(range(count))]
    looked, found = 0, 0
    while waiting and looked < MAX_TAGS and found < MAX_ASIDES:
        element, looked = waiting.pop(), looked + 1
        if not element:
            continue
        words = _words(partial(raw.FPDF_StructElement_GetAltText, element))
        count = min(max(0, raw.FPDF_StructElement_CountChildren(element)), MAX_TAGS - looked)
        if words:
            found += 1
            keys = [raw.FPDF_StructElement_GetChildMarkedContentID(element, index) for index in range(count)]
            yield words, [key for key in keys if key >= 0]
            continue
        children = (
            raw.FPDF_StructElement_GetChildAtIndex(element, index) for index in reversed(range(count))
        )
        waiting += [child for child in children if child]
    raw.FPDF_StructTree_Close(tree)


def _fields(page: Any, raw: Any) -> Iterator[tuple[str, list[float]]]:
    """Yield what stands in each form field, or what it is for; nothing of it is run."""
    box = raw.FS_RECTF()
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MAX_ASIDES)):
        field = raw.FPDFPage_GetAnnot(page, index)
        if field and raw.FPDFAnnot_GetSubtype(field) == raw.FPDF_ANNOT_WIDGET:
            texts = (_words(partial(raw.FPDFAnnot_GetStringValue, field, key)) for key in (b"V", b"TU"))
            words = next(filter(None, texts), "")
            raw.FPDFAnnot_GetRect(field, box)
            yield words, _sane(array("f", (box.left, box.bottom, box.right, box.top))).tolist()
        if field:
            raw.FPDFPage_CloseAnnot(field)


def _words(fill: Callable[[Any, int], int]) -> str:
    """Return what PDFium writes into a room of its own measure, as far as there is room."""
    size = min(fill(None, 0), MAX_ASIDE)
    if size <= 2:  # the end alone
        return ""
    room = (ctypes.c_ushort * (size // 2))()
    if fill(room, size) > size:
        return ""
    return bytes(room)[:-2].decode("utf-16-le", "replace").strip("\0 ")


def _links(document: Any, page: Any) -> Iterator[tuple[list[float], str]]:
    """Yield the edges of what leads to an address, and the address; it is told and never opened."""
    from pypdfium2 import raw

    place, link, box = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    for _ in range(MAX_LINKS):
        if not raw.FPDFLink_Enumerate(page, place, link):
            return
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        address = ctypes.create_string_buffer(MAX_ADDRESS)
        length = raw.FPDFAction_GetURIPath(document, action, address, MAX_ADDRESS)
        if 1 < length <= MAX_ADDRESS and raw.FPDFLink_GetAnnotRect(link, box):
            edges = array("f", (box.left, box.bottom, box.right, box.top))
            yield _sane(edges).tolist(), address.raw[: length - 1].decode("utf-8", "replace")


def _limit_memory(size: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write(out: BinaryIO, said: dict[str, Any], found: Columns | None) -> None:
    out.write(json.dumps(said).encode() + b"\n")
    for column in (found or {}).values():
        out.write(column.tobytes())


def main() -> None:
    """Read the file on standard input; the argument is how many bytes of memory there are."""
    _limit_memory(int(sys.argv[1]))
    try:
        for said, found in read(sys.stdin.buffer.read()):
            _write(sys.stdout.buffer, said, found)
    except MemoryError:
        _write(sys.stdout.buffer, {"error": "memory"}, None)


if __name__ == "__main__":
    main()
