"""Patterns over words and the parts of speech that they have where they stand.

The names of `word_codes` say what a word can be; behind a slash stands what it is here, as tags of
`part_of_speech.tags`:

- `/nE` the tagger's choice is one of these;
- `/n!` it is, and no other comes close;
- `/~bp` one of these is its choice or comes close;
- `C/n`, `~B/pb`: both must hold.

A sentence is a string of two characters a word, its code and its tags; `^` and `$` are its ends.
To tag costs more than to look: `loose` is the same pattern over codes alone, which finds all places
where the tags are worth asking for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from medlint.part_of_speech.tagger import Tag
from medlint.part_of_speech.tags import CERTAIN, TAGS
from medlint.pattern_needs import Pair, are_there, mask, pairs
from medlint.word_codes import class_of, classes_with, codes_of, ranges

_FIRST_TAG = 0x4E00  # two tags make one of these characters; codes are of the private area
_CODE = r"[\ue000-\uf8ff]"
_ANY_TAG = "[\u4e00-\u5fff]"
_NAME = re.compile(
    r"\\.|\(\?P?<\w+>|\(\?P?<?[=!:]|\(\?P=\w+\)|[~&]?[A-Za-z][\w'-]*(?:/[~\w#.]+!?)?|/[~\w#.]+!?|\{[\d,]+\}|\.|\s+"
)
_TOKEN = re.compile(rf"{_NAME.pattern}|.")
_DENIAL = re.compile(r"\(\?<?!")
# What words of the lexicon can be for each tag, beside function words and words that it does not know.
_LETTERS = {
    "n": "CMUGJ", "s": "P", "j": "JNGCMU", "r": "RJ",
    "b": "B", "p": "B", "z": "Z", "d": "D", "v": "N", "g": "G",
}  # fmt: skip
# Tags that any function word may have, and those that these have beside them.
_OF_FUNCTION_WORDS = frozenset("mrjDOPITCWX#")
_FUNCTION_WORDS = {
    "z": "is has does isn't hasn't doesn't", "p": "are have do am aren't haven't don't", "b": "be have do",
    "d": "was were had did wasn't weren't hadn't didn't", "v": "been had done", "g": "being having doing",
    "n": "something anything everything nothing", "s": "others",
}  # fmt: skip
_COMPILED: set[str] = set()
_ASKED: Counter[str] = Counter()  # how often it was asked whether a pattern may stand on a page
_ENOUGH = 4
_MARKS = ("COMMA", "STOP", "ASK", "COLON", "SEMICOLON", "MARK")


def written(codes: Iterable[str], tags: Iterable[Tag]) -> str:
    """Return a sentence as patterns read it."""
    return "".join([code + _character(tag) for code, tag in zip(codes, tags, strict=True)])


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Return the expression that a pattern stands for.

    Raises:
        KeyError: no list and no class has a name of the pattern, or no tag is called so.
    """
    return re.compile(_NAME.sub(_part, text))


def may_stand(text: str, neighbours: Callable[[], Sequence[Pair]]) -> bool:
    """Say whether a page may have a pattern, as far as that is cheaper to know than to compile `loose`.

    A run over many pages asks this of the first few only; then compiling is cheaper.
    """
    if text in _COMPILED or _ASKED[text] >= _ENOUGH:
        return True
    _ASKED[text] += 1
    return are_there(needs(text), neighbours())


@cache
def loose(text: str) -> re.Pattern[str]:
    """Return the expression over codes that finds every place where a pattern may stand."""
    _COMPILED.add(text)
    return re.compile(_NAME.sub(_loose_part, _without_denials(text)), re.MULTILINE)


@cache
def needs(text: str) -> Sequence[Pair]:
    """Return the neighbours without which a pattern does not stand."""
    tokens = [found[0] for found in _TOKEN.finditer(_without_denials(text)) if not found[0].isspace()]
    return pairs(tokens, _mask)


@cache
def _mask(name: str) -> int:
    return mask(_loose_codes(name))


def _without_denials(text: str) -> str:
    """Return a pattern without what must not stand there, where that asks for tags."""
    while True:
        for found in _DENIAL.finditer(text):
            end = _closing(text, found.start())
            if "/" in text[found.start() : end]:
                text = text[: found.start()] + text[end:]
                break
        else:
            return text


def _closing(text: str, start: int) -> int:
    """Return the place behind the bracket that closes the one at `start`."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return place + 1
    raise ValueError(text)


@cache
def _character(tag: Tag) -> str:
    best, second = tag
    number = TAGS.index(best) * (len(TAGS) + 1) + (TAGS.index(second) + 1 if second else 0)
    return chr(_FIRST_TAG + number)


def _part(found: re.Match[str]) -> str:
    name = found[0]
    if name.isspace():
        return ""
    if name == ".":
        return f"(?:{_CODE}{_ANY_TAG})"
    if name[0] in "(\\{":
        return name
    word, _, tags = name.partition("/")
    return f"(?:{class_of(word) if word else _CODE}{_tags(tags) if tags else _ANY_TAG})"


def _loose_part(found: re.Match[str]) -> str:
    name = found[0]
    if name.isspace():
        return ""
    if name[0] in "(\\{.":
        return name
    return f"[{ranges(_loose_codes(name))}]"


@cache
def _loose_codes(name: str) -> frozenset[str]:
    """Return the codes that an atom may have."""
    word, _, tags = name.partition("/")
    if word:
        return codes_of(word)
    letters = tags.strip("~!")
    names = {word for tag in letters for word in _FUNCTION_WORDS.get(tag, "").split()}
    names |= {"UNKNOWN", "NAME"} if set(letters) - set("DOPITCWXm.") else set()
    if "#" in letters:
        names |= {"NUMBER", "YEAR"}
    if "." in letters:
        names |= set(_MARKS)
    if "O" in letters:
        names |= {"UNKNOWN", "NAME"}
    certain = {word for tag, words in CERTAIN.items() if tag not in letters for word in words}
    can_be = {letter for tag in letters for letter in _LETTERS.get(tag, "")}
    return classes_with(can_be, names, certain, functions=bool(set(letters) & _OF_FUNCTION_WORDS))


@cache
def _tags(wanted: str) -> str:
    is_close, is_sure = wanted.startswith("~"), wanted.endswith("!")
    letters = wanted.strip("~!")
    if unknown := set(letters) - set(TAGS):
        raise KeyError("".join(sorted(unknown)))
    fitting = [_character(tag) for tag in _pairs() if _fits(tag, letters, is_close, is_sure)]
    return f"[{ranges(fitting)}]"


def _fits(tag: Tag, letters: str, is_close: bool, is_sure: bool) -> bool:  # noqa: FBT001 - two marks
    best, second = tag
    if is_sure:
        return best in letters and (not second or second in letters)
    return best in letters or (is_close and second != "" and second in letters)


@cache
def _pairs() -> Sequence[Tag]:
    return [(best, second) for best in TAGS for second in ("", *TAGS)]
