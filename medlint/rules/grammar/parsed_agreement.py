"""The verb follows its subject in number, however many words stand between them.

A parser finds the subject where no rule about neighbouring words can.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from medlint import parse
from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import AGREEMENT, pairs
from medlint.word_codes import letters_of, lists

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST = 8  # words between subject and verb; farther apart the parser errs too often
_ONE = frozenset(("is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"))
_MANY = frozenset(("are", "were", "have", "do", "aren't", "weren't", "haven't", "don't"))
_OPENERS = frozenset(("a", "an", "the", "this", "that", "each", "every", "our", "your", "its", "their"))
_PARTICLES = frozenset(("which", "that", "who", "there", "what"))
# A subject of several, or one that a word in front of it counts.
_JOINED = frozenset(("conj", "cc", "appos", "preconj"))
_SUBJUNCTIVE = frozenset(("if", "lest", "whether", "that"))


@rule(
    id="grammar.parsed-agreement",
    label="grammar.agreement",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” does not agree with “{subject}”.",
    advice="Use the form of the verb that belongs to one, or to many, as the subject is.",
    sources=(AGREEMENT,),
    scope="document",
    needs_model=parse.MODEL,
    bad=(
        "In this room the nurses from the day clinic [[has]] their lunch.",
        "As you know, the fee for the two nights [[are]] low.",
    ),
    good=(
        "In this room the nurses from the day clinic have their lunch.",
        "The doctor and the nurse call. A number of patients have asked. We suggest that the patient call.",
        "What the patients need is rest, and there is water.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield verbs whose number is not that of the subject that the parser found."""
    partners = pairs("third-person")
    for block in document.derived(parse.parsed):
        for subject in block.doc:
            verb = disagreeing(subject)
            if verb is not None:
                shown = verb.lower_
                suggestions = (partners[shown],) if shown in partners else ()
                yield Match(block.region(verb), {"subject": subject.text}, suggestions)


def disagreeing(subject: Token) -> Token | None:
    """Return the finite verb of a subject where the two do not agree; None also where it is not certain."""
    if subject.dep_ not in ("nsubj", "nsubjpass") or not 0 < subject.head.i - subject.i <= _FARTHEST:
        return None
    verb = _finite(subject)
    number = _number(subject)
    if number is None or verb is None or verb.i < subject.i or not _is_plain(subject, verb):
        return None
    return verb if _number_of_verb(verb) not in (None, number) else None


def _number(subject: Token) -> str | None:
    """Return "one" or "many" for a subject whose number our lexicon knows."""
    word, classes = subject.lower_, lists()
    listed = (*classes["one-or-many"], *classes["counting-head"], *classes["collective"])
    if word in listed or subject.text != word:
        return None
    letters = letters_of(word)
    if subject.tag_ == "NNS" and "P" in letters:
        return "many"
    has_opener = any(child.lower_ in _OPENERS for child in subject.children)
    return "one" if subject.tag_ == "NN" and has_opener and set(letters) & set("CUM") else None


def _is_plain(subject: Token, verb: Token) -> bool:
    """Say whether the subject is one noun, and nothing around it makes the parser err."""
    if any(child.dep_ in _JOINED or child.lower_ in _PARTICLES for child in subject.children):
        return False
    doc, first = subject.doc, subject.left_edge.i
    around = doc[max(subject.sent.start, first - _FARTHEST) : verb.i]
    if any(token.dep_ in ("cc", "expl") or token.lower_ in ("there", "and", "or") for token in around):
        return False
    if any(token.tag_ == "VBG" for token in doc[max(subject.sent.start, first - _FARTHEST) : first]):
        return False
    between = doc[subject.i + 1 : verb.i]
    if any(token.is_punct or token.tag_.startswith("V") or token.lower_ in _PARTICLES for token in between):
        return False
    # "Preventing fires is": the noun is the object of what stands before it.
    return first == subject.sent.start or not doc[first - 1].tag_.startswith("V")


def _finite(subject: Token) -> Token | None:
    """Return the verb that shows the number: the first helper, or the verb itself."""
    head = subject.head
    if any(child.lower_ in _SUBJUNCTIVE for child in head.children if child.dep_ == "mark"):
        return None
    if any(child.tag_ == "MD" or child.lower_ == "to" for child in head.children):
        return None
    helpers = [child for child in head.children if child.dep_ in ("aux", "auxpass") and child.i > subject.i]
    return helpers[0] if helpers else head


def _number_of_verb(verb: Token) -> str | None:
    word = verb.lower_
    if word in _ONE or word in _MANY:
        return "one" if word in _ONE else "many"
    letters = letters_of(word)
    if verb.tag_ == "VBZ" and "Z" in letters:
        return "one"
    # A base form that could as well be a noun or a past is left alone.
    return "many" if verb.tag_ == "VBP" and letters == "B" else None
