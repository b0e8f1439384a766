"""“An” stands before a vowel that is heard, “a” before a consonant: an hour, a university, an MRI scan.

The letter does not decide, the sound does, and the ear stumbles over the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import ARTICLES, is_running_text, like, words

Sound = Literal["vowel", "consonant"]

_ARTICLE = re.compile(r"([Aa]n?) ([\"“‘]?)([A-Za-z0-9][\w.,’'-]*)")
_NO_WORD_BEFORE = re.compile(r"[\w'’.&/(-]")
_START = re.compile(r"(?:^|[.!?:\n\"“'‘] ?)$")
_CONSONANT = re.compile(  # spelt with a vowel, heard with a consonant
    r"eu(?!n\b)|ewe|one(?:\b|s\b|self)|once\b|oui|ouija|ub|uk|use|us[iu]|uv[ue]|ura|ure|uri|uro|ut[eio]"
    r"|uni(?:on|t|c|q|v|f|s|lat|dir|po|ty|term)"
)
_VOWEL_U = re.compile(r"u(?:p|l|m|n(?!i)|ni[nm]|rg|rb|rt|sh|tt|gl)")
_SILENT_H = re.compile(r"hour|honest|honou?r|heir")
_WAVERING_H = re.compile(r"herb|homage|histor|hyster|habit|hered|hallu|hypoth|hotel|hors|haute")
_SPOKEN = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel
_VOWELS = frozenset("AEIOU")
_LONGEST_INITIALS = 4  # longer ones are words in capitals
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


@rule(
    id="grammar.a-or-an",
    label="grammar.article",
    severity="warning",
    needs="wording",
    message="“{text}” is the wrong form of the article before “{word}”.",
    advice="Write “an” before the sound of a vowel and “a” before any other.",
    sources=(ARTICLES,),
    scope="document",
    bad=(
        "The visit takes [[a]] hour.",
        "You need [[a]] MRI scan and [[an]] blood test.",
        "It is [[an]] unique method from [[an]] university.",
        "The trial had [[a]] 8-week run-in and [[an]] 100-day follow-up.",
        "[[A]] operation takes longer.",
        "Zelpax is [[a]] anti-inflammatory tablet.",
    ),
    good=(
        "An hour, a university, an MRI, a UV lamp, an X-ray, a one-off fee and a European study.",
        "An 8-week course, an 11-day stay, an 18-month trial and a 100-day stay.",
        "An herbal tea or a herbal tea; an historic case or a historic case.",
        "An mRNA vaccine, an eGFR test, a pH strip and an HIV test.",
        "Vitamin A is in liver, and hepatitis A outbreaks are rare.",
        "A LASIK clinic, a SARS case, a NATO hospital, an ulcer, a urine test, a uterus, an umbrella.",
        "A useful, usual, ubiquitous unit; an unusual, unintended, unimportant upper ulcer.",
        "An 0.5 ml dose or a 0.5 ml dose; a ct scan or an ct scan.",
        "A U.S. study and an S-shaped scar; a T-cell and an F-wave.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield articles of the wrong form."""
    text = document.text
    for found in _ARTICLE.finditer(text):
        article, word = found[1], found[3]
        sound = _sound(word)
        if sound is None or (sound == "vowel") == (len(article) == 2):
            continue
        if _is_article(text, found) and is_running_text(document, found.start()):
            right = like("an" if sound == "vowel" else "a", article)
            region = Region(found.start(), found.end(1))
            yield Match(region, words={"word": word.rstrip(".,'’")}, suggestions=(right,))


def _is_article(text: str, found: re.Match[str]) -> bool:
    """Tell the article from the end of a word and from a letter: "vitamin A in milk"."""
    start = found.start()
    if start and _NO_WORD_BEFORE.match(text, start - 1):
        return False
    is_capital_inside = found[1][0] == "A" and not _START.search(text, max(0, start - 2), start)
    return not is_capital_inside and found[3].lower() not in words("not-behind-article")


def _sound(word: str) -> Sound | None:
    """Return how a word begins when read aloud, None where people differ or we do not know."""
    if word[0].isdigit():
        return _sound_of_number(word)
    part = re.split(r"[-.,'’]", word, maxsplit=1)[0]
    if len(part) == 1 or (part[0].islower() and part[1].isupper()):
        return _sound_of_letter(part[0])
    if part[:-1].isupper() and (part[-1].isupper() or part[-1] == "s"):
        return _sound_of_initials(part.removesuffix("s"))
    if any(letter.isupper() or letter.isdigit() for letter in part[1:]):
        return None
    return _sound_of_word(part.lower())


def _sound_of_letter(letter: str) -> Sound:
    return "vowel" if letter.upper() in _SPOKEN else "consonant"


def _sound_of_number(word: str) -> Sound | None:
    found = _NUMBER.match(word)
    digits = found[0] if found else ""
    first = digits.partition(",")[0]
    if not digits or first[0] == "0" or (len(digits) == 4 and first[:2] in ("11", "18")):
        return None  # 1100 is eleven hundred to some, 0.5 is nought, oh or zero point five
    # Of a long number only the first group of three is heard first.
    leading = first if "," in digits else first[: (len(first) - 1) % 3 + 1]
    return "vowel" if leading[0] == "8" or leading in ("11", "18") else "consonant"


def _sound_of_initials(letters: str) -> Sound | None:
    if len(letters) > _LONGEST_INITIALS:
        return None
    if letters in words("spelt-with-vowel") or not set(letters) & _VOWELS:
        return _sound_of_letter(letters[0])
    if letters[0] in "AEIO":
        return "vowel"
    if letters[0] == "U":  # spelt, it begins like "you"; UNESCO too, other words do not
        return "consonant" if len(letters) < _LONGEST_INITIALS else None
    return None if letters[0] in _SPOKEN else "consonant"


def _sound_of_word(word: str) -> Sound | None:
    first = word[0]
    if not set(word) & set("aeiouy"):
        return None
    if first == "h":
        return "vowel" if _SILENT_H.match(word) else None if _WAVERING_H.match(word) else "consonant"
    if first == "u":
        return "consonant" if _CONSONANT.match(word) else "vowel" if _VOWEL_U.match(word) else None
    if first in "aeio":
        return "consonant" if _CONSONANT.match(word) else "vowel"
    if first in "xy":
        return "consonant" if word[1] in "aeiou" else None
    return "consonant"
