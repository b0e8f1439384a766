"""Who answers for the page: a person or department named as its author or reviewer.

The publisher, a doctor who is praised or quoted, and the signature of a newsletter do not. Neither does
"our experts": who that is, nobody can ask.
"""

from __future__ import annotations

import re

from medlint.model import Document, Passage
from medlint.page.facts import has_fact

_FACTS = frozenset(
    (
        "author",
        "authors",
        "written-by",
        "writer",
        "reviewer",
        "reviewers",
        "reviewed-by",
        "medical-reviewer",
        "medically-reviewed-by",
        "editor",
        "byline",
    )
)
_ACT = (
    r"(?:written|authored|co-authored|reviewed|checked|fact-checked|edited|prepared|compiled|produced"
    r"|developed|approved|updated|verified|created|revised|drafted|reviewed and updated)"
)
_PAGE = (
    r"(?:page|pages|leaflet|article|information|guide|booklet|brochure|document|content|text|factsheet"
    r"|fact sheet|post|sheet|material)"
)
_BEFORE = re.compile(
    rf"(?:(?:this|the|our|all|web|website|patient|medical|medically|clinical|clinically|content|was|were"
    rf"|is|are|has been|have been|been|and|by|last|first|originally"
    rf"|regularly|jointly|expert|peer|for accuracy|{_PAGE}|{_ACT})\W+)*",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b{_ACT}\b(?: (?:on|in) [^.;]{{3,30}}?)?(?:,? (?:for|in) [^.;]{{3,40}}?)? by[:,]? ", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:^|[.;|·•–—,]\s*)(?:(?:medical|clinical|scientific|expert|content|page|lead)(?:ly)? )?"
    r"(?:authors?|writers?|written|reviewers?|reviewed|review|editors?|text|words|approved|checked"
    r"|content owner|owner|responsible(?: for (?:the )?content)?"
    r"|advisers?|advisors?)(?: by)?\s?[:–—|]\s?",
    re.IGNORECASE,
)
_LETTER = r"[^\W\d_]"
_NAME = rf"(?:{_LETTER}[\w'’.-]*\.? )?(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž]){_LETTER}*[\w'’-]*"
_TITLE = (
    r"(?:Dr|Prof|Professor|Sister|Nurse|Mr|Mrs|Ms|Miss|Sir|Dame|Matron|Doctor|PD|Priv\.-Doz|Assoc|Assist"
    r"|Med|Uzm|Op)\.?"
)
_PERSON = re.compile(
    rf"(?:the )?(?:{_TITLE} )+[A-ZÀ-ÖØ-ÞĀ-Ž]|[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*(?: (?:van|von|de|der|da|dos|el|al"
    rf"|bin|ibn|la|le|di)){{0,2}} [A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]+"
)
_GROUP = (
    r"(?:department|team|unit|service|centre|center|group|committee|board|office|clinic|ward|section"
    r"|division|faculty|society|association|college|academy|institute"
    r"|nurses|pharmacists|editors|library|network|trust)"
)
_DEPARTMENT = re.compile(
    rf"(?:the|our)?\s?(?:[A-Z][\w'’&-]*|of|and|for|the|at|in|[a-z]+){{0,1}}(?: "
    rf"[\w'’&-]+){{0,6}}?\s?\b{_GROUP}\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:the|our|a|an|some|many|several|independent|qualified|experienced|leading|top|medical|expert"
    r"|clinical|in-house|editorial|own|healthcare|health|of)?(?: |\b)"
    r"(?:(?:our|own|medical|expert|editorial|experienced|qualified|leading|clinical|writing|content"
    r"|in-house|specialist|professional|international|healthcare|health) )*"
    r"(?:experts?|doctors?|specialists?|physicians?|surgeons?|professionals?|team|staff|board|editors?"
    r"|patients?|customers?|clients?|users?|people|scientists|dentists"
    r"|advisory board|review board|regulators?|authorit(?:y|ies)|fda|ema|mhra)\b(?! (?:of|at|in|from)\b)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:text |words |story )?by (?:(?:Dr|Prof|Professor)\.? )*(?-i:[A-ZÀ-Ž])[\w'’.-]+(?: "
    r"[\w'’.-]+){0,3}? (?-i:[A-ZÀ-Ž])[\w'’-]+",
    re.IGNORECASE,
)
_LONGEST_BYLINE = 120  # characters
_REACH = 160  # characters behind "by" in which the name stands


def has_reviewer(document: Document) -> bool:
    """Say whether the page, or the file beside it, names who wrote or reviewed it."""
    return has_fact(document, _FACTS) or any(_tells(document, block) for block in document.blocks)


def _tells(document: Document, block: Passage) -> bool:
    if block.kind in ("reference", "quote"):
        return False
    if len(block.text) <= _LONGEST_BYLINE and _BYLINE.match(block.text):
        return True
    if block.kind == "table-cell" and block.region.start:
        before = document.block_at(block.region.start - 1)
        is_row = (before.kind, before.group, before.row) == (block.kind, block.group, block.row)
        return (
            is_row
            and _LABEL.fullmatch(f"{before.text.rstrip(': ')}: ") is not None
            and _is_somebody(block.text)
        )
    return any(_is_told(sentence.text[:400]) for sentence in document.sentences_of(block))


def _is_told(text: str) -> bool:
    by = (found.end() for found in _BY.finditer(text) if _is_about_the_page(text, found.start()))
    label = (found.end() for found in _LABEL.finditer(text))
    return any(_is_somebody(text[end : end + _REACH]) for end in (*by, *label))


def _is_about_the_page(text: str, start: int) -> bool:
    """Say whether nothing but words for the page stands before the act, in its clause."""
    clause = re.split(r"[;.,]\s", text[:start])[-1].lstrip(" \t*_([—–-")
    return _BEFORE.fullmatch(clause) is not None


def _is_somebody(text: str) -> bool:
    """Say whether a text begins with a name, or with a department that has one."""
    text = text.lstrip(" *_")
    if _NOBODY.match(text) and not _PERSON.match(text):
        return False
    return _PERSON.match(text) is not None or _DEPARTMENT.match(text) is not None
