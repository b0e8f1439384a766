"""What each word can be, without a model: one character a word, and expressions over them.

Words that lists and lexicon describe alike share a code. A rule is then a regular expression over
words: `(?:a|an) J* P` finds "a new tablets". In a pattern stand

- `CM`, capital letters: a word that is certainly one of these classes and nothing else;
- `&UB`: a word that can be all of these classes and is certainly one of them;
- `~B`: a word that can be a base form, among other things; unknown words can be everything;
- `the`, `modal`: a word of the list, or all words of a named list of `config/words/grammar-classes.yaml`;
- `NAME`, `NUMBER`, `YEAR`, and marks by name: `COMMA`, `STOP`, `ASK`, `COLON`, `SEMICOLON`, `MARK` (others).

All else is the syntax of `re`; spaces are left out; `.` is one word and never crosses a sentence.
The classes are C counted noun, M mass noun, U another singular noun, P plural; B base form, Z its -s form,
D past, N participle, G -ing form; J adjective, R adverb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from medlint import compiled, config, expressions

LETTERS = "CMUPBZDNGJR"
_MARKS = {
    ",": "COMMA",
    ".": "STOP",
    "!": "STOP",
    "?": "ASK",
    ":": "COLON",
    ";": "SEMICOLON",
    "…": "STOP",
}
_ALONE = ("NAME", "NUMBER", "YEAR", "UNKNOWN", "MARK", *_MARKS.values())
_FIRST_CODE = 0xE000  # of Unicode's private area
_NAME = re.compile(r"\\.|\(\?P?<\w+>|\(\?P?<?[=!:]|\(\?P=\w+\)|[~&]?[A-Za-z][\w'-]*|\s+")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Endings of words that no list has; what they tell with fair certainty.
_ENDINGS = (
    ("ly", "R"),
    ("ing", "GU"),
    ("tion", "U"),
    ("sion", "U"),
    ("ment", "U"),
    ("ness", "M"),
    ("ity", "U"),
    ("ism", "M"),
    ("itis", "M"),
    ("osis", "M"),
    ("ous", "J"),
    ("ful", "J"),
    ("able", "J"),
    ("ible", "J"),
    ("ical", "J"),
    ("ed", "DNJ"),
)
_SHORTEST = 6  # letters of a word whose ending tells
_KNOWN = 50_000  # unknown words that are remembered

Signature = frozenset[str]
"""All that is known of a word: its classes, the lists that hold it, and a function word itself."""


@cache
def lists() -> Mapping[str, tuple[str, ...]]:
    """Return the named lists of `config/words/grammar-classes.yaml`."""
    return {name: tuple(text.split()) for name, text in _load("grammar-classes").items()}


def letters_of(word: str) -> str:
    """Return the classes of a word, in the order of the list; "" for an unknown one."""
    return _letters().get(_codes().of_word.get(word, ""), "")


@cache
def _letters() -> Mapping[str, str]:
    return {
        code: "".join(letter for letter in LETTERS if letter in signature)
        for signature, code in _codes().of_signature.items()
    }


@cache
def nouns() -> frozenset[str]:
    """Return the words of five letters and more that are certainly common nouns."""
    codes = _codes()
    certain = {
        code
        for signature, code in codes.of_signature.items()
        if "function" not in signature and signature & set("CMUP") and not signature & set("BZDNGJR")
    }
    return frozenset(word for word, code in codes.of_word.items() if code in certain and len(word) >= 5)


def code_of(word: str) -> str:
    """Return the code of a word or mark in lower case."""
    return _codes().of_word.get(word) or _guess(word)


def name_code() -> str:
    """Return the code of a name."""
    return _codes().code("NAME")


@cache
def is_open(code: str) -> bool:
    """Say whether a word with a capital may be a name: function words stay what they are."""
    return not any(
        code == other and "function" in signature for signature, other in _codes().of_signature.items()
    )


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Return the expression over codes that a pattern stands for.

    Raises:
        KeyError: no list and no class has a name of the pattern.
    """
    key = (text, "codes", config.digest())
    return expressions.named(key, lambda: _NAME.sub(_class, text), re.MULTILINE)


@dataclass(frozen=True, eq=False)
class _Codes:
    of_word: Mapping[str, str]
    of_signature: Mapping[Signature, str]

    def code(self, *names: str) -> str:
        return self.of_signature[frozenset(names)]


