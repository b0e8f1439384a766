"""What stands in a paragraph of a Word file: runs, fields, links, tracked changes, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from medlint.parsers import docx_fields, docx_pictures, docx_styles
from medlint.parsers.docx_names import MC, Element, M, R, W, alternative, below, value
from medlint.parsers.docx_styles import Facts
from medlint.parsers.docx_walk import PLAIN_SPACES, Walk

LINE_BREAK = "\v"
"""What stands for a line break inside a paragraph: white space, and no end of a line."""

_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_RAISED_NUMBERS = re.compile(r"[\d\s,\u2013-]{1,20}")
_RAISED_END = re.compile(r"[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]$")
# Of the font Symbol: signs that mean something beside a number.
_SYMBOLS = {0xA3: "\u2264", 0xB3: "\u2265", 0xB1: "\u00b1", 0xB4: "\u00d7", 0xB0: "\u00b0", 0xB7: "\u2022",
            0x61: "\u03b1", 0x62: "\u03b2", 0x67: "\u03b3", 0x6D: "\u03bc", 0xAE: "\u2192"}  # fmt: skip


def read(walk: Walk, parent: Element) -> None:
    """Read the parts of a paragraph, in order."""
    for child in parent:
        reader = _PARTS.get(child.tag)
        if reader:
            reader(walk, child)


def _read_run(walk: Walk, run: Element) -> None:
    properties = below(run, "rPr")
    facts = docx_styles.of_run(properties)
    if properties is not None:
        facts = facts.over(walk.styles.of(value(properties, "rStyle")))
    _read_run_parts(walk, run, run, facts.over(walk.line.facts))


def _read_run_parts(walk: Walk, parent: Element, run: Element, facts: Facts) -> None:
    for child in parent:
        reader = _RUN_PARTS.get(child.tag)
        if reader:
            reader(walk, child, run, facts)


def _read_text(walk: Walk, element: Element, run: Element, facts: Facts) -> None:
    _show(walk, (element.text or "").translate(PLAIN_SPACES), element, run, facts)


def _read_sign(walk: Walk, element: Element, run: Element, facts: Facts) -> None:
    sign = _SIGNS[element.tag]
    if sign == LINE_BREAK and docx_fields.is_shown(walk) and not facts.is_hidden:
        walk.line.breaks.append(walk.length)
    _show(walk, sign, element, run, facts)


def _read_symbol(walk: Walk, element: Element, run: Element, facts: Facts) -> None:
    _show(walk, _symbol(element), element, run, facts)


def _read_code(walk: Walk, element: Element, run: Element, facts: Facts) -> None:
    del run, facts
    if walk.fields:
        walk.fields[-1].code += element.text or ""


def _read_reference(walk: Walk, element: Element, run: Element, facts: Facts) -> None:
    del run, facts
    _read_start(walk, element)


def _read_ruby(walk: Walk, element: Element, run: Element, facts: Facts) -> None:
    del run, facts
    for base in element.iterchildren(f"{W}rubyBase"):
        read(walk, base)


def _read_run_alternative(walk: Walk, element: Element, run: Element, facts: Facts) -> None:
    chosen = alternative(element)
    if chosen is not None:
        _read_run_parts(walk, chosen, run, facts)


def _show(walk: Walk, text: str, element: Element, run: Element, facts: Facts) -> None:
    if not docx_fields.is_shown(walk):
        return
    if facts.is_hidden:
        walk.left_out["hidden"] += len(text.split())
        return
    if facts.is_raised and _RAISED_NUMBERS.fullmatch(text):
        text = text.translate(_RAISED)
    if text.strip():
        language = facts.language or ""
        walk.languages[language] += len(text)
        if language and not language.lower().startswith(("en", "x-none")):
            walk.line.languages.append((language, walk.length, walk.length + len(text)))
        if not (facts.is_bold or facts.is_underlined):
            walk.line.is_bold = False
    walk.write(text, element, run)


def _symbol(element: Element) -> str:
    code = element.get(f"{W}char", "")
    if element.get(f"{W}font", "").lower() != "symbol" or not re.fullmatch("[0-9A-Fa-f]{2,4}", code):
        return ""
    return _SYMBOLS.get(int(code, 16) & 0xFF, "")


def _read_note(walk: Walk, element: Element, run: Element, facts: Facts) -> None:
    kind = "footnotes" if element.tag == f"{W}footnoteReference" else "endnotes"
    key = kind, element.get(f"{W}id", "")
    if not docx_fields.is_shown(walk) or facts.is_hidden:
        return
    anchor = element if walk.role in ("body", "table") else walk.anchor
    if key not in walk.notes:
        walk.notes[key] = len(walk.notes) + 1, anchor
        walk.notes_to_read[kind].append(key[1])
    count, _ = walk.notes[key]
    shown = str(count).translate(_RAISED)
    if walk.parts and _RAISED_END.search(walk.parts[-1]):
        shown = f",{shown}"  # or two notes would read as one number
    walk.write(shown, element, run)


def _read_field(walk: Walk, element: Element, run: Element, facts: Facts) -> None:
    del run, facts
    docx_fields.step(walk, element)


def _read_simple_field(walk: Walk, element: Element) -> None:
    docx_fields.begin(walk, element.get(f"{W}instr", ""))
    docx_fields.show(walk)
    read(walk, element)
    docx_fields.end(walk)


def _read_link(walk: Walk, element: Element) -> None:
    relation = walk.part.rels.get(element.get(f"{R}id")) if walk.part is not None else None
    url = relation.target_ref if relation is not None and relation.is_external else ""
    if url:
        docx_fields.open_link(walk, str(url))
    read(walk, element)
    if url:
        docx_fields.close_link(walk)


def _read_change(walk: Walk, element: Element) -> None:
    if walk.stands(element):
        read(walk, element)


def _read_control(walk: Walk, element: Element) -> None:
    for content in element.iterchildren(f"{W}sdtContent"):
        read(walk, content)


def _read_formula(walk: Walk, element: Element) -> None:
    for text in element.iter(f"{M}t"):
        _show(walk, (text.text or "").translate(PLAIN_SPACES), text, element, walk.line.facts)


def _read_alternative(walk: Walk, element: Element) -> None:
    chosen = alternative(element)
    if chosen is not None:
        read(walk, chosen)


def _read_start(walk: Walk, element: Element) -> None:
    walk.comments.setdefault(element.get(f"{W}id", ""), [walk.length, walk.length])


def _read_end(walk: Walk, element: Element) -> None:
    found = walk.comments.get(element.get(f"{W}id", ""))
    if found:
        found[1] = walk.length


def _read_picture(walk: Walk, element: Element, run: Element, facts: Facts) -> None:
    del run, facts
    if docx_fields.is_shown(walk):
        docx_pictures.note(walk, element)


_SIGNS = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}br": LINE_BREAK,
    f"{W}cr": LINE_BREAK,
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}

_PARTS: Mapping[str, Callable[[Walk, Element], None]] = {
    f"{W}r": _read_run,
    f"{W}hyperlink": _read_link,
    f"{W}fldSimple": _read_simple_field,
    **dict.fromkeys((f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom"), _read_change),
    **dict.fromkeys((f"{W}smartTag", f"{W}customXml", f"{W}dir", f"{W}bdo"), read),
    f"{W}sdt": _read_control,
    f"{M}oMath": _read_formula,
    f"{M}oMathPara": _read_formula,
    f"{MC}AlternateContent": _read_alternative,
    f"{W}commentRangeStart": _read_start,
    f"{W}commentRangeEnd": _read_end,
}
"""What reads a part of a paragraph, by its name."""

_RUN_PARTS: Mapping[str, Callable[[Walk, Element, Element, Facts], None]] = {
    **dict.fromkeys((f"{W}t", f"{W}delText"), _read_text),
    **dict.fromkeys(_SIGNS, _read_sign),
    f"{W}sym": _read_symbol,
    **dict.fromkeys((f"{W}footnoteReference", f"{W}endnoteReference"), _read_note),
    f"{W}fldChar": _read_field,
    f"{W}instrText": _read_code,
    f"{W}commentReference": _read_reference,
    f"{W}ruby": _read_ruby,
    f"{MC}AlternateContent": _read_run_alternative,
    **dict.fromkeys((f"{W}drawing", f"{W}pict", f"{W}object"), _read_picture),
}
"""What reads a part of a run, by its name."""
