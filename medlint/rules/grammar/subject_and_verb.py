"""The verb follows its subject in number wherever the two stand: if the wound leaks, the risks of it are low.

The words between them tempt the writer, and a verb that may be a noun as well hides the slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from medlint.model import Document, Match
from medlint.noun_phrases import Phrase, Sentence, phrase_before
from medlint.rule import rule
from medlint.rules.grammar import AGREEMENT, pairs, third_person, words
from medlint.tagging import tagged_where
from medlint.word_codes import lists

# What may be a subject and a verb of another number, by the lexicon.
_VERB_MANY = (
    "(?:are|were|have|do|don't|aren't|haven't|weren't"
    "|(?!UNKNOWN)~B(?!of|be-form|have-form|modal|Z|&PZ|as|by|than|MARK|CMU|P|which|who))"
)
_VERB_ONE = "(?:is|was|has|does|isn't|doesn't|hasn't|wasn't|(?!UNKNOWN)~Z)"
_MAYBE = (
    f"~CMU(?=(?:R|also|often|not|COMMA)? (?:who|which|that)? (?:R|also|often|not)? {_VERB_MANY})",
    f"prep (?:it|them|you|us) {_VERB_MANY}",
    f"~P(?=(?:R|also|often|not|COMMA)? (?:who|which|that)? (?:R|also|often|not)? {_VERB_ONE})",
    f"and (?:article|owner|each|every) .{{1,3}} {_VERB_ONE}",
    "(?:(?!UNKNOWN)~Z|is|has) (?:(?!COMMA).){1,9} and (?!UNKNOWN)~B",
)
_HELPERS_MANY = words("helpers-many")
_HELPERS_ONE = words("helpers-one")
_OPENERS_ONE = words("openers-one")
_OPENERS_MANY = words("openers-many")
_CLAUSE = words("clause-words")
_NEEDS_VERB = words("clause-with-verb")
_SECOND_ENDS = words("second-verb-ends")
_SURE_CLAUSE = words("clause-openers")
# What stands behind a verb and hardly ever behind a noun.
_OBJECTS = words("behind-verb")
_PERSONS = words("object-persons")
_SUBJUNCTIVE = words("before-subjunctive")
_LISTED = ("one-or-many", "counting-head", "collective")
_TIMES_AND_SUMS = ("time-noun", "unit")
_OPENING = words("opening-prepositions")
_RELATIVES = frozenset(("who", "which", "that"))
_NO_CLAUSE_MARKS = frozenset(("(", ")", "/", "-", '"', "'"))


@rule(
    id="grammar.subject-and-verb",
    label="grammar.agreement",
    severity="warning",
    needs="wording",
    message="“{text}” does not agree with “{subject}”.",
    advice="Use the form of the verb that belongs to one, or to many, as the subject is.",
    sources=(AGREEMENT,),
    scope="document",
    bad=(
        "Call us if the wound [[leak]]. When you stand up, the pain [[start]] suddenly.",
        "Then a second nurse [[remove]] the stitches. The swelling goes down and the surgeon [[have]] time.",
    ),
    good=(
        "Call us if the wound leaks. When you stand up, the pain starts suddenly.",
        "Then a second nurse removes the stitches. The doctor and the nurse have time.",
        "We suggest that the patient rest. See the nurse and have a rest.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield verbs whose number is not that of their subject."""
    partners = pairs("third-person")
    for sentence in tagged_where(document, *_MAYBE):
        for index in range(1, len(sentence)):
            subject = _disagreeing(sentence, index)
            if subject is not None:
                verb = sentence.words[index]
                right = partners.get(verb) or (third_person(verb) if "B" in sentence.letters[index] else "")
                region = sentence.region(subject.first, max(subject.first, index - 1))
                shown = document.text[region.start : region.end]
                yield Match(sentence.region(index, index), {"subject": shown}, (right,) if right else ())


def _disagreeing(sentence: Sentence, index: int) -> Phrase | None:
    """Return the subject of a verb that does not agree with it."""
    number = _number_of_verb(sentence, index)
    if number is None:
        return None
    subject = _subject_of(sentence, index) or _subject_of_second_verb(sentence, index)
    if subject is None or subject.number in (None, number):
        return None
    if number == "many" and not subject.is_sure and not _acts(sentence, index):
        return None
    return subject.phrase


@dataclass(frozen=True)
class _Subject:
    phrase: Phrase
    number: str | None
    is_sure: bool = False  # the clause needs a verb, and it is this


