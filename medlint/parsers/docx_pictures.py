"""What stands in the drawings of a Word file: text boxes, and the words that tell what a picture shows."""

from __future__ import annotations

from medlint.parsers.docx_names import DECORATIVE, MC, PIC, WP, A, Element, V, W, alternative, number
from medlint.parsers.docx_walk import PLAIN_SPACES, Waiting, Walk


def note(walk: Walk, element: Element) -> None:
    """Note the text boxes in a drawing, and its alternative text, or that it has none."""
    boxes = _boxes(element)
    walk.waiting += [Waiting("box", box, element) for box in boxes]
    if element.tag == f"{W}object":
        walk.left_out["object"] += 1
        return
    if element.tag == f"{W}pict":
        shapes = [shape for shape in element.iter() if shape.find(f"{V}imagedata") is not None]
        for shape in shapes:
            _note_picture(walk, shape.get("alt", ""), shape, element)
        return
    shown = next(element.iter(f"{WP}docPr"), None)
    sort = next(iter(uri.get("uri", "") for uri in element.iter(f"{A}graphicData")), "").rpartition("/")[2]
    text = (shown.get("descr") or shown.get("title") or "") if shown is not None else ""
    if sort in ("chart", "diagram"):
        walk.left_out[sort] += 1
    is_decoration = any(number(each.get("val"), 1) for each in element.iter(DECORATIVE))
    if text.strip() or (not is_decoration and next(element.iter(f"{PIC}pic"), None) is not None):
        _note_picture(walk, text, shown, element)


def _note_picture(walk: Walk, text: str, element: Element, anchor: Element) -> None:
    if text.strip():
        walk.left_out["image"] += 1
        walk.waiting.append(Waiting("alt", element, anchor, text.translate(PLAIN_SPACES)))
    else:
        walk.left_out["image without text"] += 1


def _boxes(element: Element) -> list[Element]:
    """Return the text boxes of a drawing, those inside a box left out: they are read with it."""
    boxes: list[Element] = []
    stack = [element]
    while stack:
        found = stack.pop()
        if found.tag == f"{W}txbxContent":
            boxes.append(found)
        elif found.tag == f"{MC}AlternateContent":
            chosen = alternative(found)
            stack += [] if chosen is None else [chosen]
        else:
            stack += reversed(found)
    return boxes
