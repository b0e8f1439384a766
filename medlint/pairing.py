"""Which page is which: pages and older pages brought together though a file was renamed and edited."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from medlint.model import Document

_MOST = 24
"""Sentences in a sketch; of a long page those with the smallest hashes: an edit keeps most of them."""

_LIKE = 0.5
"""The likeness from which on two pages are one: of two sentences one was changed."""

_SAME_NAME = 0.25
"""What the same name adds to it: a page keeps its past when a copy of it is left unchanged."""


@dataclass(frozen=True)
class Sketch:
    """A page in a few hashes of its sentences, by which it is known again."""

    hashes: tuple[str, ...] = ()  # sorted

    def likeness(self, other: Sketch) -> float:
        """Return the share of the sentences of two pages that both have (Dice), from 0 to 1."""
        if not self.hashes or not other.hashes:
            return 0.0
        # Both are the smallest of their page; only up to where both lists reach can they be compared.
        reach = min(self._reach, other._reach)
        mine = {each for each in self.hashes if each <= reach}
        theirs = {each for each in other.hashes if each <= reach}
        return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 0.0

    @property
    def _reach(self) -> str:
        """The largest hash of which the sketch says whether the page has it."""
        return self.hashes[-1] if len(self.hashes) == _MOST else "g"  # behind all hexadecimal digits


def sketch(document: Document) -> Sketch:
    """Return the sketch of a page; line breaks, large and small letters make no difference."""
    sentences = {" ".join(sentence.text.lower().split()) for sentence in document.sentences}
    hashes = sorted(
        hashlib.sha256(sentence.encode("utf-8", "replace")).hexdigest()[:8] for sentence in sentences
    )
    return Sketch(tuple(dict.fromkeys(hashes))[:_MOST])


def pairs(pages: Mapping[str, Sketch], older: Mapping[str, Sketch]) -> dict[str, str]:
    """Return page → older page, each used once: the most alike, and of those as good the same name.

    Args:
        pages: The pages there are, by path.
        older: The older pages that they may come from, by path.
    """
    # No other page can be so much more alike that it would win; most pages end here.
    found = {
        path: path
        for path in pages.keys() & older.keys()
        if pages[path] == older[path] or pages[path].likeness(older[path]) + _SAME_NAME >= 1
    }
    taken = set(found)
    for _, path, before in sorted(_candidates(pages, older, taken)):
        if path not in found and before not in taken:
            found[path] = before
            taken.add(before)
    for path in sorted(pages.keys() & older.keys()):  # written anew under its old name
        if path not in found and path not in taken:
            found[path] = path
            taken.add(path)
    return found


def _candidates(
    pages: Mapping[str, Sketch], older: Mapping[str, Sketch], taken: set[str]
) -> Iterable[tuple[float, str, str]]:
    """Yield how unlike a page and an older one are, for those that are alike enough."""
    owners: dict[str, list[str]] = {}
    for path in older.keys() - taken:
        for each in older[path].hashes:
            owners.setdefault(each, []).append(path)
    for path in pages.keys() - taken:
        shared = {before for each in pages[path].hashes for before in owners.get(each, ())}
        for before in shared:
            likeness = pages[path].likeness(older[before])
            if likeness >= _LIKE:
                yield -likeness - (_SAME_NAME if path == before else 0), path, before
