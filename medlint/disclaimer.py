"""The disclaimer of 21 CFR 101.93(c), which dietary supplements carry in fixed words.

Labels bend the words, so it is found by what it says, and then held against the fixed text. Commas, case,
marks and “statement” or “statements” make no difference; all other words do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from medlint.model import Document, Region

FIXED = (
    "This statement has not been evaluated by the Food and Drug Administration.",
    "This product is not intended to diagnose, treat, cure, or prevent any disease.",
)
"""Its two sentences, for one statement; for several the first opens “These statements have”."""

_SPEAKS_OF_FDA = (
    r"\b(?:(?:these|this|the|all|our|such)\s+)?(?:statements?|claims?|products?|information)\b[^.!?\n]{0,60}?"
    r"\b(?:not|never|n't)\b[^.!?\n]{0,30}?\b(?:eval\w+|reviewed|approved)\s+by\s+(?:the\s+)?(?:u\.?s\.?\s+)?"
    r"(?:fda|food\s*(?:and|&|n)\s*drugs?\s+admin\w*)"
    r"|\b(?:fda|food\s*(?:and|&|n)\s*drugs?\s+admin\w*)\s+(?:has|have)\s*(?:not|n't)\s+(?:eval\w+|reviewed)\s+"
    r"(?:(?:this|these|our|the)\s+)?(?:statements?|claims?|products?|information)"
)
_SPEAKS_OF_DISEASE = (
    r"\b(?:(?:these|this|the|our|all)\s+)?"
    r"(?:[\w ]{0,40}?\bproducts?\b[^.!?\n]{0,60}?|it\s+is\s+|they\s+are\s+)?"
    r"\bnot\s+(?:intended|meant|designed)\s+(?:to|for)\b[^.!?\n]{0,25}?"
    r"\b(?:diagno\w+|treat\w*|cure)\b[^.!?\n]{0,90}"
)
_OPENINGS = (_SPEAKS_OF_FDA, _SPEAKS_OF_DISEASE)
_WORD = re.compile(r"[a-z']+|&")
_NUMBER = {"these statements have": "this statement has", "these products are": "this product is"}


@dataclass(frozen=True)
class Part:
    """One sentence of the disclaimer as a page has it."""

    number: int  # of the fixed sentence, from 0
    region: Region
    change: str  # how it differs from the fixed words, "" where it does not


def parts(document: Document) -> tuple[Part, ...]:
    """Return the sentences of the disclaimer that the page has, in reading order."""
    return document.derived(_parts)


def _parts(document: Document) -> tuple[Part, ...]:
    found = (part for number in range(len(FIXED)) for part in _found(document, number))
    return tuple(sorted(found, key=lambda part: part.region))


def _found(document: Document, number: int) -> Iterator[Part]:
    text = document.folded
    for match in _expressions()[number].finditer(text):
        yield Part(number, Region(*match.span()), _change(match.group(), number))


def _expressions() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(opening) for opening in _OPENINGS)  # `re` keeps what it has compiled


def _change(words: str, number: int) -> str:
    """Return the first difference to the fixed words, in words."""
    mine, fixed = _normal(words), _normal(FIXED[number])
    for kind, a, b, c, d in SequenceMatcher(None, fixed, mine, autojunk=False).get_opcodes():
        wanted, given = " ".join(fixed[a:b]), " ".join(mine[c:d])
        if kind == "replace":
            return f"“{given}” stands for “{wanted}”"
        if kind == "delete":
            return f"“{wanted}” is missing"
        if kind == "insert":
            return f"“{given}” was added"
    return ""


def _normal(words: str) -> list[str]:
    text = " ".join(_WORD.findall(words.lower().replace("&", "and")))
    for plural, singular in _NUMBER.items():
        text = text.replace(plural, singular)
    return text.split()
