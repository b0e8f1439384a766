"""One thing that can be counted needs an article, whatever describes it: with a small team.

Many languages have no articles, so they are the first thing to get lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.noun_phrases import Phrase, Sentence, phrase_before
from medlint.rule import rule
from medlint.rules.grammar import ARTICLES, words
from medlint.tagging import tag_spots, tagged_where
from medlint.word_codes import lists

_PREPOSITIONS = words("before-counted")
_CLAUSES = words("before-clause-subject")
# Words that do an article's work, or make the phrase one of degree.
_NO_ARTICLE = words("instead-of-article")
_BARE = ("bare-allowed", "time-noun", "calendar", "also-adjective")
_AFTER_NOUN = frozenset("I.zdmpTW")
# Counted nouns with no determiner right before them or before what describes them.
_MAYBE = (
    "(?:^|COMMA|prep|of|like|inside|behind|under|until|since|conj|that|and|so|but|R|(?!UNKNOWN)~BZD"
    "|be-form|have-form) "
    "(?:(?!det)~JNGDCMU){0,3} (?:always-counted|(?!BZDNR)CBZDNR)"
)
# By a committee of, of the chest is, once a month, after a few days, has its own room.
_PATTERNS = (
    "(?P<flagged>by /j? CB/n!) (?:of|that|which|who)",
    "(?<!sort-head)(?P<flagged>of /j? always-counted/n!) (?:is|are|was|/m)",
    "(?P<flagged>(?:once|twice) calendar)",
    "(?:has|have|had|gives|/z!) (?P<flagged>chance-word) (?:to|of)",
    "(?<!sort-head)(?P<flagged>of body-part)(?=is|are|STOP|COMMA|has|/I!|can|and)",
    "(?:in|after|within|every) (?P<flagged>few) calendar",
    "(?:/z|/p|/b|have-form|with|in|by|for) (?P<flagged>own /j? (?:/n!|/s!))",
)
_ENDS = frozenset((".", ",", ";", "?", "!", ":"))


@rule(
    id="grammar.noun-without-article",
    label="grammar.article",
    severity="warning",
    needs="wording",
    message="“{text}” lacks an article.",
    advice="Put “a”, “an”, “the” or a word such as “your” before the noun, or make it plural.",
    sources=(ARTICLES,),
    scope="document",
    bad=(
        "We work [[with small team]] of doctors. A nurse [[makes thin bandage]] for you.",
        "The room is free because [[nurse]] is away.",
    ),
    good=(
        "We work with a small team of doctors. A nurse makes a thin bandage for you.",
        "The room is free because the nurse is away.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield counted nouns whose phrase has nothing that opens it."""
    for sentence in tagged_where(document, _MAYBE):
        for index, letters in enumerate(sentence.letters):
            if _is_counted(sentence, index, letters):
                phrase = phrase_before(sentence, index + 1)
                if phrase is not None and not _is_opened(sentence, phrase):
                    first = _first_flagged(sentence, phrase)
                    if first is not None:
                        yield Match(sentence.region(first, index))
    for spot in tag_spots(document, *_PATTERNS):
        yield Match(spot.region())


def _is_counted(sentence: Sentence, index: int, letters: str) -> bool:
    word = sentence.words[index]
    is_listed = word in lists()["always-counted"]
    if not is_listed and ("C" not in letters or set(letters) & set("MUPJG")):
        return False
    if not sentence.is_surely(index, "n") or index in sentence.names:
        return False
    return not any(word in lists()[name] for name in _BARE)


def _is_opened(sentence: Sentence, phrase: Phrase) -> bool:
    if phrase.opener:
        return True
    inside = range(phrase.first, phrase.head + 1)
    if len(inside) > 1 and sentence.words[phrase.head] in lists()["bare-with-adjective"]:
        return True
    if any(sentence.words[i] in _NO_ARTICLE or i in sentence.names or sentence.tag(i) in "#" for i in inside):
        return True
    return sentence.tag(phrase.first - 1) in tuple("DO#") or sentence.word(phrase.first - 1) in (
        "-",
        "/",
        '"',
        "(",
        "'",
    )


def _first_flagged(sentence: Sentence, phrase: Phrase) -> int | None:
    """Return where the words begin that show the article is missing; None where it may be sound."""
    behind = sentence.tag(phrase.head + 1)
    word_behind = sentence.word(phrase.head + 1)
    if (
        behind not in _AFTER_NOUN
        or not sentence.is_surely(phrase.head + 1, behind)
        or word_behind in ("-", "/", "(", ")", '"', "'", "per")
    ):
        return None
    before = phrase.first - 1
    word = sentence.word(before)
    if before >= 0 and sentence.tag(before) == "I" and word in _PREPOSITIONS:
        return before if _hangs_alone(sentence, before, phrase) else None
    if before >= 0 and sentence.is_surely(before, "bpzd") and word not in lists()["no-object"]:
        return before if word_behind != "," else None
    if word in ("and", "so", "but") and sentence.tag(before - 1) in tuple("nsE"):
        return None
    if (before < 0 or word in _CLAUSES) and behind in "zdm":
        return phrase.first
    return None


def _hangs_alone(sentence: Sentence, before: int, phrase: Phrase) -> bool:
    """Say whether no pair stands there: "from parent to child", "kind of doctor"."""
    noun = sentence.words[phrase.head]
    if sentence.word(before - 2) == "from" and sentence.words[before] == "to":
        return False
    if (
        noun in sentence.words[max(0, before - 3) : before]
        or noun in sentence.words[phrase.head + 1 : phrase.head + 4]
    ):
        return False
    if sentence.words[before] == "of":
        return (
            sentence.word(before - 1) not in lists()["sort-head"] and sentence.word(phrase.head + 1) in _ENDS
        )
    return sentence.word(before - 1) not in lists()["sort-head"]
