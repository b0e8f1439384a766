"""A Markdown file before it is read: its shadow for the grammar, and where its reference links lead."""

from __future__ import annotations

import re

from medlint.parsers import inline

_OTHER_LETTERS = re.compile(r"[^\W\x00-\x7f]+")
_OTHER_MARKS = re.compile(r"[^\x00-\x7f]|\$")  # a dollar is money here, not mathematics
_BLANK_LINE = re.compile(r"^[^\S\r\n]*[^\S\x00-\x7f][^\S\r\n]*$", re.MULTILINE)
_DEFINITION = re.compile(
    r"[ ]{0,3}\[([^\]^\r\n][^\]\r\n]*)\]:[ \t]*(?:\r?\n[ \t]*)?(<[^>\r\n]*>|\S+)"
    r"(?:[ \t]+(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|\([^)\r\n]*\)))?[ \t]*\r?$",
    re.MULTILINE,
)
_DEFINITION_START = re.compile(r"^ {0,3}\[", re.MULTILINE)
_ADDRESS = re.compile(r"[./#:@]")


def make(source_text: str, front_end: int) -> inline.Page:
    """Return the file ready to be read; up to `front_end` it is front matter."""
    return inline.Page(source_text, _shadow(source_text, front_end), _addresses(source_text), inline.parser())


def is_definition(line: str) -> bool:
    """Say whether a line defines where a reference link leads."""
    return bool(_DEFINITION.fullmatch(line)) and is_address(line.partition("]:")[2])


def is_address(text: str) -> bool:
    """Say whether a link's target looks like one, and not like a word of a reference."""
    return bool(_ADDRESS.search(text))


def _shadow(source_text: str, front_end: int) -> bytes:
    """Return the text with one byte for every code point: offsets in the two agree.

    The grammar cares for ASCII alone; what else there is has to be a letter or a mark to it.
    """
    shadow = source_text
    if front_end:
        shadow = re.sub(r"[^\r\n]", " ", shadow[:front_end]) + shadow[front_end:]
    elif shadow.startswith(("---", "+++")):
        shadow = "***" + shadow[3:]  # a rule above the text, not front matter
    if not shadow.isascii():
        shadow = _BLANK_LINE.sub(_spaces, shadow)
        shadow = _OTHER_LETTERS.sub(_letters, shadow)
    # The grammar loses a heading that ends with the file.
    return _OTHER_MARKS.sub(",", shadow + "\n").encode("ascii")


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _letters(found: re.Match[str]) -> str:
    return "x" * len(found[0])


def _addresses(source_text: str) -> dict[str, str]:
    """Return where reference links lead, by label; the first definition counts."""
    addresses: dict[str, str] = {}
    for start in _DEFINITION_START.finditer(source_text):
        found = _DEFINITION.match(source_text, start.start())
        if found and is_address(found[2]):
            addresses.setdefault(inline.label(found[1]), inline.destination(found[2]))
    return addresses
