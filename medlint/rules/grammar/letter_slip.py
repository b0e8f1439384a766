"""One letter too many, too few or in the wrong place gives a word away: tratment, sucess, alergy.

Readers who search for the word do not find the page, and in a text about health the slip costs trust.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import yaml

from medlint import config
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import STYLE_GUIDE, is_address, like
from medlint.rules.grammar import pairs as pairs_of_misspelling_rule

_TOKEN = re.compile(r"(?<![\w'@./-])[^\W\d_]{5,}(?![\w'@/-]|\.\w)")
_LETTERS_ONLY = re.compile(r"[^\W\d_]{5,}")
_VOWELS = "aeiouy"
_ALIKE = ("sc", "sz", "ck", "cq", "fv", "td", "kq", "tc", "bp", "gj", "mn", "ts")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONG = 9  # letters of a word that hardly any other word is like
_SHORT = 6  # letters of a word that only a doubled letter or two turned round give away
_OFTEN = 3  # times on a page: a word that stands there more often is a name or a term
_LONGEST = 24
# Other forms of a known word: cured → cure, testings → testing, reusing → using.
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "less", "like", "able", "al", "ness")
_BEGINNINGS = (
    "re",
    "un",
    "in",
    "dis",
    "non",
    "pre",
    "over",
    "under",
    "anti",
    "co",
    "de",
    "im",
    "ir",
    "sub",
    "self",
)
# What differs between American and British spelling, in both directions.
_DIALECT = (
    ("s", "z"),
    ("l", ""),
    ("u", ""),
    ("a", ""),
    ("o", ""),
    ("e", ""),
    ("c", "s"),
    ("t", "c"),
    ("ue", ""),
)
_DIALECT_PLACES = re.compile(
    r"i[sz](?=e|i|ation)|y[sz](?=e|i)|ll?(?=ed|ing|ers?\b|ation|ors?\b|ous|ments?\b|fu)|ou?r(?=$|s|e|i|a|l)"
    r"|a?e(?=m|st|d|s|c|r)|o?e(?=s|d|st)|(?:re|er)(?=$|s|d)|[cs](?=e$|es$|ed$|ing$)"
)


@dataclass(frozen=True)
class _Words:
    known: frozenset[str]
    meant: frozenset[str]  # known words that somebody may have meant
    everyday: frozenset[str]
    misspelt: Mapping[str, str]


@rule(
    id="grammar.letter-slip",
    label="grammar.spelling",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” looks like a slip of “{right}”.",
    advice="Check the word in a dictionary. If it is a name or a term, nothing is wrong.",
    sources=(STYLE_GUIDE,),
    scope="document",
    bad=(
        "Your [[temprature]] is taken before the [[aproval]].",
        "The [[experimentel]] phase was a [[sucess]].",
        "Ask the [[pharmasist]] about your [[alergy]].",
    ),
    good=(
        "Your temperature is taken before the approval.",
        "Behaviour, behavior, counselling, oestrogen and estrogen are all fine.",
        "Zelpaxol and its name are not known, so nothing is said about Zelpaxal.",
        "Write to sucess@hollowbrook.example.",
    ),
    misses=("Please [[bied]] with us.",),
)
def check(document: Document) -> Iterator[Match]:
    """Yield words that are one slip away from a known word, and from no other."""
    unknown = set(_LETTERS_ONLY.findall(document.folded)) - _words().known
    slips = {word: right for word in unknown if (right := _slip_of(word)) and not _is_term(document, word)}
    told: set[str] = set()
    for found in _TOKEN.finditer(document.folded) if slips else ():
        word, region = found[0], Region(*found.span())
        if word not in slips or word in told or not _is_written_small(document, found):
            continue
        if not is_address(document, region):
            told.add(word)
            right = like(slips[word], document.text[region.start :])
            yield Match(region, words={"right": right}, suggestions=(right,))


def _is_term(document: Document, word: str) -> bool:
    """Say whether a word stands on the page so often that it must be a name or a term."""
    return word not in _words().misspelt and document.folded.count(word) > _OFTEN


def _is_written_small(document: Document, found: re.Match[str]) -> bool:
    """Say whether a word has no capital, or only because it begins its sentence."""
    start, end = found.span()
    text = document.text[start:end]
    if text[1:] != found[0][1:] or document.block_at(start).kind == "reference":
        return False
    return text[0] == found[0][0] or start == document.sentence_at(start).region.start


@lru_cache(maxsize=1 << 14)
def _slip_of(word: str) -> str | None:
    """Return the known word that a misspelt one was meant to be, or nothing."""
    words = _words()
    if word in words.misspelt:
        return words.misspelt[word]
    if word in words.known or len(word) > _LONGEST or not word.isascii() or _is_form(word, words.known):
        return None
    rights = {
        right for right, is_strict in _neighbours(word) if _is_told_by(right, words, is_strict=is_strict)
    }
    right = rights.pop() if len(rights) == 1 else None
    if right is None or _other_dialect(word) == _other_dialect(right):
        return None
    return None if word.endswith("ses") and right.endswith("sis") else right  # many psoriases


def _is_told_by(right: str, words: _Words, *, is_strict: bool) -> bool:
    if right not in words.meant:
        return False
    return len(right) >= _LONG or right in words.everyday or (is_strict and len(right) >= _SHORT)


def _is_form(word: str, known: frozenset[str]) -> bool:
    if word.endswith(("yed", "yes")) and word[-4:-3] not in "aeou":  # tryed
        return False
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    stems += [f"{stem}e" for stem in stems] + [stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]]
    stems += [f"{word[:-3]}y"] if word.endswith(("ies", "ied")) else []
    stems += [word.removeprefix(start) for start in _BEGINNINGS if word.startswith(start)]
    return any(len(stem) > 2 and stem in known for stem in stems)


def _neighbours(word: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of which `word` may be one slip, and whether the slip is an unmistakable one."""
    last = len(word) - 1
    for i in range(1, len(word)):
        letter = word[i]
        is_double = letter in (word[i - 1], word[i + 1 : i + 2])
        if is_double or (letter in "eh" and i < last):  # a letter too many
            yield word[:i] + word[i + 1 :], is_double and not (i == last and letter == "s")
        if i < last - 1 and letter != word[i + 1]:  # two turned round
            yield word[:i] + word[i + 1] + letter + word[i + 2 :], i < last - 1
        for other in _LETTERS:  # a letter too few
            yield word[:i] + other + word[i:], other in (word[i - 1], letter)
            if i < last and other != letter and _sounds_like(letter, other):
                yield word[:i] + other + word[i + 1 :], False


