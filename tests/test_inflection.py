"""Forms of regular and irregular words."""

import pytest

from medlint.inflection import noun_forms, verb_forms
from medlint.lexicons import expand, irregular_verbs, normalised


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("effect", "effects"),
        ("remedy", "remedies"),
        ("toy", "toys"),
        ("virus", "viruses"),
        ("side effect", "side effects"),
        ("potato", "potatoes"),
        ("studio", "studios"),
        ("patch", "patches"),
    ],
)
def test_plural_of_a_noun(noun, plural):
    assert noun_forms(noun) == (noun, plural)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("heal", {"heal", "heals", "healing", "healed"}),
        ("cure", {"cure", "cures", "curing", "cured"}),
        ("stop", {"stop", "stops", "stopping", "stopped"}),
        ("banish", {"banish", "banishes", "banishing", "banished"}),
        ("rely", {"rely", "relies", "relying", "relied"}),
        ("give", {"give", "gives", "giving", "gave", "given"}),
        ("get rid of", {"get rid of", "gets rid of", "getting rid of", "got rid of", "gotten rid of"}),
        ("free", {"free", "frees", "freeing", "freed"}),
        ("die", {"die", "dies", "dying", "died"}),
    ],
)
def test_forms_of_a_verb(verb, forms):
    assert set(verb_forms(verb, irregular_verbs())) == forms


def test_lexicon_holds_every_form_longest_first():
    lists = {"end": {"verbs": ["end"]}, "all": {"words": ["{end}", "Stop-gap"], "nouns": ["Cure"]}}

    assert expand(lists, {})["all"] == ("stop gap", "ending", "cures", "ended", "cure", "ends", "end")


def test_normalised_phrase_is_written_as_in_plain_text():
    assert normalised("Don\u2019t\u2013Wait  NOW") == "don't wait now"
