"""What LanguageTool finds, in our words: for the faults that pages of this genre have most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

MODAL = "Behind can, may, must, should and will the verb keeps its base form."
NUMBER = "Let noun, verb and the small words before them agree in number."
GERUND = "Use the -ing form behind this verb."
WORDS = "Use the pattern that English has for this word."


@dataclass(frozen=True, slots=True)
class Words:
    """Our words for one rule of LanguageTool, with examples of ours that it is tried on."""

    fault: str  # the part of the label behind "grammar."
    message: str  # with {text}, the words that are flagged
    advice: str
    bad: tuple[str, ...]  # [[…]] marks the words to be flagged
    good: tuple[str, ...]


MESSAGES: Mapping[str, Words] = MappingProxyType(
    {
        "admit-enjoy-vb": Words(
            "verb",
            "“{text}” has an infinitive where this verb takes the -ing form.",
            GERUND,
            ("Many people [[avoid to smile]] in photos.",),
            ("Many people avoid smiling in photos.", "You may want to smile less."),
        ),
        "allow-to": Words(
            "verb",
            "“{text}” follows a verb that takes a person first, or the -ing form.",
            "Say whom it allows (allows us to see), or use the -ing form (allows seeing).",
            ("The scan allows [[to see]] the knee from all sides.",),
            ("The scan allows us to see the knee from all sides.",),
        ),
        "despite-of": Words(
            "preposition",
            "“{text}” has one word too many: “despite” stands alone, “in spite” takes “of”.",
            WORDS,
            ("[[Despite of]] the pain she walked home.",),
            ("Despite the pain she walked home.", "In spite of the pain she walked home."),
        ),
        "did-baseform": Words(
            "verb",
            "“{text}” has a verb form that cannot follow “do”, “does” or “did”.",
            "Use the base form: the small verb has the tense already.",
            ("The swelling did not [[went]] down for a week.",),
            ("The swelling did not go down for a week.",),
        ),
        "each-every-nns": Words(
            "agreement",
            "“{text}” has a plural behind a word for one.",
            NUMBER,
            ("[[Every patients]] gets a letter.",),
            ("Every patient gets a letter.", "All patients get a letter."),
        ),
        "en-contraction-spelling": Words(
            "spelling",
            "“{text}” lacks its apostrophe.",
            "Write the short form with its apostrophe, or in full.",
            ("The cream [[doesnt]] sting.",),
            ("The cream doesn't sting.",),
        ),
        "english-word-repeat-rule": Words(
            "repeated",
            "“{text}” has a word twice.",
            "Take one of the two away.",
            ("Rest for [[a a]] day.",),
            ("Rest for a day.", "She had had the tooth out before."),
        ),
        "he-verb-agr": Words(
            "agreement",
            "“{text}” does not agree with its subject.",
            NUMBER,
            ("He [[suffer]] from asthma.",),
            ("He suffers from asthma.",),
        ),
        "it-vbz": Words(
            "agreement",
            "“{text}” does not agree with “it”.",
            NUMBER,
            ("It [[help]] you to sleep.",),
            ("It helps you to sleep.",),
        ),
        "many-few-uncountable": Words(
            "agreement",
            "“{text}” counts a noun that is not counted.",
            "Use “much”, “little” or “a lot of” with a noun that is not counted.",
            ("You will find [[many]] information in the leaflet.",),
            ("You will find much information in the leaflet.",),
        ),
        "md-baseform": Words(
            "verb",
            "“{text}” is a verb form that cannot follow “can”, “will” or “may”.",
            MODAL,
            ("The dentist will [[decides]] how many visits you need.",),
            ("The dentist will decide how many visits you need.",),
        ),
        "mention-about": Words(
            "preposition",
            "“{text}” has one word too many: one discusses a thing, not about it.",
            WORDS,
            ("Please [[discuss about your]] allergies with the doctor.",),
            ("Please discuss your allergies with the doctor.",),
        ),
        "most-comparative": Words(
            "extra",
            "“{text}” compares twice.",
            "Keep one of the two marks of comparison.",
            ("The new drill is [[more quieter]] than the old one.",),
            ("The new drill is quieter than the old one.",),
        ),
        "must-have-to": Words(
            "verb",
            "“{text}” has a “to” that cannot follow “can”, “must” or “should”.",
            MODAL,
            ("You [[must to]] fast before the test.",),
            ("You must fast before the test.",),
        ),
        "prp-have-vb": Words(
            "verb",
            "“{text}” has a verb form that cannot follow “have” or “has”.",
            "Use the past participle behind have and has.",
            ("The doctor has [[examine]] the scan.",),
            ("The doctor has examined the scan.",),
        ),
        "say-tell": Words(
            "wordchoice",
            "“{text}” says a person: one says a thing and tells somebody.",
            WORDS,
            ("The nurse [[said]] me to wait.",),
            ("The nurse told me to wait.",),
        ),
        "superior-than-to": Words(
            "preposition",
            "“{text}” has the wrong word behind it: superior, inferior and prior take “to”.",
            WORDS,
            ("Is the gel [[superior than]] the cream?",),
            ("Is the gel superior to the cream?",),
        ),
        "this-nns": Words(
            "agreement",
            "“{text}” does not agree in number with the noun behind it.",
            NUMBER,
            ("[[This]] tablets are taken at night.",),
            ("These tablets are taken at night.",),
        ),
        "two-connected-modal-verbs": Words(
            "verb",
            "“{text}” has two helping verbs of which only one can stand.",
            "Keep one: can, or will be able to.",
            ("You [[will can]] eat after an hour.",),
            ("You will be able to eat after an hour.",),
        ),
    }
)
"""By LanguageTool's id in kebab-case."""
