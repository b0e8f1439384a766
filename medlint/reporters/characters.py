"""Characters that would act on a terminal instead of standing on it, made visible."""

from __future__ import annotations

import re
import unicodedata

# Control and format characters (the latter reverse or hide what stands around them), lone
# surrogates (of undecodable file names), line and paragraph separators.
_ACTIVE_CATEGORIES = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_JOINERS = {"\u200c", "\u200d"}  # format characters that only join letters and emoji
_SOFT_HYPHEN = "\u00ad"
_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")


def visible(text: str) -> str:
    r"""Return `text` with every character that acts on a terminal written out, as in `\x1b`."""
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def on_one_line(text: str) -> str:
    """Return `text` made visible, its tabs and line breaks as single spaces: for running text."""
    return visible(_BREAKS.sub(" ", text))


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if character == _SOFT_HYPHEN:
        return ""  # a place where a line may break, with no width of its own
    if unicodedata.category(character) in _ACTIVE_CATEGORIES:
        return _escaped(ord(character))
    return character


def _escaped(code: int) -> str:
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