@lru_cache(_KNOWN)
def _guess(word: str) -> str:
    codes = _codes()
    if word[0].isdigit():
        is_year = _YEAR.fullmatch(word) is not None
        return codes.code("YEAR") if is_year else codes.code("NUMBER" if word.isdigit() else "UNKNOWN")
    if not word[0].isalpha():
        return codes.code(_MARKS.get(word, "MARK"))
    if len(word) >= _SHORTEST and word.isalpha():
        for ending, letters in _ENDINGS:
            if word.endswith(ending):
                return codes.code(*letters)
    return codes.code("UNKNOWN")


@cache
def _codes() -> _Codes:
    """Give every combination of classes and lists a character."""
    key = (config.digest(),)
    kept = compiled.get("codes", key)
    if kept is None:
        made = _made_codes()
        compiled.put("codes", key, (made.of_word, made.of_signature))
        return made
    return _Codes(*kept)


def _made_codes() -> _Codes:
    names: dict[str, set[str]] = {}
    for letters, words in _load("grammar-lexicon").items():
        for word in words.split():
            names.setdefault(word, set()).update(letters)
    for name, listed in lists().items():
        for word in listed:
            _add(names.setdefault(word, set()), name, word)
    signatures = {frozenset(each) for each in names.values()}
    signatures |= {frozenset(letters) for _, letters in _ENDINGS}
    signatures |= {frozenset((each,)) for each in _ALONE}
    # Neighbours have the same letters, so that a class is a few ranges.
    ordered = sorted(signatures, key=lambda each: (sorted(each & set(LETTERS)), sorted(each)))
    of_signature = {signature: chr(_FIRST_CODE + index) for index, signature in enumerate(ordered)}
    return _Codes({word: of_signature[frozenset(each)] for word, each in names.items()}, of_signature)


def _add(names: set[str], name: str, word: str) -> None:
    """Add what a list says of a word; a list of letters replaces what the lexicon guessed."""
    if name.isupper():
        names.difference_update(LETTERS)
        names.update(name)
    elif name == "function":
        names.difference_update(LETTERS)
        names.update((name, word))
    else:
        names.add(word if name == "word" else name)


def _class(found: re.Match[str]) -> str:
    """Return the class of codes for a name in a pattern; what is no name stays, space goes."""
    name = found[0]
    if name.isspace():
        return ""
    return name if name[0] in "(\\" else class_of(name)


@cache
def class_of(name: str) -> str:
    """Return the expression for the codes that a name in a pattern stands for."""
    return f"[{ranges(codes_of(name))}]"


@cache
def codes_of(name: str) -> frozenset[str]:
    """Return the codes that a name in a pattern stands for.

    Raises:
        KeyError: no list and no class has this name.
    """
    signatures = _codes().of_signature
    wanted, letters = name.lstrip("~&"), set(LETTERS)
    if name[0] == "~":
        codes = list(_index()["UNKNOWN"].union(*(_index().get(letter, ()) for letter in wanted)))
    elif name[0] == "&":
        codes = [code for each, code in signatures.items() if each & letters == set(wanted)]
    elif set(wanted) <= letters:
        codes = [
            code for each, code in signatures.items() if each & letters and each & letters <= set(wanted)
        ]
    else:
        codes = list(_index().get(wanted, ()))
    if not codes:
        raise KeyError(name)
    return frozenset(codes)


def classes_with(letters: Set[str], names: Set[str], without: Set[str], *, functions: bool) -> frozenset[str]:
    """Return the codes of words that can be one of `letters`, or that have one of `names`.

    Function words are among them or not, as it is asked, but for those `without`.
    """
    index = _index()
    function = index["function"]
    found = frozenset[str]().union(*(index[letter] for letter in letters if letter in index)) - function
    found = found.union(*(index[name] for name in names if name in index))
    if "UNKNOWN" in names:
        found |= index[""]
    return found | function.difference(*(index[word] for word in without)) if functions else found


@cache
def _index() -> Mapping[str, frozenset[str]]:
    """Return the codes by class, list and word; under "" those of which the lexicon knows no class."""
    found: dict[str, set[str]] = {"": set()}
    for signature, code in _codes().of_signature.items():
        for name in signature:
            found.setdefault(name, set()).add(code)
        if not signature & {*LETTERS, *_ALONE, "function"}:
            found[""].add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


def ranges(codes: Iterable[str]) -> str:
    """Return the inside of a class of characters, neighbours as ranges: it compiles faster."""
    runs: list[list[int]] = []
    for point in sorted(map(ord, codes)):
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return "".join(chr(first) if first == last else f"{chr(first)}-{chr(last)}" for first, last in runs)


@cache
def _load(name: str) -> Mapping[str, str]:
    loaded: Mapping[str, str] = config.data(f"words/{name}.yaml")
    return loaded
