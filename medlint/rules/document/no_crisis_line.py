"""Somebody who reads of suicide, self-harm or an eating disorder may need help now.

Guidance for media and health pages asks for a number to call on every such page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.page.kind import LEAST_WORDS
from medlint.rule import rule
from medlint.rules.document import looked

_SUBJECT = re.compile(
    r"\bsuicid(?:e|es|al)\b|\bself ?harm(?:ing)?\b|\bself injury\b|\bkill(?:ing)? (?:yourself|themselves"
    r"|himself|herself)\b|\b(?:anorexia|bulimia) nervosa\b|\beating disorders?\b"
)
_SCIENCE = re.compile(r"\bsuicide (?:gene|gate|inhibit\w+|substrate)\b")
_LINE = re.compile(
    r"\bsamaritans\b|\blifeline\b|\bhelp ?lines?\b|\bhot ?lines?\b|\bcrisis (?:line|service|team|centre"
    r"|center|text)\b|\btelefonseelsorge\b|\bchildline\b|\bbeat\b"
    r"|\b(?:call|dial|ring|phone|text|emergency number)\b[^.!?]{0,60}\b(?:988|116 ?123|13 ?11 ?14|911|999"
    r"|112|111|000)\b|\b(?:988|116 ?123|13 11 14|1 800 273)\b"
)
_OFTEN = 3  # mentions that make it a subject of the page


def _page(*added: str) -> str:
    text = (
        "Thoughts of suicide are more common than people think, and they can be talked about. Self-harm "
        "often begins in the teens. Those who think of"
        " suicide often feel that they are a burden. Talk with somebody whom you trust, at home, in "
        "school or at work. A doctor can explain which talking"
        " therapies exist and how to get them. Therapy takes some weeks before it helps. Write down what "
        "made the day harder and what made it easier, and"
        " bring the notes to your visits. Friends can help by listening, by asking openly about suicide "
        "and by staying near. Nobody has to solve it alone,"
        " and the thoughts pass for most people. Sleep, food and a walk in daylight make the days a "
        "little easier."
    )
    return "\n\n".join(("# When life feels too heavy", text, *added))


@rule(
    id="document.no-crisis-line",
    severity="warning",
    needs="addition",
    message="The page speaks of {subject} and names no help line. Looked in {looked} for a number to call.",
    advice=(
        "Put a national help line and the emergency number near the top: 988 in the US, 116 123 in the "
        "UK and Ireland, 13 11 14 in Australia."
    ),
    sources=("uk-sam", "us-ama-suic"),
    scope="document",
    bad=(_page(), _page("Call us on weekdays.")),
    good=(
        _page("You can call 988 at any time, day and night."),
        _page("In the UK, Samaritans answer on 116 123."),
        "# Velorin\n\nTell your doctor if you have thoughts of suicide.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield one match where a page is about harm to oneself and names no help line."""
    found = [
        each[0]
        for each in _SUBJECT.finditer(document.plain)
        if not _SCIENCE.match(document.plain, each.start())
    ]
    if document.words < LEAST_WORDS or len(found) < _OFTEN or _LINE.search(document.plain):
        return
    yield Match(None, words={"subject": max(sorted(found), key=found.count), **looked(document)})
