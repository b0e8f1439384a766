"""A misspelt word costs a text about health its readers' trust, and a search for the word misses the page.

What stands in no list, in general English of either dialect or in medicine, is told where a known word is one
slip of the fingers or of the ear away. Names, and terms that the page uses again and again, are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from medlint import spelling
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import STYLE_GUIDE, different_words, is_address, like, told_once
from medlint.spelling.verdict import Verdict, verdict

_TOKEN = re.compile(r"(?<![\w'@./-])[^\W\d_]{3,}(?![\w'@/-]|\.\w)")
_LETTERS_ONLY = re.compile(r"[^\W\d_]{3,}")
_NAME_GOES_ON = re.compile(r",| +[A-Z]")
_OFTEN = 3  # times on a page: a word that stands there more often is a name or a term
_USUAL = 7  # how common a word is that somebody may have meant where a name may stand
_FOREIGN = 3  # unknown words in one sentence that make it one of another language,
_FOREIGN_SHARE = 4  # if they are at least a quarter of it


@rule(
    id="grammar.misspelling",
    label="grammar.spelling",
    severity="warning",
    needs="wording",
    message="“{text}” looks like a slip of {rights}{repeat}.",
    advice="Check the word in a dictionary. If it is a name or a term, put it under `words.accept`.",
    sources=(STYLE_GUIDE,),
    scope="document",
    bad=(
        "Your [[temprature]] is taken before the [[aproval]].",
        "The [[experimentel]] phase was a [[sucess]].",
        "Ask the [[pharmasist]] about your [[alergy]].",
        "You will [[recieve]] a letter.",
        "[[Diabetis]] is a [[seperate]] topic.",
        "The [[hepatocelular]] carcinoma answered to [[metformn]].",
        "We help [[alot]].",
    ),
    good=(
        "Your temperature is taken before the approval.",
        "Behaviour, behavior, counselling, oestrogen and estrogen are all fine.",
        "Anaesthesia and anesthesia, tumour and tumor are both fine.",
        "Zelpaxol and its name are not known, so nothing is said about Zelpaxal.",
        "Write to sucess@hollowbrook.example, or read www.hollowbrook.example/recieve.",
        "Pembrolizumab, nonsurgical, in vitro, sine qua non and neurorehabilitation are words.",
    ),
    misses=("The doctor is [[imidiatly]] there.",),
)
def check(document: Document) -> Iterator[Match]:
    """Yield misspelt words; with one suggestion where it is clear what was meant."""
    rare = document.derived(different_words) - spelling.common()
    unknown = {word: told for word in rare if (told := _verdict(word))}
    if unknown:
        yield from told_once(list(_slips(document, unknown)))


def _slips(document: Document, unknown: dict[str, Verdict]) -> Iterator[tuple[str, Match]]:
    places = [found for found in _TOKEN.finditer(document.folded) if found[0] in unknown]
    times = Counter(found[0] for found in places)
    for found in places:
        told, region = unknown[found[0]], Region(*found.span())
        is_term = times[found[0]] > _OFTEN and not told.is_listed
        if is_term or not _is_written_small(document, found) or is_address(document, region):
            continue
        if told.is_listed or not (_may_be_name(document, region, told) or _is_foreign(document, region)):
            yield found[0], _match(document, region, told)


def _match(document: Document, region: Region, told: Verdict) -> Match:
    rights = tuple(like(right, document.text[region.start :]) for right in told.rights)
    doubt = "" if told.is_certain else "more than one word may have been meant"
    return Match(region, {"rights": " or ".join(f"“{right}”" for right in rights)}, rights, doubt=doubt)


@lru_cache(maxsize=1 << 15)
def _verdict(word: str) -> Verdict | None:
    return verdict(word)


def _is_written_small(document: Document, found: re.Match[str]) -> bool:
    """Say whether a word has no capital, or only because it begins its sentence."""
    start, end = found.span()
    text = document.text[start:end]
    if text[1:] != found[0][1:] or document.block_at(start).kind == "reference":
        return False
    return text[0] == found[0][0] or start == document.sentence_at(start).region.start


def _may_be_name(document: Document, region: Region, told: Verdict) -> bool:
    """Say whether a word at the start of a sentence is rather a name than a slip of a usual word."""
    first = document.text[region.start]
    is_usual = told.level >= _USUAL and told.is_certain and told.rights[0][0] == first.lower()
    return first.isupper() and not (is_usual and _NAME_GOES_ON.match(document.text, region.end) is None)


def _is_foreign(document: Document, region: Region) -> bool:
    """Say whether a sentence holds so many unknown words that it must be of another language."""
    words = _LETTERS_ONLY.findall(document.sentence_at(region.start).text.lower())
    strange = sum(spelling.is_strange(word) for word in words)
    return strange >= _FOREIGN and strange * _FOREIGN_SHARE >= len(words)
