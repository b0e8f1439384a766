"""The names of WordprocessingML, and how its attributes are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An XML element of lxml, which has no types of its own."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

OWN_AUTHOR = "medlint"
"""Who wrote our comments and suggested changes."""

_OFF = frozenset({"0", "false", "off", "none"})


def value(parent: Element | None, *path: str, attribute: str = "val") -> str | None:
    """Return an attribute of the element behind a path of names of Word's own, None where it is not there."""
    found = below(parent, *path)
    return None if found is None else found.get(W + attribute)


def below(parent: Element | None, *path: str) -> Element | None:
    """Return the element behind a path of names of Word's own."""
    found = parent
    for name in path:
        if found is None:
            return None
        found = found.find(W + name)
    return found


def switch(parent: Element | None, name: str) -> bool | None:
    """Return whether a property is on or off; None where nothing is said."""
    found = below(parent, name)
    return None if found is None else found.get(W + "val", "1") not in _OFF


def number(text: str | None, default: int = 0) -> int:
    """Return a whole number; what is none is `default`."""
    try:
        return default if text is None else int(text)
    except ValueError:
        return default


def alternative(element: Element) -> Element | None:
    """Return the first of the ways in which a thing is written for newer and older programs."""
    choices: Iterator[Element] = element.iterchildren(MC + "Choice", MC + "Fallback")
    return next(choices, None)