def _subject_of(sentence: Sentence, index: int) -> _Subject | None:
    end = index
    while end > 0 and (
        sentence.is_surely(end - 1, "r") or sentence.words[end - 1] in ("also", "not", "often")
    ):
        end -= 1
    if sentence.word(end - 1) in _RELATIVES:
        return _antecedent(sentence, end - 1)
    if sentence.word(end - 1) in ("it", "them", "you", "us") and _hangs(sentence, end - 2):
        phrase, hung = phrase_before(sentence, end - 2), 1
    else:
        phrase, hung = phrase_before(sentence, end), 0
    while phrase is not None and hung < 3 and _hangs(sentence, phrase.first - 1):
        phrase = phrase_before(sentence, phrase.first - 1)
        hung += 1
    if phrase is None:
        return None
    number = _number_of(sentence, phrase)
    joined = sentence.word(phrase.first - 1)
    if joined in ("and", "or") and sentence.is_surely(phrase.first - 2, "ns") and not hung:
        return _joined(sentence, phrase, joined, number)
    if not _is_subject(sentence, phrase, index):
        return None
    is_verb = (
        sentence.word(phrase.first - 1) in _NEEDS_VERB and phrase.opener and _is_only_verb(sentence, index)
    )
    return _Subject(phrase, number, bool(is_verb))


def _is_only_verb(sentence: Sentence, index: int) -> bool:
    return sentence.word(index + 1) in (
        ".",
        ",",
        "and",
        "or",
        "in",
        "at",
        "on",
        "for",
    ) and not _has_verb_behind(sentence, index)


def _antecedent(sentence: Sentence, index: int) -> _Subject | None:
    """Return what who, which or that stands for, where that is plain."""
    word = sentence.words[index]
    phrase = phrase_before(sentence, index - (sentence.word(index - 1) == ","))
    if phrase is None or (_hangs(sentence, phrase.first - 1) and sentence.word(phrase.first - 1) == "of"):
        return None
    if sentence.tag(index) != "W" or sentence.words[index + 1 : index + 3] == ["is", "why"]:
        return None
    number = _number_of(sentence, phrase)
    is_plain = phrase.opener in _OPENERS_ONE or (word == "who" and not _hangs(sentence, phrase.first - 1))
    if number == "one":
        return _Subject(phrase, number) if is_plain else None
    is_hung = _hangs(sentence, phrase.first - 1)
    is_restricting = sentence.word(index - 1) != "," and not is_hung
    return _Subject(phrase, number) if word == "who" or is_restricting else None


def _joined(sentence: Sentence, last: Phrase, word: str, number: str | None) -> _Subject | None:
    """Return the subject "a blood test and a scan" as a whole."""
    first = phrase_before(sentence, last.first - 1)
    if first is None or _hangs(sentence, first.first - 1):
        return None
    if last.opener in ("each", "every"):
        return _Subject(last, "one")
    opens = first.first == 0 or sentence.words[first.first - 1] in _SURE_CLAUSE
    if not opens and not _closes_opening(sentence, first):
        return None
    whole = Phrase(first.first, last.head, first.opener)
    numbers = _number_of(sentence, first), number
    if word == "or":
        return _Subject(whole, number if numbers == ("many", "many") else None)
    if numbers == ("many", "many") or (
        None not in numbers and first.opener and last.opener and first.opener not in ("each", "every", "no")
    ):
        return _Subject(whole, "many")
    return None


def _subject_of_second_verb(sentence: Sentence, index: int) -> _Subject | None:
    """Return the subject of "and supplement it", where the first verb of the clause is one in -s."""
    if sentence.word(index - 1) != "and" or sentence.word(index + 1) not in _OBJECTS:
        return None
    if sentence.words[index] in _HELPERS_MANY:
        return None
    for place in range(index - 2, max(0, index - 12), -1):
        word = sentence.words[place]
        if word in _SECOND_ENDS or sentence.may_be(place, "mbT"):
            return None
        if sentence.is_surely(place, "z") and (word in ("is", "has") or "Z" in sentence.letters[place]):
            pronoun = sentence.word(place - 1) in ("it", "he", "she")
            phrase = Phrase(place - 1, place - 1, "") if pronoun else None
            return _Subject(phrase, "one") if phrase else _of_first_verb(sentence, place)
        if sentence.may_be(place, "zpd"):
            return None
    return None


def _of_first_verb(sentence: Sentence, place: int) -> _Subject | None:
    subject = _subject_of(sentence, place)
    return subject if subject is not None and subject.number == "one" else None


def _hangs(sentence: Sentence, index: int) -> bool:
    return index > 0 and sentence.tag(index) == "I" and sentence.words[index] not in _CLAUSE


def _number_of_verb(sentence: Sentence, index: int) -> str | None:
    word = sentence.words[index]
    if word in _HELPERS_MANY:
        is_helper = sentence.word(index + 1) == "not" or "what" in sentence.words[:index]
        return "many" if word != "do" or is_helper else None
    if word in _HELPERS_ONE:
        return "one"
    letters = sentence.letters[index]
    if index in sentence.names:
        return None
    if sentence.is_surely(index, "z") and "Z" in letters:
        return "one"
    return "many" if "B" in letters and not set(letters) & set("DN") else None


