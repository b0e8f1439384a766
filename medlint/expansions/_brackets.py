"""What stands in brackets, and which of it can be a short form."""

from __future__ import annotations

import re

from medlint.model import Region

_MARK = re.compile(r"[()\[\]\n]")
_CLOSING = {"(": ")", "[": "]"}
_SHORT = re.compile(
    r"[A-Za-z0-9\u0370-\u03ff][\w\u0370-\u03ff'’+/&.,(){}-]*(?: [\w\u0370-\u03ff'+/&.-]+){0,2}"
)
_PART = re.compile(r"(?:[^,;:=<>≤≥]|(?<=\d),(?=\d))+")
_LEAD = re.compile(
    r"(?:abbreviated|abbreviation|termed|called|or|short|hereafter|henceforth|also)"
    r"(?: (?:as|to|here|called|known as))?[ :,]+"
)
_NEVER = frozenset(
    {
        *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
        *("n", "p", "see", "fig", "Fig", "Figure", "Table", "eg", "ie", "vs"),
    }
)
_LONGEST = 13  # characters of a short form
_MOST_WORDS = 3


def brackets(text: str) -> list[Region]:
    """Return what stands between brackets, those inside others too, by their opening."""
    open_at: list[tuple[str, int]] = []
    found: list[Region] = []
    for mark in _MARK.finditer(text):
        if mark[0] == "\n":
            open_at.clear()
        elif mark[0] in _CLOSING:
            open_at.append((_CLOSING[mark[0]], mark.end()))
        elif open_at and open_at[-1][0] == mark[0]:
            found.append(Region(open_at.pop()[1], mark.start()))
    return sorted(region for region in found if _stands_free(text, region))


def short_form(text: str, inside: Region) -> Region | None:
    """Return the short form at the beginning of a bracket: of "(RR)", "(RR; see below)", "(or RR)"."""
    lead = _LEAD.match(text, inside.start, inside.end)
    start = lead.end() if lead else inside.start
    found = _PART.match(text, start, inside.end)
    if found is None or text[found.end()] in "=<>≤≥":
        return None
    words = found[0].strip().strip("\"'“”‘’")
    if not _can_be_short(words):
        return None
    start = text.index(words, start)
    return Region(start, start + len(words))


def _stands_free(text: str, inside: Region) -> bool:
    """Tell a remark from a part of a word: "[Ca2+]i", "3D(Rec)-assay", "tablet(s)"."""
    before, behind = text[inside.start - 2 : inside.start - 1], text[inside.end + 1 : inside.end + 2]
    return not behind.isalnum() and not (before.isalnum() and behind == "-")


def _can_be_short(words: str) -> bool:
    """Say whether words are few characters with a letter, and neither an ending nor a mark of a list."""
    return (
        1 <= len(words) <= _LONGEST
        and any(character.isalpha() for character in words)
        and not (len(words) == 1 and words.islower())
        and words not in _NEVER
        and len(words.split()) <= _MOST_WORDS
        and _SHORT.fullmatch(words) is not None
        and (not words[0].isdigit() or sum(letter.isupper() for letter in words) > 1)
    )
