"""LanguageTool's rules under our names: words, kinds of fault, and what the settings say of them."""

import pytest

from medlint.checking import load_rules
from medlint.languagetool import rules
from medlint.languagetool.hits import Hit
from medlint.languagetool.messages import MESSAGES
from medlint.pack import is_label


def test_names_are_in_kebab_case_and_once():
    names = rules.names()

    assert len(set(names)) == len(names)
    assert all(name.startswith("grammar.lt.") and name == name.lower() for name in names)
    assert {f"grammar.lt.{name}" for name in MESSAGES} <= set(names)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("MD_BASEFORM", "grammar.lt.md-baseform"),
        ("THE_FRENCH_X_RAY", "grammar.lt.the-french"),
        ("IN_1990s", "grammar.lt.in-1990s"),
        ("QUITE_NEW", "grammar.lt.other"),
        ("", "grammar.lt.other"),
    ],
)
def test_rule_has_the_name_of_its_kind(theirs, ours):
    assert rules.name_of(theirs) == ours


@pytest.mark.parametrize(
    ("rule", "category", "label"),
    [
        ("THE_FRENCH", "CASING", "capitalisation"),
        ("COMMA_X", "PUNCTUATION", "punctuation"),
        ("THERE_S_MANY", "GRAMMAR", "agreement"),
        ("DT_DT", "GRAMMAR", "repeated"),
        ("A_INFINITIVE", "GRAMMAR", "article"),
        ("DEPEND_ON", "GRAMMAR", "preposition"),
        ("MD_JJ", "GRAMMAR", "verb"),
        ("ZORP", "GRAMMAR", "wordchoice"),
        ("THEIR_THERE", "CONFUSED_WORDS", "wordchoice"),
    ],
)
def test_kind_of_fault_is_told_from_the_name(rule, category, label):
    found = rules.label_of(Hit(rule, category, 0, 1, "", ()))

    assert found == f"grammar.{label}"
    assert is_label(found)


@pytest.mark.parametrize("rule", [rules.rule(f"grammar.lt.{name}") for name in MESSAGES], ids=lambda r: r.id)
def test_rule_with_words_of_ours_is_complete(rule):
    assert rule.bad
    assert rule.good
    assert is_label(rule.label)
    assert rule.message.endswith(".")
    assert "{text}" in rule.message
    assert "LGPL" in rule.advice


def test_rules_are_made_only_where_they_are_named():
    ids = {rule.id for rule in load_rules(named=("grammar.lt.the-fr",)).rules}

    assert {"grammar.lt.other", "grammar.lt.md-baseform"} <= ids
    assert "grammar.lt.the-french" not in ids
    assert "grammar.lt.the-french" in {rule.id for rule in load_rules(named=("grammar.lt.the-french",)).rules}
    assert "grammar.lt.the-french" in {rule.id for rule in load_rules(named=("grammar.lt.the-",)).rules}
