"""The remarks in a text that speak to medlint: `medlint: allow RULE -- reason` and its like."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from medlint.model import Comment, Document

FORMS = ("allow", "allow-file", "allow-start", "allow-end")
"""For the block or the next line, for the file, and the two ends of a range."""

# Without the colon it is still meant for us where it goes on with "allow"; better told than lost.
_ADDRESS = re.compile(r"[^\w\[]*medlint\s*(:|(?=\s+allow))\s*", re.IGNORECASE)
_REASON = re.compile(r"\s*(?:--+|—|–)\s*")
_FORM = re.compile(r"[\w-]+")
# "(by Ada Example, until 2027-01-31)" at the end of a reason.
_TERMS = re.compile(
    r"\s*\((?:by\s+(?P<author>[^(),]+?))?(?(author),?\s*)(?:until\s+(?P<until>[^(),]+?))?\s*\)$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*[.-]?")
_COMMENT_MARKS = re.compile(r"^<!--+|--+>$")


@dataclass(frozen=True)
class Directive:
    """A remark that was read; where `problem` is not empty, it could not be."""

    comment: Comment
    form: str = ""
    names: tuple[str, ...] = ()  # rules, categories or beginnings of ids; none: all that are open
    reason: str = ""
    author: str = ""
    until: str = ""  # ISO date, the last day on which it holds
    problem: str = ""


def directives(document: Document) -> Iterator[Directive]:
    """Yield the remarks that speak to medlint, in the order of the file."""
    for comment in sorted(document.comments, key=_start):
        source = document.source_text[comment.start : comment.end]
        found = _ADDRESS.match(comment.text) or _ADDRESS.match(source)
        if found:
            words = comment.text[found.end() :] if found.string is comment.text else comment.text
            yield _read(comment, " ".join(_COMMENT_MARKS.sub("", words.strip()).split()), found[1])


def _start(comment: Comment) -> int:
    return comment.start


def _read(comment: Comment, words: str, colon: str) -> Directive:
    if not colon:
        return Directive(comment, problem="the colon behind “medlint” is missing")
    head, *rest = _REASON.split(words, maxsplit=1)
    found = _FORM.match(head)
    form = found[0].lower() if found else ""
    if form not in FORMS:
        return Directive(comment, problem=f"it begins with none of {', '.join(FORMS)}")
    names = tuple(name.strip().lower() for name in head[len(form) :].split(",") if name.strip())
    wrong = [name for name in names if not _NAME.fullmatch(name)]
    if wrong:
        return Directive(comment, problem=f"“{wrong[0]}” is no name of a rule; part names by commas")
    if not names and form != "allow-end":
        return Directive(comment, problem="it names no rule")
    return _with_terms(Directive(comment, form, names, rest[0].strip() if rest else ""))


def _with_terms(directive: Directive) -> Directive:
    """Return the directive with what its reason ends with: by whom, and until when."""
    terms = _TERMS.search(directive.reason)
    if terms is None or not (terms["author"] or terms["until"]):
        return directive
    until = terms["until"] or ""
    if until and not is_date(until):
        return Directive(directive.comment, problem=f"“{until}” is no date; write it as 2027-01-31")
    reason = directive.reason[: terms.start()]
    return replace(directive, reason=reason, author=terms["author"] or "", until=until)


def is_date(text: str) -> bool:
    """Say whether the text is a day written as 2027-01-31."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
