"""What stands on every page of a site: navigation, header, footer, cookie notice.

It is told by landmarks, roles and the words of `class` and `id`, and believed only where the text
agrees: what holds the page's main part, or most of its sentences, is no furniture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Keeps = Literal["nothing", "sentences", "all but links"]
"""What of it is read nevertheless."""

DEEPEST = 16
"""Pieces of furniture in each other."""


@dataclass(slots=True)
class Furniture:
    """An element that looks like a part of the site rather than of the text."""

    name: str
    keeps: Keeps
    is_certain: bool  # an element or role for just that, or a cookie notice
    parent: Furniture | None = None
    depth: int = 1
    holds_main: bool = False
    holds_title: bool = False
    sentences: int = 0  # words in sentences
    words: int = 0

    def is_real(self, sentences: int) -> bool:
        """Say whether it is believed, on a page with so many words in sentences."""
        if self.holds_main or (self.holds_title and self.keeps != "nothing"):
            return False
        if not self.is_certain and 2 * self.sentences > self.words:
            return False
        return sentences < _FEW or 2 * self.sentences <= sentences


_FEW = 60  # words in sentences: a page with fewer says nothing of shares
ELEMENTS: Mapping[str, tuple[str, Keeps]] = {
    "nav": ("navigation", "nothing"),
    "header": ("header", "all but links"),
    "footer": ("footer", "sentences"),
    "aside": ("sidebar", "sentences"),
}
"""What an element is by its name, and what of it is read nevertheless."""

_ROLES: Mapping[str, tuple[str, Keeps]] = {
    "navigation": ("navigation", "nothing"),
    "menu": ("navigation", "nothing"),
    "menubar": ("navigation", "nothing"),
    "search": ("search", "sentences"),
    "banner": ("header", "all but links"),
    "contentinfo": ("footer", "sentences"),
    "complementary": ("sidebar", "sentences"),
}
_WORDS: Mapping[str, tuple[str, Keeps]] = {
    **dict.fromkeys(
        ("nav", "navbar", "navigation", "menu", "submenu", "megamenu", "breadcrumb", "breadcrumbs",
         "pagination", "pager", "sitemap"),
        ("navigation", "sentences"),
    ),
    **dict.fromkeys(("footer", "colophon", "copyright"), ("footer", "sentences")),
    **dict.fromkeys(("header", "masthead", "topbar"), ("header", "all but links")),
    **dict.fromkeys(("sidebar", "related"), ("sidebar", "sentences")),
    **dict.fromkeys(("share", "sharing", "social", "newsletter", "login"), ("links to share", "sentences")),
}  # fmt: skip
_COOKIES = re.compile(
    r"cookie|gdpr|onetrust|usercentrics|consent[-_]?(?:banner|manager|popup|modal|notice|overlay|tool)", re.I
)
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BOXES = frozenset({"div", "ul", "ol", "section", "aside", "header", "footer", "form", "p", "td", "table"})
_STATES = frozenset({"has", "no", "with", "without", "is"})
_THINGS = frozenset(
    """
    links list bar buttons icons media wrapper wrap container inner area box items block widget widgets
    section content outer form left right top bottom main primary secondary mobile desktop sticky
    """.split()  # noqa: SIM905
)
_COOKIE_TEXT = re.compile(
    r"\b(?:us(?:es?|ing)|accept|set|stores?)\s(?:[\w-]+\s){0,4}?cookies\b|\bcookie (?:policy|settings)\b",
    re.I,
)
_REVIEW = re.compile(
    r"(?:(?:page|last|next|medically|clinically|date|content)\s+(?:of\s+)?){0,3}"
    r"(?:reviewed?|updated?|published|written|authors?|reviewers?|sources?|references?)\b",
    re.I,
)
_LONG_SENTENCE, _SHORT_SENTENCE = 12, 6  # words: our own judgement


def recognise(
    name: str, role: str, marks: str, above: Furniture | None, *, in_section: bool, in_main: bool
) -> Furniture | None:
    """Return the furniture that an element begins, or that it stands in.

    Args:
        name: Of the element.
        role: Its role, or "".
        marks: Its class and id.
        above: The furniture around it.
        in_section: Whether it stands in a part of the page with a header of its own.
        in_main: Whether it stands in the main part or an article.
    """
    if above and above.depth >= DEEPEST:
        return above
    found = _ROLES.get(role)
    is_certain = True
    if found is None and name in ELEMENTS and not (role or _is_content(name, in_section, in_main)):
        found = ELEMENTS[name]
    if found is None and marks and name in _BOXES:
        found = by_words(marks)
        is_certain = found is not None and found[1] == "nothing"
        if in_main and found and found[0] in ("header", "footer"):
            found = None
    if found is None:
        return above
    return Furniture(*found, is_certain, above, above.depth + 1 if above else 1)


@lru_cache(maxsize=4096)
def by_words(marks: str) -> tuple[str, Keeps] | None:
    """Return what a class or an id says that an element is."""
    if _COOKIES.search(marks):
        return "cookie notice", "nothing"
    for mark in marks.split():
        parts = [part.lower() for part in _PART.findall(mark)]
        if parts and parts[0] in _STATES:
            continue
        while parts and parts[-1] in _THINGS:
            parts.pop()
        # The last word says what it is: "social-history" and "market-share-study" are none of these.
        if parts and parts[-1] in _WORDS:
            return _WORDS[parts[-1]]
    return None


def reads_as_sentence(text: str, share_of_links: float) -> bool:
    """Say whether a block is running text."""
    words = len(text.split())
    if share_of_links > 0.5 or words < _SHORT_SENTENCE:
        return False
    return words >= _LONG_SENTENCE or text.rstrip("\"'\u2019\u201d)] ")[-1:] in (".", "!", "?")


def is_about_review(text: str) -> bool:
    """Say whether a line tells who wrote or reviewed the page, and when: a page needs that."""
    return _REVIEW.match(text) is not None


def is_about_cookies(text: str) -> bool:
    """Say whether a block outside of the main part asks for consent to cookies."""
    return _COOKIE_TEXT.search(text) is not None


def _is_content(name: str, in_section: bool, in_main: bool) -> bool:  # noqa: FBT001
    if name in ("header", "footer"):
        return in_section
    return name == "aside" and in_main
