"""Two commas or two full stops are left behind by editing and make a page look unread."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.expressions import expression
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION, is_address, told_once

# Not an ellipsis, not "Inc.," and not a path.
_MARKS = expression(
    r"[,;.:](?:(?<=,),+|(?<=;);+|(?<=\.)\.(?![.\w/\\])|(?<=;),|(?<=,);|(?<=[,;])\.(?![.\d])|(?<=,) ,)"
)
_BEFORE = expression(r"[\w)\]\"'”’%]")


@rule(
    id="grammar.doubled-mark",
    label="grammar.punctuation",
    severity="warning",
    needs="wording",
    message="“{text}” are two marks where one belongs{repeat}.",
    advice="Keep the one that is meant.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=(
        "Rest[[,,]] drink water and sleep.",
        "The visit takes an hour[[..]] Bring your letter.",
        "Fever, cough[[,.]] Then a rash.",
        "The clinic has three rooms[[;,]] two beds and a lift.",
    ),
    good=(
        "Well ... it depends. And so on...",
        "Really?! Yes!! Bring tablets, drops, etc., and your letter.",
        "Hollowbrook Inc., Smith et al., at 9 a.m., in the U.S., and more.",
        "See ../leaflets and https://hollowbrook.example/a,,b for more.",
        "A range of 1..5 and a value of 0,.5",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield marks that were typed twice or beside another."""
    slips = []
    for found in _MARKS.finditer(document.text):
        region = Region(found.start(), found.end())
        if not found.start() or not _BEFORE.match(document.text, found.start() - 1):
            continue
        if not is_address(document, region):
            slips.append((found[0], Match(region, suggestions=_suggestions(found[0]))))
    yield from told_once(slips)


def _suggestions(marks: str) -> tuple[str, ...]:
    kinds = tuple(dict.fromkeys(marks.replace(" ", "")))
    return kinds if len(kinds) == 1 else ()
