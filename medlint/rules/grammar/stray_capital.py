"""A small word with a capital inside a sentence looks like the start of another one.

It is left over from an edit, or a heading has run into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import CAPITALS

# Only behind these is it certain that no heading or list has run into the text.
_WORD = re.compile(
    r"(?:(?<![\w'-])(?:about|after|and|are|as|at|because|before|but|by|during|for|from|has|have|if|in|into"
    r"|is|of|on"
    r"|or|than|that|then|through|to|under|until|was|were|when|where|which|while|will|with|without) |[a-z], "
    r")"
    r"(?P<word>The|This|These|We|You|Your|Our|They|And|Or|But|With|For|Of|From|After|Before|When|If"
    r"|Because|Is|Are"
    r"|It)(?= [a-z]{3,}(?![\w.@/-]))"
)


@rule(
    id="grammar.stray-capital",
    label="grammar.capitalisation",
    severity="warning",
    needs="wording",
    message="“{text}” has a capital inside a sentence.",
    advice="Write it with a small letter, or begin a new sentence before it.",
    sources=(CAPITALS,),
    scope="block",
    bad=("After the scan, [[The]] patient goes home.", "We treat you and [[Your]] family too."),
    good=("After the scan, the patient goes home.", "She reads The Lancet, and The Christie is here."),
)
def check(_: Document, block: Passage) -> Iterator[Match]:
    """Yield small words with a capital inside a sentence."""
    if block.kind != "paragraph":
        return
    for found in _WORD.finditer(block.text):
        start, end = (block.region.start + place for place in found.span("word"))
        yield Match(Region(start, end), suggestions=(found["word"].lower(),))
