"""Inflected forms of English words, by rule.

The libraries of the field need half a second and spaCy at import; packs are read on every run. The
regular endings are few, the irregular verbs of health copy are listed in `config/lexicons.yaml`,
and a form too many does no harm: nobody writes it.
"""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh")


def noun_forms(noun: str) -> tuple[str, ...]:
    """Return singular and plural of a noun or noun phrase, whose last word is inflected."""
    stem, last = _split_last(noun)
    return (noun, stem + _plural(last))


def verb_forms(verb: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return base, -s, -ing, past and participle of a verb or verb phrase ("get rid of").

    The first word is inflected. `irregular` maps a base form to its past forms.
    """
    head, _, tail = verb.partition(" ")
    tail = f" {tail}" if tail else ""
    past = irregular.get(head) or (_past(head),)
    forms = (head, _plural(head), _present_participle(head), *past)
    return tuple(dict.fromkeys(form + tail for form in forms))


def _split_last(phrase: str) -> tuple[str, str]:
    stem, space, last = phrase.rpartition(" ")
    return stem + space, last


def _plural(word: str) -> str:
    if word.endswith(_SIBILANTS) or (word.endswith("o") and word[-2:-1] not in _VOWELS):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _present_participle(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    """Double the last consonant of a short verb: stop, stopp-ed; longer ones are irregular to us."""
    if len(verb) < 3:
        return verb
    before, vowel, last = verb[-3], verb[-2], verb[-1]
    is_short = sum(letter in _VOWELS for letter in verb) == 1
    if is_short and before not in _VOWELS and vowel in _VOWELS and last not in _VOWELS + "wxy":
        return verb + last
    return verb
