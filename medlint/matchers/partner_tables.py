"""What the tables of prepositions and collocations say, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from medlint.matchers.pair_forms import PARTICIPLE, forms_of
from medlint.matchers.rows import listed

NONE = "-"
"""In the place of a preposition: none is needed, or one is missing."""

_KINDS = {"verbs": "verbs", "objects": "verbs", "nouns": "nouns", "adjectives": "words"}


@dataclass(frozen=True)
class Head:
    """A word with the prepositions that go with it, and those that do not."""

    kind: str
    rights: tuple[str, ...]
    wrong: frozenset[str]
    before: frozenset[tuple[str, str]]  # wrong ones only before this word, "the" for any determiner
    words: frozenset[str]  # all wrong ones; an article where one may be missing


@dataclass(frozen=True)
class Partner:
    """A wrong partner of a noun in one of its forms, and the right ones in the same form."""

    rights: tuple[str, ...]
    participles: tuple[str, ...] = ()  # where the wrong one may be a participle


def heads(text: str, kind: str) -> Iterator[tuple[str, Head]]:
    """Yield each head word of a table with what goes with it.

    Raises:
        ValueError: a line is not of the form "head right: wrong …".
    """
    for line in filter(None, text.splitlines()):
        left, _, right = line.partition(":")
        words, _, fitting = left.strip().rpartition(" ")
        wrong = right.split()
        if not words or not fitting or not wrong:
            raise ValueError(f"{line!r} is not of the form 'head right: wrong wrong …'")
        plain = frozenset(each for each in wrong if "+" not in each)
        guarded = frozenset((each.partition("+")[0], each.partition("+")[2]) for each in wrong if "+" in each)
        every = plain.union((each for each, _ in guarded), listed("owners") if NONE in plain else ())
        for word in words.split("|"):
            yield word, Head(kind, tuple(fitting.split("|")), plain, guarded, every)


def forms(kind: str, word: str) -> tuple[str, ...]:
    """Return the forms of a head word; an adjective has one."""
    return tuple(dict.fromkeys(forms_of(_KINDS[kind], word)))


def partners(text: str, kind: str) -> Iterator[tuple[str, Mapping[str, Partner]]]:
    """Yield each noun of a table with its wrong partners, in all their forms."""
    for line in filter(None, text.splitlines()):
        rights, nouns, wrong = parts(line)
        found: dict[str, Partner] = {}
        for word in wrong:
            if kind == "adjectives":
                found[word] = Partner(rights)
                continue
            right_forms = [_phrase_forms(right) for right in rights]
            wrong_forms = forms_of("verbs", word)
            participles = tuple(each[PARTICIPLE] for each in right_forms)
            for number, form in reversed(list(enumerate(wrong_forms))):
                same = tuple(each[number] for each in right_forms)
                found[form] = Partner(same, participles if form == wrong_forms[PARTICIPLE] else ())
        for noun in nouns:
            yield noun, found


def _phrase_forms(phrase: str) -> tuple[str, ...]:
    head, space, rest = phrase.partition(" ")
    return tuple(form + space + rest for form in forms_of("verbs", head))


def parts(line: str) -> tuple[tuple[str, ...], list[str], list[str]]:
    """Return the right partners, the nouns and the wrong partners of a line.

    Raises:
        ValueError: the line is not of the form "right noun|noun: wrong …".
    """
    left, _, right = line.partition(":")
    rights, _, nouns = left.strip().partition(" ")
    if not nouns or not right.split():
        raise ValueError(f"{line!r} is not of the form 'right noun|noun: wrong …'")
    return tuple(rights.replace("_", " ").split("|")), nouns.split("|"), right.split()