def _acts(sentence: Sentence, index: int) -> bool:
    """Say whether a word that can be a base form is a verb here, by two signs at least."""
    word, following = sentence.words[index], sentence.word(index + 1)
    if word in _HELPERS_MANY:
        return True
    has_object = following in _OBJECTS or sentence.tag(index + 1) == "#"
    if sentence.letters[index] == "B":
        return sentence.may_be(index, "bp")
    if has_object:
        return sentence.may_be(index, "bp") or (following in _PERSONS and sentence.word(index - 1) == "and")
    return sentence.tag(index) in "bp" and following != "," and not _has_verb_behind(sentence, index)


def _has_verb_behind(sentence: Sentence, index: int) -> bool:
    """Say whether another verb that shows time stands in the rest of the clause."""
    for place in range(index + 1, len(sentence)):
        word = sentence.words[place]
        if word in ",;:.?!" or word in _CLAUSE - {"and", "or", "as", "than", "before", "after"}:
            return place == index + 1 and word == "that"
        if word in _HELPERS_MANY or word in _HELPERS_ONE or sentence.may_be(place, "zmd"):
            return sentence.word(place - 1) not in ("and", "or")
        if sentence.tag(place) == "p" and sentence.tag(place - 1) not in "C":
            return True
    return False


def _is_subject(sentence: Sentence, phrase: Phrase, verb: int) -> bool:
    """Say whether a phrase opens its clause."""
    before = phrase.first - 1
    if before < 0:
        return not (sentence.tag(0) == "g" and not phrase.opener)
    word = sentence.words[before]
    if word in _SURE_CLAUSE:
        is_unreal = sentence.words[verb] == "were" and word in ("if", "though")
        return not is_unreal and not _is_subjunctive(sentence, before)
    if word == "that":
        return sentence.tag(before) == "I" and not _is_subjunctive(sentence, before)
    if word in ("after", "before", "what") and phrase.opener:
        return sentence.word(verb + 1) in _OBJECTS or word == "what"
    if _closes_opening(sentence, phrase):
        return True
    if word in ("and", "but", "so", ",") and phrase.opener:
        return _opens_second_clause(sentence, before, word)
    return before == 0 and sentence.is_surely(before, "r") and sentence.word(0) not in ("only", "not")


def _closes_opening(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether all that stands before a phrase is "in our clinic" or the like, without a comma."""
    if not phrase.opener or sentence.tag(phrase.first - 1) not in ("n", "s", "E"):
        return False
    opening = phrase_before(sentence, phrase.first)
    return (
        opening is not None and opening.first == 1 and sentence.words[0] in _OPENING and bool(opening.opener)
    )


def _is_subjunctive(sentence: Sentence, before: int) -> bool:
    return any(word in _SUBJUNCTIVE for word in sentence.words[max(0, before - 6) : before])


def _opens_second_clause(sentence: Sentence, before: int, word: str) -> bool:
    """Say whether a comma or "and" stands between clauses and not between parts of one."""
    if any(mark in _NO_CLAUSE_MARKS for mark in sentence.words[:before]):
        return False
    if word == ",":
        first = sentence.words[0]
        is_opening = first in _SURE_CLAUSE or first in _OPENING
        return is_opening and "," not in sentence.words[:before]
    end = before - 1 if sentence.words[before - 1] == "," else before
    start = max((i + 1 for i in range(end) if sentence.words[i] in ",;:"), default=0)
    if end < before and start:
        return False
    has_verb = any(_shows_time(sentence, i) for i in range(start, end))
    return has_verb and (end < before or sentence.tag(end - 1) not in "zpDOns")


def _shows_time(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    return word in _HELPERS_ONE or word in _HELPERS_MANY or sentence.is_surely(index, "zpdm")


def _number_of(sentence: Sentence, phrase: Phrase) -> str | None:
    """Return "one" or "many" where head and opener say so."""
    word, letters = sentence.words[phrase.head], sentence.letters[phrase.head]
    if (
        phrase.head in sentence.names
        or word.endswith(("-third", "-quarter", "-half"))
        or any(word in lists()[name] for name in _LISTED)
    ):
        return None
    if sentence.is_surely(phrase.head, "s") and "P" in letters:
        is_sum = sentence.tag(phrase.first) == "#" or any(word in lists()[name] for name in _TIMES_AND_SUMS)
        return None if phrase.opener in _OPENERS_ONE or is_sum else "many"
    is_one = set(letters) & set("CMU") and "P" not in letters
    if sentence.is_surely(phrase.head, "n") and (
        is_one or (not letters and (word[-1] != "s" or word.endswith(("us", "is", "ss"))))
    ):
        if phrase.opener in _OPENERS_MANY or sentence.tag(phrase.first) == "#":
            return None
        return "one" if phrase.opener or set(letters) & set("MU") or not letters else None
    return None
