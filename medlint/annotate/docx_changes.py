"""Safe suggestions as tracked changes of ours: taken back, and put in anew."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from medlint.annotate.docx_comments import Note
from medlint.model import Finding
from medlint.parsers.docx_names import OWN_AUTHOR, Element, W, number

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARENTS = (f"{W}p", f"{W}hyperlink")
_PROPERTIES = (f"{W}rPr", f"{W}trPr", f"{W}tcPr")
_QUOTES = (("\u201c", "\u201d"), ("\u2018", "\u2019"), ("\u00ab", "\u00bb"))


def withdraw(root: Element) -> None:
    """Take back what we suggested and nobody has accepted."""
    for change in [*root.iter(f"{W}ins", f"{W}del")]:
        parent = change.getparent()
        # A change of a row or of the end of a paragraph stands in properties; we make none.
        if change.get(f"{W}author") != OWN_AUTHOR or parent is None or parent.tag in _PROPERTIES:
            continue
        if change.tag == f"{W}del":
            for text in [*change.iter(f"{W}delText")]:
                text.tag = f"{W}t"
            for child in reversed(change):
                change.addnext(child)
        parent.remove(change)


def is_safe(finding: Finding) -> bool:
    """Say whether the one suggestion of a finding can stand in place of its words unasked."""
    return finding.fixable and not _is_quoted(finding)


def add(root: Element, notes: Sequence[Note], hosts: Sequence[Sequence[Element]], date: str) -> None:
    """Suggest changes where a finding's suggestion is safe and its words stand in plain runs."""
    last_id = max((number(each.get(f"{W}id")) for each in root.iter(f"{W}ins", f"{W}del")), default=0)
    for note, runs in zip(notes, hosts, strict=True):
        if is_safe(note.finding) and _is_plain(note, runs):
            last_id += 2
            _change(runs, note.finding.suggestions[0], {f"{W}author": OWN_AUTHOR, f"{W}date": date}, last_id)


def _is_quoted(finding: Finding) -> bool:
    before = finding.sentence[: finding.in_sentence[0]]
    return before.count('"') % 2 == 1 or any(before.count(a) > before.count(b) for a, b in _QUOTES)


def _is_plain(note: Note, runs: Sequence[Element]) -> bool:
    """Say whether the runs hold exactly the words, and nobody else has changed them."""
    shown = ""
    for run in runs:
        texts = [child for child in run if child.tag != f"{W}rPr"]
        if run.getparent().tag not in _PARENTS or any(text.tag != f"{W}t" for text in texts):
            return False
        shown += "".join(text.text or "" for text in texts)
    is_near = all(run.getparent() is runs[0].getparent() for run in runs)
    return note.span is not None and is_near and len(shown) == note.span.end - note.span.start


def _change(runs: Sequence[Element], words: str, attributes: dict[str, str], change_id: int) -> None:
    added = _added(runs[0], words, {f"{W}id": str(change_id), **attributes})
    for run in runs:
        taken = run.makeelement(f"{W}del", {f"{W}id": str(change_id - 1), **attributes})
        run.addprevious(taken)
        taken.append(run)
        for text in run.iterchildren(f"{W}t"):
            text.tag = f"{W}delText"
            text.set(_SPACE, "preserve")
    runs[-1].getparent().addnext(added)


def _added(run: Element, words: str, attributes: dict[str, str]) -> Element:
    added, new = run.makeelement(f"{W}ins", attributes), run.makeelement(f"{W}r")
    properties = run.find(f"{W}rPr")
    if properties is not None:
        new.append(deepcopy(properties))
    text = run.makeelement(f"{W}t", {_SPACE: "preserve"})
    text.text = words
    new.append(text)
    added.append(new)
    return added
