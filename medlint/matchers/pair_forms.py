"""Forms of a word in a fixed order, so that one word can take the form of another."""

from __future__ import annotations

from medlint.inflection import noun_forms, verb_forms
from medlint.lexicons import irregular_verbs
from medlint.tagging import letters_of

PAST, PARTICIPLE = 3, 4
"""Numbers of two forms of a verb."""

_ODD_S = {"be": "is", "have": "has"}
_ODD_ING = {"be": "being", "begin": "beginning", "forget": "forgetting"}


def forms_of(kind: str, word: str) -> tuple[str, ...]:
    """Return the forms of a word in an order that two words share."""
    if kind == "words":
        return (word,)
    if kind == "nouns":
        return noun_forms(word)
    regular = verb_forms(word, {})
    pasts = irregular_verbs().get(word, regular[3:])
    doubled = word + word[-1]
    ing = f"{doubled}ing" if pasts[0] == f"{doubled}ed" else _ODD_ING.get(word, regular[2])
    return (word, _ODD_S.get(word, regular[1]), ing, pasts[0], pasts[-1])


def ing_form(verb: str) -> str:
    """Return the -ing form of a verb."""
    return forms_of("verbs", verb)[2]


def base_of_ing(ing: str) -> str:
    """Return the verb whose -ing form is `ing`."""
    stem = ing.removesuffix("ing")
    undoubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    candidates = (stem, f"{stem}e", undoubled)
    fitting = [verb for verb in candidates if verb and ing_form(verb) == ing]
    known = [verb for verb in fitting if "B" in letters_of(verb)]
    return (known or fitting or [stem])[0]