def _sounds_like(letter: str, other: str) -> bool:
    both_vowels = letter in _VOWELS and other in _VOWELS
    return both_vowels or letter + other in _ALIKE or other + letter in _ALIKE


def _other_dialect(word: str) -> str:
    """Return the word with what the dialects spell differently made alike."""
    return _DIALECT_PLACES.sub(
        lambda place: "*" + place[0][-1].translate({ord("z"): "s", ord("c"): "s"}), word
    )


@cache
def _words() -> _Words:
    spelling, lexicon = _load("grammar-spelling"), _load("grammar-lexicon")
    pairs = (pair.split(" = ", 1) for pair in spelling["misspelt"].split("; "))
    everyday = frozenset(spelling["everyday"].split())
    misspelt = dict(pairs)
    meant = everyday.union(*(words.split() for words in lexicon.values()))
    meant = meant.difference(misspelt, pairs_of_misspelling_rule("misspellings"))
    known = meant.union(
        spelling["look-alikes"].split(), *(words.split() for words in _load("grammar-classes").values())
    )
    return _Words(known, meant, everyday, misspelt)


@cache
def _load(name: str) -> Mapping[str, str]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (config.folder() / "words" / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, str] = yaml.load(text, Loader=loader)  # noqa: S506 - safe loaders
    return loaded
