"""The verb follows its subject in number: the surgeon inserts, the surgeons insert.

Where the subject opens the sentence and the verb stands right behind it, the slip is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.expressions import expression
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Passage, Region
from medlint.rule import rule
from medlint.rules.grammar import AGREEMENT, pairs, third_person, words

_PARTNERS = pairs("third-person")
_THIRD = [form for form in _PARTNERS if form.endswith("s") or form in ("doesn't", "isn't")]
_PLURAL = ("have", "are", "were", "don't", "aren't")
_ONE, _MANY = (f"(?:{alternation(sorted(words(name)))})" for name in ("subjects-one", "subjects-many"))
_BASE = alternation(sorted(words("base-verbs") - {"have", "do"}))
_ADVERB = r"(?:(?:also|often|usually|always|never|sometimes|rarely|normally|generally|then|only|first) )?"
_ADJECTIVE = (
    r"(?:(?:[a-z]+-[a-z]+|[a-z]+(?:al|ic|ous|ive|able|ible|ful|ary)|new|modern|latest|own|most|common|main"
    r"|first|other|different|operating|missing|young|old|good|best|many),? )"
)
# With one of these behind it, the base form is a verb and not a noun.
_OBJECT = r"(?= (?:an?|the|your|our|his|her|its|their|about|more|less|only|up to|\d|them|it|you|us)\b)"
_LENGTH = r"last(?= (?:\d|about|only|up to|less|more than))"
_ENDS = r"(?![\w'-])"
_NO_CLAUSE = r"(?:(?!(?:you|we|they|that|which|who|if|with|of)\b)[a-z-]+ )"

_ONE_MANY = (
    rf"(?:the|our|this|every|each) {_ADJECTIVE}{{0,3}}{_ONE} {_ADVERB}"
    rf"(?P<flagged>(?:{_BASE}){_OBJECT}|{_LENGTH}|{'|'.join(_PLURAL)}){_ENDS}"
)
_OPENINGS = (
    expression(_ONE_MANY),
    expression(
        rf"(?:the|our|these|those|many|most|some|all|both|several|few|common|typical) "
        rf"{_ADJECTIVE}{{0,3}}{_MANY} {_ADVERB}(?P<flagged>{'|'.join(_THIRD)}){_ENDS}"
    ),
    expression(
        r"(?:(?:missing|dental|healthy|chronic|modern|new|large|small|severe|damaged|broken|other) )?"
        rf"{_MANY} {_ADVERB}(?P<flagged>{'|'.join(_THIRD)}){_ENDS}"
    ),
    expression(rf"an? {_NO_CLAUSE}{{1,3}}or an? {_NO_CLAUSE}{{1,3}}(?P<flagged>are|have|were){_ENDS}"),
)
_AFTER_COMMA = expression(rf", {_ONE_MANY}")
_RELATIVE = expression(rf" that (?P<flagged>{_BASE}){_OBJECT}")
_ANTECEDENT = expression(
    r"\b(?:is|was|has|offers?|uses?|need|performs?|developed|called) an? (?:[a-z-]+ ){0,2}"
    rf"(?:(?:form|kind|type) of )?(?:[a-z]*therapy|{_ONE})$"
)
_LOOK_BACK = 80  # characters
_QUOTES = "\"'( "


@rule(
    id="grammar.subject-verb",
    label="grammar.agreement",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” does not agree with “{subject}”.",
    advice="Use the form of the verb that belongs to one, or to many, as the subject is.",
    sources=(AGREEMENT,),
    bad=(
        "The surgeon [[insert]] a camera. The operation [[last]] 60 minutes under anaesthesia.",
        "The new operating rooms [[is]] bright.",
        "Our institute [[have]] received a letter.",
        "With this aim, the doctor often [[give]] the tablets at night.",
        "Many patients [[has]] pain.",
        "Missing teeth [[makes]] eating hard. An implant or a bridge [[are]] an option.",
        "It is a new form of immunotherapy that [[teach]] the body.",
    ),
    good=(
        "The surgeon inserts a camera. The operation lasts 60 minutes.",
        "The number of rooms is low. The nurse treating patients is kind.",
        "The operation last year was long. The patient may go home.",
        "The drug and the device have a lid. The tablets, the drops and the syrup are free.",
        "Let the surgeon insert a camera, and let the doctor give it.",
        "It is one of the drugs that help you. The parts of a drug that make you sleepy are known.",
        "Removing tumors is hard. Other than tablets is nothing.",
        "Most people have no pain. All patients of the doctor are well.",
        "The treatment needs of patients are known. The patient care is free.",
        "Should the patient have pain, call us. It is vital that the surgeon have time.",
        "Rest, fluids, the tablet are all you need.",
        "The clinic staff are kind. The surgery work is done.",
    ),
)
def check(document: Document, sentence: Passage) -> Iterator[Match]:
    """Yield verbs whose number is not that of the subject right before them."""
    folded, region = document.folded, sentence.region
    start = region.start
    while start < region.end and folded[start] in _QUOTES:
        start += 1
    for opening in _OPENINGS:
        if found := opening.match(folded, start, region.end):
            yield _match(document, found.start(), found)
    for found in _AFTER_COMMA.finditer(folded, start, region.end):
        # "Rest, fluids, the tablet are": the last of several subjects.
        if found["flagged"] not in _PLURAL:
            yield _match(document, found.start() + 2, found)
    for found in _RELATIVE.finditer(folded, start, region.end):
        if subject := _ANTECEDENT.search(folded, max(start, found.start() - _LOOK_BACK), found.start()):
            yield _match(document, subject.start() + subject[0].index(" a") + 1, found)


def _match(document: Document, subject_start: int, found: re.Match[str]) -> Match:
    verb = found["flagged"]
    subject = document.text[subject_start : found.start("flagged")].strip()
    suggestion = _PARTNERS.get(verb) or third_person(verb)
    return Match(Region(*found.span("flagged")), {"subject": subject}, (suggestion,))
