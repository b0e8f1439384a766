"""English quotes with “…” or ‘…’; the marks of other languages („…“, «…», ”…”) look like slips there.

They show that a page was translated and its typography was not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION, told_once

_QUOTE = re.compile(
    r"„(?P<low>[^„“”\"\n]{1,200})[“”\"]|«\s?(?P<angle>[^«»\n]{1,200}?)\s?»|(?<!\w)”(?P<same>[^“”\n]{1,200})”|‚(?P<single>[^‚‘’\n]{2,60})[‘’](?!\w)"
)
_WORD = re.compile(r"[^\W\d_]+")
# So small and frequent that a sentence without any of them is hardly English.
_ENGLISH = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "by", "can", "for", "from", "has", "have", "he", "her", "his"),
        *(
            "i",
            "in",
            "is",
            "it",
            "of",
            "on",
            "or",
            "our",
            "she",
            "that",
            "the",
            "their",
            "they",
            "this",
            "to",
        ),
        *("was", "we", "were", "which", "who", "will", "with", "you", "your"),
    )
)
_FEW = 0.15  # share of such words below which a paragraph is not English


@rule(
    id="grammar.foreign-quote",
    label="grammar.punctuation",
    severity="note",
    needs="wording",
    fix="unsafe",
    message="“{inside}” stands in the quotation marks of another language{repeat}.",
    advice="Write “…” or ‘…’.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=(
        "We call this [[„gentle care“]] and mean it.",
        "The nurse said [[«rest at home»]] and left.",
        "This is the [[”Hollowbrook method”]] of our clinic.",
    ),
    misses=("The scar is [[‹soft›]] after a week.",),
    good=(
        "We call this “gentle care” and mean it.",
        "The nurse said 'rest at home' and left, and the patients’ room is “new”.",
        "Er sagte „gut“ und ging nach Hause.",
        "The patient wrote: “Es war „gut“ dort und alles ging schnell“, and left.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield quotations in marks of other languages, a habit once."""
    yield from told_once(list(_slips(document)))


def _slips(document: Document) -> Iterator[tuple[str, Match]]:
    for block in document.blocks:
        if block.kind in ("reference", "quote") or not any(mark in block.text for mark in "„«‚”"):
            continue
        for found in _QUOTE.finditer(block.text):
            inside = found[str(found.lastgroup)].strip()
            around = block.text[: found.start()] + " " + block.text[found.end() :]
            if inside and _is_english(around) and not _is_inside_quote(block.text, found.start()):
                region = Region(block.region.start + found.start(), block.region.start + found.end())
                quotes = f"‘{inside}’" if found.lastgroup == "single" else f"“{inside}”"
                yield found.lastgroup or "", Match(region, {"inside": inside}, suggestions=(quotes,))


def _is_english(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    return bool(words) and sum(word in _ENGLISH for word in words) >= _FEW * len(words)


def _is_inside_quote(text: str, offset: int) -> bool:
    before = _QUOTE.sub("", text[:offset])
    return before.count("“") > before.count("”")
